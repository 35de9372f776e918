/** Is the space between two groups narrowing or widening: a test where intervals exist, else the plain change. */
import type { Period } from '../domain/period.ts';
import { isConsecutive, isOverlapping } from '../domain/period.ts';
import type { Scale } from './format.ts';
import { formatDifference, roundTo } from './format.ts';
import type { Interval } from './interval.ts';
import { describeBefore } from './period-words.ts';
import { findTrendByLimits, TREND_POINTS } from './recent-trend.ts';

export type GapDirection = 'narrowing' | 'widening' | 'no-clear-change' | 'cannot-tell';

export interface GapPoint {
  readonly period: Period;
  readonly group: number;
  readonly counterpart: number;
  /** Group minus counterpart, unrounded. */
  readonly gap: number;
  /** Half the width of the gap's 95% interval, where both figures have one. */
  readonly reach: number | undefined;
}

export interface GapDirectionVerdict {
  readonly direction: GapDirection;
  /** A test over five years, or the plain last change. */
  readonly by: 'test' | 'change' | undefined;
  readonly rule: string;
}

/** Errors of two independent figures add up in squares. */
export function toGapReach(group: Interval | undefined, counterpart: Interval | undefined): number | undefined {
  if (!group || !counterpart) return undefined;
  return Math.hypot((group.upper - group.lower) / 2, (counterpart.upper - counterpart.lower) / 2);
}

/** The last five points that do not overlap and have an interval, all on one side of zero. */
function findTestable(points: readonly GapPoint[]): readonly { value: number; lower: number; upper: number }[] {
  const chosen: GapPoint[] = [];
  for (const point of points.toReversed()) {
    const [later] = chosen;
    if (point.reach === undefined || (later && isOverlapping(point.period, later.period))) continue;
    chosen.unshift(point);
    if (chosen.length === TREND_POINTS) break;
  }
  const oneSided = chosen.every(({ gap }) => Math.sign(gap) === Math.sign(chosen[0]?.gap ?? 0));
  if (!oneSided) return [];
  return chosen.map(({ gap, reach = 0 }) => {
    const size = Math.abs(gap);
    return { value: size, lower: size - reach, upper: size + reach };
  });
}

/** @param points of home, earliest first */
export function findGapDirection(points: readonly GapPoint[], scale: Scale): GapDirectionVerdict {
  const trend = findTrendByLimits(findTestable(points));
  if (trend) {
    const test = `χ² for trend of the gap over five years ${trend.chiSquare.toFixed(1)}, significant above 9.5`;
    const direction =
      trend.answer === 'increasing' ? 'widening' : trend.answer === 'decreasing' ? 'narrowing' : 'no-clear-change';
    return { direction, by: 'test', rule: `${test}${trend.steady ? '' : ', but one year alone makes it so'}.` };
  }
  const [previous, latest] = points.slice(-2);
  if (!previous || !latest || !isConsecutive(previous.period, latest.period)) {
    return { direction: 'cannot-tell', by: undefined, rule: 'There is no gap for the period before to set it beside.' };
  }
  const [before, now] = [previous.gap, latest.gap].map((gap) => Math.abs(roundTo(gap, scale.decimals)));
  const step = Math.sign((now ?? 0) - (before ?? 0));
  return {
    direction: step > 0 ? 'widening' : step < 0 ? 'narrowing' : 'no-clear-change',
    by: 'change',
    rule: `No intervals are published for five years, so this is the plain change and no test: ${formatDifference(latest.gap, scale)} after ${formatDifference(previous.gap, scale)} ${describeBefore(previous.period)}.`,
  };
}
