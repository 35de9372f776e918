/** What the statistical neighbours have in common: mean and median, and how many they rest on. */
import { mean, median } from 'd3-array';
import type { NeighbourAverage } from './comparison.ts';

/**
 * The plain mean and median of the neighbours' numbers; missing ones are left out and counted.
 * @param numbers one for each neighbour in the set, undefined where there is no number
 */
export function averageNeighbours(numbers: readonly (number | undefined)[]): NeighbourAverage {
  const known = numbers.filter((number) => number !== undefined);
  return { mean: mean(known), median: median(known), n: known.length, of: numbers.length };
}
