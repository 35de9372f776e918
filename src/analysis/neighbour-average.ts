/** What the statistical neighbours have in common: mean and median, and how many they rest on. */
import { mean, median } from 'd3-array';
import type { NeighbourAverage } from './comparison.ts';

/** An average of fewer neighbours than this is never shown without saying so. */
const FEW_NEIGHBOURS = 3;

/**
 * The plain mean and median of the neighbours' numbers; missing ones are left out and counted.
 * @param numbers one for each neighbour in the set, undefined where there is no number
 */
export function averageNeighbours(numbers: readonly (number | undefined)[]): NeighbourAverage {
  const known = numbers.filter((number) => number !== undefined);
  return { mean: mean(known), median: median(known), n: known.length, of: numbers.length };
}

/** What an average rests on: "10 of 10"; "2 of 10, too few to stand for all". */
export function describeRests({ n, of }: NeighbourAverage): string {
  return `${String(n)} of ${String(of)}${n > 0 && n < FEW_NEIGHBOURS ? ', too few to stand for all' : ''}`;
}
