/** What is told of many runs. */

/** @param {readonly number[]} numbers */
export const toMedian = (numbers) => at(numbers, 0.5);

/**
 * The number that a share of all numbers stay below.
 * @param {readonly number[]} numbers
 * @param {number} share
 */
export function at(numbers, share) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)] ?? NaN;
}

/**
 * Half the distance from the lowest to the highest.
 * @param {readonly number[]} numbers
 */
export const toSpread = (numbers) => (Math.max(...numbers) - Math.min(...numbers)) / 2;
