/** How many cells of series hold a number, and how many a marker. */
import { hasCell } from '../domain/overlay.ts';
import type { Series } from '../domain/series.ts';

export function countCells(series: readonly Series[]): { readonly numbers: number; readonly markers: number } {
  let numbers = 0;
  let markers = 0;
  for (const one of series) {
    // By index: an iterator over each of a million cells takes longer than reading them.
    for (let cell = 0; cell < one.numbers.length; cell++) {
      if (!Number.isNaN(one.numbers[cell])) numbers++;
      else if (hasCell(one, cell)) markers++;
    }
  }
  return { numbers, markers };
}
