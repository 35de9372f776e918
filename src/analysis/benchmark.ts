/**
 * A figure against a benchmark. With a confidence interval it is a test; without one it is a
 * matter of size, and says so.
 */
import type { Polarity } from '../domain/indicator.ts';
import type { Limits } from './confidence.ts';

/** What a comparison says: 'lower' and 'higher' where the indicator has no polarity and neither is good. */
export type Answer = 'better' | 'similar' | 'worse' | 'lower' | 'higher' | 'cannot-tell';

/** What being lower, or higher, means for the polarity. */
export function toAnswer(side: 'lower' | 'higher', polarity: Polarity): Exclude<Answer, 'similar' | 'cannot-tell'> {
  return polarity === 'none' ? side : polarity === side ? 'better' : 'worse';
}

/**
 * Different only where the benchmark lies strictly outside the limits.
 * Source: OHID, Fingertips technical guidance, "Comparing to a benchmark".
 */
export function compareByInterval(limits: Limits, benchmark: number, polarity: Polarity): Answer {
  if (limits.upper < benchmark) return toAnswer('lower', polarity);
  if (limits.lower > benchmark) return toAnswer('higher', polarity);
  return 'similar';
}

/** How large a difference must be to be called one, where there is no interval to test it by. */
export interface SizeRule {
  /** A quarter of the interquartile range of all current authorities with a number. */
  readonly quarterOfSpread: number;
  /** One unit of the last decimal that the publisher shows. */
  readonly rounding: number;
}

/** Relative error that subtracting two decimal fractions may leave in a double: 4.3 − 4.2 is not quite 0.1. */
const NOISE = 1e-9;

/** Different only where the difference is larger than both sizes of the rule. */
export function compareBySize(value: number, benchmark: number, rule: SizeRule, polarity: Polarity): Answer {
  const size = Math.abs(value - benchmark);
  const noise = NOISE * Math.max(Math.abs(value), Math.abs(benchmark));
  const least = Math.max(rule.quarterOfSpread, rule.rounding);
  return size - least > noise ? toAnswer(value < benchmark ? 'lower' : 'higher', polarity) : 'similar';
}
