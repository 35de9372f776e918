/**
 * Home and its neighbours, ranked: bars from zero, or dots where the axis is fitted, because a bar
 * that does not start at zero lies. Values stand in one column at the right, clear of every line.
 */
import { formatValue } from '../../analysis/format.ts';
import { drawNamedLines, namesHeight } from '../benchmarks.ts';
import type { Frame } from '../grid.ts';
import { drawUnit } from '../grid.ts';
import type { AxisStart, ChartItem, ChartWords, Measure } from '../inputs.ts';
import { hasItemNumber } from '../inputs.ts';
import { isQualified } from '../line-marks.ts';
import { BASELINE, fitText, measureText } from '../measure.ts';
import { toLine } from '../path.ts';
import type { ChartSize, Mark, Scene, TextMark } from '../scene.ts';
import { strokeOf } from '../strokes.ts';
import type { Type } from '../type.ts';
import { NARROW, toType } from '../type.ts';
import type { ValueAxis } from '../value-axis.ts';
import { placeValueAxis } from '../value-axis.ts';
import { describeValue, listWords, toCell } from '../words.ts';

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
  readonly type: Type;
  readonly frame: Frame;
  readonly axis: ValueAxis;
  readonly row: number;
  /** Names stand above their bars. */
  readonly stacked: boolean;
  readonly start: AxisStart;
}

const isHome = (item: ChartItem): boolean => item.role === 'home';

function* allNumbers(input: NeighboursInput): Generator<number> {
  for (const { value } of [...input.items, ...input.benchmarks].filter(hasItemNumber)) {
    yield value.number;
    if (value.lower !== undefined && value.upper !== undefined) yield* [value.lower, value.upper];
  }
}

function placeNeighbours(input: NeighboursInput, size: ChartSize, type: Type): Placed {
  const names = Math.max(0, ...input.items.map((item) => measureText(item.name, type.label, isHome(item))));
  const values = Math.max(
    0,
    ...input.items.map((item) => measureText(formatValue(item.value, input.measure), type.label, isHome(item))),
  );
  const share = size.width / type.scale < NARROW ? 0.36 : 0.4;
  const stacked = names > size.width * share;
  const left = stacked ? 0 : names + type.gap * 1.5;
  const right = size.width - values - type.gap * 1.5;
  const top = type.small * 2;
  const bottom = size.height - namesHeight(input.benchmarks.filter(hasItemNumber), input.measure, size.width, type);
  const axis = placeValueAxis(allNumbers(input), {
    measure: input.measure,
    start: input.start,
    from: left + 4 * type.scale,
    to: right - 4 * type.scale,
    spacing: 80 * type.scale,
  });
  const row = (bottom - top) / Math.max(1, input.items.length);
  return { type, frame: { left, right, top, bottom }, axis, row, stacked, start: input.start };
}

/** Middle of the bar of a row; under its name where names are stacked. */
function middleOf(placed: Placed, index: number): number {
  return placed.frame.top + (index + (placed.stacked ? 0.72 : 0.5)) * placed.row;
}

function drawBar(item: ChartItem, y: number, placed: Placed): Mark[] {
  if (!hasItemNumber(item)) return [];
  const { axis, row, type } = placed;
  const x = axis.toPixel(item.value.number);
  const shared = { role: item.role, series: item.id } as const;
  const marks: Mark[] = [];
  if (placed.start === 'fitted') {
    const r = strokeOf('home').point * (isHome(item) ? 1.35 : 1.1) * type.scale;
    const hollow = isQualified(item.value) ? { hollow: true } : {};
    marks.push({ type: 'circle', x, y, r, ...hollow, ...shared });
  } else {
    const height = Math.min(row * (placed.stacked ? 0.4 : 0.68), 22 * type.scale);
    const zero = axis.toPixel(0);
    const width = Math.abs(x - zero);
    const opacity = isHome(item) ? {} : { opacity: 0.55 };
    marks.push({ type: 'rect', x: Math.min(x, zero), y: y - height / 2, width, height, ...opacity, ...shared });
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

function drawRow(item: ChartItem, index: number, input: NeighboursInput, placed: Placed, width: number): Mark[] {
  const { type, frame, stacked, row } = placed;
  const y = middleOf(placed, index);
  const name = stacked ? frame.top + (index + 0.28) * row : y;
  const bold = isHome(item) ? { bold: true } : {};
  const text = { type: 'text', size: type.label, series: item.id, ...bold } as const;
  const room = stacked ? width : frame.left - type.gap;
  const isNumber = hasItemNumber(item);
  const label: TextMark = {
    ...text,
    x: stacked ? 0 : frame.left - type.gap * 1.5,
    y: name + type.label * BASELINE,
    text: fitText(item.name, type.label, room, isHome(item)),
    role: 'ink',
    anchor: stacked ? 'start' : 'end',
  };
  const value: TextMark = {
    ...text,
    x: width,
    y: y + type.label * BASELINE,
    text: formatValue(item.value, input.measure),
    role: isNumber ? 'ink' : 'quiet',
    anchor: 'end',
  };
  return [label, ...drawBar(item, y, placed), value];
}

/** Where upright lines are drawn: everywhere, or between the names where these stand above the bars. */
function toSpans(placed: Placed, count: number): readonly (readonly [number, number])[] {
  const { frame, row, stacked } = placed;
  if (!stacked) return [[frame.top, frame.bottom]];
  return Array.from({ length: count }, (_, i) => {
    const y = middleOf(placed, i);
    return [y - row * 0.22, y + row * 0.28];
  });
}

/** The line at zero that bars grow from; faint rules along the rows for dots. */
function drawGround(placed: Placed, count: number): Mark[] {
  const { axis, frame, type, start, row } = placed;
  const { zero } = axis;
  if (start === 'zero' && zero !== undefined) {
    const d = toSpans(placed, count).map(([from, to]) =>
      toLine([
        [zero, from],
        [zero, to],
      ]),
    );
    return [{ type: 'path', d: d.join(''), role: 'quiet', width: type.scale }];
  }
  return Array.from({ length: count }, (_, i): Mark => {
    const y = frame.top + (i + 0.5) * row;
    const d = toLine([
      [frame.left, y],
      [frame.right, y],
    ]);
    return { type: 'path', d, role: 'grid', width: type.scale };
  });
}

/** England and the averages. */
function drawLines(input: NeighboursInput, placed: Placed, width: number): Mark[] {
  const { axis, frame, type } = placed;
  const spans = toSpans(placed, input.items.length);
  const lines = input.benchmarks
    .filter(hasItemNumber)
    .map((item) => ({ item, x: axis.toPixel(item.value.number), spans }));
  const place = { side: 'below', edge: frame.bottom, left: 0, right: width } as const;
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
  const placed = placeNeighbours(input, size, type);
  const { frame, axis } = placed;
  const broken = placed.start === 'fitted' ? axis.broken : undefined;
  const known = input.benchmarks.filter(hasItemNumber);
  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: describeNeighbours(input),
    caption: input.caption,
    marks: [
      drawUnit([input.measure.unit, broken], 0, size.width, type),
      ...drawGround(placed, input.items.length),
      ...input.items.flatMap((item, i) => drawRow(item, i, input, placed, size.width)),
      ...drawLines(input, placed, size.width),
    ],
    stops: [
      ...input.items.map((item, step) => ({
        x: hasItemNumber(item) ? axis.toPixel(item.value.number) : frame.left,
        y: middleOf(placed, step),
        series: item.id,
        step,
        sentence: `${item.name}, ${input.period}: ${describeValue(item.value, input.measure)}${item.rank ? `, ${item.rank}` : ''}`,
      })),
      ...known.map((item, i) => ({
        x: axis.toPixel(item.value.number),
        y: frame.bottom,
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
