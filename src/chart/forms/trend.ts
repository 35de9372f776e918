/**
 * Trend: home heavy and solid among England, its region and its neighbours, over time.
 * Stages: columns (`TrendInput`) → pixels (`placeTimeChart`) → marks, stops, table, words.
 */
import { capitalise } from '../../analysis/capitalise.ts';
import { formatFigure, formatValue } from '../../analysis/format.ts';
import type { Period } from '../../domain/period.ts';
import { toPeriodKey } from '../../domain/period.ts';
import { drawBreaks } from '../breaks.ts';
import type { AxisStart, ChartSeries, ChartWords, Measure } from '../inputs.ts';
import type { LegendEntry } from '../legend.ts';
import type { Axes } from '../line-marks.ts';
import { drawIntervals, drawSeries, numbersOf } from '../line-marks.ts';
import type { Point } from '../path.ts';
import { toArea, toDiamond, toLine } from '../path.ts';
import { findLatest, hasNumber } from '../runs.ts';
import type { ChartSize, Mark, Scene } from '../scene.ts';
import { compareLayers, strokeOf, toDash, toStrokes } from '../strokes.ts';
import { toTimeline } from '../time-axis.ts';
import type { PlacedTimeChart, TimeChart } from '../time-chart.ts';
import {
  drawBack,
  drawFront,
  hasRoomForPoints,
  hollowNote,
  placeTimeChart,
  toStops,
  toTimeTable,
} from '../time-chart.ts';
import { describeGaps, describeSeries } from '../words.ts';

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
  /** What the thin lines are: "neighbours", "Core cities". */
  readonly neighbours?: string;
  readonly spread?: readonly SpreadPoint[];
  readonly target?: readonly TargetPoint[];
}

const TARGET = 'target';
/** What thin lines are where nothing else is said. */
const USUAL = 'neighbours';
const NAMED = new Set(['home', 'counterpart', 'england', 'region', 'neighbour-mean', 'other']);

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

/** "7.6%", with its period where the series ends before the chart does. */
function toEndValue(series: ChartSeries, last: Period | undefined, measure: Measure): string {
  const latest = findLatest(series.points);
  if (!latest) return formatValue(series.points.at(-1)?.value, measure);
  const shown = formatValue(latest.value, measure);
  return last && toPeriodKey(latest.period) === toPeriodKey(last) ? shown : `${shown} (${latest.period.label})`;
}

/** Names at the ends of the lines; neighbours have one name between them, and only in a legend. */
function toEntries(input: TrendInput, last: Period | undefined, axes?: Axes): LegendEntry[] {
  const strokes = toStrokes(input.series);
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
        stroke: strokes.get(series.id),
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

function drawSpread(input: TrendInput, { axes }: PlacedTimeChart): Mark[] {
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

function drawTarget(input: TrendInput, { axes, type }: PlacedTimeChart): Mark[] {
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

function drawLines(input: TrendInput, placed: PlacedTimeChart): Mark[] {
  const everyPoint = hasRoomForPoints(placed);
  const strokes = toStrokes(input.series);
  return [...input.series]
    .sort((a, b) => compareLayers(a.role, b.role))
    .flatMap((series) => [
      ...(series.role === 'home' ? drawIntervals(series, placed.axes) : []),
      ...drawSeries(series, placed.axes, {
        everyPoint: everyPoint && series.role === 'home',
        stroke: strokes.get(series.id),
      }),
    ]);
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
  const last = lastPeriod(input);
  const hasNeighbours = input.series.some((series) => series.role === 'neighbour');
  const chart: TimeChart = {
    measure: input.measure,
    start: input.start,
    periods: periodsOf(input),
    numbers: [...allNumbers(input)],
    marked: input.series.find((series) => series.role === 'home'),
    entries: (axes) => toEntries(input, last, axes),
    onlyBelow: hasNeighbours
      ? [{ series: 'neighbours', role: 'neighbour', name: capitalise(input.neighbours ?? USUAL), value: '' }]
      : [],
    notes: (below) => [
      hollowNote(input.series),
      !below && hasNeighbours ? `thin lines are ${input.neighbours ?? USUAL}` : undefined,
    ],
  };
  const placed = placeTimeChart(chart, size);
  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: describeTrend(input),
    caption: input.caption,
    marks: [
      ...drawSpread(input, placed),
      ...drawBack(placed),
      ...drawBreaks(input.series, placed),
      ...drawTarget(input, placed),
      ...drawLines(input, placed),
      ...drawFront(placed, chart),
    ],
    stops: toStops(input.series, placed, input.measure),
    table: toTimeTable(input.title, input.series, placed.time.periods, input.measure),
  };
}
