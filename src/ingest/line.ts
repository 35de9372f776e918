/** A record of a sheet, and what its cells look like. */

/** A record and the line it began on. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** How many cells hold more than white space. */
export function countFilled(cells: readonly string[]): number {
  let filled = 0;
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') filled++;
  return filled;
}

const NUMBER = /^[-+–−£$€]?\s?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?%?$/i;

/** A number as spreadsheets and publishers write them. */
export function isNumeric(cell: string): boolean {
  return NUMBER.test(cell.trim());
}
