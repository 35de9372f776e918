/** The tables of a page as a workbook (.xlsx): what is on the page, then every chart figure by figure, then the source. */
import type { PageChart } from '../chart/forms.ts';
import { describeAuthor, toCommentaryParts } from './commentary-lines.ts';
import type { OutgoingChart, OutgoingCommentary } from './outgoing.ts';
import { captionOf, titleOf } from './outgoing.ts';
import { FIGURE_COLUMNS, toFigureRows } from './figure-rows.ts';
import { toNumberFormat } from './office/chart-parts.ts';
import type { Cell, Sheet } from './office/workbook.ts';
import { toWorkbookInSteps, WORKBOOK_TYPE } from './office/workbook.ts';
import type { StepOptions } from './steps.ts';
import { divideSteps, takeSteps } from './steps.ts';

const SHEET_NAMES = {
  trend: 'Over time',
  neighbours: 'Neighbours',
  authorities: 'All authorities',
  gap: 'Gap',
  change: 'Change',
  profile: 'Profile',
  multiples: 'Every indicator',
  xmr: 'Run',
  timeline: 'Judgements',
  'tile-map': 'England',
  drawn: 'Chart',
} as const satisfies Record<PageChart['form'], string>;

const FIGURE = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

/** How Excel writes figures of several measures. */
const ANY_FORMAT = 'General';

/** Figures as numbers; codes and words as they are. */
function toCells({ chart }: OutgoingChart): Cell[][] {
  const { columns, rows, measure } = toFigureRows(chart);
  const format = measure ? toNumberFormat(measure) : ANY_FORMAT;
  return rows.map((row) =>
    row.map((cell, i) =>
      FIGURE_COLUMNS.has(columns[i] ?? '') && FIGURE.test(cell) ? { number: Number(cell), format } : cell,
    ),
  );
}

/** Title and words of each part, a line to a row, then who wrote them. */
function toCommentarySheet(commentary: OutgoingCommentary): Sheet {
  const said = toCommentaryParts(commentary).flatMap(({ title, lines }) =>
    lines.map((line, i) => [i === 0 ? title : '', line]),
  );
  return {
    name: 'Commentary',
    headings: 1,
    rows: [['Part', 'Commentary'], ...said, [], ['Written', describeAuthor(commentary)]],
  };
}

export interface PageWorkbookOptions extends StepOptions {
  /** What officers wrote about it; absent to leave it out. */
  readonly commentary?: OutgoingCommentary;
}

/**
 * @param name what the page is about, its first line
 * @throws the signal's reason where it is cancelled
 */
export async function toPageWorkbook(
  name: string,
  charts: readonly OutgoingChart[],
  { commentary, ...steps }: PageWorkbookOptions = {},
): Promise<Blob> {
  const sheets: Sheet[] = [];
  const [listing, packing] = divideSteps(steps, [1, 1]);
  await takeSteps(charts, listing, (outgoing, i) => {
    sheets.push({
      name: `${String(i + 1)} ${SHEET_NAMES[outgoing.chart.form]}`,
      headings: 1,
      rows: [toFigureRows(outgoing.chart).columns, ...toCells(outgoing)],
    });
  });
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
  const written = commentary ? [toCommentarySheet(commentary)] : [];
  return new Blob([await toWorkbookInSteps([about, ...written, ...sheets], packing)], { type: WORKBOOK_TYPE });
}
