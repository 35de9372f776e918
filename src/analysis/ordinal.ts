/** Ordinals in words, for a place near the top or bottom. */

const WORDS = ['', 'second', 'third', 'fourth', 'fifth'];

/** Places further than this from the end are given as a rank. */
export const NEAR_THE_END = WORDS.length;

/** Among fewer authorities every place is near an end. */
export const LEAST_FIELD = 2 * NEAR_THE_END;

/** "the highest", "the second highest"; for the first few places only. */
export function describeExtreme(place: number, end: 'highest' | 'lowest', ties: number): string {
  const word = WORDS[place - 1];
  if (word === undefined) throw new RangeError(`no word for place ${String(place)}`);
  return `the ${[ties > 1 ? 'joint' : '', word, end].filter(Boolean).join(' ')}`;
}

/** "1st", "22nd", "103rd", "111th". */
export function toOrdinal(place: number): string {
  const teen = Math.floor(place / 10) % 10 === 1;
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${String(place)}${suffix}`;
}
