/** What a reader should know of the figures behind a verdict, in sentences. */
import type { AreaList } from '../domain/area.ts';
import { ENGLAND } from '../domain/area.ts';
import type { Period } from '../domain/period.ts';
import { comparePeriods } from '../domain/period.ts';
import type { Series } from '../domain/series.ts';
import { findAreaIndex, findPeriodIndex, valueAt, valueAtIndex } from '../domain/series.ts';
import type { Status, Value } from '../domain/value.ts';
import { describeMissing, explainMissing, isMeasured } from '../domain/value.ts';
import type { Comparison } from './comparison.ts';
import { latestPeriodOf } from './field.ts';
import { findLatestFor } from './latest.ts';
import { describeList, describeWhen } from './period-words.ts';

const STATUS_NOTES: Readonly<Record<Status, string>> = {
  provisional: 'is provisional and may be revised',
  revised: 'has been revised by its publisher',
  estimated: 'is an estimate',
  break: 'follows a break in the series: figures before it were counted differently',
};

/** An average of fewer neighbours than this is shown with a warning. */
const FEW_NEIGHBOURS = 3;

function describeStatuses(series: Series, { home, period }: Comparison): string[] {
  const last = findPeriodIndex(series, period);
  const row = findAreaIndex(series, home);
  return series.periods.flatMap((at, index) => {
    const value = index <= last ? valueAtIndex(series, row, index) : undefined;
    if (!isMeasured(value) || value.status === undefined) return [];
    // Of earlier periods only a break still matters to who reads the latest one.
    return index === last || value.status === 'break'
      ? [`The figure for ${at.label} ${STATUS_NOTES[value.status]}.`]
      : [];
  });
}

/** Why a cell has no number, for a sentence: "suppressed: too few children to publish". */
export function describeAbsence(value: Value | undefined): string {
  if (value === undefined || isMeasured(value)) return 'no figure';
  // "Not published" says all that is known.
  if (value.missing === 'not-published') return describeMissing(value);
  return `${describeMissing(value)}: ${explainMissing(value.missing)}`;
}

function describeLateness(series: Series, areas: AreaList, { home, period }: Comparison): string[] {
  const name = areas.nameOf(home);
  const latest = latestPeriodOf(series, areas);
  const later = latest && comparePeriods(latest, period) > 0 ? latest : undefined;
  const own = later
    ? [
        `${name} has no figure for ${later.label} (${describeAbsence(valueAt(series, home, later))}); its latest is for ${period.label}, and that is compared.`,
      ]
    : [];
  const england = findLatestFor(series, ENGLAND);
  if (!england) return [...own, 'No figure is published for England.'];
  if (isMeasured(valueAt(series, ENGLAND, period))) return own;
  return [...own, `England has no figure for ${period.label}; its latest is for ${england.label}.`];
}

function describeGaps(series: Series, { home, period }: Comparison): string[] {
  const last = findPeriodIndex(series, period);
  const row = findAreaIndex(series, home);
  const first = series.periods.findIndex((_, index) => isMeasured(valueAtIndex(series, row, index)));
  if (first < 0) return [];
  const byReason = new Map<string, [Period, ...Period[]]>();
  series.periods.forEach((at, index) => {
    const value = valueAtIndex(series, row, index);
    if (index < first || index > last || isMeasured(value)) return;
    const reason = describeAbsence(value);
    const known = byReason.get(reason);
    if (known) known.push(at);
    else byReason.set(reason, [at]);
  });
  return [...byReason].map(([reason, periods]) => {
    const when = describeWhen(...periods);
    return reason === 'no figure' ? `There is no figure ${when}.` : `There is no figure ${when} (${reason}).`;
  });
}

function describeNeighbours({ neighbours: { n, of } }: Comparison): string[] {
  if (of === 0) return ['The set of statistical neighbours does not name any for this area.'];
  if (n === 0 || n === of) return [];
  const caution = n < FEW_NEIGHBOURS ? ', too few to stand for all' : '';
  return [`The neighbours’ average rests on ${String(n)} of ${String(of)}${caution}.`];
}

function describeRanking({ formerRanked, rank, indicator }: Comparison, areas: AreaList): string[] {
  const former =
    rank && formerRanked.length > 0
      ? [
          `The ranking counts ${describeList(formerRanked.map((code) => areas.nameOf(code)))}, which no longer ${formerRanked.length === 1 ? 'exists' : 'exist'} but ${formerRanked.length === 1 ? 'is' : 'are'} still reported by the publisher.`,
        ]
      : [];
  return indicator.banded === false ? [...former, 'The publisher gives no quartiles for this measure.'] : former;
}

/** All that is to be noted, the most pressing first. */
export function describeNotes(series: Series, areas: AreaList, comparison: Comparison): readonly string[] {
  return [
    ...describeLateness(series, areas, comparison),
    ...describeStatuses(series, comparison),
    ...describeNeighbours(comparison),
    ...describeGaps(series, comparison),
    ...describeRanking(comparison, areas),
  ];
}
