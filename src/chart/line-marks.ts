/** A series on its axes → marks: lines over runs, points, intervals, and signs for what is missing. */
import type { Period } from '../domain/period.ts';
import type { Measured } from '../domain/value.ts';
import type { ChartPoint, ChartSeries } from './inputs.ts';
import type { Point } from './path.ts';
import { toArea, toLine } from './path.ts';
import type { NumberPoint } from './runs.ts';
import { toRuns } from './runs.ts';
import type { CircleMark, Mark } from './scene.ts';
import type { Stroke } from './strokes.ts';
import { strokeOf, toDash } from './strokes.ts';

export interface Axes {
  readonly x: (period: Period) => number;
  readonly y: (value: number) => number;
  readonly scale: number;
}

export interface LineStyle {
  /** Points along the whole line rather than only where they are needed. */
  readonly everyPoint: boolean;
  /** Another than its role's. */
  readonly stroke?: Stroke | undefined;
}

/** Is the number one that its publisher may still change? Drawn hollow. */
export function isQualified(value: Measured): boolean {
  return value.status === 'provisional' || value.status === 'estimated';
}

function drawPoint(series: ChartSeries, point: NumberPoint, axes: Axes): CircleMark {
  const hollow = isQualified(point.value);
  return {
    type: 'circle',
    x: axes.x(point.period),
    y: axes.y(point.value.number),
    r: strokeOf(series.role).point * axes.scale,
    role: series.role,
    ...(hollow ? { hollow } : {}),
    series: series.id,
  };
}

/** A line for every run, and a point wherever a line would show nothing or too little. */
export function drawSeries(series: ChartSeries, axes: Axes, style: LineStyle): Mark[] {
  const stroke = style.stroke ?? strokeOf(series.role);
  const dash = toDash(stroke, axes.scale);
  const lines: Mark[] = [];
  const points: Mark[] = [];
  for (const run of toRuns(series.points)) {
    if (run.length > 1) {
      lines.push({
        type: 'path',
        d: toLine(run.map((point): Point => [axes.x(point.period), axes.y(point.value.number)])),
        role: series.role,
        width: stroke.width * axes.scale,
        ...(dash === undefined ? {} : { dash }),
        ...(stroke.opacity === undefined ? {} : { opacity: stroke.opacity }),
        series: series.id,
      });
    }
    for (const point of run) {
      const needed = run.length === 1 || isQualified(point.value);
      if (style.everyPoint || needed) points.push(drawPoint(series, point, axes));
    }
  }
  return [...lines, ...points];
}

type IntervalPoint = NumberPoint & { readonly value: { readonly lower: number; readonly upper: number } };

function hasInterval(point: NumberPoint): point is IntervalPoint {
  return point.value.lower !== undefined && point.value.upper !== undefined;
}

/** The interval as a band behind the line; beside an isolated point as a bar. */
export function drawIntervals(series: ChartSeries, axes: Axes): Mark[] {
  return toRuns(series.points).flatMap((run): Mark[] => {
    const known = run.filter(hasInterval);
    // A band across a point without an interval would claim one for it.
    if (known.length < run.length) return known.map((point) => drawWhisker(series, point, axes));
    const [only] = known;
    if (known.length === 1 && only) return [drawWhisker(series, only, axes)];
    const edge = (limit: (point: IntervalPoint) => number) =>
      known.map((point): Point => [axes.x(point.period), axes.y(limit(point))]);
    return [
      {
        type: 'path',
        d: toArea(
          edge((p) => p.value.upper),
          edge((p) => p.value.lower),
        ),
        role: series.role,
        width: 0,
        fill: true,
        opacity: 0.14,
        series: series.id,
      },
    ];
  });
}

function drawWhisker(series: ChartSeries, point: IntervalPoint, axes: Axes): Mark {
  const x = axes.x(point.period);
  const [top, bottom, cap] = [axes.y(point.value.upper), axes.y(point.value.lower), 4 * axes.scale];
  const bar = toLine([
    [x, top],
    [x, bottom],
  ]);
  const ends = [top, bottom].map((y) =>
    toLine([
      [x - cap, y],
      [x + cap, y],
    ]),
  );
  return { type: 'path', d: [bar, ...ends].join(''), role: series.role, width: axes.scale, series: series.id };
}

/** Every number that has to be inside the axes: points and their intervals. */
export function* numbersOf(points: readonly ChartPoint[]): Generator<number> {
  for (const { value } of points) {
    if (!value || !('number' in value)) continue;
    yield value.number;
    if (value.lower !== undefined && value.upper !== undefined) {
      yield value.lower;
      yield value.upper;
    }
  }
}
