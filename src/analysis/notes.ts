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
import { describeArea } from './area-words.ts';
import { capitalise } from './capitalise.ts';
import { findPrevious } from './change.ts';
import { readColumn } from './column.ts';
import { isDated } from './dated.ts';
import { latestPeriodOf } from './field.ts';
import { findLatestFor } from './latest.ts';
import { describeRests } from './neighbour-average.ts';
import type { Average } from './peers.ts';
import { describeAverage } from './peers.ts';
import { findMembers, isStepAffected } from './neighbour-members.ts';
import { describeList, describePeriod, describeWhen } from './period-words.ts';

const STATUS_NOTES: Readonly<Record<Status, string>> = {
  provisional: 'is provisional and may be revised',
  revised: 'has been revised by its publisher',
  estimated: 'is an estimate',
  break: 'follows a break in the series: figures before it were counted differently',
};

function describeStatuses(series: Series, { home, period }: Comparison): string[] {
  const last = findPeriodIndex(series, period);
  const row = findAreaIndex(series, home);
  return series.periods.flatMap((at, index) => {
    const value = index <= last ? valueAtIndex(series, row, index) : undefined;
    if (!isMeasured(value)) return [];
    const noted =
      index === last && value.note !== undefined ? [`The publisher notes of ${at.label}: ${value.note}.`] : [];
    if (value.status === undefined) return noted;
    // Of earlier periods only a break still matters to who reads the latest one.
    return index === last || value.status === 'break'
      ? [`The figure for ${at.label} ${STATUS_NOTES[value.status]}.`, ...noted]
      : [];
  });
}

/** Why a cell has no number, for a sentence: "suppressed: too few children to publish". */
function describeAbsence(value: Value | undefined): string {
  if (value === undefined || isMeasured(value)) return 'no figure';
  // "Not published" says all that is known.
  if (value.missing === 'not-published') return describeMissing(value);
  return `${describeMissing(value)}: ${explainMissing(value.missing)}`;
}

/** "no figure for Derby in 2024/25 (suppressed: too few children to publish)". */
export function describeNoFigure(name: string, period: Period, value: Value | undefined): string {
  const reason = value === undefined ? '' : ` (${describeAbsence(value)})`;
  return `no figure for ${describeArea(name)} ${describeWhen(period)}${reason}`;
}

function describeLateness(series: Series, areas: AreaList, { home, period }: Comparison): string[] {
  const latest = latestPeriodOf(series, areas);
  const later = latest && comparePeriods(latest, period) > 0 ? latest : undefined;
  const own = later
    ? [
        `There is ${describeNoFigure(areas.nameOf(home), later, valueAt(series, home, later))}; the latest is for ${period.label}, and that is compared.`,
        ...(isDated(period, later) ? ['It is too old to count in the totals and lists of today.'] : []),
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
    const when = describeList(periods.map(describePeriod));
    return reason === 'no figure' ? `There is no figure for ${when}.` : `There is no figure for ${when} (${reason}).`;
  });
}

function describeNeighbours(
  series: Series,
  { period, neighbours, peers, neighbourRows }: Comparison,
  average: Average,
): string[] {
  const { n, of } = neighbours;
  if (of === 0) return [`“${peers.title}” names nobody to hold this area against.`];
  if (n === 0) return [];
  const rests = `${capitalise(describeAverage(peers, average))} rests on ${describeRests(neighbours)}`;
  const previous = findPrevious(series, period);
  const areas = neighbourRows.filter((row) => !row.home).map((row) => row.area);
  const before = previous ? findMembers(areas, readColumn(series, previous)) : [];
  if (!previous || !isStepAffected(before, findMembers(areas, readColumn(series, period)))) {
    return n === of ? [] : [`${rests}.`];
  }
  const others = before.length === n ? 'other ones' : String(before.length);
  return [`${rests}; it rested on ${others} ${describeWhen(previous)}, so its change since then is affected.`];
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
export function describeNotes(
  series: Series,
  areas: AreaList,
  comparison: Comparison,
  average: Average,
): readonly string[] {
  return [
    ...describeLateness(series, areas, comparison),
    ...describeStatuses(series, comparison),
    ...describeNeighbours(series, comparison, average),
    ...describeGaps(series, comparison),
    ...describeRanking(comparison, areas),
  ];
}
