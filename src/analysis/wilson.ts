/** Interval of a proportion. */
import type { ConfidenceLevel, Limits } from './confidence.ts';
import { DEVIATES } from './confidence.ts';

/**
 * Wilson's score interval of x out of n, times a multiplier (100 for a percentage):
 * m·[2x + z² ∓ z·√(z² + 4x(1 − x/n))] / [2(n + z²)].
 * Source: PHE Technical Guide, Confidence Intervals (2018), section on proportions.
 * @throws RangeError unless 0 ≤ x ≤ n and n > 0
 */
export function toWilsonLimits(x: number, n: number, multiplier = 1, level: ConfidenceLevel = 0.95): Limits {
  if (!(n > 0 && x >= 0 && x <= n)) {
    throw new RangeError(`a proportion needs 0 ≤ x ≤ n and n > 0, not ${String(x)} of ${String(n)}`);
  }
  const z = DEVIATES[level];
  const middle = 2 * x + z * z;
  const reach = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  const scale = multiplier / (2 * (n + z * z));
  return { lower: (middle - reach) * scale, upper: (middle + reach) * scale };
}
