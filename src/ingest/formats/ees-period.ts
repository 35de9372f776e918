/** Explore Education Statistics: `time_period` with `time_identifier` → period. */
import { toMonth, toQuarter, toSnapshot, toTerm, MONTHS } from '../../domain/period.ts';
import type { TermName } from '../../domain/period.ts';
import type { PeriodHint, ReadPeriod } from '../period.ts';
import { readPeriod } from '../period.ts';

const YEARS: ReadonlyMap<string, PeriodHint> = new Map<string, PeriodHint>([
  ['academic year', { kind: 'academic' }],
  ['financial year', { kind: 'financial' }],
  ['tax year', { kind: 'financial' }],
  ['calendar year', { kind: 'calendar' }],
  ['reporting year', { kind: 'reporting' }],
]);

const TERMS: ReadonlyMap<string, TermName> = new Map<string, TermName>([
  ['autumn term', 'autumn'],
  ['spring term', 'spring'],
  ['summer term', 'summer'],
  ['autumn and spring term', 'autumn and spring'],
  ['autumn and spring terms', 'autumn and spring'],
]);

/** Day 7 of an ISO week: the Sunday that ends it. */
function toWeekEnd(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getUTCDate() - ((fourth.getUTCDay() + 6) % 7);
  return new Date(Date.UTC(year, 0, monday + (week - 1) * 7 + 6)).toISOString().slice(0, 10);
}

/** The year that `202425` starts in and `2025` is. */
function readFirstYear(timePeriod: string): number | undefined {
  const year = /^(\d{4})(?:\d{2})?$/.exec(timePeriod.trim())?.[1];
  return year === undefined ? undefined : Number(year);
}

function readPart(year: number, six: boolean, identifier: string): ReadPeriod | undefined {
  const term = TERMS.get(identifier);
  if (term) return { period: toTerm(term, six ? year + 1 : year) };
  const month = MONTHS.findIndex((name) => name.toLowerCase() === identifier);
  if (month >= 0) return { period: toMonth(year, month + 1) };
  const week = /^week (\d{1,2})$/.exec(identifier)?.[1];
  if (week !== undefined) {
    return { period: toSnapshot(toWeekEnd(year, Number(week)), `Week ${week} ${String(year)}`) };
  }
  const quarter = /^(financial|calendar)(?: year)? q(?:uarter )?([1-4])$/.exec(identifier);
  if (!quarter) return undefined;
  return { period: toQuarter(quarter[1] === 'financial' ? 'financial' : 'calendar', year, Number(quarter[2])) };
}

/**
 * Reads a period of an EES file.
 * @param timePeriod "202425", "2025" @param identifier "Academic year", "Autumn term", "Week 12"
 * @param catalogue what the catalogue says of the indicator: it settles what a reporting year is
 */
export function readEesPeriod(timePeriod: string, identifier: string, catalogue?: PeriodHint): ReadPeriod {
  const words = identifier.trim().toLowerCase();
  const hint = YEARS.get(words);
  if (hint) return readPeriod(timePeriod, hint.kind === 'reporting' ? (catalogue ?? hint) : hint);
  const year = readFirstYear(timePeriod);
  const part = year === undefined ? undefined : readPart(year, timePeriod.trim().length === 6, words);
  if (part) return part;
  return {
    reason: `time_period "${timePeriod}" with time_identifier "${identifier}" is no period that is known here; expected e.g. 202425 with "Academic year" or 2025 with "Reporting year"`,
  };
}
