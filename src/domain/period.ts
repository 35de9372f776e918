/**
 * Periods: what stretch of time a figure is for. A period is placed on an axis by its END date;
 * two periods are comparable only where kind, start and end agree.
 */

/**
 * 'reporting' is the year that ends in the year named, as Explore Education Statistics has it;
 * 'unknown' is a year of which the file did not say whether it is calendar, academic or financial.
 */
export type PeriodKind =
  | 'calendar'
  | 'academic'
  | 'financial'
  | 'reporting'
  | 'unknown'
  | 'snapshot'
  | 'month'
  | 'quarter'
  | 'term'
  | 'pooled';

/** Every kind as a key, to tell whether a word is one. */
export const PERIOD_KINDS = {
  calendar: 0,
  academic: 0,
  financial: 0,
  reporting: 0,
  unknown: 0,
  snapshot: 0,
  month: 0,
  quarter: 0,
  term: 0,
  pooled: 0,
} satisfies Record<PeriodKind, 0>;

export interface Period {
  /** First day, ISO date. */
  readonly start: string;
  /** Last day, ISO date. */
  readonly end: string;
  readonly kind: PeriodKind;
  /** As it is shown: "2024/25", "2022", "31 March 2025", "2020 to 2022". */
  readonly label: string;
}

/** The same period has the same key, however a file wrote it. */
export function toPeriodKey(period: Period): string {
  return `${period.kind}/${period.start}/${period.end}`;
}

/** Orders by end date, then by start date. */
export function comparePeriods(a: Period, b: Period): number {
  return a.end < b.end ? -1 : a.end > b.end ? 1 : a.start < b.start ? -1 : a.start > b.start ? 1 : 0;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Last day of a month as an ISO date; month from 1 to 12. */
function toMonthEnd(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "2024/25": a year named by the two calendar years it spans; given the one it ends in. */
export function toSplitYearLabel(endYear: number): string {
  return `${String(endYear - 1)}/${two(endYear % 100)}`;
}

export type YearKind = 'calendar' | 'academic' | 'financial' | 'reporting' | 'unknown';

/**
 * The year of a kind that ENDS in `endYear`.
 * A reporting year is taken as 1 April to 31 March, the year of children's social care statistics.
 */
export function toYear(kind: YearKind, endYear: number, label?: string): Period {
  const before = String(endYear - 1);
  const year = String(endYear);
  switch (kind) {
    case 'academic':
      return { kind, start: `${before}-09-01`, end: `${year}-08-31`, label: label ?? toSplitYearLabel(endYear) };
    case 'financial':
      return { kind, start: `${before}-04-01`, end: `${year}-03-31`, label: label ?? toSplitYearLabel(endYear) };
    case 'reporting':
      return { kind, start: `${before}-04-01`, end: `${year}-03-31`, label: label ?? year };
    case 'calendar':
    case 'unknown':
      return { kind, start: `${year}-01-01`, end: `${year}-12-31`, label: label ?? year };
  }
}

/** Several years taken together, from the year that ends in `first` to the one that ends in `last`. */
export function toPooled(basis: YearKind, first: number, last: number): Period {
  const from = toYear(basis, first);
  const to = toYear(basis, last);
  return { kind: 'pooled', start: from.start, end: to.end, label: `${from.label} to ${to.label}` };
}

/** One day. @param day ISO date */
export function toSnapshot(day: string, label?: string): Period {
  const [year = '', month = '1', date = '1'] = day.split('-');
  return {
    kind: 'snapshot',
    start: day,
    end: day,
    label: label ?? `${String(Number(date))} ${MONTHS[Number(month) - 1] ?? month} ${year}`,
  };
}

/** One calendar month; `month` from 1. */
export function toMonth(year: number, month: number): Period {
  return {
    kind: 'month',
    start: `${String(year)}-${two(month)}-01`,
    end: toMonthEnd(year, month),
    label: `${MONTHS[month - 1] ?? two(month)} ${String(year)}`,
  };
}

/** A quarter of a calendar year, or of the financial year that starts in `year`; `quarter` from 1. */
export function toQuarter(basis: 'calendar' | 'financial', year: number, quarter: number): Period {
  const first = (basis === 'financial' ? 4 : 1) + (quarter - 1) * 3;
  const startYear = year + Math.floor((first - 1) / 12);
  const startMonth = ((first - 1) % 12) + 1;
  const name = basis === 'financial' ? toSplitYearLabel(year + 1) : String(year);
  return {
    kind: 'quarter',
    start: `${String(startYear)}-${two(startMonth)}-01`,
    end: toMonthEnd(startYear, startMonth + 2),
    label: `Q${String(quarter)} ${name}`,
  };
}

export type TermName = 'autumn' | 'spring' | 'summer' | 'autumn and spring';

const TERM_MONTHS: Readonly<Record<TermName, readonly [first: number, last: number]>> = {
  autumn: [9, 12],
  spring: [1, 4],
  summer: [5, 8],
  'autumn and spring': [9, 4],
};

/** A term of the academic year that ends in `endYear`. */
export function toTerm(name: TermName, endYear: number): Period {
  const [first, last] = TERM_MONTHS[name];
  const startYear = first === 9 ? endYear - 1 : endYear;
  const lastYear = last === 12 ? endYear - 1 : endYear;
  return {
    kind: 'term',
    start: `${String(startYear)}-${two(first)}-01`,
    end: toMonthEnd(lastYear, last),
    label: `${name.charAt(0).toUpperCase()}${name.slice(1)} term ${toSplitYearLabel(endYear)}`,
  };
}

/** Months from January of year 0 to an ISO date's month. */
function toMonthCount(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** Length of a period in whole months (a snapshot has none). */
export function monthsLong(period: Period): number {
  return period.start === period.end ? 0 : toMonthCount(period.end) - toMonthCount(period.start) + 1;
}

/**
 * Does `next` follow `previous` with none left out between? Years, snapshots and pooled years
 * follow one another year by year (pooled ones overlap); months, quarters and terms in their order.
 */
export function isConsecutive(previous: Period, next: Period): boolean {
  if (previous.kind !== next.kind) return false;
  const apart = toMonthCount(next.end) - toMonthCount(previous.end);
  switch (next.kind) {
    case 'month':
      return apart === 1;
    case 'quarter':
      return apart === 3;
    case 'term':
      return apart > 0 && toMonthCount(next.start) - toMonthCount(previous.end) === 1;
    default:
      return apart === 12 && monthsLong(previous) === monthsLong(next);
  }
}

/** Do two periods share a day? Pooled years do, and a trend may not rest on them. */
export function isOverlapping(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end;
}
