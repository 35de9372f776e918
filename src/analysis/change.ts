/** Change from the consecutive period before. A gap between two periods is never bridged. */
import type { AreaCode } from '../domain/area.ts';
import type { Period } from '../domain/period.ts';
import { isConsecutive } from '../domain/period.ts';
import type { Series } from '../domain/series.ts';
import { valueAt } from '../domain/series.ts';
import { numberOf } from '../domain/value.ts';

/** The period of the series that `period` follows with none left out; undefined where there is none. */
export function findPrevious(series: Series, period: Period): Period | undefined {
  return series.periods.find((before) => isConsecutive(before, period));
}

/**
 * A value minus the one of the consecutive period before, in the indicator's unit (percentage
 * points for a percentage); undefined where either is missing or the two are not consecutive.
 */
export function findChange(series: Series, area: AreaCode, period: Period): number | undefined {
  const previous = findPrevious(series, period);
  const before = previous && numberOf(valueAt(series, area, previous));
  const now = numberOf(valueAt(series, area, period));
  return before === undefined || now === undefined ? undefined : now - before;
}
