/** Cut points of a field: quartiles by Hyndman and Fan's type 7, quintiles by rank. */
import { quantileSorted } from 'd3-array';
import type { Polarity } from '../domain/indicator.ts';
import type { Quartile, QuartileBand } from './comparison.ts';

/**
 * The three quartile cut points of ascending, unrounded numbers, by type 7: linear between the
 * order statistics around position (n − 1)·p, as in R, Excel's QUARTILE.INC and d3.
 */
export function toQuartileCuts(ascending: readonly number[]): readonly [number, number, number] | undefined {
  const sorted = [...ascending];
  const [low, middle, high] = [0.25, 0.5, 0.75].map((p) => quantileSorted(sorted, p));
  return low === undefined || middle === undefined || high === undefined ? undefined : [low, middle, high];
}

const FROM_LOWEST: readonly QuartileBand[] = ['A', 'B', 'C', 'D'];

/**
 * The band a value falls in: where lower is better A ≤ q25 < B ≤ q50 < C ≤ q75 < D; where higher
 * is better the same cuts from D to A. Undefined without polarity.
 */
export function findQuartile(
  value: number,
  cuts: readonly [number, number, number],
  polarity: Polarity,
): Quartile | undefined {
  if (polarity === 'none') return undefined;
  const above = cuts.filter((cut) => value > cut).length;
  const band = FROM_LOWEST[polarity === 'lower' ? above : FROM_LOWEST.length - 1 - above];
  return band && { band, cuts };
}

/**
 * Which of `k` equal parts each number falls in, from 1: q = ⌊(k + 1) − ⌈(N + 1 − rank)/(N/k)⌉⌋ with
 * 0 → 1, ranks from the smallest with ties sharing the lowest, so that equal numbers never part.
 * Source: PHEindicatormethods, `phe_quantile`.
 * @param numbers undefined where missing
 * @param inverted counts from the largest
 * @returns for each number its part; undefined where it is missing or fewer than `k` are not
 */
export function toQuantileGroups(
  numbers: readonly (number | undefined)[],
  k = 5,
  inverted = false,
): (number | undefined)[] {
  const known = numbers.filter((number) => number !== undefined);
  if (known.length < k) return numbers.map(() => undefined);
  return numbers.map((number) => {
    if (number === undefined) return undefined;
    const rank = 1 + known.filter((other) => (inverted ? other > number : other < number)).length;
    const part = Math.floor(k + 1 - Math.ceil((known.length + 1 - rank) / (known.length / k)));
    return Math.max(part, 1);
  });
}
