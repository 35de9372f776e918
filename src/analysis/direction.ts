/** Which way an authority is going: a test over five years, or "cannot tell" with the plain last change. */
import type { AreaCode } from '../domain/area.ts';
import type { Indicator } from '../domain/indicator.ts';
import { isPercentage } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import { isOverlapping } from '../domain/period.ts';
import type { Series } from '../domain/series.ts';
import { findAreaIndex, findPeriodIndex, valueAt, valueAtIndex } from '../domain/series.ts';
import type { Measured } from '../domain/value.ts';
import { isMeasured } from '../domain/value.ts';
import { toAnswer } from './benchmark.ts';
import { findPrevious } from './change.ts';
import { findInterval } from './interval.ts';
import { describeList, describeWhen } from './period-words.ts';
import type { RecentTrend } from './recent-trend.ts';
import { findTrendByCounts, findTrendByLimits, TREND_POINTS } from './recent-trend.ts';

/** 'lower' and 'higher' where the indicator has no polarity: falling and rising, neither of them good. */
export type Direction = 'better' | 'no-clear-change' | 'worse' | 'lower' | 'higher' | 'cannot-tell';

export interface DirectionVerdict {
  readonly answer: Direction;
  readonly trend: RecentTrend | undefined;
  /** The periods it rests on, earliest first. */
  readonly periods: readonly Period[];
  readonly rule: string;
}

/** The plain change from the consecutive period before: a fact, not a trend. */
export interface LastChange {
  readonly from: Period;
  readonly before: number;
  /** Unrounded, in the indicator's unit. */
  readonly change: number;
}

export function findLastChange(series: Series, home: AreaCode, period: Period): LastChange | undefined {
  const from = findPrevious(series, period);
  const before = from && valueAt(series, home, from);
  const now = valueAt(series, home, period);
  return from && isMeasured(before) && isMeasured(now)
    ? { from, before: before.number, change: now.number - before.number }
    : undefined;
}

interface TrendPoint {
  readonly period: Period;
  readonly value: Measured;
}

/** Kinds of period of which there is one a year, and that do not overlap. */
export const ANNUAL: ReadonlySet<Period['kind']> = new Set([
  'calendar',
  'academic',
  'financial',
  'reporting',
  'unknown',
  'snapshot',
]);

/**
 * The last five points up to a period that may be set side by side: annual, of one kind, not
 * overlapping, none before a break in the series.
 */
function findTrendPoints(series: Series, home: AreaCode, upTo: Period): TrendPoint[] {
  const row = findAreaIndex(series, home);
  const points: TrendPoint[] = [];
  for (let index = findPeriodIndex(series, upTo); index >= 0 && points.length < TREND_POINTS; index--) {
    const period = series.periods[index];
    const value = valueAtIndex(series, row, index);
    if (!period || !isMeasured(value) || period.kind !== upTo.kind) continue;
    const [later] = points;
    if (later && isOverlapping(period, later.period)) continue;
    points.unshift({ period, value });
    if (value.status === 'break') break;
  }
  return points;
}

function findTrend(points: readonly TrendPoint[], indicator: Indicator): RecentTrend | undefined {
  const limited = points.flatMap(({ value }) => {
    const interval = findInterval(value, indicator);
    return interval
      ? [{ value: value.number, lower: interval.lower, upper: interval.upper, source: interval.source }]
      : [];
  });
  // A proportion's own counts are tested as such, unless the publisher gave limits to go by.
  const published = limited.filter(({ source }) => source === 'published');
  if (published.length === TREND_POINTS) return findTrendByLimits(published);
  if (!isPercentage(indicator)) return findTrendByLimits(limited);
  return findTrendByCounts(
    points.flatMap(({ value: { count, denominator } }) =>
      count === undefined || denominator === undefined ? [] : [{ count, denominator }],
    ),
  );
}

function toDirection(trend: RecentTrend, indicator: Indicator): Direction {
  if (trend.answer === 'no-significant-change') return 'no-clear-change';
  return toAnswer(trend.answer === 'increasing' ? 'higher' : 'lower', indicator.polarity);
}

function describeTrendRule(trend: RecentTrend, points: readonly TrendPoint[], skipped: readonly Period[]): string {
  const [first, last] = [points[0], points.at(-1)];
  const span = first && last ? `${first.period.label} to ${last.period.label}` : '';
  const basis = trend.method === 'limits' ? 'weighted by the 95% intervals' : 'by the counts';
  const missing = skipped.length > 0 ? `, ${describeList(skipped.map((period) => period.label))} missing` : '';
  const test = `χ² for trend ${trend.chiSquare.toFixed(1)}, significant above 9.5`;
  const steady = trend.steady
    ? 'the slope keeps its sign whichever year is left out'
    : 'but the slope turns when one of the years is left out, so it is not called a trend';
  return `Five points ${basis}, ${span}${missing}: ${test}; ${steady}.`;
}

/** Tests the last five years of an authority up to a period. */
export function findDirection(series: Series, home: AreaCode, upTo: Period, indicator: Indicator): DirectionVerdict {
  const cannotTell = (rule: string): DirectionVerdict => ({
    answer: 'cannot-tell',
    trend: undefined,
    periods: [],
    rule,
  });
  if (!ANNUAL.has(upTo.kind)) {
    const length = upTo.kind === 'pooled' ? 'pool several years' : `are for one ${upTo.kind}`;
    return cannotTell(`A trend is tested over five separate years; these figures ${length}.`);
  }
  const points = findTrendPoints(series, home, upTo);
  if (points.length < TREND_POINTS) {
    const broken =
      points[0]?.value.status === 'break' ? ` since the break in the series ${describeWhen(points[0].period)}` : '';
    return cannotTell(
      `A trend needs five years; there ${points.length === 1 ? 'is' : 'are'} ${String(points.length)}${broken}.`,
    );
  }
  const trend = findTrend(points, indicator);
  if (!trend) return cannotTell('No intervals or counts are published for five years, so no trend can be tested.');
  const first = points[0]?.period;
  const used = new Set(points.map(({ period }) => period));
  const skipped = series.periods.filter(
    (period) =>
      first && period.kind === upTo.kind && period.end > first.end && period.end <= upTo.end && !used.has(period),
  );
  return {
    answer: toDirection(trend, indicator),
    trend,
    periods: points.map(({ period }) => period),
    rule: describeTrendRule(trend, points, skipped),
  };
}
