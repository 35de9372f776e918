/**
 * XmR: a run of monthly or quarterly figures with its mean and the limits of its ordinary variation.
 * Limits come from `analysis/xmr.ts`; with too few points none are drawn, and the chart says so.
 */
import { formatFigure } from '../../analysis/format.ts';
import type { Xmr, XmrSignal } from '../../analysis/xmr.ts';
import { XMR_POINTS } from '../../analysis/xmr.ts';
import { toPeriodKey } from '../../domain/period.ts';
import { drawBreaks } from '../breaks.ts';
import type { ChartSeries, ChartWords, Measure } from '../inputs.ts';
import type { LegendEntry } from '../legend.ts';
import type { Axes } from '../line-marks.ts';
import { drawSeries, numbersOf } from '../line-marks.ts';
import { toLine } from '../path.ts';
import { findLatest, hasNumber } from '../runs.ts';
import type { ChartSize, Mark, Scene } from '../scene.ts';
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
import { describeSeries } from '../words.ts';

export interface XmrInput extends ChartWords {
  readonly measure: Measure;
  readonly series: ChartSeries;
  /** Worked out over the points with a number, in their order; undefined with too few of them. */
  readonly limits: Xmr | undefined;
}

const SIGNAL_WORDS: Readonly<Record<XmrSignal, string>> = {
  'outside-limits': 'outside the limits',
  'run-in-one-direction': 'in a run of seven in one direction',
  'two-of-three-near-limit': 'one of two in three close to a limit',
  'run-on-one-side': 'in a run of seven on one side of the mean',
};

/** In words, by the key of the period: the points that are more than ordinary variation. */
export function findSignals({ series, limits }: XmrInput): ReadonlyMap<string, string> {
  const known = series.points.filter(hasNumber);
  return new Map(
    known.flatMap((point, i) => {
      const signal = limits?.signals[i];
      return signal ? [[toPeriodKey(point.period), SIGNAL_WORDS[signal]] as const] : [];
    }),
  );
}

function toEntries({ series, limits, measure }: XmrInput, axes?: Axes): LegendEntry[] {
  const latest = findLatest(series.points);
  const x = latest && axes ? axes.x(latest.period) : undefined;
  const entry = (id: string, role: LegendEntry['role'], name: string, value: number): LegendEntry => ({
    series: id,
    role,
    name,
    value: formatFigure(value, measure),
    ...(axes && x !== undefined ? { end: { x, y: axes.y(value) } } : {}),
  });
  return [
    ...(latest ? [entry(series.id, series.role, series.name, latest.value.number)] : []),
    ...(limits
      ? [
          entry('upper', 'quiet', 'Upper limit', limits.upper),
          entry('mean', 'england', 'Mean', limits.mean),
          entry('lower', 'quiet', 'Lower limit', limits.lower),
        ]
      : []),
  ];
}

function drawLimits({ limits }: XmrInput, { axes, frame, type }: PlacedTimeChart): Mark[] {
  if (!limits) return [];
  const dash = `${String(6 * type.scale)} ${String(4 * type.scale)}`;
  const rule = (series: string, value: number, dashed: boolean): Mark => ({
    type: 'path',
    d: toLine([
      [frame.left, axes.y(value)],
      [frame.right, axes.y(value)],
    ]),
    role: series === 'mean' ? 'england' : 'quiet',
    width: type.scale * 1.25,
    ...(dashed ? { dash } : {}),
    series,
  });
  return [rule('upper', limits.upper, true), rule('mean', limits.mean, false), rule('lower', limits.lower, true)];
}

function drawSignals(input: XmrInput, signals: ReadonlyMap<string, string>, { axes }: PlacedTimeChart): Mark[] {
  return input.series.points.filter(hasNumber).flatMap((point): Mark[] => {
    if (!signals.has(toPeriodKey(point.period))) return [];
    const at = { x: axes.x(point.period), y: axes.y(point.value.number), series: input.series.id };
    return [
      { type: 'circle', ...at, r: 7 * axes.scale, role: 'target' },
      { type: 'circle', ...at, r: 5 * axes.scale, role: 'paper' },
      { type: 'circle', ...at, r: 3.5 * axes.scale, role: 'target' },
    ];
  });
}

function describeXmr(input: XmrInput, signals: ReadonlyMap<string, string>): string {
  const { limits, measure, series } = input;
  const figure = (value: number): string => formatFigure(value, measure);
  const named = series.points.flatMap((point) => {
    const signal = signals.get(toPeriodKey(point.period));
    return signal ? [`${point.period.label} is ${signal}`] : [];
  });
  const limit = limits
    ? `Mean ${figure(limits.mean)}, limits ${figure(limits.lower)} to ${figure(limits.upper)}.`
    : `No limits: they need ${String(XMR_POINTS)} points.`;
  const signal = limits
    ? named.length > 0
      ? `${named.join('; ')}.`
      : 'Every point lies within ordinary variation.'
    : '';
  return [`Run chart of ${measure.name}, ${measure.unit}.`, `${describeSeries(series, measure)}.`, limit, signal]
    .filter(Boolean)
    .join(' ');
}

/** The run with its mean and limits; points that signal a change are ringed. */
export function drawXmr(input: XmrInput, size: ChartSize): Scene {
  const { series, limits, measure } = input;
  const signals = findSignals(input);
  const few = limits ? undefined : `limits are drawn from ${String(XMR_POINTS)} points`;
  const ringed = signals.size > 0 ? 'ringed points signal a change' : undefined;
  const chart: TimeChart = {
    measure,
    start: 'fitted',
    periods: series.points.map((point) => point.period),
    numbers: [...numbersOf(series.points), ...(limits ? [limits.lower, limits.upper] : [])],
    marked: series,
    entries: (axes) => toEntries(input, axes),
    onlyBelow: [],
    notes: () => [few, ringed, hollowNote([series])],
  };
  const placed = placeTimeChart(chart, size);
  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: describeXmr(input, signals),
    caption: input.caption,
    marks: [
      ...drawBack(placed),
      ...drawBreaks([series], placed),
      ...drawLimits(input, placed),
      ...drawSeries(series, placed.axes, { everyPoint: hasRoomForPoints(placed) }),
      ...drawSignals(input, signals, placed),
      ...drawFront(placed, chart),
    ],
    stops: toStops([series], placed, measure).map((stop) => {
      const period = placed.time.periods[stop.step];
      const signal = period && signals.get(toPeriodKey(period));
      return signal ? { ...stop, sentence: `${stop.sentence}, ${signal}` } : stop;
    }),
    table: toTimeTable(input.title, [series], placed.time.periods, measure),
  };
}
