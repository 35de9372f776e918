/**
 * Figures over time as a line chart that Office draws: home heavy with its points, England dashed,
 * neighbours thin. A line stops at a missing figure, a break in the series and a year that was never
 * published. A trend, the gap between two groups and a run within its limits are such charts.
 */
import { formatDifference, formatFigure } from '../../analysis/format.ts';
import type { GapInput } from '../../chart/forms/gap.ts';
import { findGaps } from '../../chart/forms/gap.ts';
import type { TrendInput } from '../../chart/forms/trend.ts';
import type { XmrInput } from '../../chart/forms/xmr.ts';
import { findSignals } from '../../chart/forms/xmr.ts';
import type { ChartPoint, ChartSeries } from '../../chart/inputs.ts';
import { isQualified } from '../../chart/line-marks.ts';
import type { NumberPoint } from '../../chart/runs.ts';
import { hasNumber, toRuns } from '../../chart/runs.ts';
import { compareLayers, strokeOf } from '../../chart/strokes.ts';
import { toTimeline } from '../../chart/time-axis.ts';
import { placeValueAxis } from '../../chart/value-axis.ts';
import { describeGaps, toCell } from '../../chart/words.ts';
import type { Period } from '../../domain/period.ts';
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
import { COURSE_REMARK, toCourse, toCourseXml, toLevel } from './target-line.ts';
import type { Uprights } from './uprights.ts';
import { toUprightCells, toUprights, toUprightsXml, UPRIGHT_HEADINGS } from './uprights.ts';
import type { Sheet } from './workbook.ts';

/** What a line chart is made of, beside the lines of its series. */
interface LineParts {
  /** Lines that are no series. @param columns the places along the axis */
  readonly courses: (columns: readonly Column[]) => readonly Course[];
  /** Keys of periods whose points stand out. */
  readonly signals: ReadonlySet<string>;
  /** Has the first line uprights to the second? */
  readonly uprights: boolean;
  readonly remarks: readonly string[];
}

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
  /** Columns whose point stands out. */
  readonly signals: ReadonlySet<number>;
}

function toLine(series: ChartSeries, columns: readonly Column[], signals: ReadonlySet<string>): Line {
  const byKey = new Map(series.points.map((point) => [toPeriodKey(point.period), point]));
  const points = columns.map((column) => column && byKey.get(toPeriodKey(column)));
  const indexOf = (point: NumberPoint): number => points.findIndex((one) => one?.period === point.period);
  const runs = toRuns(series.points);
  return {
    series,
    points,
    starts: new Set(runs.flatMap((run) => (run[0] ? [indexOf(run[0])] : []))),
    alone: new Set(runs.flatMap((run) => (run.length === 1 && run[0] ? [indexOf(run[0])] : []))),
    signals: new Set(columns.flatMap((column, i) => (column && signals.has(toPeriodKey(column)) ? [i] : []))),
  };
}

/** A thin line in the colour of quiet words. */
const toThinLine = (dash: string): string =>
  `<a:ln w="15875">${toFill(toColour('quiet'))}<a:prstDash val="${dash}"/></a:ln>`;
const UPRIGHT = toThinLine('solid');
const MEAN = { role: 'england', line: toThinLine('solid') } as const;
const LIMIT = { role: 'quiet', line: toThinLine('dash') } as const;

const numberAt = (point: ChartPoint | undefined): number | undefined =>
  point && hasNumber(point) ? point.value.number : undefined;

function toMarker({ role }: Pick<ChartSeries, 'role'>, isHollow: boolean): string {
  const colour = toColour(role);
  const size = Math.max(5, Math.round(strokeOf(role).point * 2)) + (role === 'target' ? 3 : 0);
  const line = `<a:ln w="19050">${toFill(colour)}</a:ln>`;
  const fill = isHollow ? toFill(toColour('paper')) : toFill(colour);
  return `<c:marker><c:symbol val="circle"/><c:size val="${String(size)}"/><c:spPr>${fill}${line}</c:spPr></c:marker>`;
}

/** The colour of points that stand out. */
const SIGNAL = { role: 'target' } as const;

/** Points that are not like the rest of their line: alone, provisional, after a break, or a signal. */
function toPointStyles({ series, points, starts, alone, signals }: Line): string {
  const isHome = series.role === 'home';
  return points
    .map((point, i) => {
      if (!point || !hasNumber(point)) return '';
      const isHollow = isQualified(point.value);
      const isSignal = signals.has(i);
      const isMarked = isHome || alone.has(i) || isHollow;
      const isBroken = i > 0 && starts.has(i);
      if (!isBroken && !isSignal && !(isMarked && !(isHome && !isHollow))) return '';
      const marker = isMarked
        ? toMarker(isSignal ? SIGNAL : series, isHollow)
        : '<c:marker><c:symbol val="none"/></c:marker>';
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
  uprights: string,
): string {
  const { series } = line;
  const marker = series.role === 'home' ? toMarker(series, false) : '<c:marker><c:symbol val="none"/></c:marker>';
  const order = String(index);
  return `<c:ser><c:idx val="${order}"/><c:order val="${order}"/>${toSeriesName(series.name, index + 1)}<c:spPr>${toRoleLine(series.role)}</c:spPr>${marker}${toPointStyles(line)}${toEndLabel(series.role, move)}${uprights}${toCategories(names)}${toValues(line.points.map(numberAt), index + 1, format)}<c:smooth val="0"/></c:ser>`;
}

/** The figures as the chart needs them, and as they were published with their words. */
function toSheets(
  input: TrendInput,
  lines: readonly Line[],
  courses: readonly Course[],
  uprights: Uprights | undefined,
  names: readonly string[],
  format: string,
): Sheet[] {
  const heading = ['Period', ...lines.map((line) => line.series.name)];
  const toFigure = (number: number | undefined) => (number === undefined ? undefined : { number, format });
  const numbers = names.map((name, i) => [
    name,
    ...lines.map((line) => toFigure(numberAt(line.points[i]))),
    ...courses.map((course) => toFigure(course.numbers[i])),
    ...(uprights ? toUprightCells(uprights, i, 1, 2, format) : []),
  ]);
  const words = names.map((name, i) => [name, ...lines.map((line) => toCell(line.points[i]?.value, input.measure))]);
  return [
    {
      name: DATA_SHEET,
      headings: 1,
      rows: [[...heading, ...courses.map((course) => course.name), ...(uprights ? UPRIGHT_HEADINGS : [])], ...numbers],
    },
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
    isThin ? `Thin lines are ${input.neighbours ?? 'neighbours'}.` : '',
    isOpen ? 'Hollow points are provisional and may still change.' : '',
    home ? describeGaps(home, input.measure) : '',
    target ? `Target: ${formatFigure(target.number, input.measure)} by ${target.period.label}.` : '',
  ].filter(Boolean);
}

function toLines(
  input: TrendInput,
  { courses: toCourses, signals, uprights: hasUprights, remarks }: LineParts,
): NativeChart {
  const columns = toColumns(input);
  const names = columns.map((column) => column?.label ?? '');
  const format = toNumberFormat(input.measure);
  const lines = [...input.series]
    .sort((a, b) => compareLayers(a.role, b.role))
    .map((series) => toLine(series, columns, signals));
  const courses = toCourses(columns);
  const numbers = [
    ...lines.flatMap((line) => line.points.flatMap((point) => numberAt(point) ?? [])),
    ...courses.flatMap((course) => course.numbers).filter((number) => number !== undefined),
  ];
  const axis = placeValueAxis(numbers, { measure: input.measure, start: input.start, from: 0, to: 1, spacing: 0.2 });
  const domain = toDomain(axis);
  const named = lines.filter(({ series }) => series.role !== 'neighbour');
  const ends = [
    ...named.map(({ series, points }) => findEnd(series.id, points.map(numberAt))),
    ...courses.map((course) => findEnd(course.name, course.numbers)),
  ].filter((end) => end !== undefined);
  const moves = placeNames(ends, domain, columns.length);
  const [first, second] = lines;
  const uprights =
    hasUprights && first && second ? toUprights(first.points.map(numberAt), second.points.map(numberAt)) : undefined;
  const upright = uprights ? toUprightsXml(uprights, lines.length + courses.length + 1, format, UPRIGHT) : '';
  const series = [
    ...lines.map((line, i) => toSeriesXml(line, i, names, format, moves.get(line.series.id), i === 0 ? upright : '')),
    ...courses.map((course, i) => toCourseXml(course, lines.length + i, names, format, moves.get(course.name))),
  ];
  const plot = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/>${toAxisReferences()}</c:lineChart>${toCategoryAxis({ side: 'b' })}${toValueAxis({ side: 'l', domain, format: format.replace(/\.0+/, ''), hidden: false, cross: columns.length > 1 ? 'midCat' : 'between' })}`;
  return {
    toXml: (workbookId) => toChartSpace(plot, PLACE, workbookId),
    sheets: toSheets(input, lines, courses, uprights, names, format),
    remarks: [...toRemarks(input), ...remarks, axis.broken ? `The ${axis.broken}.` : ''].filter(Boolean),
  };
}

const NO_SIGNALS: ReadonlySet<string> = new Set();

export function toLineChart(input: TrendInput): NativeChart {
  const target = input.target ?? [];
  return toLines(input, {
    courses: (columns) => [toCourse(target, columns)].filter((course) => course !== undefined),
    signals: NO_SIGNALS,
    uprights: false,
    remarks: target.length > 0 ? [COURSE_REMARK] : [],
  });
}

/** Two groups, and an upright between them wherever both have a figure: it follows when figures are edited. */
export function toGapChart(input: GapInput): NativeChart {
  const { group, counterpart, measure } = input;
  const latest = findGaps(input).at(-1);
  const size = latest && `${formatDifference(latest.number, measure)} in ${latest.period.label}`;
  return toLines(
    { ...input, series: [group, counterpart] },
    {
      courses: () => [],
      signals: NO_SIGNALS,
      uprights: true,
      remarks: [size === undefined ? 'No period has figures for both.' : `The uprights are the gap: ${size}.`],
    },
  );
}

/** A run with its mean and the limits of its ordinary variation. */
export function toRunChart(input: XmrInput): NativeChart {
  const { series, limits } = input;
  const signals = findSignals(input);
  const bySignal = new Map<string, Period[]>();
  for (const { period } of series.points) {
    const signal = signals.get(toPeriodKey(period));
    if (signal !== undefined) bySignal.set(signal, [...(bySignal.get(signal) ?? []), period]);
  }
  const named = [...bySignal].map(([signal, [first, ...more]]) => {
    const others = more.length > 0 ? ` and ${String(more.length)} more` : '';
    return `Standing out, ${signal}: ${first?.label ?? ''}${others}.`;
  });
  return toLines(
    { ...input, start: 'fitted', series: [series] },
    {
      courses: (columns) =>
        limits
          ? [
              toLevel('Upper limit', limits.upper, columns, LIMIT),
              toLevel('Mean', limits.mean, columns, MEAN),
              toLevel('Lower limit', limits.lower, columns, LIMIT),
            ]
          : [],
      signals: new Set(signals.keys()),
      uprights: false,
      remarks: named,
    },
  );
}
