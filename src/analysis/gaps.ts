/**
 * Narrowing the gap: a group of children held against its counterpart, in one authority, over time
 * and beside the same gap of England, the region and the neighbours.
 */
import { quantile } from 'd3-array';
import type { AreaCode } from '../domain/area.ts';
import { ENGLAND } from '../domain/area.ts';
import type { Figures } from '../domain/figures.ts';
import type { Group, GroupId, Indicator } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import type { Series } from '../domain/series.ts';
import { isMeasured, numberOf } from '../domain/value.ts';
import type { Answer } from './benchmark.ts';
import { compareBySize } from './benchmark.ts';
import { readColumn } from './column.ts';
import type { ComparisonChoice } from './compare.ts';
import { findNeighbours } from './compare.ts';
import type { NeighbourAverage } from './comparison.ts';
import { formatDifference } from './format.ts';
import type { GapDirectionVerdict, GapPoint } from './gap-direction.ts';
import { findGapDirection, toGapReach } from './gap-direction.ts';
import { findInterval } from './interval.ts';
import { averageNeighbours } from './neighbour-average.ts';
import type { Average, Peers } from './peers.ts';
import { describeAverage, describePeers } from './peers.ts';

export interface GapVerdict {
  readonly indicator: Indicator;
  readonly group: Group;
  readonly counterpart: Group;
  readonly home: AreaCode;
  /** The latest period in which home has a number for both groups. */
  readonly period: Period;
  /** Home's gaps, earliest first; periods without one of the two are left out. */
  readonly points: readonly GapPoint[];
  readonly latest: GapPoint;
  readonly direction: GapDirectionVerdict;
  /** Gaps between published figures, group minus counterpart; undefined where either is missing. */
  readonly england: number | undefined;
  readonly region: number | undefined;
  /** Of the gaps of the neighbours that have a number for both. */
  readonly neighbours: NeighbourAverage;
  readonly peers: Peers;
  readonly average: Average;
  /** Home's gap against the neighbours' average gap, by size: a smaller disadvantage is better. */
  readonly answer: Answer;
  readonly rule: string;
}

export interface GapChoice extends Omit<ComparisonChoice, 'period'> {
  /** Which average of the neighbours' gaps is judged against; the mean by default. */
  readonly average?: Average;
}

const LEAST_NEIGHBOURS = 5;
const LEAST_AUTHORITIES = 20;

interface Pair {
  readonly group: Series;
  readonly counterpart: Series;
}

/** Gives the gap of an area in a period, group minus counterpart. */
function readGaps({ group, counterpart }: Pair, period: Period): (area: AreaCode) => number | undefined {
  const [groupOf, counterpartOf] = [readColumn(group, period), readColumn(counterpart, period)];
  return (area) => {
    const [left, right] = [numberOf(groupOf(area)), numberOf(counterpartOf(area))];
    return left === undefined || right === undefined ? undefined : left - right;
  };
}

function findPoints({ group, counterpart }: Pair, home: AreaCode, indicator: Indicator): GapPoint[] {
  return group.periods.flatMap((period) => {
    const [left, right] = [readColumn(group, period)(home), readColumn(counterpart, period)(home)];
    if (!isMeasured(left) || !isMeasured(right)) return [];
    const reach = toGapReach(findInterval(left, indicator), findInterval(right, indicator));
    return [{ period, group: left.number, counterpart: right.number, gap: left.number - right.number, reach }];
  });
}

/** By size, as `statistics.md` has it for figures without an interval, with the gaps as the figures. */
function judgeAgainstNeighbours(
  figures: Figures,
  indicator: Indicator,
  gap: number,
  gapOf: (area: AreaCode) => number | undefined,
  { neighbours, peers, average }: Pick<GapVerdict, 'neighbours' | 'peers' | 'average'>,
): { answer: Answer; rule: string } {
  const { n, of, [average]: centre } = neighbours;
  if (centre === undefined || n < LEAST_NEIGHBOURS) {
    const rule = `Both figures are published for ${String(n)} of the ${String(of)} ${peers.members}; ${String(LEAST_NEIGHBOURS)} are needed.`;
    return { answer: 'cannot-tell', rule };
  }
  const all = figures.areas.authorities.flatMap(({ code }) => gapOf(code) ?? []);
  const [low, high] = [quantile(all, 0.25), quantile(all, 0.75)];
  if (all.length < LEAST_AUTHORITIES || low === undefined || high === undefined) {
    return {
      answer: 'cannot-tell',
      rule: `A spread needs ${String(LEAST_AUTHORITIES)} authorities with both figures.`,
    };
  }
  const size = { quarterOfSpread: (high - low) / 4, rounding: 10 ** -indicator.decimals };
  const fine = { ...indicator, decimals: indicator.decimals + 1 };
  return {
    // The gap is counted so that for either polarity more of it in the polarity's direction is better.
    answer: compareBySize(gap, centre, size, indicator.polarity),
    rule: `By size, and no test: the gap differs from ${describeAverage(peers, average, 'gap')} by ${formatDifference(gap - centre, fine)}; to count, that must be larger than ${formatDifference(size.quarterOfSpread, fine)} (a quarter of the interquartile range of ${String(all.length)} authorities’ gaps) and than ${formatDifference(size.rounding, indicator)} (the rounding of the figures).`,
  };
}

/** The group that a group is held against in this indicator; undefined where there are no figures for it. */
function findCounterpart(figures: Figures, indicator: Indicator, id: GroupId): Group | undefined {
  const { groups } = figures.catalogue;
  const counterpart = groups.find((group) => group.id === id)?.counterpart;
  if (counterpart === undefined || !figures.findSeries(indicator.id, counterpart)) return undefined;
  return groups.find((group) => group.id === counterpart);
}

/** @returns undefined where the group has no counterpart, or home never has a number for both */
export function judgeGap(figures: Figures, choice: GapChoice): GapVerdict | undefined {
  const { home, indicator } = choice;
  const group = figures.catalogue.groups.find(({ id }) => id === choice.group);
  const counterpart = findCounterpart(figures, indicator, choice.group);
  if (!group || !counterpart) return undefined;
  const series = figures.findSeries(indicator.id, group.id);
  const against = figures.findSeries(indicator.id, counterpart.id);
  if (!series || !against) return undefined;
  const pair = { group: series, counterpart: against };
  const points = findPoints(pair, home, indicator);
  const latest = points.at(-1);
  if (!latest) return undefined;

  const { period } = latest;
  const gapOf = readGaps(pair, period);
  const region = figures.areas.regionOf(home)?.code;
  const set = choice.neighbours ?? figures.neighbourSets[0];
  const beside = {
    neighbours: averageNeighbours(findNeighbours(set, home).map(gapOf)),
    peers: describePeers(set, figures.neighbourSets),
    average: choice.average ?? 'mean',
  };
  return {
    indicator,
    group,
    counterpart,
    home,
    period,
    points,
    latest,
    direction: findGapDirection(points, indicator),
    england: gapOf(ENGLAND),
    region: region && gapOf(region),
    ...beside,
    ...judgeAgainstNeighbours(figures, indicator, latest.gap, gapOf, beside),
  };
}

/** Every gap of an authority, in the order of the catalogue: one page's worth. */
export function judgeAllGaps(
  figures: Figures,
  home: AreaCode,
  choice: Omit<GapChoice, 'home' | 'indicator' | 'group'> = {},
): readonly GapVerdict[] {
  return figures.catalogue.indicators.flatMap((indicator) =>
    indicator.groups.flatMap((group) => judgeGap(figures, { ...choice, home, indicator, group }) ?? []),
  );
}
