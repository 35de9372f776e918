/** Names and units of publishers inside a sentence, where nobody has worded the indicator. */
import type { Indicator } from '../domain/indicator.ts';
import { isPercentage } from '../domain/indicator.ts';
import { capitalise } from './capitalise.ts';

/** "%", "% of", "Percentage of": said again by the figure that follows. */
const SHARE = /^(?:%|percentage)(?:\s+of\b)?\s*/i;

/**
 * A publisher's name as a sentence can carry it: no percent sign before the words, dashes with their
 * spaces, no stray blanks. "%19 year olds qualified to Level 2 -Maths" → "19 year olds qualified to Level 2 – Maths".
 */
export function toSpokenName(name: string, indicator: Pick<Indicator, 'unit'>): string {
  const tidy = name
    .replace(/\s+/g, ' ')
    .replace(/\s[-–]\s?(?=\D)/g, ' – ')
    .replace(/(?<=[a-z])'(?=[a-z])/gi, '’')
    .trim();
  const bare = isPercentage(indicator) ? tidy.replace(SHARE, '') : tidy;
  return capitalise(bare === '' ? tidy : bare);
}

/**
 * The unit behind a figure, in brackets: " (average score)"; nothing for a percentage, whose sign says
 * it, nor where it only repeats the name or says no more than that things are counted.
 */
export function describeUnit({ unit, name }: Pick<Indicator, 'unit' | 'name'>): string {
  const words = unit.trim();
  if (words === '' || isPercentage({ unit: words }) || words.toLowerCase() === 'number') return '';
  if (name.toLowerCase().includes(words.toLowerCase())) return '';
  return ` (${words.replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())})`;
}
