/** The figures of a chart as a CSV file that a spreadsheet opens rightly and cannot be harmed by. */
import Papa from 'papaparse';
import type { Scene } from '../chart/scene.ts';

/**
 * Text that a spreadsheet would run as a formula: it begins with =, +, @, a tab or a return, or with
 * a minus that does not begin a plain negative number.
 * Source: OWASP, "CSV Injection".
 */
const FORMULA = /^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?%?$))/;

/** Rows as CSV text: UTF-8 with a byte-order mark, so that Excel reads names with accents; CRLF lines. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${Papa.unparse(
    rows.map((row) => row.map((cell) => cell.replace(/^\u2212/, '-'))),
    { escapeFormulae: FORMULA, newline: '\r\n' },
  )}\r\n`;
}

/** What a chart draws, its title above and its source below, each on a line of its own. */
export function toChartCsv(scene: Scene): string {
  const { columns, rows } = scene.table;
  return toCsv([[scene.title], [], columns, ...rows, [], [scene.caption]]);
}
