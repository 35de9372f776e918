/** Which points of a line may be joined: a gap is never bridged. */
import { isConsecutive } from '../domain/period.ts';
import type { Measured } from '../domain/value.ts';
import { isMeasured } from '../domain/value.ts';
import type { ChartPoint } from './inputs.ts';

/** A point with a number. */
export interface NumberPoint extends ChartPoint {
  readonly value: Measured;
}

export function hasNumber(point: ChartPoint): point is NumberPoint {
  return isMeasured(point.value);
}

/**
 * Stretches of neighbouring points: consecutive periods, each with a number, and no break in the
 * series between. A stretch of one is an isolated point, which a line alone would hide.
 */
export function toRuns(points: readonly ChartPoint[]): NumberPoint[][] {
  const runs: NumberPoint[][] = [];
  let run: NumberPoint[] = [];
  for (const point of points) {
    if (!hasNumber(point)) {
      run = [];
      continue;
    }
    const previous = run.at(-1);
    if (previous && point.value.status !== 'break' && isConsecutive(previous.period, point.period)) run.push(point);
    else runs.push((run = [point]));
  }
  return runs;
}

/** The latest point with a number. */
export function findLatest(points: readonly ChartPoint[]): NumberPoint | undefined {
  return points.findLast(hasNumber);
}
