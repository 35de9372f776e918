/** Place in a field: 1 is best for the indicator's polarity, ties share the best rank. */
import type { Polarity } from '../domain/indicator.ts';
import type { Rank } from './comparison.ts';

/**
 * Rank on unrounded values.
 * @param field every number of the field, the value's own included
 * @returns undefined without polarity: nobody can be best
 */
export function findRank(value: number, field: readonly number[], polarity: Polarity): Rank | undefined {
  if (polarity === 'none') return undefined;
  const ahead = field.filter((other) => (polarity === 'lower' ? other < value : other > value));
  return { rank: ahead.length + 1, of: field.length };
}
