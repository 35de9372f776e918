/** The cells of a series ↔ plain JSON: null for "no number", markers listed with the cells they stand in. */
import type { Series } from '../domain/series.ts';
import { SIDE_COLUMNS } from '../domain/series.ts';
import { BundleError } from './error.ts';
import type { BundledSeries } from './schema.ts';

export type PackedCells = Pick<BundledSeries, 'numbers' | 'marks' | (typeof SIDE_COLUMNS)[number]>;
export type Cells = Pick<Series, 'numbers' | 'marks' | 'markers' | (typeof SIDE_COLUMNS)[number]>;

function toNumbers(column: Float64Array): (number | null)[] {
  return Array.from(column, (number) => (Number.isNaN(number) ? null : number));
}

export function toPackedCells(series: Cells): PackedCells {
  const marks = series.markers.map((marker): [string, number[]] => [marker, []]);
  for (const [cell, mark] of series.marks.entries()) if (mark > 0) marks[mark - 1]?.[1].push(cell);
  const sides: Partial<Record<(typeof SIDE_COLUMNS)[number], (number | null)[]>> = {};
  for (const side of SIDE_COLUMNS) {
    const column = series[side];
    if (column) sides[side] = toNumbers(column);
  }
  return { numbers: toNumbers(series.numbers), ...(marks.length > 0 ? { marks } : {}), ...sides };
}

function readNumbers(column: readonly unknown[], size: number, where: string): Float64Array {
  if (column.length !== size) {
    throw new BundleError(
      `${where} has ${String(column.length)} cells where its areas and periods make ${String(size)}`,
    );
  }
  const numbers = new Float64Array(size);
  for (let cell = 0; cell < size; cell++) {
    const value = column[cell];
    if (value === null) numbers[cell] = Number.NaN;
    else if (typeof value === 'number') numbers[cell] = value;
    else throw new BundleError(`${where} has ${JSON.stringify(value)} in cell ${String(cell)}, which is no number`);
  }
  return numbers;
}

/**
 * @param size areas × periods
 * @param where the series by name, for the message
 * @throws BundleError where a column has another length or holds anything but numbers and nulls
 */
export function readPackedCells(packed: PackedCells, size: number, where: string): Cells {
  const marks = new Uint8Array(size);
  const markers = (packed.marks ?? []).map(([marker, cells], index) => {
    for (const cell of cells) {
      if (cell >= size) throw new BundleError(`${where} has the marker "${marker}" in a cell that it does not have`);
      marks[cell] = index + 1;
    }
    return marker;
  });
  const sides: Partial<Record<(typeof SIDE_COLUMNS)[number], Float64Array>> = {};
  for (const side of SIDE_COLUMNS) {
    const column = packed[side];
    if (column) sides[side] = readNumbers(column, size, `${where} (${side})`);
  }
  return { numbers: readNumbers(packed.numbers, size, where), marks, markers, ...sides };
}
