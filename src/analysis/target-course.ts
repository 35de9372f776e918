/** Whether a target is met, and if it is still to come, whether home is on the straight line to it. */
import type { Indicator, Polarity } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import type { Target } from '../domain/target.ts';
import { formatFigure } from './format.ts';
import { describeWhen } from './period-words.ts';

export type Course = 'met' | 'on-course' | 'off-course' | 'cannot-tell';

export interface TargetVerdict {
  readonly target: Target;
  readonly course: Course;
  /** Where the line from the baseline stands in the period of the value. */
  readonly expected: number | undefined;
  readonly rule: string;
}

export interface DatedNumber {
  readonly period: Period;
  readonly number: number;
}

/** Days since 1970 of the end of a period. */
const toDay = (period: Period): number => Date.parse(period.end) / 86_400_000;

/**
 * The straight line from the baseline to the target, at the end of a period.
 * @returns undefined where the target does not lie after the baseline
 */
export function toTargetLine(baseline: DatedNumber, target: DatedNumber, at: Period): number | undefined {
  const [from, to] = [toDay(baseline.period), toDay(target.period)];
  if (!(to > from)) return undefined;
  return baseline.number + ((target.number - baseline.number) * (toDay(at) - from)) / (to - from);
}

/** Which way the target lies: the polarity's, or from the baseline where there is none. */
function findAim(target: Target, polarity: Polarity): 'higher' | 'lower' | undefined {
  if (polarity !== 'none') return polarity;
  const from = target.baseline?.number;
  return from === undefined || from === target.number ? undefined : target.number > from ? 'higher' : 'lower';
}

/**
 * Judges the latest value against a target.
 * @param latest home's latest value, in the target's period or before it (or, of a target that is past, after it)
 */
export function judgeTarget(target: Target, latest: DatedNumber | undefined, indicator: Indicator): TargetVerdict {
  const answer = (course: Course, rule: string, expected?: number): TargetVerdict => ({
    target,
    course,
    expected,
    rule,
  });
  const figure = (number: number): string => formatFigure(number, indicator);
  const aim = findAim(target, indicator.polarity);
  const goal = `The target is ${figure(target.number)} ${describeWhen(target.period)}`;
  if (!latest) return answer('cannot-tell', `${goal}; there is no figure to hold against it.`);
  if (!aim) return answer('cannot-tell', `${goal}; nothing says whether higher or lower is meant.`);

  const reaches = (number: number, mark: number): boolean => (aim === 'higher' ? number >= mark : number <= mark);
  const now = `${figure(latest.number)} ${describeWhen(latest.period)}`;
  if (reaches(latest.number, target.number)) return answer('met', `${goal}; it was ${now}.`);
  if (latest.period.end >= target.period.end) return answer('off-course', `${goal}; it was ${now}, so it was not met.`);
  if (!target.baseline) {
    return answer('cannot-tell', `${goal}; it was ${now}. Without a baseline there is no line to be on.`);
  }
  if (latest.period.end <= target.baseline.period.end) {
    return answer('cannot-tell', `${goal}; it was ${now}. There is no figure since the baseline yet.`);
  }
  const expected = toTargetLine(target.baseline, target, latest.period);
  if (expected === undefined) return answer('cannot-tell', `${goal}, which is not after its baseline.`);
  const line = `the straight line from ${figure(target.baseline.number)} ${describeWhen(target.baseline.period)} stands at ${figure(expected)}`;
  return answer(
    reaches(latest.number, expected) ? 'on-course' : 'off-course',
    `${goal}; it was ${now}, where ${line}.`,
    expected,
  );
}

/** Of several targets the next one due, or the last one where all are past. */
export function findDueTarget(targets: readonly Target[], at: Period): Target | undefined {
  const byEnd = [...targets].sort((a, b) => (a.period.end < b.period.end ? -1 : 1));
  return byEnd.find((target) => target.period.end >= at.end) ?? byEnd.at(-1);
}
