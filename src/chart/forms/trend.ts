/**
 * Trend: home heavy and solid among England, its region and its neighbours, over time.
 * Stages: columns (`TrendInput`) → pixels (`place…`) → marks, stops, table, words.
 */
import { formatFigure, formatValue } from '../../analysis/format.ts';
import type { Period } from '../../domain/period.ts';
import { toPeriodKey } from '../../domain/period.ts';
import type { Value } from '../../domain/value.ts';
import type { Frame } from '../grid.ts';
import { drawTimeTicks, drawUnit, drawValueGrid, tickWidth } from '../grid.ts';
import type { AxisStart, ChartSeries, ChartWords, Measure } from '../inputs.ts';
import type { LegendEntry } from '../legend.ts';
import { drawEndLabels, entryWidth, leaderWidth, placeLegend } from '../legend.ts';
import type { Axes } from '../line-marks.ts';
import { drawIntervals, drawSeries, isQualified, numbersOf } from '../line-marks.ts';
import { drawMissing, hasMarkers, missingHeight } from '../missing-marks.ts';
import { measureText } from '../measure.ts';
import type { Point } from '../path.ts';
import { toArea, toDiamond, toLine } from '../path.ts';
import { findLatest, hasNumber } from '../runs.ts';
import type { ChartSize, ChartTable, Mark, Scene, Stop } from '../scene.ts';
import { compareLayers, strokeOf, toDash } from '../strokes.ts';
import type { TimeAxis } from '../time-axis.ts';
import { placeTimeAxis, toTimeline, widestEndLabel } from '../time-axis.ts';
import type { Type } from '../type.ts';
import { NARROW, toType } from '../type.ts';
import type { ValueAxis } from '../value-axis.ts';
import { placeValueAxis } from '../value-axis.ts';
import { describeGaps, describePoint, describeSeries, toCell } from '../words.ts';

/** The middle half of all authorities in a period: from the first to the third quartile cut. */
export interface SpreadPoint {
  readonly period: Period;
  readonly low: number;
  readonly high: number;
}

/** A number to be reached; the straight line through them is a course, not data. */
export interface TargetPoint {
  readonly period: Period;
  readonly number: number;
}

export interface TrendInput extends ChartWords {
  readonly measure: Measure;
  readonly start: AxisStart;
  /** In the order in which the up and down keys go through them; home first. */
  readonly series: readonly ChartSeries[];
  readonly spread?: readonly SpreadPoint[];
  readonly target?: readonly TargetPoint[];
}

const TARGET = 'target';
const POINTS_APART = 14;
/** Names that would take more of the width stand below. */
const WIDEST_NAMES = 0.42;
const NAMED = new Set(['home', 'counterpart', 'england', 'region', 'neighbour-mean']);

interface Placed {
  readonly type: Type;
  readonly frame: Frame;
  readonly time: TimeAxis;
  readonly value: ValueAxis;
  readonly axes: Axes;
  /** Top of the strip for missing figures, and of the labels of time. */
  readonly strip: number;
  readonly ticks: number;
}

function* allNumbers(input: TrendInput): Generator<number> {
  for (const series of input.series) yield* numbersOf(series.points);
  for (const { low, high } of input.spread ?? []) yield* [low, high];
  for (const { number } of input.target ?? []) yield number;
}

function periodsOf(input: TrendInput): Period[] {
  return [...input.series.flatMap((series) => series.points), ...(input.target ?? [])].map(({ period }) => period);
}

/** The latest period of any line; a target lies beyond it. */
function lastPeriod(input: TrendInput): Period | undefined {
  return toTimeline(input.series.flatMap((series) => series.points.map(({ period }) => period))).at(-1);
}

const isHollow = (input: TrendInput): boolean =>
  input.series.some((series) => series.points.some((point) => hasNumber(point) && isQualified(point.value)));

/** "7.6%", with its period where the series ends before the chart does. */
function toEndValue(series: ChartSeries, last: Period | undefined, measure: Measure): string {
  const latest = findLatest(series.points);
  if (!latest) return formatValue(series.points.at(-1)?.value, measure);
  const shown = formatValue(latest.value, measure);
  return last && toPeriodKey(latest.period) === toPeriodKey(last) ? shown : `${shown} (${latest.period.label})`;
}

/** Names at the ends of the lines; neighbours have one name between them, and only in a legend. */
function toEntries(input: TrendInput, last: Period | undefined, axes?: Axes): LegendEntry[] {
  const entries = input.series
    .filter((s) => NAMED.has(s.role) && (s.role === 'home' || s.points.some(hasNumber)))
    .map((series): LegendEntry => {
      const latest = findLatest(series.points);
      const end = latest && axes ? { end: { x: axes.x(latest.period), y: axes.y(latest.value.number) } } : {};
      return {
        series: series.id,
        role: series.role,
        name: series.name,
        value: toEndValue(series, last, input.measure),
        ...end,
      };
    });
  const target = input.target?.at(-1);
  if (target) {
    const end = axes ? { end: { x: axes.x(target.period), y: axes.y(target.number) } } : {};
    const value = formatFigure(target.number, input.measure);
    entries.push({ series: TARGET, role: 'target', name: 'Target', value, ...end });
  }
  return entries;
}

const hasNeighbours = (input: TrendInput): boolean => input.series.some((s) => s.role === 'neighbour');

function placeTrend(input: TrendInput, size: ChartSize, type: Type, legendHeight: number, labelWidth: number): Placed {
  const top = type.small * 2.4;
  const missing = input.series.some((s) => s.role === 'home' && hasMarkers(s)) ? missingHeight(type) : 0;
  const ticks = size.height - legendHeight - type.small * 1.5;
  const bottom = ticks - missing - type.gap * 1.5;
  const value = placeValueAxis(allNumbers(input), {
    measure: input.measure,
    start: input.start,
    from: bottom,
    to: top,
    spacing: 64 * type.scale,
  });
  const inset = 8 * type.scale;
  const periods = toTimeline(periodsOf(input));
  // The labels of the first and the last period are centred under them and stay inside the picture.
  const half = widestEndLabel(periods, type.small) / 2;
  const left = Math.max(tickWidth(value.ticks, type) + type.gap * 1.5, half - inset);
  const right = size.width - Math.max(labelWidth, half - inset);
  const time = placeTimeAxis(periods, left + inset, right - inset, type.small);
  return {
    type,
    frame: { left, right, top, bottom },
    time,
    value,
    axes: { x: time.toPixel, y: value.toPixel, scale: type.scale },
    strip: bottom + type.gap,
    ticks,
  };
}

function drawSpread(input: TrendInput, { axes }: Placed): Mark[] {
  const spread = input.spread ?? [];
  if (spread.length < 2) return [];
  const edge = (limit: (point: SpreadPoint) => number) =>
    spread.map((point): Point => [axes.x(point.period), axes.y(limit(point))]);
  const d = toArea(
    edge((p) => p.high),
    edge((p) => p.low),
  );
  return [{ type: 'path', d, role: 'band', width: 0, fill: true, series: 'spread' }];
}

function drawTarget(input: TrendInput, { axes, type }: Placed): Mark[] {
  const course = (input.target ?? []).map(({ period, number }): Point => [axes.x(period), axes.y(number)]);
  const end = course.at(-1);
  if (!end) return [];
  const stroke = strokeOf('target');
  const dash = toDash(stroke, type.scale);
  const shared = { type: 'path', role: 'target', series: TARGET } as const;
  return [
    { ...shared, d: toLine(course), width: stroke.width * type.scale, ...(dash === undefined ? {} : { dash }) },
    { ...shared, d: toDiamond(end, stroke.point * 1.25 * type.scale), width: 0, fill: true },
  ];
}

/** An upright rule before each period from which the figures are counted in another way. */
function drawBreaks(input: TrendInput, { frame, time, type }: Placed): Mark[] {
  const broken = new Map<number, Period>();
  for (const series of input.series) {
    if (series.role === 'neighbour') continue;
    for (const point of series.points) {
      if (hasNumber(point) && point.value.status === 'break') broken.set(time.indexOf(point.period), point.period);
    }
  }
  let edge = -Infinity;
  const width = measureText('break', type.small);
  const inOrder = [...broken].sort(([a], [b]) => a - b);
  return inOrder.flatMap(([index, period]): Mark[] => {
    const before = time.periods[index - 1];
    const x = before ? (time.toPixel(before) + time.toPixel(period)) / 2 : time.toPixel(period) - type.gap;
    const d = toLine([
      [x, frame.top],
      [x, frame.bottom],
    ]);
    const dash = `${String(type.scale)} ${String(3 * type.scale)}`;
    const rule: Mark = { type: 'path', d, role: 'quiet', width: type.scale, dash };
    const start = Math.min(x + type.gap / 2, frame.right - width);
    if (start < edge) return [rule];
    edge = start + width + type.gap / 2;
    return [
      rule,
      {
        type: 'text',
        x: start,
        y: frame.top + type.small * 0.9,
        text: 'break',
        size: type.small,
        role: 'quiet',
        anchor: 'start',
      },
    ];
  });
}

function drawNothing({ frame, type }: Placed): Mark {
  return {
    type: 'text',
    x: (frame.left + frame.right) / 2,
    y: (frame.top + frame.bottom) / 2,
    text: 'No figures published',
    size: type.label,
    role: 'quiet',
    anchor: 'middle',
  };
}

function drawLines(input: TrendInput, placed: Placed): Mark[] {
  const { axes, time, frame } = placed;
  const apart = (frame.right - frame.left) / Math.max(1, time.periods.length - 1);
  const everyPoint = apart >= POINTS_APART * axes.scale;
  return [...input.series]
    .sort((a, b) => compareLayers(a.role, b.role))
    .flatMap((series) => [
      ...(series.role === 'home' ? drawIntervals(series, axes) : []),
      ...drawSeries(series, axes, { everyPoint: everyPoint && series.role === 'home' }),
    ]);
}

function toStops(input: TrendInput, { axes, time, strip, type }: Placed): Stop[] {
  return input.series.flatMap((series) =>
    series.points
      .filter((point) => point.value !== undefined)
      .map((point) => ({
        x: axes.x(point.period),
        y: hasNumber(point) ? axes.y(point.value.number) : strip + type.small * 0.7,
        series: series.id,
        step: time.indexOf(point.period),
        sentence: describePoint(series.name, point, input.measure),
      })),
  );
}

function toTable(input: TrendInput, time: TimeAxis): ChartTable {
  const byKey = input.series.map(
    (series) => new Map<string, Value | undefined>(series.points.map((p) => [toPeriodKey(p.period), p.value])),
  );
  return {
    caption: `${input.title}, ${input.measure.unit}`,
    columns: ['Period', ...input.series.map((series) => series.name)],
    rows: time.periods.map((period) => [
      period.label,
      ...byKey.map((values) => toCell(values.get(toPeriodKey(period)), input.measure)),
    ]),
  };
}

function describeTrend(input: TrendInput): string {
  const named = input.series.filter((series) => NAMED.has(series.role));
  const target = input.target?.at(-1);
  return [
    `Line chart of ${input.measure.name}, ${input.measure.unit}.`,
    ...named.map((series) => `${describeSeries(series, input.measure)}.`),
    ...named.filter((s) => s.role === 'home').map((series) => describeGaps(series, input.measure)),
    target ? `Target ${formatFigure(target.number, input.measure)} by ${target.period.label}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The picture of a trend at any size; names stand at the line ends, or below where it is narrow. */
export function drawTrend(input: TrendInput, size: ChartSize): Scene {
  const type = toType(size.scale);
  const last = lastPeriod(input);
  const bare = toEntries(input, last);
  const neighbours: LegendEntry[] = hasNeighbours(input)
    ? [{ series: 'neighbours', role: 'neighbour', name: 'Neighbours', value: '' }]
    : [];
  const legend = placeLegend([...bare, ...neighbours], 0, size.width, type);
  const widest = Math.max(0, ...bare.map((entry) => entryWidth(entry, type)));
  const labelWidth = widest + leaderWidth(type) + type.gap;
  const beside = size.width / type.scale >= NARROW && widest > 0 && labelWidth < size.width * WIDEST_NAMES;

  let placed = placeTrend(input, size, type, beside ? 0 : legend.height + type.gap, beside ? labelWidth : type.gap);
  const place = () => ({
    x: placed.frame.right + leaderWidth(type),
    width: size.width - placed.frame.right - leaderWidth(type),
    top: 0,
    bottom: placed.frame.bottom + type.line / 2,
  });
  let names = beside ? drawEndLabels(toEntries(input, last, placed.axes), place(), type) : undefined;
  const below = names === undefined;
  if (below && beside) placed = placeTrend(input, size, type, legend.height + type.gap, type.gap);
  names ??= legend.draw(size.height - legend.height);

  const { frame, time, value } = placed;
  const home = input.series.find((series) => series.role === 'home');
  const thin = !below && hasNeighbours(input) ? 'thin lines are neighbours' : undefined;
  const hollow = isHollow(input) ? 'hollow points may still change' : undefined;
  const marks: Mark[] = [
    drawUnit([input.measure.unit, time.note, value.broken, hollow, thin], 0, size.width, type),
    ...drawSpread(input, placed),
    ...drawValueGrid(value, frame, type),
    ...drawBreaks(input, placed),
    ...drawTarget(input, placed),
    ...drawLines(input, placed),
    ...(home ? drawMissing(home, time, { top: placed.strip, left: frame.left, right: frame.right }, type) : []),
    ...drawTimeTicks(time.ticks, placed.ticks, type),
    ...(value.ticks.length === 0 ? [drawNothing(placed)] : []),
    ...names,
  ];
  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: describeTrend(input),
    caption: input.caption,
    marks,
    stops: toStops(input, placed),
    table: toTable(input, time),
  };
}
