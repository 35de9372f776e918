/**
 * A line the size of a word: home solid, its neighbours' average dotted, the latest point a dot.
 * It stands beside the value it leads to, so it has neither text nor stops of its own.
 */
import type { Period } from '../../domain/period.ts';
import type { ChartSeries, ChartWords, Measure } from '../inputs.ts';
import type { Point } from '../path.ts';
import { toLine } from '../path.ts';
import type { NumberPoint } from '../runs.ts';
import { findLatest, hasNumber, toRuns } from '../runs.ts';
import type { ChartSize, Mark, Scene } from '../scene.ts';
import type { Stroke } from '../strokes.ts';
import { compareLayers, toDash } from '../strokes.ts';
import { placeTimeAxis, toTimeline } from '../time-axis.ts';
import { placeValueAxis } from '../value-axis.ts';
import { describeSeries, toCell } from '../words.ts';

export interface SparklineInput extends ChartWords {
  readonly measure: Measure;
  /** Home, and perhaps the average. */
  readonly series: readonly ChartSeries[];
}

const LINES = {
  home: { width: 1.75, point: 1.5 },
  other: { width: 1.5, dash: [1.5, 2], point: 1 },
} as const satisfies Record<string, Stroke>;
const LATEST = 2.75;

export function drawSparkline(input: SparklineInput, size: ChartSize): Scene {
  const scale = size.scale ?? 1;
  const edge = (LATEST + 0.75) * scale;
  const periods: Period[] = input.series.flatMap((series) => series.points.map((point) => point.period));
  const time = placeTimeAxis(toTimeline(periods), edge, size.width - edge, 1);
  const numbers = input.series.flatMap((series) => series.points.filter(hasNumber).map((point) => point.value.number));
  const axis = placeValueAxis(numbers, {
    measure: input.measure,
    start: 'exact',
    from: size.height - edge,
    to: edge,
    spacing: size.height,
  });
  const at = (point: NumberPoint): Point => [time.toPixel(point.period), axis.toPixel(point.value.number)];

  const drawOne = (series: ChartSeries): Mark[] => {
    const style: Stroke = series.role === 'home' ? LINES.home : LINES.other;
    const dash = toDash(style, scale);
    const shared = { role: series.role, series: series.id } as const;
    return toRuns(series.points).map((run): Mark => {
      const [first] = run;
      if (first && run.length === 1) {
        const [x, y] = at(first);
        return { type: 'circle', x, y, r: style.point * scale, ...shared };
      }
      return { type: 'path', d: toLine(run.map(at)), width: style.width * scale, ...(dash ? { dash } : {}), ...shared };
    });
  };

  const home = input.series.find((series) => series.role === 'home');
  const latest = home && findLatest(home.points);
  const dot = latest && at(latest);
  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: input.series.map((series) => `${describeSeries(series, input.measure)}.`).join(' '),
    caption: input.caption,
    marks: [
      ...[...input.series].sort((a, b) => compareLayers(a.role, b.role)).flatMap(drawOne),
      ...(home && dot
        ? [{ type: 'circle', x: dot[0], y: dot[1], r: LATEST * scale, role: 'home', series: home.id } as const]
        : []),
    ],
    stops: [],
    table: {
      caption: `${input.title}, ${input.measure.unit}`,
      columns: ['Period', ...input.series.map((series) => series.name)],
      rows: time.periods.map((period, i) => [
        period.label,
        ...input.series.map((series) =>
          toCell(series.points.find((point) => time.indexOf(point.period) === i)?.value, input.measure),
        ),
      ]),
    },
  };
}
