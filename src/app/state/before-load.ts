/** The figures as they would be without a load and every later one. */
import type { Figures } from '../../domain/figures.ts';
import { mergeFigures } from '../../domain/layers.ts';
import type { LoadRecord } from '../../store/records.ts';
import { toIdentity } from '../../store/records.ts';
import type { Shelf } from './shelf.svelte.ts';

/** Loads that are still in, the latest first. */
export function findLoads(shelf: Shelf): readonly LoadRecord[] {
  return shelf.history.filter((load) => load.undone === undefined);
}

/** The load to begin with: the last that brought figures, for one of targets or neighbours alone revised none. */
export function findLastWithFigures(loads: readonly LoadRecord[]): LoadRecord | undefined {
  return loads.find(({ files }) => files.some(({ numbers, markers }) => numbers + markers > 0)) ?? loads[0];
}

/** What was shown before `load`; placements made since are kept, so that names agree. */
export function toFiguresBefore(shelf: Shelf, load: LoadRecord): Figures {
  const later = new Set(
    findLoads(shelf)
      .filter((one) => one.id >= load.id)
      .flatMap((one) => one.files.map(toIdentity)),
  );
  const layers = shelf.stored.layers.filter((layer) => !later.has(layer.identity));
  return mergeFigures(shelf.bundled, { ...shelf.stored, layers });
}
