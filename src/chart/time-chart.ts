/**
 * What all charts over time share: a value axis at the left, periods below, names at the line ends
 * or, where these have no room, under the chart. Forms add their own marks inside the frame.
 */
import type { Period } from '../domain/period.ts';
import { toPeriodKey } from '../domain/period.ts';
import type { Value } from '../domain/value.ts';
import type { Frame } from './grid.ts';
import { drawTimeTicks, drawValueGrid, placeUnderUnit, tickWidth } from './grid.ts';
import type { AxisStart, ChartSeries, Measure } from './inputs.ts';
import type { LegendEntry } from './legend.ts';
import { drawEndLabels, entryWidth, leaderWidth, placeLegend } from './legend.ts';
import type { Axes } from './line-marks.ts';
import { drawMissing, hasMarkers, missingHeight } from './missing-marks.ts';
import { hasNumber } from './runs.ts';
import type { ChartSize, ChartTable, Mark, Stop } from './scene.ts';
import type { TimeAxis } from './time-axis.ts';
import { placeTimeAxis, toTimeline, widestEndLabel } from './time-axis.ts';
import type { Type } from './type.ts';
import { NARROW, toType } from './type.ts';
import type { ValueAxis } from './value-axis.ts';
import { placeValueAxis } from './value-axis.ts';
import { describeOpen, describePoint, toCell } from './words.ts';

export interface TimeChart {
  readonly measure: Measure;
  readonly start: AxisStart;
  readonly periods: readonly Period[];
  /** Everything that has to be inside the frame. */
  readonly numbers: readonly number[];
  /** The series whose missing figures are marked under the plot. */
  readonly marked: ChartSeries | undefined;
  /** Names with the ends of their lines; without axes only their words are asked for. */
  readonly entries: (axes?: Axes) => readonly LegendEntry[];
  /** Entries that only a legend below has room for. */
  readonly onlyBelow: readonly LegendEntry[];
  /** What has to be known to read it; something else may be where the names stand below. */
  readonly notes: (below: boolean) => readonly (string | undefined)[];
}

export interface PlacedTimeChart {
  readonly type: Type;
  readonly frame: Frame;
  readonly time: TimeAxis;
  readonly value: ValueAxis;
  readonly axes: Axes;
  /** Top of the strip for missing figures, and of the labels of time. */
  readonly strip: number;
  readonly ticks: number;
  readonly names: readonly Mark[];
  /** Above the plot. */
  readonly unit: readonly Mark[];
}

/** Names that would take more of the width stand below. */
const WIDEST_NAMES = 0.42;

type PlacedAxes = Omit<PlacedTimeChart, 'names'>;

/** The room that names ask for: at the side, or under the chart. */
interface Margins {
  readonly side: number;
  readonly foot: number;
  readonly below: boolean;
}

function placeAxes(chart: TimeChart, timeline: readonly Period[], size: ChartSize, margins: Margins): PlacedAxes {
  return placeUnderUnit(
    (more) => placePlot(chart, timeline, size, margins, more),
    ({ time, value }) => [chart.measure.unit, time.note, value.broken, ...chart.notes(margins.below)],
    size,
    toType(size.scale),
  );
}

function placePlot(
  chart: TimeChart,
  timeline: readonly Period[],
  size: ChartSize,
  { side, foot }: Margins,
  more: number,
): Omit<PlacedAxes, 'unit'> {
  const type = toType(size.scale);
  const top = type.small * 2.4 + more;
  const missing = chart.marked && hasMarkers(chart.marked) ? missingHeight(type) : 0;
  const ticks = size.height - foot - type.small * 1.5;
  const bottom = ticks - missing - type.gap * 1.5;
  const value = placeValueAxis(chart.numbers, {
    measure: chart.measure,
    start: chart.start,
    from: bottom,
    to: top,
    spacing: 64 * type.scale,
  });
  const inset = 8 * type.scale;
  // The labels of the first and the last period are centred under them and stay inside the picture.
  const half = widestEndLabel(timeline, type.small) / 2;
  const left = Math.max(tickWidth(value.ticks, type) + type.gap * 1.5, half - inset);
  const right = size.width - Math.max(side, half - inset);
  const time = placeTimeAxis(timeline, left + inset, right - inset, type.small);
  const axes = { x: time.toPixel, y: value.toPixel, scale: type.scale };
  return { type, frame: { left, right, top, bottom }, time, value, axes, strip: bottom + type.gap, ticks };
}

/** Axes and names: beside the lines where they fit there, else below. */
export function placeTimeChart(chart: TimeChart, size: ChartSize): PlacedTimeChart {
  const type = toType(size.scale);
  const timeline = toTimeline(chart.periods);
  const bare = chart.entries();
  const widest = Math.max(0, ...bare.map((entry) => entryWidth(entry, type)));
  const side = widest + leaderWidth(type) + type.gap;
  if (size.width / type.scale >= NARROW && widest > 0 && side < size.width * WIDEST_NAMES) {
    const placed = placeAxes(chart, timeline, size, { side, foot: 0, below: false });
    const x = placed.frame.right + leaderWidth(type);
    const place = { x, width: size.width - x, top: 0, bottom: placed.frame.bottom + type.line / 2 };
    const names = drawEndLabels(chart.entries(placed.axes), place, type);
    if (names) return { ...placed, names };
  }
  const legend = placeLegend([...bare, ...chart.onlyBelow], 0, size.width, type);
  const placed = placeAxes(chart, timeline, size, { side: type.gap, foot: legend.height + type.gap, below: true });
  return { ...placed, names: legend.draw(size.height - legend.height) };
}

/** The unit with what has to be known to read the chart, and the lines at the ticks. */
export function drawBack({ unit, value, frame, type }: PlacedTimeChart): Mark[] {
  return [...unit, ...drawValueGrid(value, frame, type)];
}

function drawNothing({ frame, type }: PlacedTimeChart): Mark {
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

/** Labels of time, signs for missing figures and the names of lines. */
export function drawFront(placed: PlacedTimeChart, chart: TimeChart): Mark[] {
  const { type, time, frame } = placed;
  const strip = { top: placed.strip, left: frame.left, right: frame.right };
  return [
    ...(chart.marked ? drawMissing(chart.marked, time, strip, type) : []),
    ...drawTimeTicks(time.ticks, placed.ticks, type),
    ...(placed.value.ticks.length === 0 ? [drawNothing(placed)] : []),
    ...placed.names,
  ];
}

/** A stop for every figure and marker of every line. */
export function toStops(all: readonly ChartSeries[], placed: PlacedTimeChart, measure: Measure): Stop[] {
  const { axes, time, strip, type } = placed;
  return all.flatMap((series) =>
    series.points
      .filter((point) => point.value !== undefined)
      .map((point) => ({
        x: axes.x(point.period),
        y: hasNumber(point) ? axes.y(point.value.number) : strip + type.small * 0.7,
        series: series.id,
        step: time.indexOf(point.period),
        sentence: describePoint(series.name, point, measure),
      })),
  );
}

/** A row for each period, a column for each line. */
export function toTimeTable(
  title: string,
  all: readonly ChartSeries[],
  periods: readonly Period[],
  measure: Measure,
): ChartTable {
  const byKey = all.map(
    (series) => new Map<string, Value | undefined>(series.points.map((p) => [toPeriodKey(p.period), p.value])),
  );
  return {
    caption: `${title}, ${measure.unit}`,
    columns: ['Period', ...all.map((series) => series.name)],
    rows: periods.map((period) => [
      period.label,
      ...byKey.map((values) => toCell(values.get(toPeriodKey(period)), measure)),
    ]),
  };
}

/** Said once where any point is drawn hollow. */
export function hollowNote(all: readonly ChartSeries[]): string | undefined {
  const open = describeOpen(all.flatMap(({ points }) => points.map(({ value }) => value)));
  return open && `hollow points are ${open}`;
}

const POINTS_APART = 14;

/** Is there room for a point at every period, or only where one is needed? */
export function hasRoomForPoints({ frame, time, type }: PlacedTimeChart): boolean {
  return (frame.right - frame.left) / Math.max(1, time.periods.length - 1) >= POINTS_APART * type.scale;
}
