/** Periods inside a sentence. */
import type { Period, PeriodKind } from '../domain/period.ts';

const PREPOSITIONS: Partial<Record<PeriodKind, string>> = { snapshot: 'on', pooled: 'over' };

/** The period itself: "2024/25", "the autumn term 2024/25". */
export function describePeriod({ kind, label }: Period): string {
  return kind === 'term' ? `the ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

/** "in 2024/25", "on 31 March 2025", "over 2020 to 2022", "in the autumn term 2024/25", "in 2019 and 2020". */
export function describeWhen(period: Period, ...others: readonly Period[]): string {
  const when = describeList([period, ...others].map(describePeriod));
  return `${PREPOSITIONS[period.kind] ?? 'in'} ${when}`;
}

/** The consecutive period before: "the year before", "over 2019 to 2021". */
export function describeBefore(previous: Period): string {
  switch (previous.kind) {
    case 'pooled':
      return describeWhen(previous);
    case 'snapshot':
      return 'a year earlier';
    case 'month':
    case 'quarter':
    case 'term':
      return `the ${previous.kind} before`;
    default:
      return 'the year before';
  }
}

/** How long the step from one period to the next is: "in a year", "on the period before". */
export function describeStep(period: Period): string {
  switch (period.kind) {
    case 'pooled':
      return 'on the period before';
    case 'month':
    case 'quarter':
    case 'term':
      return `in a ${period.kind}`;
    default:
      return 'in a year';
  }
}

const lists = new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' });

/** "a", "a and b", "a, b and c". */
export function describeList(items: Iterable<string>): string {
  return lists.format(items);
}

/** "2015/16 to 2024/25"; years that are pooled have a dash, so that two "to" are not read as one: "2014–2016 to 2020–2022". */
export function describeSpan(first: Period, last: Period): string {
  const label = (period: Period): string =>
    period.kind === 'pooled' ? period.label.replace(' to ', '–') : period.label;
  return first.label === last.label ? first.label : `${label(first)} to ${label(last)}`;
}
