/** What a cell of a chart's table is sorted by: such a table holds figures as they are shown. */
import type { SortKey } from './sorting.svelte.ts';

/** A number as it is shown, with what may stand behind it: "−1,234.5", "7.6% (provisional)", "3 of 153". */
const SHOWN_NUMBER = /^([−-]?)(\d[\d,]*(?:\.\d+)?)(?=$|[\s%])/;

/** @returns its number; undefined for a cell with a marker or nothing in it */
export function toCellNumber(cell: string): number | undefined {
  const [, minus, digits] = SHOWN_NUMBER.exec(cell) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits.replaceAll(',', ''));
  return minus ? -number : number;
}

/**
 * The keys of a column, in the order of its rows: numbers where it holds any, words elsewhere. Periods
 * stand in time already: they keep that order.
 */
export function toColumnKeys(name: string, cells: readonly string[]): readonly SortKey[] {
  if (name === 'Period') return cells.map((_, index) => index);
  const numbers = cells.map(toCellNumber);
  const isNumeric = numbers.some((number) => number !== undefined);
  return isNumeric ? numbers : cells.map((cell) => (cell === '' ? undefined : cell));
}
