/** Intervals of a count and of a rate. */
import type { ConfidenceLevel, Limits } from './confidence.ts';
import { DEVIATES } from './confidence.ts';

/** Counts below this have exact limits; from here on Byar's approximation is as good. */
const SMALL = 10;

/** P(X ≤ x) of a Poisson variable. Sums at most ten terms here, so nothing overflows. */
function poissonAtMost(x: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= x; k++) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

/** The mean at which P(X ≤ x) falls to `probability`: by halving, until doubles cannot tell. */
function findPoissonMean(x: number, probability: number): number {
  let low = 0;
  let high = 1;
  while (poissonAtMost(x, high) > probability) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (poissonAtMost(x, middle) > probability) low = middle;
    else high = middle;
  }
}

/**
 * Exact limits of a whole count x: χ²inv(α/2, 2x)/2 and χ²inv(1 − α/2, 2x + 2)/2. With an even
 * number of degrees of freedom χ² is a Poisson sum, so that no approximation of it is needed.
 * Source: PHE Technical Guide, Confidence Intervals (2018); APHO Technical Briefing 3 (2008).
 */
export function toExactPoissonLimits(x: number, level: ConfidenceLevel = 0.95): Limits {
  if (!Number.isInteger(x) || x < 0) throw new RangeError(`a count is a whole number from 0, not ${String(x)}`);
  const tail = (1 - level) / 2;
  return { lower: x === 0 ? 0 : findPoissonMean(x - 1, 1 - tail), upper: findPoissonMean(x, tail) };
}

/**
 * Byar's limits of a count: x·(1 − 1/(9x) − z/(3√x))³ and (x+1)·(1 − 1/(9(x+1)) + z/(3√(x+1)))³.
 * Source: as above.
 */
export function toByarLimits(x: number, level: ConfidenceLevel = 0.95): Limits {
  if (!(x > 0)) throw new RangeError(`Byar's limits need a count above 0, not ${String(x)}`);
  const z = DEVIATES[level];
  const next = x + 1;
  return {
    lower: x * (1 - 1 / (9 * x) - z / (3 * Math.sqrt(x))) ** 3,
    upper: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3,
  };
}

/**
 * Limits of the rate x per n, times a multiplier (10,000 for "per 10,000"): exact below ten, Byar's
 * from ten on.
 */
export function toRateLimits(x: number, n: number, multiplier: number, level: ConfidenceLevel = 0.95): Limits {
  if (!(n > 0)) throw new RangeError(`a rate needs a denominator above 0, not ${String(n)}`);
  const { lower, upper } = x < SMALL ? toExactPoissonLimits(x, level) : toByarLimits(x, level);
  return { lower: (lower * multiplier) / n, upper: (upper * multiplier) / n };
}
