/**
 * Home and its neighbours, ranked: bars from zero, or dots where the axis is fitted, because a bar
 * that does not start at zero lies. Values stand in one column at the right, clear of every line.
 */
import { formatValue } from '../../analysis/format.ts';
import { drawNamedLines, namesHeight } from '../benchmarks.ts';
import { placeUnderUnit } from '../grid.ts';
import type { AxisStart, ChartItem, ChartWords, Measure } from '../inputs.ts';
import { hasItemNumber } from '../inputs.ts';
import { isQualified } from '../line-marks.ts';
import { toBox, toLine } from '../path.ts';
import type { PlacedRows, RowWords } from '../rows.ts';
import { drawRowWords, middleOf, placeRows, toSpans } from '../rows.ts';
import type { ChartSize, Mark, Scene } from '../scene.ts';
import { strokeOf } from '../strokes.ts';
import type { Type } from '../type.ts';
import { toType } from '../type.ts';
import type { ValueAxis } from '../value-axis.ts';
import { placeValueAxis } from '../value-axis.ts';
import { describeOpen, describeValue, listWords, toCell } from '../words.ts';

export interface RankedItem extends ChartItem {
  /** Rank among those shown, "2 of 11"; undefined without polarity or number. */
  readonly rank?: string;
}

export interface NeighboursInput extends ChartWords {
  readonly measure: Measure;
  readonly start: AxisStart;
  readonly period: string;
  /** In the order in which they are shown, top to bottom. */
  readonly items: readonly RankedItem[];
  /** England, region, averages: lines across the bars. */
  readonly benchmarks: readonly ChartItem[];
}

interface Placed {
  readonly rows: PlacedRows;
  readonly words: readonly RowWords[];
  readonly axis: ValueAxis;
  readonly start: AxisStart;
}

const isHome = (item: ChartItem): boolean => item.role === 'home';

function* allNumbers(input: NeighboursInput): Generator<number> {
  for (const { value } of [...input.items, ...input.benchmarks].filter(hasItemNumber)) {
    yield value.number;
    if (value.lower !== undefined && value.upper !== undefined) yield* [value.lower, value.upper];
  }
}

function placeNeighbours(input: NeighboursInput, size: ChartSize, type: Type, more: number): Placed {
  const words = input.items.map((item): RowWords => ({
    id: item.id,
    name: item.name,
    value: formatValue(item.value, input.measure),
    strong: isHome(item),
    valueRole: hasItemNumber(item) ? 'ink' : 'quiet',
  }));
  const foot = namesHeight(input.benchmarks.filter(hasItemNumber), input.measure, size.width, type);
  const place = { width: size.width, top: type.small * 2 + more, bottom: size.height - foot };
  const rows = placeRows(words, place, type);
  const axis = placeValueAxis(allNumbers(input), {
    measure: input.measure,
    start: input.start,
    from: rows.left + 4 * type.scale,
    to: rows.right - 4 * type.scale,
    spacing: 80 * type.scale,
  });
  return { rows, words, axis, start: input.start };
}

/** Of bars that are provisional, in pixels; that of home is heavier. */
const OUTLINE = { home: 3, others: 1.5 } as const;

function drawBar(item: ChartItem, y: number, placed: Placed): Mark[] {
  if (!hasItemNumber(item)) return [];
  const { axis } = placed;
  const { row, stacked, type } = placed.rows;
  const x = axis.toPixel(item.value.number);
  const shared = { role: item.role, series: item.id } as const;
  const marks: Mark[] = [];
  if (placed.start === 'fitted') {
    const r = strokeOf('home').point * (isHome(item) ? 1.35 : 1.1) * type.scale;
    const hollow = isQualified(item.value) ? { hollow: true } : {};
    marks.push({ type: 'circle', x, y, r, ...hollow, ...shared });
  } else {
    const height = Math.min(row * (stacked ? 0.4 : 0.68), 22 * type.scale);
    const zero = axis.toPixel(0);
    const width = Math.abs(x - zero);
    const opacity = isHome(item) ? {} : { opacity: 0.55 };
    const [left, top] = [Math.min(x, zero), y - height / 2];
    if (isQualified(item.value)) {
      const line = OUTLINE[isHome(item) ? 'home' : 'others'] * type.scale;
      const inset = line / 2;
      const d = toBox([left + inset, top + inset], [left + width - inset, top + height - inset]);
      marks.push({ type: 'path', d, width: line, ...shared });
    } else marks.push({ type: 'rect', x: left, y: top, width, height, ...opacity, ...shared });
  }
  const { lower, upper } = item.value;
  if (lower !== undefined && upper !== undefined) {
    const [from, to, cap] = [axis.toPixel(lower), axis.toPixel(upper), 3 * type.scale];
    const d = [
      [from, y - cap, from, y + cap],
      [to, y - cap, to, y + cap],
      [from, y, to, y],
    ].map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
      toLine([
        [x1, y1],
        [x2, y2],
      ]),
    );
    marks.push({ type: 'path', d: d.join(''), role: 'ink', width: type.scale, series: item.id });
  }
  return marks;
}

/** The line at zero that bars grow from; faint rules along the rows for dots. */
function drawGround(placed: Placed, count: number): Mark[] {
  const { rows, axis, start } = placed;
  const { type } = rows;
  const { zero } = axis;
  if (start === 'zero' && zero !== undefined) {
    const d = toSpans(rows, count).map(([from, to]) =>
      toLine([
        [zero, from],
        [zero, to],
      ]),
    );
    return [{ type: 'path', d: d.join(''), role: 'quiet', width: type.scale }];
  }
  return Array.from({ length: count }, (_, i): Mark => {
    const y = middleOf(rows, i);
    const d = toLine([
      [rows.left, y],
      [rows.right, y],
    ]);
    return { type: 'path', d, role: 'grid', width: type.scale };
  });
}

/** England and the averages. */
function drawLines(input: NeighboursInput, placed: Placed, width: number, type: Type): Mark[] {
  const { axis, rows } = placed;
  const spans = toSpans(rows, input.items.length);
  const lines = input.benchmarks
    .filter(hasItemNumber)
    .map((item) => ({ item, x: axis.toPixel(item.value.number), spans }));
  const place = { side: 'below', edge: rows.bottom, left: 0, right: width } as const;
  return drawNamedLines(lines, place, input.measure, type);
}

function describeNeighbours(input: NeighboursInput): string {
  const shown = input.items.map((item) => `${item.name} ${formatValue(item.value, input.measure)}`);
  const lines = input.benchmarks.map((item) => `${item.name} ${formatValue(item.value, input.measure)}`);
  const beside = lines.length > 0 ? ` Beside them: ${listWords(lines)}.` : '';
  return `${input.measure.name}, ${input.measure.unit}, ${input.period}, in order: ${listWords(shown)}.${beside}`;
}

/** Ranked bars or dots, with the lines of England and the averages. */
export function drawNeighbours(input: NeighboursInput, size: ChartSize): Scene {
  const type = toType(size.scale);
  const open = describeOpen(input.items.map(({ value }) => value));
  const outlined = open && `${input.start === 'fitted' ? 'hollow dots' : 'outlined bars'} are ${open}`;
  const placed = placeUnderUnit(
    (more) => placeNeighbours(input, size, type, more),
    ({ axis: { broken } }) => [input.measure.unit, input.start === 'fitted' ? broken : undefined, outlined],
    size,
    type,
  );
  const { rows, axis } = placed;
  const known = input.benchmarks.filter(hasItemNumber);
  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: describeNeighbours(input),
    caption: input.caption,
    marks: [
      ...placed.unit,
      ...drawGround(placed, input.items.length),
      ...placed.words.flatMap((words, i) => drawRowWords(words, i, rows)),
      ...input.items.flatMap((item, i) => drawBar(item, middleOf(rows, i), placed)),
      ...drawLines(input, placed, size.width, type),
    ],
    stops: [
      ...input.items.map((item, step) => ({
        x: hasItemNumber(item) ? axis.toPixel(item.value.number) : rows.left,
        y: middleOf(rows, step),
        series: item.id,
        step,
        sentence: `${item.name}, ${input.period}: ${describeValue(item.value, input.measure)}${item.rank ? `, ${item.rank}` : ''}`,
      })),
      ...known.map((item, i) => ({
        x: axis.toPixel(item.value.number),
        y: rows.bottom,
        series: item.id,
        step: input.items.length + i,
        sentence: `${item.name}, ${input.period}: ${describeValue(item.value, input.measure)}${item.note ? `, ${item.note}` : ''}`,
      })),
    ],
    table: {
      caption: `${input.title}, ${input.measure.unit}, ${input.period}`,
      columns: ['Rank', 'Authority', 'Value'],
      rows: [
        ...input.items.map((item) => [item.rank ?? '', item.name, toCell(item.value, input.measure)]),
        ...input.benchmarks.map((item) => ['', item.name, toCell(item.value, input.measure)]),
      ],
    },
  };
}
