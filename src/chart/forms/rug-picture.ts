/** A rug as a picture: the cells and signs of its table, for a slide or a document. */
import { BASELINE, measureText, wrapText } from '../measure.ts';
import type { Mark, Role, Scene, TextMark } from '../scene.ts';
import type { Type } from '../type.ts';
import { toType } from '../type.ts';
import { listWords } from '../words.ts';
import type { RugAnswer, RugCell, RugTable } from './rug.ts';
import { toChartTable } from './rug.ts';

const ROLES = { better: 'better', similar: 'similar', worse: 'worse' } as const satisfies Record<RugAnswer, Role>;

/**
 * Pixels: where names of rows and of columns are broken, how much of a sign stands on either side of its middle.
 * Units are long; broken into few lines they leave the rug low enough to be read on a slide.
 */
const NAME_WIDTH = 340;
const HEAD_WIDTH = 76;
const SIGN = 7;
const TINT = 0.14;
const TYPE: Type = toType();

type Words = Pick<TextMark, 'size' | 'role'>;
const NAME: Words = { size: TYPE.label, role: 'ink' };
const SMALL: Words = { size: TYPE.small, role: 'quiet' };

interface Line {
  readonly text: string;
  readonly words: Words;
  readonly bold?: boolean;
}

/** Lines below each other, centred between two heights. */
function drawLines(lines: readonly Line[], x: number, [top, bottom]: Span, anchor: TextMark['anchor']): Mark[] {
  const middle = (top + bottom) / 2;
  return lines.map(({ text, words, bold = false }, i) => ({
    type: 'text',
    x,
    y: middle + (i - (lines.length - 1) / 2) * TYPE.line + TYPE.label * BASELINE,
    text,
    anchor,
    ...words,
    ...(bold ? { bold } : {}),
  }));
}

type Span = readonly [from: number, to: number];

interface PlacedRow {
  readonly name: readonly Line[];
  readonly cells: readonly { readonly cell: RugCell; readonly lines: readonly Line[] }[];
  readonly span: Span;
}

/** As wide as the widest figure with its sign beside it, and as the widest word of a name. */
function findColumnWidth(rug: RugTable): number {
  const heads = rug.columns.flatMap(({ name }) => wrapText(name, TYPE.small, HEAD_WIDTH));
  const figures = rug.rows.flatMap(({ cells }) => cells.filter(({ missing }) => !missing));
  return Math.max(
    HEAD_WIDTH + TYPE.gap,
    ...heads.map((line) => measureText(line, TYPE.small, true) + 2 * TYPE.gap),
    ...figures.map(({ text }) => measureText(text, TYPE.label, true) + 2 * SIGN + 4 * TYPE.gap),
  );
}

function placeRows(rug: RugTable, column: number, top: number): readonly PlacedRow[] {
  let from = top;
  return rug.rows.map(({ name, unit, period, cells }) => {
    const words = [
      ...wrapText(name, TYPE.label, NAME_WIDTH).map((text): Line => ({ text, words: NAME })),
      ...wrapText(`${unit}, ${period}`, TYPE.small, NAME_WIDTH).map((text): Line => ({ text, words: SMALL })),
    ];
    const placed = cells.map((cell) => ({
      cell,
      // A reason for no figure takes more room than a figure: it is broken into lines.
      lines: cell.missing
        ? wrapText(cell.text, TYPE.small, column - 2 * TYPE.gap).map((text): Line => ({ text, words: SMALL }))
        : [{ text: cell.text, words: NAME, bold: cell.home }],
    }));
    const most = Math.max(words.length, ...placed.map(({ lines }) => lines.length));
    const span: Span = [from, from + most * TYPE.line + TYPE.gap];
    from = span[1];
    return { name: words, cells: placed, span };
  });
}

/** Better is a disc, the others are squares: colour is never the only difference. */
function drawSign(answer: RugAnswer, sign: string, x: number, y: number): Mark[] {
  const role = ROLES[answer];
  const shape: Mark =
    answer === 'better'
      ? { type: 'circle', x, y, r: SIGN, role }
      : { type: 'rect', x: x - SIGN, y: y - SIGN, width: 2 * SIGN, height: 2 * SIGN, role };
  const text: Mark = {
    type: 'text',
    x,
    y: y + TYPE.small * BASELINE,
    text: sign,
    size: TYPE.small,
    role: 'paper',
    anchor: 'middle',
    bold: true,
  };
  return [shape, text];
}

function drawCell({ cell, lines }: PlacedRow['cells'][number], [left, right]: Span, [top, bottom]: Span): Mark[] {
  const words = drawLines(lines, right - TYPE.gap, [top, bottom], 'end');
  if (!cell.answer) return words;
  const tint: Mark = {
    type: 'rect',
    x: left + 1,
    y: top + 1,
    width: right - left - 2,
    height: bottom - top - 2,
    role: ROLES[cell.answer],
    opacity: TINT,
  };
  return [tint, ...drawSign(cell.answer, cell.sign, left + TYPE.gap + SIGN, (top + bottom) / 2), ...words];
}

/** "Youth justice, first entrants: Derby, 2024: 180, better than England", a row each, of home alone. */
function describeHome({ title, rows }: RugTable): string {
  const sentences = rows.flatMap(({ name, cells }) =>
    cells.filter(({ home }) => home).map(({ sentence }) => `${name}: ${sentence}`),
  );
  return `${title}. ${listWords(sentences)}.`;
}

/** At the size it needs: a table is made smaller as a whole, never narrower. */
export function drawRug(rug: RugTable): Scene {
  const column = findColumnWidth(rug);
  const left = NAME_WIDTH + 2 * TYPE.gap;
  const toSpan = (index: number): Span => [left + index * column, left + (index + 1) * column];
  const heads = rug.columns.map(({ name, home }) =>
    wrapText(name, TYPE.small, HEAD_WIDTH).map((text): Line => ({
      text,
      words: home ? { ...SMALL, role: 'home' } : SMALL,
      bold: home,
    })),
  );
  const top = Math.max(0, ...heads.map((lines) => lines.length)) * TYPE.line + TYPE.gap;
  const rows = placeRows(rug, column, top);
  return {
    width: left + rug.columns.length * column,
    height: rows.at(-1)?.span[1] ?? top,
    title: rug.title,
    description: describeHome(rug),
    caption: rug.caption,
    marks: [
      ...heads.flatMap((lines, i) =>
        drawLines(lines, toSpan(i)[1] - TYPE.gap, [top - TYPE.gap - lines.length * TYPE.line, top - TYPE.gap], 'end'),
      ),
      ...rows.flatMap(({ name, cells, span }) => [
        ...drawLines(name, 0, span, 'start'),
        ...cells.flatMap((cell, i) => drawCell(cell, toSpan(i), span)),
      ]),
    ],
    stops: [],
    table: toChartTable(rug),
  };
}
