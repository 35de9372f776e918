/** Home against one benchmark: the answer, and the rule that gave it with its numbers. */
import type { Indicator } from '../domain/indicator.ts';
import type { Answer, SizeRule } from './benchmark.ts';
import { compareByInterval, compareBySize } from './benchmark.ts';
import type { Field } from './field.ts';
import { formatDifference, formatFigure, formatNumber } from './format.ts';
import type { Interval } from './interval.ts';

export type BenchmarkName = 'england' | 'region' | 'neighbours';

export interface Judged {
  readonly against: BenchmarkName;
  readonly answer: Answer;
  /** A test by the interval, or a matter of size; undefined where nothing can be told. */
  readonly by: 'interval' | 'size' | undefined;
  readonly benchmark: number | undefined;
  /** Home minus the benchmark, unrounded. */
  readonly difference: number | undefined;
  /** The rule that gave the answer, with its numbers, in a sentence or two. */
  readonly rule: string;
}

/** With fewer authorities the spread between them is not known well enough to measure a gap by. */
const LEAST_AUTHORITIES = 20;

/** What is held against what. */
export interface Match {
  readonly against: BenchmarkName;
  /** "England", "East Midlands", "the neighbours’ average". */
  readonly name: string;
  readonly indicator: Indicator;
  readonly value: number | undefined;
  readonly benchmark: number | undefined;
  readonly interval: Interval | undefined;
  readonly field: Field;
  /** Why nothing can be told, where the caller knows already. */
  readonly obstacle?: string;
}

function describeIntervalRule({ name, indicator, against }: Match, interval: Interval, benchmark: number): string {
  const figure = (number: number): string => formatFigure(number, indicator);
  const range = `The 95% interval of the figure, ${figure(interval.lower)} to ${figure(interval.upper)} (${interval.method})`;
  const place =
    interval.upper < benchmark ? 'lies below' : interval.lower > benchmark ? 'lies above' : 'contains or touches';
  const caution =
    against === 'neighbours' ? ' There is no official test against such an average; this one is ours.' : '';
  return `${range}, ${place} ${name} at ${figure(benchmark)}.${caution}`;
}

function describeSizeRule({ indicator, name, field }: Match, difference: number, rule: SizeRule): string {
  // A quarter of the spread is often finer than the figures' own last decimal: one more shows it.
  const fine = { ...indicator, decimals: indicator.decimals + 1 };
  const quarter = `${formatDifference(rule.quarterOfSpread, fine)} (a quarter of the interquartile range of ${formatNumber(field.current, 0)} authorities)`;
  const rounding = `${formatDifference(rule.rounding, indicator)} (the rounding of the figures)`;
  return `No interval is published, so this goes by size and is no test. The difference from ${name} is ${formatDifference(difference, fine)}; to count, it must be larger than ${quarter} and than ${rounding}.`;
}

/** An average lies among those it averages; a total, or a sum of rates, does not. */
function isOutsideField(benchmark: number, { numbers, current }: Field): boolean {
  const [lowest, highest] = [numbers[0], numbers.at(-1)];
  if (current < LEAST_AUTHORITIES || lowest === undefined || highest === undefined) return false;
  return benchmark < lowest || benchmark > highest;
}

/** Judges one figure against one benchmark: by interval where there is one, else by size. */
export function judgeAgainst(match: Match): Judged {
  const { against, name, indicator, value, benchmark, interval, field, obstacle } = match;
  const difference = value === undefined || benchmark === undefined ? undefined : value - benchmark;
  const cannotTell = (rule: string): Judged => ({
    against,
    answer: 'cannot-tell',
    by: undefined,
    benchmark,
    difference,
    rule,
  });
  if (obstacle !== undefined) return cannotTell(obstacle);
  if (value === undefined || benchmark === undefined || difference === undefined) {
    return cannotTell(`There is no figure for ${name} in this period.`);
  }
  if (isOutsideField(benchmark, field)) {
    return cannotTell(
      `The figure for ${name}, ${formatFigure(benchmark, indicator)}, lies outside the range of all authorities: it is a total or is counted in another way, so nothing can be held against it.`,
    );
  }
  if (interval) {
    const answer = compareByInterval(interval, benchmark, indicator.polarity);
    return {
      against,
      answer,
      by: 'interval',
      benchmark,
      difference,
      rule: describeIntervalRule(match, interval, benchmark),
    };
  }
  if (field.current < LEAST_AUTHORITIES || field.interquartileRange === undefined) {
    return cannotTell(
      `No interval is published, and only ${field.current === 1 ? '1 authority has' : `${formatNumber(field.current, 0)} authorities have`} a figure: with fewer than ${String(LEAST_AUTHORITIES)} the spread between them is no measure.`,
    );
  }
  const rule: SizeRule = { quarterOfSpread: field.interquartileRange / 4, rounding: 10 ** -indicator.decimals };
  const answer = compareBySize(value, benchmark, rule, indicator.polarity);
  return {
    against,
    answer,
    by: 'size',
    benchmark,
    difference,
    rule: describeSizeRule(match, difference, rule),
  };
}
