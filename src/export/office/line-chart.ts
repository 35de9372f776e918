/**
 * A trend as a line chart that Office draws: home heavy with its points, England dashed, neighbours
 * thin. A line stops at a missing figure, a break in the series and a year that was never published.
 */
import { formatFigure } from '../../analysis/format.ts';
import type { TrendInput } from '../../chart/forms/trend.ts';
import type { ChartPoint, ChartSeries } from '../../chart/inputs.ts';
import { isQualified } from '../../chart/line-marks.ts';
import type { NumberPoint } from '../../chart/runs.ts';
import { hasNumber, toRuns } from '../../chart/runs.ts';
import { compareLayers, strokeOf } from '../../chart/strokes.ts';
import { toTimeline } from '../../chart/time-axis.ts';
import { placeValueAxis } from '../../chart/value-axis.ts';
import { describeGaps, toCell } from '../../chart/words.ts';
import { isConsecutive, toPeriodKey } from '../../domain/period.ts';
import type { NativeChart } from './chart-parts.ts';
import {
  DATA_SHEET,
  toAxisReferences,
  toCategories,
  toCategoryAxis,
  toChartSpace,
  toDomain,
  toNumberFormat,
  toSeriesName,
  toValueAxis,
  toValues,
} from './chart-parts.ts';
import { NO_LINE, toColour, toFill, toRoleLine } from './drawing.ts';
import type { Move } from './line-ends.ts';
import { findEnd, PLACE, placeNames, toEndLabel } from './line-ends.ts';
import type { Column, Course } from './target-line.ts';
import { COURSE_REMARK, TARGET, toCourse, toCourseXml } from './target-line.ts';
import type { Sheet } from './workbook.ts';

/** Periods in order, with an empty place between two that do not follow one another, so that no line spans it. */
function toColumns(input: TrendInput): Column[] {
  const drawn = input.series.flatMap((series) => series.points.map(({ period }) => period));
  const timeline = toTimeline([...drawn, ...(input.target ?? []).map(({ period }) => period)]);
  return timeline.flatMap((period, i): Column[] => {
    const before = timeline[i - 1];
    return before && !isConsecutive(before, period) ? [undefined, period] : [period];
  });
}

interface Line {
  readonly series: ChartSeries;
  /** One for each column. */
  readonly points: readonly (ChartPoint | undefined)[];
  /** Columns whose figure no line leads to. */
  readonly starts: ReadonlySet<number>;
  /** Columns whose figure stands alone: without a marker nobody would see it. */
  readonly alone: ReadonlySet<number>;
}

function toLine(series: ChartSeries, columns: readonly Column[]): Line {
  const byKey = new Map(series.points.map((point) => [toPeriodKey(point.period), point]));
  const points = columns.map((column) => column && byKey.get(toPeriodKey(column)));
  const indexOf = (point: NumberPoint): number => points.findIndex((one) => one?.period === point.period);
  const runs = toRuns(series.points);
  return {
    series,
    points,
    starts: new Set(runs.flatMap((run) => (run[0] ? [indexOf(run[0])] : []))),
    alone: new Set(runs.flatMap((run) => (run.length === 1 && run[0] ? [indexOf(run[0])] : []))),
  };
}

const numberAt = (point: ChartPoint | undefined): number | undefined =>
  point && hasNumber(point) ? point.value.number : undefined;

function toMarker(series: ChartSeries, isHollow: boolean): string {
  const colour = toColour(series.role);
  const size = Math.max(5, Math.round(strokeOf(series.role).point * 2));
  const line = `<a:ln w="19050">${toFill(colour)}</a:ln>`;
  const fill = isHollow ? toFill(toColour('paper')) : toFill(colour);
  return `<c:marker><c:symbol val="circle"/><c:size val="${String(size)}"/><c:spPr>${fill}${line}</c:spPr></c:marker>`;
}

/** Points that are not like the rest of their line: alone, provisional, or after a break. */
function toPointStyles({ series, points, starts, alone }: Line): string {
  const isHome = series.role === 'home';
  return points
    .map((point, i) => {
      if (!point || !hasNumber(point)) return '';
      const isHollow = isQualified(point.value);
      const isMarked = isHome || alone.has(i) || isHollow;
      const isBroken = i > 0 && starts.has(i);
      if (!isBroken && !(isMarked && !(isHome && !isHollow))) return '';
      const marker = isMarked ? toMarker(series, isHollow) : '<c:marker><c:symbol val="none"/></c:marker>';
      const line = isBroken ? NO_LINE : toRoleLine(series.role);
      return `<c:dPt><c:idx val="${String(i)}"/>${marker}<c:bubble3D val="0"/><c:spPr>${line}</c:spPr></c:dPt>`;
    })
    .join('');
}

function toSeriesXml(
  line: Line,
  index: number,
  names: readonly string[],
  format: string,
  move: Move | undefined,
): string {
  const { series } = line;
  const marker = series.role === 'home' ? toMarker(series, false) : '<c:marker><c:symbol val="none"/></c:marker>';
  const order = String(index);
  return `<c:ser><c:idx val="${order}"/><c:order val="${order}"/>${toSeriesName(series.name, index + 1)}<c:spPr>${toRoleLine(series.role)}</c:spPr>${marker}${toPointStyles(line)}${toEndLabel(series.role, move)}${toCategories(names)}${toValues(line.points.map(numberAt), index + 1, format)}<c:smooth val="0"/></c:ser>`;
}

/** The figures as the chart needs them, and as they were published with their words. */
function toSheets(
  input: TrendInput,
  lines: readonly Line[],
  course: Course | undefined,
  names: readonly string[],
  format: string,
): Sheet[] {
  const heading = ['Period', ...lines.map((line) => line.series.name)];
  const toFigure = (number: number | undefined) => (number === undefined ? undefined : { number, format });
  const numbers = names.map((name, i) => [
    name,
    ...lines.map((line) => toFigure(numberAt(line.points[i]))),
    ...(course ? [toFigure(course.numbers[i])] : []),
  ]);
  const words = names.map((name, i) => [name, ...lines.map((line) => toCell(line.points[i]?.value, input.measure))]);
  return [
    { name: DATA_SHEET, headings: 1, rows: [course ? [...heading, TARGET] : heading, ...numbers] },
    {
      name: 'As published',
      headings: 1,
      rows: [heading, ...words.filter(([name]) => name !== ''), [], [input.caption]],
    },
  ];
}

function toRemarks(input: TrendInput): string[] {
  const home = input.series.find((series) => series.role === 'home');
  const isOpen = input.series.some((series) =>
    series.points.some((point) => hasNumber(point) && isQualified(point.value)),
  );
  const isThin = input.series.some((series) => series.role === 'neighbour');
  const target = input.target?.at(-1);
  return [
    isThin ? 'Thin lines are neighbours.' : '',
    isOpen ? 'Hollow points are provisional and may still change.' : '',
    home ? describeGaps(home, input.measure) : '',
    target ? `Target: ${formatFigure(target.number, input.measure)} by ${target.period.label}.` : '',
  ].filter(Boolean);
}

export function toLineChart(input: TrendInput): NativeChart {
  const columns = toColumns(input);
  const names = columns.map((column) => column?.label ?? '');
  const format = toNumberFormat(input.measure);
  const lines = [...input.series]
    .sort((a, b) => compareLayers(a.role, b.role))
    .map((series) => toLine(series, columns));
  const course = toCourse(input.target ?? [], columns);
  const numbers = [
    ...lines.flatMap((line) => line.points.flatMap((point) => numberAt(point) ?? [])),
    ...(course?.numbers ?? []).filter((number) => number !== undefined),
  ];
  const axis = placeValueAxis(numbers, { measure: input.measure, start: input.start, from: 0, to: 1, spacing: 0.2 });
  const domain = toDomain(axis);
  const named = lines.filter(({ series }) => series.role !== 'neighbour');
  const ends = [
    ...named.map(({ series, points }) => findEnd(series.id, points.map(numberAt))),
    course && findEnd(TARGET, course.numbers),
  ].filter((end) => end !== undefined);
  const moves = placeNames(ends, domain, columns.length);
  const series = lines.map((line, i) => toSeriesXml(line, i, names, format, moves.get(line.series.id)));
  if (course) series.push(toCourseXml(course, lines.length, names, format, moves.get(TARGET)));
  const plot = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/>${toAxisReferences()}</c:lineChart>${toCategoryAxis({ side: 'b' })}${toValueAxis({ side: 'l', domain, format: format.replace(/\.0+/, ''), hidden: false, cross: columns.length > 1 ? 'midCat' : 'between' })}`;
  return {
    toXml: (workbookId) => toChartSpace(plot, PLACE, workbookId),
    sheets: toSheets(input, lines, course, names, format),
    remarks: [...toRemarks(input), course ? COURSE_REMARK : '', axis.broken ? `The ${axis.broken}.` : ''].filter(
      Boolean,
    ),
  };
}
