/** How many cells of series hold a number, and how many a marker. */
import { hasCell } from '../domain/overlay.ts';
import type { Series } from '../domain/series.ts';

export function countCells(series: readonly Series[]): { readonly numbers: number; readonly markers: number } {
  let numbers = 0;
  let markers = 0;
  for (const one of series) {
    for (const [cell, number] of one.numbers.entries()) {
      if (!Number.isNaN(number)) numbers++;
      else if (hasCell(one, cell)) markers++;
    }
  }
  return { numbers, markers };
}
