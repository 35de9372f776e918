/** How many cells of series hold a number, and how many a marker. */
import { hasCell } from '../domain/overlay.ts';
import type { Series } from '../domain/series.ts';

interface CellCounts {
  readonly numbers: number;
  readonly markers: number;
}

/** A preview asks for each indicator, for each choice and for all of them. */
const counts = new WeakMap<Series, CellCounts>();

export function countCells(series: readonly Series[]): CellCounts {
  let numbers = 0;
  let markers = 0;
  for (const one of series) {
    const counted = counts.get(one) ?? countIn(one);
    counts.set(one, counted);
    numbers += counted.numbers;
    markers += counted.markers;
  }
  return { numbers, markers };
}

function countIn(one: Series): CellCounts {
  let numbers = 0;
  let markers = 0;
  // By index: an iterator over each of a million cells takes longer than reading them.
  for (let cell = 0; cell < one.numbers.length; cell++) {
    if (!Number.isNaN(one.numbers[cell])) numbers++;
    else if (hasCell(one, cell)) markers++;
  }
  return { numbers, markers };
}
