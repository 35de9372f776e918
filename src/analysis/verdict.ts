/**
 * The verdict on one authority and one indicator: everything a page says of it in one object, each
 * answer with the rule that gave it. "Cannot tell" is an answer like any other.
 */
import type { AreaCode } from '../domain/area.ts';
import type { Figures } from '../domain/figures.ts';
import type { Group, GroupId, Indicator } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import type { Series } from '../domain/series.ts';
import { valueAt } from '../domain/series.ts';
import type { Target } from '../domain/target.ts';
import type { Value } from '../domain/value.ts';
import { isMeasured, numberOf } from '../domain/value.ts';
import type { BenchmarkName, Judged } from './against.ts';
import { judgeAgainst } from './against.ts';
import type { ComparisonChoice } from './compare.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison.ts';
import type { DirectionVerdict, LastChange } from './direction.ts';
import { isDated } from './dated.ts';
import { findDirection, findLastChange } from './direction.ts';
import type { Field } from './field.ts';
import { fieldOf, latestPeriodOf } from './field.ts';
import type { Interval } from './interval.ts';
import { findInterval } from './interval.ts';
import { findLatestFor } from './latest.ts';
import { describeArea } from './area-words.ts';
import { describeNoFigure, describeNotes } from './notes.ts';
import type { Average } from './peers.ts';
import { describeAverage } from './peers.ts';
import type { RecentGap } from './recent-gaps.ts';
import { findRecentGaps } from './recent-gaps.ts';
import type { TargetVerdict } from './target-course.ts';
import { findDueTarget, judgeTarget } from './target-course.ts';

export interface VerdictChoice extends ComparisonChoice {
  /** Which average of the neighbours is judged against; the mean by default. */
  readonly average?: Average;
  /** Those of the figures by default. */
  readonly targets?: readonly Target[];
}

/** Where a value stands between the lowest and the highest of all authorities. */
export interface Place {
  /** 1 for the lowest; ties share. */
  readonly fromLowest: number;
  /** 1 for the highest; ties share. */
  readonly fromHighest: number;
  /** How many have this very value, home included. */
  readonly ties: number;
  readonly of: number;
}

export interface Verdict {
  readonly indicator: Indicator;
  readonly group: Group;
  readonly home: AreaCode;
  readonly homeName: string;
  readonly regionName: string | undefined;
  /** Home's latest period with a number; where it has none at all, the latest of the others; else the last of the series. */
  readonly period: Period;
  readonly value: Value | undefined;
  readonly comparison: Comparison;
  readonly average: Average;
  readonly interval: Interval | undefined;
  readonly place: Place | undefined;
  readonly direction: DirectionVerdict;
  readonly lastChange: LastChange | undefined;
  readonly england: Judged;
  readonly region: Judged;
  readonly neighbours: Judged;
  readonly recentGaps: readonly RecentGap[];
  readonly target: TargetVerdict | undefined;
  /** Is the figure years older than that of others? It is compared in its own period, and counts in no total of today. */
  readonly dated: boolean;
  readonly notes: readonly string[];
}

/** An average of fewer neighbours is nothing to judge by. */
const LEAST_NEIGHBOURS = 5;

function findPlace(value: number, { numbers }: Field): Place {
  const lower = numbers.filter((number) => number < value).length;
  const higher = numbers.filter((number) => number > value).length;
  return {
    fromLowest: lower + 1,
    fromHighest: higher + 1,
    ties: numbers.length - lower - higher,
    of: numbers.length,
  };
}

function findGroup(figures: Figures, id: GroupId): Group {
  return figures.catalogue.groups.find((group) => group.id === id) ?? { id, name: id, plain: id };
}

/** Judges home against the three benchmarks of a comparison. */
function judgeBenchmarks(
  figures: Figures,
  comparison: Comparison,
  field: Field,
  interval: Interval | undefined,
  average: Average,
): Record<BenchmarkName, Judged> {
  const { areas } = figures;
  const { home, period, indicator, neighbours, peers, region } = comparison;
  const value = numberOf(comparison.value);
  const absent =
    value === undefined ? `There is ${describeNoFigure(areas.nameOf(home), period, comparison.value)}.` : undefined;
  const few =
    neighbours.of === 0
      ? `“${peers.title}” names nobody to hold ${describeArea(areas.nameOf(home))} against.`
      : neighbours.n < LEAST_NEIGHBOURS
        ? `Figures are published for ${String(neighbours.n)} of the ${String(neighbours.of)} ${peers.members}; ${String(LEAST_NEIGHBOURS)} are needed.`
        : undefined;
  const judge = (against: BenchmarkName, name: string, benchmark: number | undefined, obstacle?: string): Judged =>
    judgeAgainst({ against, name, indicator, value, benchmark, interval, field, ...(obstacle ? { obstacle } : {}) });
  const noRegion = region ? undefined : `${areas.nameOf(home)} lies in no region of the list.`;
  return {
    england: judge('england', 'England', numberOf(comparison.england), absent),
    region: judge(
      'region',
      region ? describeArea(areas.nameOf(region)) : 'the region',
      numberOf(comparison.regionValue),
      absent ?? noRegion,
    ),
    neighbours: judge('neighbours', describeAverage(peers, average), neighbours[average], absent ?? few),
  };
}

function findPeriod(series: Series, figures: Figures, choice: VerdictChoice): Period | undefined {
  const measured = choice.period ?? findLatestFor(series, choice.home) ?? latestPeriodOf(series, figures.areas);
  // Of a series of markers alone it is still to be said why there is no number.
  return measured ?? series.periods.at(-1);
}

/** Is there a cell of anybody, a number or a marker, so that `judge` has a verdict? */
export function canJudge(figures: Figures, choice: VerdictChoice): boolean {
  const series = figures.findSeries(choice.indicator.id, choice.group);
  return series !== undefined && findPeriod(series, figures, choice) !== undefined;
}

/** A target that is past is judged by the value of its own period, one to come by the latest. */
function judgeDueTarget(
  series: Series,
  targets: readonly Target[],
  { home, indicator, group }: VerdictChoice,
  period: Period,
): TargetVerdict | undefined {
  const ofHome = targets.filter(
    (target) => target.indicator === indicator.id && target.group === group && target.area === home,
  );
  const target = findDueTarget(ofHome, period);
  if (!target) return undefined;
  const at = findLatestFor(series, home, target.period.end < period.end ? target.period : period);
  const value = at && valueAt(series, home, at);
  return judgeTarget(target, at && isMeasured(value) ? { period: at, number: value.number } : undefined, indicator);
}

/**
 * Judges an authority on an indicator and group, at its own latest period unless one is chosen.
 * @returns undefined where there is no such series
 */
export function judge(figures: Figures, choice: VerdictChoice): Verdict | undefined {
  const { home, indicator } = choice;
  const series = figures.findSeries(indicator.id, choice.group);
  const period = series && findPeriod(series, figures, choice);
  const comparison = period && compare(figures, { ...choice, period });
  if (!series || !period || !comparison) return undefined;

  const average = choice.average ?? 'mean';
  const field = fieldOf(series, figures.areas, period);
  const value = valueAt(series, home, period);
  const number = numberOf(value);
  const interval = findInterval(value, indicator);
  const latest = latestPeriodOf(series, figures.areas);
  return {
    indicator,
    group: findGroup(figures, choice.group),
    home,
    homeName: figures.areas.nameOf(home),
    regionName: comparison.region && figures.areas.nameOf(comparison.region),
    period,
    value,
    comparison,
    average,
    interval,
    place: comparison.rank && number !== undefined ? findPlace(number, field) : undefined,
    direction: findDirection(series, home, period, indicator),
    lastChange: findLastChange(series, home, period),
    ...judgeBenchmarks(figures, comparison, field, interval, average),
    recentGaps: findRecentGaps(series, comparison, average),
    target: judgeDueTarget(series, choice.targets ?? figures.targets, choice, period),
    dated: latest !== undefined && isDated(period, latest),
    notes: describeNotes(series, figures.areas, comparison, average),
  };
}
