/** Every authority a dot: where home stands among all, with the cuts between the quarters. */
import { decimalsToTell, formatFigure, formatValue } from '../../analysis/format.ts';
import type { QuartileBand } from '../../analysis/comparison.ts';
import type { NamedLine } from '../benchmarks.ts';
import { drawNamedLines, namesHeight } from '../benchmarks.ts';
import type { StackedDot } from '../dot-stack.ts';
import { findRadius, findStep, stackDots } from '../dot-stack.ts';
import type { Frame } from '../grid.ts';
import { drawTimeTicks, keepApart, placeUnderUnit, tickWidth } from '../grid.ts';
import type { AxisStart, ChartItem, ChartWords, Measure, NumberItem } from '../inputs.ts';
import { hasItemNumber } from '../inputs.ts';
import { placeLabels } from '../labels.ts';
import { measureText } from '../measure.ts';
import { toLine } from '../path.ts';
import type { ChartSize, Mark, Role, Scene } from '../scene.ts';
import type { Type } from '../type.ts';
import { toType } from '../type.ts';
import type { ValueAxis } from '../value-axis.ts';
import { placeValueAxis } from '../value-axis.ts';
import { describeShareOpen, describeValue, listWords, toCell } from '../words.ts';

export interface DistributionInput extends ChartWords {
  readonly measure: Measure;
  readonly start: AxisStart;
  readonly period: string;
  /** Every authority: 'home', 'neighbour' or 'other'. */
  readonly items: readonly ChartItem[];
  readonly benchmarks: readonly ChartItem[];
  /** The cuts between quarters, ascending; absent without polarity. */
  readonly cuts?: readonly [number, number, number];
}

interface Dot extends StackedDot {
  readonly item: NumberItem;
  readonly y: number;
}

interface Placed {
  readonly type: Type;
  readonly frame: Frame;
  readonly axis: ValueAxis;
  readonly radius: number;
  readonly dots: readonly Dot[];
  /** Top of the row of letters, and of the name of home. */
  readonly letters: number;
  readonly name: number;
}

const DOT_ROLES: Partial<Readonly<Record<Role, Role>>> = { neighbour: 'neighbour-mean' };
const HOME_SIZE = 1.5;
const LARGEST = 4.5;
const SMALLEST = 1.5;

/** Letters from the lowest values to the highest. */
function toLetters(measure: Measure): readonly QuartileBand[] {
  return measure.polarity === 'lower' ? ['A', 'B', 'C', 'D'] : ['D', 'C', 'B', 'A'];
}

const QUARTILE_ROLES: Readonly<Record<QuartileBand, Role>> = {
  A: 'quartile-a',
  B: 'quartile-b',
  C: 'quartile-c',
  D: 'quartile-d',
};

function placeDistribution(input: DistributionInput, size: ChartSize, type: Type, more: number): Placed {
  const { scale } = type;
  const items = input.items.filter(hasItemNumber).sort((a, b) => a.value.number - b.value.number);
  const letters = type.small * 1.9 + more;
  const name = letters + (input.cuts && items.length > 0 ? type.line + 8 * scale : 0);
  const named = [...input.items.filter((item) => item.role === 'home'), ...input.benchmarks].filter(hasItemNumber);
  const top = name + Math.max(namesHeight(named, input.measure, size.width, type), type.line);
  const bottom = size.height - type.small * 1.9;
  const numbers = [...items, ...input.benchmarks.filter(hasItemNumber)].map((item) => item.value.number);
  const options = { measure: input.measure, start: input.start, spacing: 90 * scale };
  const ticks = placeValueAxis(numbers, { ...options, from: 0, to: size.width }).ticks;
  const half = Math.max(tickWidth(ticks, type) / 2, LARGEST * HOME_SIZE * scale);
  const frame: Frame = { left: half, right: size.width - half, top, bottom };
  const axis = placeValueAxis(numbers, { ...options, from: frame.left, to: frame.right });
  const others = items.filter((item) => item.role !== 'home');
  const room = bottom - top - 2 * HOME_SIZE * LARGEST * scale;
  const toX = (item: NumberItem): number => axis.toPixel(item.value.number);
  const radius = findRadius(others.map(toX), frame.left, room, LARGEST * scale, SMALLEST * scale);
  const step = findStep(others.map(toX), radius, frame.left, room);
  // Home is piled last, on top of whoever shares its place, at its own value and a little larger.
  const piled = [...others, ...items.filter((item) => item.role === 'home')];
  const dots = stackDots(piled.map(toX), 2 * radius, frame.left).flatMap((dot, i): Dot[] => {
    const item = piled[i];
    if (!item) return [];
    const isHome = item.role === 'home';
    const own = isHome ? radius * HOME_SIZE : radius;
    return [
      {
        item,
        below: dot.below,
        x: isHome ? toX(item) : dot.x,
        y: bottom - type.gap / 2 - dot.below * step - own,
      },
    ];
  });
  return { type, frame, axis, radius, dots, letters, name };
}

/** A strip of the four quarters with a letter for each; close cuts push the letters apart, never together. */
function drawQuarters(input: DistributionInput, { type, frame, axis, letters, dots }: Placed): Mark[] {
  const { cuts } = input;
  if (!cuts || dots.length === 0) return [];
  const strip = letters + type.line;
  const edges = [frame.left, ...cuts.map((cut) => axis.toPixel(cut)), frame.right];
  const names = toLetters(input.measure);
  const middles = names.map((_, i) => ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2);
  const room = names.map((name) => measureText(name, type.label, true) + type.gap);
  const placed = placeLabels(middles, room, frame.left - type.gap, frame.right + type.gap) ?? middles;
  const uprights = cuts.map((cut): Mark => {
    const x = axis.toPixel(cut);
    const d = toLine([
      [x, frame.top],
      [x, frame.bottom],
    ]);
    return { type: 'path', d, role: 'grid', width: type.scale };
  });
  return [
    ...uprights,
    ...names.flatMap((name, i): Mark[] => {
      const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 0];
      const space = type.scale;
      const width = Math.max(to - from - space, 0);
      return [
        { type: 'rect', x: from + space / 2, y: strip, width, height: 4 * type.scale, role: QUARTILE_ROLES[name] },
        {
          type: 'text',
          x: placed[i] ?? 0,
          y: strip - type.gap / 2,
          text: name,
          size: type.label,
          role: 'ink',
          anchor: 'middle',
          bold: true,
        },
      ];
    }),
  ];
}

function drawDots({ dots, radius }: Placed): Mark[] {
  return dots.flatMap((dot): Mark[] => {
    const { id, role } = dot.item;
    const isHome = role === 'home';
    const r = isHome ? radius * HOME_SIZE : radius * 0.92;
    const mark: Mark = { type: 'circle', x: dot.x, y: dot.y, r, role: DOT_ROLES[role] ?? role, series: id };
    return isHome ? [{ type: 'circle', x: dot.x, y: dot.y, r: r * 1.2, role: 'paper' }, mark] : [mark];
  });
}

/** Home, England and the average: names in one row above the dots, each with its line down. */
function drawNames(input: DistributionInput, { dots, type, name, frame, axis }: Placed, width: number): Mark[] {
  const line = (item: NumberItem, to: number, x = axis.toPixel(item.value.number)): NamedLine => ({
    item,
    x,
    spans: [[frame.top, to]],
  });
  const home = dots.filter(({ item }) => item.role === 'home').map((dot) => line(dot.item, dot.y, dot.x));
  const lines = input.benchmarks.filter(hasItemNumber).map((item) => line(item, frame.bottom));
  const place = { side: 'above', edge: frame.top, left: 0, right: width } as const;
  const missing = input.items.filter((item) => item.role === 'home' && !hasItemNumber(item));
  const words = missing.map((item): Mark => {
    const text = `${item.name}: ${formatValue(item.value, input.measure)}`;
    const y = name + type.label;
    return { type: 'text', x: frame.left, y, text, size: type.label, role: 'ink', anchor: 'start', bold: true };
  });
  return [...words, ...drawNamedLines([...lines, ...home], place, input.measure, type)];
}

/** The cuts with decimals enough that home's value, so written, stands on its own side of each. */
function describeCuts(input: DistributionInput): string {
  const { cuts, measure } = input;
  if (!cuts) return '';
  const home = input.items.find((item) => item.role === 'home');
  const decimals =
    home && hasItemNumber(home) ? decimalsToTell(home.value.number, cuts, measure.decimals) : measure.decimals;
  const shown = cuts.map((cut) => formatFigure(cut, { ...measure, decimals }));
  return `The quarters of authorities meet at ${listWords(shown)}; A is best.`;
}

function describeDistribution(input: DistributionInput, dots: readonly Dot[]): string {
  const home = input.items.find((item) => item.role === 'home');
  const numbers = dots.map(({ item }) => item.value.number);
  const range =
    numbers.length > 0
      ? `${numbers.length === 1 ? '1 authority' : `${String(numbers.length)} authorities`} from ${formatFigure(Math.min(...numbers), input.measure)} to ${formatFigure(Math.max(...numbers), input.measure)}.`
      : 'No figures published.';
  const own = home
    ? `${home.name} ${describeValue(home.value, input.measure)}${home.note ? `, ${home.note}` : ''}.`
    : '';
  return [`${input.measure.name}, ${input.measure.unit}, ${input.period}: ${range}`, own, describeCuts(input)]
    .filter(Boolean)
    .join(' ');
}

/** Dots of all authorities on one axis, quarters above, England and the average as lines. */
export function drawDistribution(input: DistributionInput, size: ChartSize): Scene {
  const type = toType(size.scale);
  const known = input.items.filter(hasItemNumber).length;
  const missing = input.items.length - known;
  const placed = placeUnderUnit(
    (more) => placeDistribution(input, size, type, more),
    () => [
      input.measure.unit,
      input.cuts && known > 0 ? 'A is the best quarter' : undefined,
      describeShareOpen(input.items.map(({ value }) => value)),
      missing > 0 ? `${String(missing)} without a figure` : undefined,
    ],
    size,
    type,
  );
  const { frame, axis, dots } = placed;
  const floor = toLine([
    [frame.left, frame.bottom],
    [frame.right, frame.bottom],
  ]);
  const ordered = [...dots].sort((a, b) => a.item.value.number - b.item.value.number);
  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: describeDistribution(input, dots),
    caption: input.caption,
    marks: [
      ...placed.unit,
      ...drawQuarters(input, placed),
      { type: 'path', d: floor, role: 'quiet', width: type.scale },
      ...drawNames(input, placed, size.width),
      ...drawDots(placed),
      ...drawTimeTicks(keepApart(axis.ticks, type), frame.bottom + type.gap / 2, type),
    ],
    stops: ordered.map((dot, step) => ({
      x: dot.x,
      y: dot.y,
      series: dot.item.id,
      step,
      sentence: `${dot.item.name}, ${input.period}: ${describeValue(dot.item.value, input.measure)}${dot.item.note ? `, ${dot.item.note}` : ''}`,
    })),
    table: {
      caption: `${input.title}, ${input.measure.unit}, ${input.period}`,
      columns: ['Authority', 'Value', 'Note'],
      rows: [...input.items, ...input.benchmarks].map((item) => [
        item.name,
        toCell(item.value, input.measure),
        item.note ?? '',
      ]),
    },
  };
}
