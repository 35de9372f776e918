/** The parts of a verdict as the column of numbers says them. */
import type { Answer } from '../../analysis/benchmark.ts';
import type { Quartile } from '../../analysis/comparison.ts';
import type { Direction } from '../../analysis/direction.ts';
import { decimalsToTell, formatDifference, formatFigure } from '../../analysis/format.ts';
import type { Course } from '../../analysis/target-course.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Value } from '../../domain/value.ts';
import { numberOf } from '../../domain/value.ts';

export const DIRECTION_ANSWERS = {
  better: { answer: 'better', word: 'getting better' },
  'no-clear-change': { answer: 'similar', word: 'no clear change' },
  worse: { answer: 'worse', word: 'getting worse' },
  lower: { answer: 'lower', word: 'falling' },
  higher: { answer: 'higher', word: 'rising' },
  'cannot-tell': { answer: 'cannot-tell', word: 'cannot tell' },
} as const satisfies Record<Direction, { answer: Answer; word: string }>;

export const COURSE_WORDS = {
  met: 'met',
  'on-course': 'on course',
  'off-course': 'off course',
  'cannot-tell': 'cannot tell',
} as const satisfies Record<Course, string>;

/** ", up 3.7 points on 2023/24"; nothing where there is no consecutive period to set it beside. */
export function describeLastChange({ lastChange, indicator }: Pick<Verdict, 'lastChange' | 'indicator'>): string {
  if (!lastChange) return '';
  const size = formatDifference(lastChange.change, indicator);
  if (/^0(\.0+)?(?![.\d])/.test(size)) return `, as in ${lastChange.from.label}`;
  return `, ${lastChange.change > 0 ? 'up' : 'down'} ${size} on ${lastChange.from.label}`;
}

/** Where a band lies, with enough decimals that the value is seen to be inside it: "above 4.4%", "3.4% to 4.4%". */
export function describeCuts(quartile: Quartile, value: Value | undefined, indicator: Indicator): string {
  const fromLowest = indicator.polarity === 'lower' ? ['A', 'B', 'C', 'D'] : ['D', 'C', 'B', 'A'];
  const at = fromLowest.indexOf(quartile.band);
  const decimals = decimalsToTell(numberOf(value) ?? 0, quartile.cuts, indicator.decimals);
  const cut = (index: number): string => {
    const number = quartile.cuts[index];
    return number === undefined ? '' : formatFigure(number, { ...indicator, decimals });
  };
  if (at === 0) return `up to ${cut(0)}`;
  return at === 3 ? `above ${cut(2)}` : `above ${cut(at - 1)}, up to ${cut(at)}`;
}
