/**
 * Recent trend over five points, with the leave-one-out guard.
 * Source: OHID, "Recent trends" in the Fingertips technical guidance; `statistics.md`.
 */
import { sum } from 'd3-array';

/** Five points, as the publisher's method has it. */
export const TREND_POINTS = 5;

/** Upper 0.2% point of χ² with one degree of freedom: a 99.8% test. */
const TREND_THRESHOLD = 9.54953570608324;

/** A 95% interval is this many standard errors wide. */
const WIDTH_IN_ERRORS = 3.92;

export type TrendMethod = 'limits' | 'counts';

export interface RecentTrend {
  readonly answer: 'increasing' | 'decreasing' | 'no-significant-change';
  readonly method: TrendMethod;
  readonly slope: number;
  readonly chiSquare: number;
  /** Do the slopes without each one of the points all have the sign of the slope? */
  readonly steady: boolean;
}

export interface LimitedPoint {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export interface CountedPoint {
  readonly count: number;
  readonly denominator: number;
}

interface WeightedPoint {
  readonly t: number;
  readonly v: number;
  readonly weight: number;
}

/** Weighted least squares: the slope, and how much its weights spread along time. */
function fit(points: readonly WeightedPoint[]): { slope: number; spread: number } {
  const w = sum(points, (p) => p.weight);
  const wt = sum(points, (p) => p.weight * p.t);
  const wtt = sum(points, (p) => p.weight * p.t * p.t);
  const wv = sum(points, (p) => p.weight * p.v);
  const wtv = sum(points, (p) => p.weight * p.t * p.v);
  return { slope: (w * wtv - wt * wv) / (w * wtt - wt * wt), spread: wtt - (wt * wt) / w };
}

function isSteady(points: readonly WeightedPoint[], slope: number): boolean {
  return points.every((_, left) => {
    const others = points.filter((_point, index) => index !== left);
    return Math.sign(fit(others).slope) === Math.sign(slope);
  });
}

function toTrend(method: TrendMethod, slope: number, chiSquare: number, steady: boolean): RecentTrend | undefined {
  if (!Number.isFinite(chiSquare)) return undefined;
  const significant = chiSquare > TREND_THRESHOLD && steady;
  const answer = !significant ? 'no-significant-change' : slope > 0 ? 'increasing' : 'decreasing';
  return { answer, method, slope, chiSquare, steady };
}

/**
 * Trend of values with 95% limits: each weighted by 1/SE², SE = (U − L)/3.92; χ² = b²·D.
 * @param points the last five, earliest first, at t = 1 … 5
 * @returns undefined with fewer than five points, or where a limit leaves no error to weigh by
 */
export function findTrendByLimits(points: readonly LimitedPoint[]): RecentTrend | undefined {
  if (points.length !== TREND_POINTS) return undefined;
  const weighted = points.map(({ value, lower, upper }, index) => {
    const error = (upper - lower) / WIDTH_IN_ERRORS;
    return { t: index + 1, v: value, weight: 1 / (error * error) };
  });
  const { slope, spread } = fit(weighted);
  return toTrend('limits', slope, slope * slope * spread, isSteady(weighted, slope));
}

/**
 * Trend of a proportion with counts: χ² for trend, the direction that of the slope of ln(x/(n − x)).
 * @param points the last five, earliest first, at t = 1 … 5
 * @returns undefined with fewer than five points, or where nobody or everybody is counted in one
 */
export function findTrendByCounts(points: readonly CountedPoint[]): RecentTrend | undefined {
  if (points.length !== TREND_POINTS) return undefined;
  const odds = points.map(({ count, denominator }, index) => ({
    t: index + 1,
    v: Math.log(count / (denominator - count)),
    weight: 1,
  }));
  const { slope } = fit(odds);
  if (!Number.isFinite(slope)) return undefined;
  const x = sum(points, (p) => p.count);
  const n = sum(points, (p) => p.denominator);
  const xt = sum(points, (p, index) => p.count * (index + 1));
  const nt = sum(points, (p, index) => p.denominator * (index + 1));
  const ntt = sum(points, (p, index) => p.denominator * (index + 1) ** 2);
  const chiSquare = (n * (n * xt - x * nt) ** 2) / (x * (n - x) * (n * ntt - nt * nt));
  return toTrend('counts', slope, chiSquare, isSteady(odds, slope));
}
