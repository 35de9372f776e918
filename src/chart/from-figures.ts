/**
 * Inputs of charts from figures and a choice. Nothing is worked out here: comparisons, averages and
 * ranks come from analysis; this gives them names, roles and an order.
 */
import { readColumn } from '../analysis/column.ts';
import type { ComparisonChoice } from '../analysis/compare.ts';
import { compare, findNeighbours } from '../analysis/compare.ts';
import type { Comparison } from '../analysis/comparison.ts';
import { averageNeighbours, describeRests } from '../analysis/neighbour-average.ts';
import { findMembers, isStepAffected } from '../analysis/neighbour-members.ts';
import type { Average, Peers } from '../analysis/peers.ts';
import { describePeers, toAverageName } from '../analysis/peers.ts';
import type { AreaCode } from '../domain/area.ts';
import { ENGLAND } from '../domain/area.ts';
import type { Figures } from '../domain/figures.ts';
import type { Series } from '../domain/series.ts';
import { findAreaIndex, valueAt, valueAtIndex } from '../domain/series.ts';
import type { Value } from '../domain/value.ts';
import { numberOf } from '../domain/value.ts';
import type { DistributionInput } from './forms/distribution.ts';
import type { NeighboursInput } from './forms/neighbours.ts';
import type { SparklineInput } from './forms/sparkline.ts';
import type { SpreadPoint, TargetPoint, TrendInput } from './forms/trend.ts';
import type { AxisStart, ChartItem, ChartPoint, ChartSeries, ChartWords } from './inputs.ts';
import type { Role } from './scene.ts';

/** What a chart of one indicator is asked to show. */
export interface ChartChoice extends ComparisonChoice, ChartWords {
  readonly start: AxisStart;
  readonly average: Average;
}

export interface TrendChoice extends ChartChoice {
  readonly spread?: readonly SpreadPoint[];
  readonly target?: readonly TargetPoint[];
}

/** The series of an average of neighbours; the same in every chart, so that a highlight carries over. */
export const NEIGHBOUR_AVERAGE = 'neighbour-mean';

/** The line of one area through every period of a series. */
export function toAreaSeries(series: Series, areas: Figures['areas'], area: AreaCode, role: Role): ChartSeries {
  const index = findAreaIndex(series, area);
  const points = series.periods.map((period, i): ChartPoint => ({ period, value: valueAtIndex(series, index, i) }));
  return { id: area, role, name: areas.nameOf(area), points };
}

function toAverage(series: Series, neighbours: readonly AreaCode[], peers: Peers, average: Average): ChartSeries {
  let before: readonly AreaCode[] = [];
  const points = series.periods.map((period): ChartPoint => {
    const valueOf = readColumn(series, period);
    const of = averageNeighbours(neighbours.map((area) => numberOf(valueOf(area))));
    const members = findMembers(neighbours, valueOf);
    const others = isStepAffected(before, members) ? ', not the same ones as before' : '';
    before = members;
    const number = of[average];
    if (number === undefined) return { period, value: undefined };
    return { period, value: { number }, note: `${average} of ${describeRests(of)}${others}` };
  });
  return { id: NEIGHBOUR_AVERAGE, role: 'neighbour-mean', name: toAverageName(peers, average), points };
}

/** Periods at either end for which no line has a cell say nothing and take room. */
export function trimPeriods(all: readonly ChartSeries[]): ChartSeries[] {
  const known = (index: number): boolean => all.some((series) => series.points[index]?.value !== undefined);
  const count = all[0]?.points.length ?? 0;
  let from = 0;
  let to = count;
  while (from < to && !known(from)) from += 1;
  while (to > from && !known(to - 1)) to -= 1;
  return all.map((series) => ({ ...series, points: series.points.slice(from, to) }));
}

/** Home, England, region, the neighbours' average and each neighbour over all periods; undefined without a series. */
export function buildTrend(figures: Figures, choice: TrendChoice): TrendInput | undefined {
  const { home, indicator, group, title, caption, start, average } = choice;
  const series = figures.findSeries(indicator.id, group);
  if (!series) return undefined;
  const set = choice.neighbours ?? figures.neighbourSets[0];
  const neighbours = findNeighbours(set, home);
  const peers = describePeers(set, figures.neighbourSets);
  const region = figures.areas.regionOf(home)?.code;
  const line = (area: AreaCode, role: Role): ChartSeries => toAreaSeries(series, figures.areas, area, role);
  const shown = trimPeriods([
    line(home, 'home'),
    line(ENGLAND, 'england'),
    ...(region ? [line(region, 'region')] : []),
    ...(neighbours.length > 0 ? [toAverage(series, neighbours, peers, average)] : []),
    ...neighbours.map((area) => line(area, 'neighbour')),
  ]);
  return {
    title,
    caption,
    measure: indicator,
    start,
    series: shown,
    neighbours: peers.short,
    ...(choice.spread ? { spread: choice.spread } : {}),
    ...(choice.target ? { target: choice.target } : {}),
  };
}

/** Home and the neighbours' average, for a line the size of a word; undefined without a series. */
export function buildSparkline(figures: Figures, choice: Omit<ChartChoice, 'start'>): SparklineInput | undefined {
  const trend = buildTrend(figures, { ...choice, start: 'fitted' });
  if (!trend) return undefined;
  const shown = trend.series.filter((series) => series.role === 'home' || series.role === 'neighbour-mean');
  return { title: trend.title, caption: trend.caption, measure: trend.measure, series: trimPeriods(shown) };
}

/** England and the average, as lines across a chart of one period. */
function toBenchmarks(comparison: Comparison, average: Average): ChartItem[] {
  const { england, neighbours, peers } = comparison;
  const number = neighbours[average];
  const mean: Value | undefined = number === undefined ? undefined : { number };
  const note = `${average} of ${describeRests(neighbours)}`;
  return [
    ...(england ? [{ id: ENGLAND, role: 'england', name: 'England', value: england } as const] : []),
    ...(mean
      ? [
          {
            id: NEIGHBOUR_AVERAGE,
            role: 'neighbour-mean',
            name: toAverageName(peers, average),
            value: mean,
            note,
          } as const,
        ]
      : []),
  ];
}

/** Home and its neighbours, best first; undefined without a series. */
export function buildNeighbours(figures: Figures, choice: ChartChoice): NeighboursInput | undefined {
  const comparison = compare(figures, choice);
  if (!comparison) return undefined;
  return {
    title: choice.title,
    caption: choice.caption,
    measure: comparison.indicator,
    start: choice.start,
    period: comparison.period.label,
    items: comparison.neighbourRows.map((row) => ({
      id: row.area,
      role: row.home ? 'home' : 'neighbour',
      name: figures.areas.nameOf(row.area),
      value: row.value,
      ...(row.rank ? { rank: `${String(row.rank.rank)} of ${String(row.rank.of)}` } : {}),
    })),
    benchmarks: toBenchmarks(comparison, choice.average),
  };
}

/** Every current authority, with home's quartile cuts; undefined without a series. */
export function buildDistribution(figures: Figures, choice: ChartChoice): DistributionInput | undefined {
  const comparison = compare(figures, choice);
  const series = figures.findSeries(choice.indicator.id, choice.group);
  if (!comparison || !series) return undefined;
  const { rank, quartile, period, home } = comparison;
  const neighbours = new Set(findNeighbours(choice.neighbours ?? figures.neighbourSets[0], home));
  const places = [
    rank ? `${String(rank.rank)} of ${String(rank.of)}` : undefined,
    quartile ? `quartile ${quartile.band}` : undefined,
  ].filter((place) => place !== undefined);
  return {
    title: choice.title,
    caption: choice.caption,
    measure: comparison.indicator,
    start: choice.start,
    period: period.label,
    items: figures.areas.authorities.map((area) => ({
      id: area.code,
      role: area.code === home ? 'home' : neighbours.has(area.code) ? 'neighbour' : 'other',
      name: area.name,
      value: valueAt(series, area.code, period),
      ...(area.code === home && places.length > 0 ? { note: places.join(', ') } : {}),
    })),
    benchmarks: toBenchmarks(comparison, choice.average),
    ...(quartile ? { cuts: quartile.cuts } : {}),
  };
}
