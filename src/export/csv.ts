/** Figures as a CSV file that a spreadsheet opens rightly and cannot be harmed by. */
import Papa from 'papaparse';
import type { PageChart } from '../chart/forms.ts';
import { toFigureRows } from './figure-rows.ts';
import { captionOf, titleOf } from './outgoing.ts';

/** A number as a chart writes it, with a true minus. */
const TRUE_MINUS = /^\u2212(?=\d)/;

/**
 * Text that a spreadsheet would run as a formula: it begins with =, +, @, a tab or a return, or with
 * a minus that does not begin a negative number.
 * Source: OWASP, "CSV Injection".
 */
const FORMULA = /^(?:[=+@\t\r]|-(?!\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?%?$))/;

/** Rows as CSV text: UTF-8 with a byte-order mark, so that Excel reads names with accents; CRLF lines. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${Papa.unparse(
    rows.map((row) => row.map((cell) => cell.replace(TRUE_MINUS, '-'))),
    { escapeFormulae: FORMULA, newline: '\r\n' },
  )}\r\n`;
}

/** What a chart draws, its title above and its source below, each on a line of its own. */
export function toChartCsv(chart: PageChart): string {
  const { columns, rows } = toFigureRows(chart);
  return toCsv([[titleOf(chart)], [], columns, ...rows, [], [captionOf(chart)]]);
}
