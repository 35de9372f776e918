/**
 * How far home was from its neighbours in the last few periods, in units of the neighbours' own
 * spread: what the attention list goes by, so that one noisy year decides nothing.
 */
import { deviation } from 'd3-array';
import type { Period } from '../domain/period.ts';
import type { Series } from '../domain/series.ts';
import { findPeriodIndex } from '../domain/series.ts';
import { numberOf } from '../domain/value.ts';
import { readColumn } from './column.ts';
import type { Comparison } from './comparison.ts';
import { averageNeighbours } from './neighbour-average.ts';
import type { Average } from './peers.ts';

/** Periods looked back over, the latest included. */
export const RECENT_PERIODS = 3;

/** Below this many neighbours neither their average nor their spread says much. */
const LEAST_NEIGHBOURS = 5;

export interface RecentGap {
  readonly period: Period;
  /** Home minus the neighbours' average, in the unit. */
  readonly gap: number;
  /** The same in standard deviations of the neighbours (at least one unit of the last decimal). */
  readonly inSpreads: number;
}

/** Gaps in the latest periods of the comparison's kind in which both have numbers, latest first. */
export function findRecentGaps(
  series: Series,
  { home, period, indicator, neighbourRows }: Comparison,
  average: Average,
): readonly RecentGap[] {
  const neighbours = neighbourRows.filter((row) => !row.home).map((row) => row.area);
  const gaps: RecentGap[] = [];
  const last = findPeriodIndex(series, period);
  for (let index = last; index > last - RECENT_PERIODS && index >= 0; index--) {
    const at = series.periods[index];
    if (at?.kind !== period.kind) continue;
    const valueOf = readColumn(series, at);
    const own = numberOf(valueOf(home));
    const numbers = neighbours.map((area) => numberOf(valueOf(area)));
    const level = averageNeighbours(numbers);
    const centre = level[average];
    if (own === undefined || centre === undefined || level.n < LEAST_NEIGHBOURS) continue;
    const spread = Math.max(deviation(numbers) ?? 0, 10 ** -indicator.decimals);
    gaps.push({ period: at, gap: own - centre, inSpreads: (own - centre) / spread });
  }
  return gaps;
}
