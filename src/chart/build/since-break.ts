/** Points before a break in a series were counted in another way: nothing after it is set beside them. */
import { isMeasured } from '../../domain/value.ts';
import type { ChartPoint } from '../inputs.ts';

/** The points from the last break on; all of them where there is none. */
export function sinceBreak(points: readonly ChartPoint[]): readonly ChartPoint[] {
  const last = points.findLastIndex(({ value }) => isMeasured(value) && value.status === 'break');
  return points.slice(Math.max(last, 0));
}
