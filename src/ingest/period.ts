/**
 * Text → period. Every way of writing one that has been seen in a real file is listed in
 * `docs/`'s file guide; what cannot be one is a problem with its reason, never a guess.
 */
import type { Period, TermName, YearKind } from '../domain/period.ts';
import {
  MONTHS,
  toMonth,
  toPooled,
  toQuarter,
  toSnapshot,
  toSplitYearLabel,
  toTerm,
  toYear,
} from '../domain/period.ts';
import type { Status } from '../domain/value.ts';

/** What is known of an indicator's periods before one is read. */
export interface PeriodHint {
  readonly kind: YearKind | 'snapshot';
  /** Month and day of a snapshot, "03-31". */
  readonly day?: string;
}

export type ReadPeriod =
  { readonly period: Period; readonly status?: Status; readonly warning?: string } | { readonly reason: string };

const STATUS_SUFFIXES: ReadonlyMap<string, Status | undefined> = new Map<string, Status | undefined>([
  ['ot', undefined],
  ['outturn', undefined],
  ['final', undefined],
  ['f', undefined],
  ['prov', 'provisional'],
  ['provisional', 'provisional'],
  ['p', 'provisional'],
  ['rev', 'revised'],
  ['revised', 'revised'],
  ['r', 'revised'],
]);

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** The year that two digits mean after the year `from`: 99 → 00 rolls over. */
function toFullYear(from: number, written: string): number {
  if (written.length === 4) return Number(written);
  const year = Math.floor(from / 100) * 100 + Number(written);
  return year < from ? year + 100 : year;
}

function findMonth(name: string): number | undefined {
  const index = MONTHS.findIndex((m) => m.toLowerCase().startsWith(name.toLowerCase().slice(0, 3)));
  return name.length >= 3 && index >= 0 ? index + 1 : undefined;
}

const notOne = (written: string): ReadPeriod => ({
  reason: `"${written}" is not a period; expected a year such as 2024, 2024/25 or 202425, several years such as 2020-22, or a date such as 2025-03-31`,
});

function readYear(endYear: number, hint: PeriodHint | undefined): Period {
  if (!hint) return toYear('unknown', endYear);
  if (hint.kind !== 'snapshot') return toYear(hint.kind, endYear);
  return toSnapshot(`${String(endYear)}-${hint.day ?? '03-31'}`);
}

function readSplitYear(first: number, last: number, hint: PeriodHint | undefined): ReadPeriod {
  const label = toSplitYearLabel(last);
  if (!hint) return { period: toYear('unknown', last, label) };
  if (hint.kind === 'calendar') {
    return {
      period: toYear('academic', last),
      warning: `${String(first)}/${String(last % 100).padStart(2, '0')} is called a calendar year, which cannot span two years; it is read as the academic year ${label}`,
    };
  }
  if (hint.kind === 'snapshot') return { period: toSnapshot(`${String(last)}-${hint.day ?? '03-31'}`) };
  return { period: toYear(hint.kind, last, label) };
}

function readSpan(first: number, last: number, hint: PeriodHint | undefined, written: string): ReadPeriod {
  if (last === first + 1) return readSplitYear(first, last, hint);
  // A stroke joins the two halves of one year; only a dash or "to" reaches over several.
  if (last < first || last - first > 10 || written.includes('/')) return notOne(written);
  const basis = hint && hint.kind !== 'snapshot' ? hint.kind : 'calendar';
  return { period: toPooled(basis, first, last) };
}

function readDay(text: string): Period | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?$/.exec(text);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const spelt = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}) (\d{4})$/i.exec(text);
  const parts = iso
    ? [iso[1], iso[2], iso[3]]
    : slashed
      ? [slashed[3], slashed[2], slashed[1]]
      : spelt
        ? [spelt[3], String(findMonth(spelt[2] ?? '') ?? 0), spelt[1]]
        : undefined;
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (!isYear(year) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return toSnapshot(date.toISOString().slice(0, 10));
}

/** Months, quarters and terms, which carry their kind in their wording. */
function readPart(text: string): Period | undefined {
  const month = /^([a-z]{3,9})[ -](\d{4})$/i.exec(text) ?? undefined;
  const monthNumber = month ? findMonth(month[1] ?? '') : undefined;
  if (month && monthNumber) return toMonth(Number(month[2]), monthNumber);
  const numeric = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  // "2011-12" is a year over two, "2010-12" three years pooled, as these publishers write them: no months.
  const years = numeric ? (Number(numeric[2]) - Number(numeric[1]) + 10_000) % 100 : 0;
  if (numeric && years !== 1 && years !== 2) return toMonth(Number(numeric[1]), Number(numeric[2]));
  const quarter = /^(?:(\d{4})(?:[/-](\d{2}))? ?q([1-4])|q([1-4]) (\d{4})(?:[/-](\d{2}))?)$/i.exec(text) ?? undefined;
  if (quarter) {
    const year = Number(quarter[1] ?? quarter[5]);
    const split = quarter[2] ?? quarter[6];
    return toQuarter(split ? 'financial' : 'calendar', year, Number(quarter[3] ?? quarter[4]));
  }
  const term = /^(autumn and spring|autumn|spring|summer)(?: term)? (\d{4})(?:[/-](\d{2}))?$/i.exec(text);
  if (!term) return undefined;
  const name = (term[1] ?? '').toLowerCase() as TermName;
  const year = Number(term[2]);
  return toTerm(name, term[3] ? toFullYear(year, term[3]) : name.startsWith('autumn') ? year + 1 : year);
}

/**
 * Reads a period as a person or a publisher wrote it.
 * @param written e.g. "2024/25", "202425", "2025 (prov)", "2013/14-15/16", "31 March 2025"
 * @param hint what the indicator's periods are known to be; a bare year is the one ENDING then
 * @returns the period with its status, perhaps a warning; or the reason why it is none
 */
export function readPeriod(written: string, hint?: PeriodHint): ReadPeriod {
  const suffixed = /^(.*?)\s*\(([a-z]+)\)$/i.exec(written.trim());
  const suffix = suffixed?.[2]?.toLowerCase();
  const known = suffix !== undefined && STATUS_SUFFIXES.has(suffix);
  const status = known ? STATUS_SUFFIXES.get(suffix) : undefined;
  const text = (known ? (suffixed?.[1] ?? '') : written).trim().replace(/[–—−]/g, '-');
  const read = readBare(text, hint);
  return 'period' in read && status ? { ...read, status } : read;
}

function readBare(text: string, hint: PeriodHint | undefined): ReadPeriod {
  const part = readPart(text);
  if (part) return isYear(Number(part.end.slice(0, 4))) ? { period: part } : notOne(text);
  const day = readDay(text);
  if (day) return { period: day };
  const plain = /^(\d{4})$/.exec(text);
  if (plain) {
    const year = Number(plain[1]);
    return isYear(year) ? { period: readYear(year, hint) } : notOne(text);
  }
  const six = /^(\d{4})(\d{2})$/.exec(text);
  if (six) {
    const first = Number(six[1]);
    const last = toFullYear(first, six[2] ?? '');
    return isYear(first) && last === first + 1 ? readSplitYear(first, last, hint) : notOne(text);
  }
  const splits = /^(\d{4})\/(\d{2}|\d{4}) ?(?:-|to) ?(\d{2}|\d{4})\/(\d{2}|\d{4})$/.exec(text);
  if (splits) {
    const first = toFullYear(Number(splits[1]), splits[2] ?? '');
    const last = toFullYear(first, splits[4] ?? '');
    if (!isYear(first) || last - first > 10) return notOne(text);
    const basis = hint && hint.kind !== 'snapshot' && hint.kind !== 'calendar' ? hint.kind : 'financial';
    return { period: toPooled(basis, first, last) };
  }
  const span = /^(\d{4}) ?(?:[/-]|to) ?(\d{2}|\d{4})$/.exec(text);
  if (span) {
    const first = Number(span[1]);
    return isYear(first) ? readSpan(first, toFullYear(first, span[2] ?? ''), hint, text) : notOne(text);
  }
  return notOne(text);
}

const PERIOD_TYPES: ReadonlyMap<string, PeriodHint> = new Map<string, PeriodHint>([
  ['calendar', { kind: 'calendar' }],
  ['academic', { kind: 'academic' }],
  ['financial', { kind: 'financial' }],
  ['snapshot', { kind: 'snapshot', day: '03-31' }],
]);

/** The hint a catalogue's period type gives: "financial", "snapshot", "calendar-3" (three years pooled). */
export function toPeriodHint(periodType: string): PeriodHint | undefined {
  return PERIOD_TYPES.get(periodType.replace(/-\d+$/, ''));
}
