/**
 * Profile (spine): every indicator of an outcome on one scale, worst at the left and best at the
 * right, England in the middle. Each row is scaled so that the farther of its worst and its best
 * authority touches the edge; units differ, so there is no axis of values.
 */
import { formatFigure, formatValue } from '../../analysis/format.ts';
import type { Value } from '../../domain/value.ts';
import { isMeasured } from '../../domain/value.ts';
import { placeUnderUnit } from '../grid.ts';
import type { ChartWords, Measure } from '../inputs.ts';
import { measureText } from '../measure.ts';
import { toDiamond, toLine } from '../path.ts';
import type { PlacedRows, RowWords } from '../rows.ts';
import { drawRowWords, middleOf, placeRows, toSpans } from '../rows.ts';
import type { ChartSize, Mark, Scene } from '../scene.ts';
import type { Type } from '../type.ts';
import { toType } from '../type.ts';
import { describeValue, listWords, toCell } from '../words.ts';

/** How the row of home is coloured, and said. */
export type ProfileAnswer = 'better' | 'similar' | 'worse' | 'cannot tell';

export interface ProfileRow {
  readonly id: string;
  readonly measure: Measure;
  readonly period: string;
  readonly value: Value | undefined;
  readonly england: number | undefined;
  /** Lowest, first quartile, third quartile and highest of all authorities. */
  readonly spread: readonly [number, number, number, number] | undefined;
  /** Against England. */
  readonly answer: ProfileAnswer;
}

export interface ProfileInput extends ChartWords {
  readonly homeName: string;
  /** Indicators with a polarity: without one there is neither worst nor best. */
  readonly rows: readonly ProfileRow[];
}

type ToX = (value: number) => number;

const ANSWER_ROLES = { better: 'better', similar: 'similar', worse: 'worse', 'cannot tell': 'quiet' } as const;

/** Value to pixel of one row; undefined where England or the spread is missing. */
function placeScale(row: ProfileRow, rows: PlacedRows): ToX | undefined {
  const { england, spread } = row;
  if (england === undefined || !spread) return undefined;
  const widest = Math.max(Math.abs(spread[3] - england), Math.abs(england - spread[0]));
  const inset = 8 * rows.type.scale;
  const middle = (rows.left + rows.right) / 2;
  const half = (rows.right - rows.left) / 2 - inset;
  const towards = row.measure.polarity === 'lower' ? -1 : 1;
  return (value) => (widest === 0 ? middle : middle + (towards * (value - england) * half) / widest);
}

function drawSpread(row: ProfileRow, y: number, toX: ToX, type: Type): Mark[] {
  if (!row.spread) return [];
  const [lowest = 0, first = 0, third = 0, highest = 0] = row.spread.map(toX);
  const bar = (a: number, b: number, height: number, opacity: number): Mark => ({
    type: 'rect',
    x: Math.min(a, b),
    y: y - height / 2,
    width: Math.abs(a - b),
    height,
    role: 'neighbour',
    opacity,
    series: row.id,
  });
  return [bar(lowest, highest, 5 * type.scale, 0.3), bar(first, third, 11 * type.scale, 0.45)];
}

/** Better is a dot, worse a diamond, similar a small square: colour is never the only difference. */
function drawHome(row: ProfileRow, y: number, toX: ToX, type: Type): Mark[] {
  if (!isMeasured(row.value)) return [];
  const x = toX(row.value.number);
  const r = 5.5 * type.scale;
  const shared = { role: ANSWER_ROLES[row.answer], series: row.id } as const;
  switch (row.answer) {
    case 'better':
      return [{ type: 'circle', x, y, r, ...shared }];
    case 'worse':
      return [{ type: 'path', d: toDiamond([x, y], r * 1.2), width: 0, fill: true, ...shared }];
    case 'similar':
      return [{ type: 'rect', x: x - r * 0.8, y: y - r * 0.8, width: r * 1.6, height: r * 1.6, ...shared }];
    case 'cannot tell':
      return [{ type: 'circle', x, y, r: r * 0.8, hollow: true, ...shared }];
  }
}

function sentenceOf(row: ProfileRow, input: ProfileInput): string {
  const england = row.england === undefined ? 'no figure' : formatFigure(row.england, row.measure);
  const answer =
    row.answer === 'cannot tell' ? 'cannot tell' : `${row.answer} than England`.replace('similar than', 'similar to');
  return `${row.measure.shortName}, ${row.period}: ${input.homeName} ${describeValue(row.value, row.measure)}, England ${england}, ${answer}`;
}

function drawHead({ left, right }: PlacedRows, y: number, type: Type): Mark[] {
  const middle = (left + right) / 2;
  const text = (x: number, words: string, anchor: 'start' | 'middle' | 'end'): Mark => ({
    type: 'text',
    x,
    y,
    text: words,
    size: type.small,
    role: 'quiet',
    anchor,
  });
  const room = (right - left) / 2 - measureText('England', type.small) / 2 - type.gap;
  const ends = room > measureText('worst', type.small);
  return [
    ...(ends ? [text(left, 'worst', 'start')] : []),
    text(middle, 'England', 'middle'),
    ...(ends ? [text(right, 'best', 'end')] : []),
  ];
}

/** One row for each indicator, from the worst authority to the best, with home among them. */
export function drawProfile(input: ProfileInput, size: ChartSize): Scene {
  const type = toType(size.scale);
  const words = input.rows.map((row): RowWords => ({
    id: row.id,
    name: row.measure.shortName,
    value: formatValue(row.value, row.measure),
    strong: false,
    valueRole: isMeasured(row.value) ? 'ink' : 'quiet',
  }));
  const placed = placeUnderUnit(
    (more) => {
      const head = type.small * 2.8 + more;
      return {
        head,
        rows: placeRows(words, { width: size.width, top: head + type.small * 0.8, bottom: size.height }, type),
      };
    },
    () => ['dot better', 'square similar', 'diamond worse', 'dark bar the middle half of authorities'],
    size,
    type,
  );
  const { rows } = placed;
  const middle = (rows.left + rows.right) / 2;
  const centre = toSpans(rows, input.rows.length).map(([from, to]) =>
    toLine([
      [middle, from],
      [middle, to],
    ]),
  );
  const drawn = input.rows.flatMap((row, i): Mark[] => {
    const toX = placeScale(row, rows);
    const y = middleOf(rows, i);
    return toX ? [...drawSpread(row, y, toX, rows.type), ...drawHome(row, y, toX, rows.type)] : [];
  });
  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: `${input.title}. ${listWords(input.rows.map((row) => sentenceOf(row, input)))}.`,
    caption: input.caption,
    marks: [
      ...placed.unit,
      ...drawHead(rows, placed.head, type),
      { type: 'path', d: centre.join(''), role: 'england', width: type.scale },
      ...words.flatMap((row, i) => drawRowWords(row, i, rows)),
      ...drawn,
    ],
    stops: input.rows.map((row, step) => ({
      x: (isMeasured(row.value) ? placeScale(row, rows)?.(row.value.number) : undefined) ?? middle,
      y: middleOf(rows, step),
      series: row.id,
      step,
      sentence: sentenceOf(row, input),
    })),
    table: {
      caption: input.title,
      columns: ['Indicator', 'Unit', 'Period', input.homeName, 'England', 'Against England'],
      rows: input.rows.map((row) => [
        row.measure.name,
        row.measure.unit,
        row.period,
        toCell(row.value, row.measure),
        row.england === undefined ? '' : formatFigure(row.england, row.measure),
        row.answer,
      ]),
    },
  };
}
