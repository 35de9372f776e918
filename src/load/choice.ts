/** Which indicators of a file are kept: at first, by what was chosen of the last such file, and what is left then. */
import type { IndicatorId } from '../domain/indicator.ts';
import type { Chosen } from '../domain/recipe.ts';
import type { Reading } from '../ingest/family.ts';
import type { DraftFile } from '../store/draft.ts';
import { countCells } from './count-cells.ts';

/** So many indicators can be looked through: all of them are kept unless somebody says otherwise. */
export const FEW = 60;

/** Of many combinations of filters those for everybody, and those whose earlier figures are here. */
export function chooseAtFirst(reading: Reading, isHere: (indicator: IndicatorId) => boolean): Chosen {
  const { filters, totals, indicators } = reading;
  if (filters.length === 0 || indicators.length <= FEW) return 'all';
  return indicators.map(({ id }) => id).filter((id) => totals.has(id) || isHere(id));
}

/** What was chosen of the last file, of what is in this one; undefined where nothing of it is. */
export function chooseAgain(before: Chosen, reading: Reading): Chosen | undefined {
  if (before === 'all') return 'all';
  const there = new Set(reading.indicators.map(({ id }) => id));
  const again = before.filter((id) => there.has(id));
  return again.length > 0 ? again : undefined;
}

/** A file with the chosen indicators only; what stands beside the indicators stays. */
export function narrow(draft: DraftFile, chosen: Chosen): DraftFile {
  if (chosen === 'all') return draft;
  const kept = new Set(chosen);
  const series = draft.series.filter(({ indicator }) => kept.has(indicator));
  const groups = new Set(series.map(({ group }) => group));
  return {
    ...draft,
    file: { ...draft.file, ...countCells(series) },
    indicators: draft.indicators.filter(({ id }) => kept.has(id)),
    groups: draft.groups.filter(({ id }) => groups.has(id)),
    series,
    targets: draft.targets.filter(({ indicator }) => kept.has(indicator)),
  };
}
