/** The 95% interval of a figure: the publisher's where there is one, else worked out from its counts. */
import type { Indicator } from '../domain/indicator.ts';
import { isPercentage } from '../domain/indicator.ts';
import type { Value } from '../domain/value.ts';
import { isMeasured } from '../domain/value.ts';
import type { Limits } from './confidence.ts';
import { toRateLimits } from './poisson.ts';
import { toWilsonLimits } from './wilson.ts';

export interface Interval extends Limits {
  readonly source: 'published' | 'calculated';
  /** "published", or the method by which it was calculated here. */
  readonly method: string;
}

/** 10,000 of "per 10,000 aged under 18"; undefined where the unit is no rate. */
function findRateMultiplier(unit: string): number | undefined {
  const written = /\bper ([\d,]+)/.exec(unit)?.[1];
  const multiplier = written === undefined ? undefined : Number(written.replaceAll(',', ''));
  return multiplier !== undefined && multiplier > 1 ? multiplier : undefined;
}

/**
 * Published limits win. Otherwise limits are calculated from the published count and denominator,
 * and only where these give the published figure to its last decimal: counts are often rounded for
 * disclosure control, and an interval around another figure would be none of this one.
 */
export function findInterval(
  value: Value | undefined,
  indicator: Pick<Indicator, 'unit' | 'decimals'>,
): Interval | undefined {
  if (!isMeasured(value)) return undefined;
  const { number, lower, upper, count, denominator } = value;
  if (lower !== undefined && upper !== undefined) return { lower, upper, source: 'published', method: 'published' };
  if (count === undefined || denominator === undefined || !(count >= 0) || !(denominator > 0)) return undefined;
  if (!Number.isInteger(count)) return undefined;

  const proportion = isPercentage(indicator);
  const multiplier = proportion ? 100 : findRateMultiplier(indicator.unit);
  if (multiplier === undefined || (proportion && count > denominator)) return undefined;
  const agrees = Math.abs((count / denominator) * multiplier - number) <= 10 ** -indicator.decimals;
  if (!agrees) return undefined;
  return proportion
    ? {
        ...toWilsonLimits(count, denominator, multiplier),
        source: 'calculated',
        method: 'calculated here by Wilson’s method',
      }
    : {
        ...toRateLimits(count, denominator, multiplier),
        source: 'calculated',
        method: `calculated here by ${count < 10 ? 'the exact Poisson' : 'Byar’s'} method`,
      };
}
