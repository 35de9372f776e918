/** All values of one period of a series: the period is looked up once, for as many areas as are asked. */
import type { AreaCode } from '../domain/area.ts';
import type { Period } from '../domain/period.ts';
import type { Series } from '../domain/series.ts';
import { findAreaIndex, findPeriodIndex, valueAtIndex } from '../domain/series.ts';
import type { Value } from '../domain/value.ts';

/** Gives the value of an area in the period; undefined where there is no such cell. */
export function readColumn(series: Series, period: Period): (area: AreaCode) => Value | undefined {
  const index = findPeriodIndex(series, period);
  return (area) => valueAtIndex(series, findAreaIndex(series, area), index);
}
