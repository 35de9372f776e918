/** The tables of a page as a workbook (.xlsx): what is on the page, then every chart figure by figure, then the source. */
import type { OutgoingChart } from './outgoing.ts';
import { captionOf, titleOf } from './outgoing.ts';
import { toFigureRows } from './figure-rows.ts';
import { toNumberFormat } from './office/chart-parts.ts';
import type { Cell, Sheet } from './office/workbook.ts';
import { toWorkbook, WORKBOOK_TYPE } from './office/workbook.ts';

const SHEET_NAMES = {
  trend: 'Over time',
  neighbours: 'Neighbours',
  authorities: 'All authorities',
  drawn: 'Chart',
} as const;

const FIGURE = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

/** Figures as numbers; codes and words as they are. */
function toCells({ chart }: OutgoingChart): Cell[][] {
  const { columns, rows } = toFigureRows(chart);
  if (chart.form === 'drawn') return rows.map((row) => [...row]);
  const format = toNumberFormat(chart.input.measure);
  const numeric = new Set(['Value', 'Lower', 'Upper']);
  return rows.map((row) =>
    row.map((cell, i) =>
      numeric.has(columns[i] ?? '') && FIGURE.test(cell) ? { number: Number(cell), format } : cell,
    ),
  );
}

/** @param name what the page is about, its first line */
export function toPageWorkbook(name: string, charts: readonly OutgoingChart[]): Blob {
  const sheets = charts.map((outgoing, i): Sheet => ({
    name: `${String(i + 1)} ${SHEET_NAMES[outgoing.chart.form]}`,
    headings: 1,
    rows: [toFigureRows(outgoing.chart).columns, ...toCells(outgoing)],
  }));
  const about: Sheet = {
    name: 'About',
    headings: 1,
    rows: [
      [name],
      [],
      ...charts.flatMap(({ chart, sentence }, i) => [
        [`${String(i + 1)} ${SHEET_NAMES[chart.form]}`, titleOf(chart)],
        ['', sentence],
        ['', captionOf(chart)],
      ]),
    ],
  };
  return new Blob([toWorkbook([about, ...sheets])], { type: WORKBOOK_TYPE });
}
