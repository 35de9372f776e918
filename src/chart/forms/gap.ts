/** Gap: a group and the one it is held against, and the space between them over time. */
import { formatDifference, formatValue } from '../../analysis/format.ts';
import type { Period } from '../../domain/period.ts';
import { toPeriodKey } from '../../domain/period.ts';
import { drawBreaks } from '../breaks.ts';
import type { AxisStart, ChartPoint, ChartSeries, ChartWords, Measure } from '../inputs.ts';
import type { LegendEntry } from '../legend.ts';
import type { Axes } from '../line-marks.ts';
import { drawSeries, numbersOf } from '../line-marks.ts';
import type { Point } from '../path.ts';
import { toArea, toLine } from '../path.ts';
import type { NumberPoint } from '../runs.ts';
import { findLatest, hasNumber, toRuns } from '../runs.ts';
import type { ChartSize, Mark, Scene, Stop } from '../scene.ts';
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

export interface GapInput extends ChartWords {
  readonly measure: Measure;
  readonly start: AxisStart;
  /** Role 'home': the group looked at. */
  readonly group: ChartSeries;
  /** Role 'counterpart': the group it is held against. */
  readonly counterpart: ChartSeries;
}

/** A period in which both groups have a number. */
interface Pair {
  readonly group: NumberPoint;
  readonly counterpart: NumberPoint;
}

const GAP = 'gap';

const differenceOf = (pair: Pair): number => pair.group.value.number - pair.counterpart.value.number;

function toPairs(input: GapInput): Pair[] {
  const others = new Map(input.counterpart.points.map((point) => [toPeriodKey(point.period), point]));
  return input.group.points.flatMap((group) => {
    const counterpart = others.get(toPeriodKey(group.period));
    return hasNumber(group) && counterpart && hasNumber(counterpart) ? [{ group, counterpart }] : [];
  });
}

/** The gap in each period in which both groups have a number: group minus counterpart. */
export function findGaps(input: GapInput): { readonly period: Period; readonly number: number }[] {
  return toPairs(input).map((pair) => ({ period: pair.group.period, number: differenceOf(pair) }));
}

/** Stretches along which both lines are joined: the space between is drawn nowhere else. */
function toPairRuns(input: GapInput, pairs: readonly Pair[]): Pair[][] {
  const byKey = new Map(pairs.map((pair) => [toPeriodKey(pair.group.period), pair]));
  // A break or a gap in either line ends the stretch, so both are put to the same rule.
  const both = input.group.points.map((point): ChartPoint => {
    const pair = byKey.get(toPeriodKey(point.period));
    const broken = pair?.counterpart.value.status === 'break';
    if (!pair) return { period: point.period, value: undefined };
    return broken ? { ...point, value: { ...pair.group.value, status: 'break' } } : point;
  });
  return toRuns(both).map((run) => run.flatMap((point) => byKey.get(toPeriodKey(point.period)) ?? []));
}

function drawSpace(input: GapInput, pairs: readonly Pair[], { axes, type }: PlacedTimeChart): Mark[] {
  return toPairRuns(input, pairs).map((run): Mark => {
    const edge = (of: (pair: Pair) => NumberPoint) =>
      run.map((pair): Point => [axes.x(pair.group.period), axes.y(of(pair).value.number)]);
    const upper = edge((pair) => pair.group);
    const lower = edge((pair) => pair.counterpart);
    if (run.length > 1)
      return { type: 'path', d: toArea(upper, lower), role: 'band', width: 0, fill: true, series: GAP };
    return { type: 'path', d: toLine([...upper, ...lower]), role: 'quiet', width: type.scale, series: GAP };
  });
}

/** An upright between the two groups at the latest period that both have. */
function drawSpan(pair: Pair | undefined, { axes, type }: PlacedTimeChart): Mark[] {
  if (!pair) return [];
  const x = axes.x(pair.group.period);
  const d = toLine([
    [x, axes.y(pair.group.value.number)],
    [x, axes.y(pair.counterpart.value.number)],
  ]);
  return [{ type: 'path', d, role: 'quiet', width: 1.5 * type.scale, series: GAP }];
}

function toEntries(input: GapInput, pair: Pair | undefined, axes?: Axes): LegendEntry[] {
  const lines = [input.group, input.counterpart].map((series): LegendEntry => {
    const latest = findLatest(series.points);
    const end = latest && axes ? { end: { x: axes.x(latest.period), y: axes.y(latest.value.number) } } : {};
    const value = formatValue(latest?.value ?? series.points.at(-1)?.value, input.measure);
    return { series: series.id, role: series.role, name: series.name, value, ...end };
  });
  if (!pair) return lines;
  const middle = (pair.group.value.number + pair.counterpart.value.number) / 2;
  const end = axes ? { end: { x: axes.x(pair.group.period), y: axes.y(middle) } } : {};
  const value = formatDifference(differenceOf(pair), input.measure);
  return [...lines, { series: GAP, role: 'quiet', name: 'Gap', value, ...end }];
}

function toGapStops(pairs: readonly Pair[], { axes, time }: PlacedTimeChart, measure: Measure): Stop[] {
  return pairs.map((pair) => ({
    x: axes.x(pair.group.period),
    y: axes.y((pair.group.value.number + pair.counterpart.value.number) / 2),
    series: GAP,
    step: time.indexOf(pair.group.period),
    sentence: `Gap, ${pair.group.period.label}: ${formatDifference(differenceOf(pair), measure)}`,
  }));
}

function describeGap(input: GapInput, pairs: readonly Pair[]): string {
  const { measure } = input;
  const [first, last] = [pairs[0], pairs.at(-1)];
  const then =
    first && first !== last ? `; ${formatDifference(differenceOf(first), measure)} in ${first.group.period.label}` : '';
  const gap = last
    ? `The gap is ${formatDifference(differenceOf(last), measure)} in ${last.group.period.label}${then}.`
    : 'There is no period in which both have a figure.';
  return [
    `Line chart of ${measure.name}, ${measure.unit}, for two groups.`,
    `${describeSeries(input.group, measure)}.`,
    `${describeSeries(input.counterpart, measure)}.`,
    gap,
    describeGaps(input.group, measure),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Two lines, the space between them, and its size at the end. */
export function drawGap(input: GapInput, size: ChartSize): Scene {
  const both = [input.group, input.counterpart];
  const pairs = toPairs(input);
  const latest = pairs.at(-1);
  const chart: TimeChart = {
    measure: input.measure,
    start: input.start,
    periods: both.flatMap((series) => series.points.map((point) => point.period)),
    numbers: both.flatMap((series) => [...numbersOf(series.points)]),
    marked: input.group,
    entries: (axes) => toEntries(input, latest, axes),
    onlyBelow: [],
    notes: () => [hollowNote(both)],
  };
  const placed = placeTimeChart(chart, size);
  const everyPoint = hasRoomForPoints(placed);
  const table = toTimeTable(input.title, both, placed.time.periods, input.measure);
  const gaps = new Map(
    pairs.map((pair) => [pair.group.period.label, formatDifference(differenceOf(pair), input.measure)]),
  );
  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: describeGap(input, pairs),
    caption: input.caption,
    marks: [
      ...drawSpace(input, pairs, placed),
      ...drawBack(placed),
      ...drawBreaks(both, placed),
      ...drawSpan(latest, placed),
      ...[input.counterpart, input.group].flatMap((series) => drawSeries(series, placed.axes, { everyPoint })),
      ...drawFront(placed, chart),
    ],
    stops: [...toStops(both, placed, input.measure), ...toGapStops(pairs, placed, input.measure)],
    table: {
      ...table,
      columns: [...table.columns, 'Gap'],
      rows: table.rows.map((row) => [...row, gaps.get(row[0] ?? '') ?? '']),
    },
  };
}
