/** Ticking indicators of a file. */
import type { IndicatorId } from '../../domain/indicator.ts';
import type { Chosen } from '../../domain/recipe.ts';
import type { IndicatorPreview } from '../../load/preview.ts';

export function isChosen(chosen: Chosen, id: IndicatorId): boolean {
  return chosen === 'all' || chosen.includes(id);
}

/** How many of `all` are chosen. */
export function countChosen(chosen: Chosen, all: readonly IndicatorPreview[]): number {
  return chosen === 'all' ? all.length : chosen.length;
}

/** With the given ones ticked or not; 'all' where none of the file is left out. */
export function tick(
  chosen: Chosen,
  ids: readonly IndicatorId[],
  on: boolean,
  all: readonly IndicatorPreview[],
): Chosen {
  const ticked = new Set(chosen === 'all' ? all.map(({ indicator }) => indicator.id) : chosen);
  for (const id of ids) {
    if (on) ticked.add(id);
    else ticked.delete(id);
  }
  return ticked.size === all.length ? 'all' : [...ticked];
}

/** Those for everybody first, then those that update what is here, then the rest; each in the file's order. */
export function toOffer(all: readonly IndicatorPreview[]): readonly IndicatorPreview[] {
  const rank = ({ isTotal, isNew }: IndicatorPreview): number => (isTotal ? 0 : isNew ? 2 : 1);
  return [...all].sort((a, b) => rank(a) - rank(b));
}
