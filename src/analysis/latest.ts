/** Which period is the latest one: of a whole series, or of one area in it. */
import type { AreaCode } from '../domain/area.ts';
import type { Period } from '../domain/period.ts';
import type { Series } from '../domain/series.ts';
import { findAreaIndex } from '../domain/series.ts';

function hasNumber(series: Series, area: number, period: number): boolean {
  const number = series.numbers[area * series.periods.length + period];
  return number !== undefined && !Number.isNaN(number);
}

/**
 * The latest period in which any of the areas has a number. A period in which there are only
 * markers has not been published yet.
 * @param areas the current local authorities
 */
export function findLatestPeriod(series: Series, areas: Iterable<AreaCode>): Period | undefined {
  const rows = [...areas].map((area) => findAreaIndex(series, area)).filter((row) => row >= 0);
  for (let period = series.periods.length - 1; period >= 0; period--) {
    if (rows.some((row) => hasNumber(series, row, period))) return series.periods[period];
  }
  return undefined;
}

/** The latest period in which this area has a number, none later than `upTo` where that is given. */
export function findLatestFor(series: Series, area: AreaCode, upTo?: Period): Period | undefined {
  const row = findAreaIndex(series, area);
  if (row < 0) return undefined;
  for (let index = series.periods.length - 1; index >= 0; index--) {
    const period = series.periods[index];
    if (period && (!upTo || period.end <= upTo.end) && hasNumber(series, row, index)) return period;
  }
  return undefined;
}
