/**
 * One authority on one indicator, beside England, its region, its statistical neighbours and all
 * local authorities, in one period. The rules are those of the method page, section "Comparison".
 */
import type { AreaCode, AreaList } from '../domain/area.ts';
import { ENGLAND } from '../domain/area.ts';
import type { Figures, NeighbourSet } from '../domain/figures.ts';
import type { GroupId, Indicator, Polarity } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import type { Value } from '../domain/value.ts';
import { numberOf } from '../domain/value.ts';
import { findChange } from './change.ts';
import { readColumn } from './column.ts';
import type { Comparison, NeighbourRow } from './comparison.ts';
import { fieldOf, latestPeriodOf } from './field.ts';
import { averageNeighbours } from './neighbour-average.ts';
import { describePeers } from './peers.ts';
import { findQuartile } from './quantile.ts';
import { findRank } from './rank.ts';

/** Who and what is compared. */
export interface ComparisonChoice {
  readonly home: AreaCode;
  readonly indicator: Indicator;
  readonly group: GroupId;
  /** By default the latest one in which any local authority has a number. */
  readonly period?: Period;
  /** By default the first set of the figures. */
  readonly neighbours?: NeighbourSet;
}

/** The neighbours of an authority, closest first; none where the set does not know it. */
export function findNeighbours(set: NeighbourSet | undefined, home: AreaCode): readonly AreaCode[] {
  return (set?.of.get(home) ?? []).map((neighbour) => neighbour.area);
}

function toNeighbourRows(
  valueOf: (area: AreaCode) => Value | undefined,
  areas: AreaList,
  eleven: readonly AreaCode[],
  polarity: Polarity,
): NeighbourRow[] {
  const [home] = eleven;
  const values = new Map(eleven.map((area) => [area, valueOf(area)]));
  const field = [...values.values()].flatMap((value) => numberOf(value) ?? []);
  const rows = eleven.map((area): NeighbourRow => {
    const value = values.get(area);
    const number = numberOf(value);
    const rank = number === undefined ? undefined : findRank(number, field, polarity);
    return { area, value, rank, home: area === home };
  });
  const upwards = polarity === 'lower' ? 1 : -1;
  return rows.sort((a, b) => {
    const [left, right] = [numberOf(a.value), numberOf(b.value)];
    if (left !== undefined && right !== undefined && left !== right) return (left - right) * upwards;
    if ((left === undefined) !== (right === undefined)) return left === undefined ? 1 : -1;
    return areas.nameOf(a.area).localeCompare(areas.nameOf(b.area), 'en-GB');
  });
}

/**
 * Compares an authority with England, its region and its neighbours.
 * All figures are unrounded; England's and the region's are the published ones, never computed.
 * @returns undefined where there is no such series, or no authority has a number in it
 */
export function compare(figures: Figures, choice: ComparisonChoice): Comparison | undefined {
  const { home, indicator, group } = choice;
  const series = figures.findSeries(indicator.id, group);
  const period = choice.period ?? (series && latestPeriodOf(series, figures.areas));
  if (!series || !period) return undefined;

  const set = choice.neighbours ?? figures.neighbourSets[0];
  const neighbours = findNeighbours(set, home);
  const region = figures.areas.regionOf(home)?.code;
  const valueOf = readColumn(series, period);
  const value = valueOf(home);
  const number = numberOf(value);
  const field = fieldOf(series, figures.areas, period);
  const isPlaced = number !== undefined && figures.areas.find(home)?.level === 'local-authority';
  const banded = isPlaced && indicator.banded !== false && field.cuts !== undefined;
  return {
    indicator,
    group,
    home,
    region,
    period,
    value,
    change: findChange(series, home, period),
    england: valueOf(ENGLAND),
    regionValue: region && valueOf(region),
    neighbours: averageNeighbours(neighbours.map((area) => numberOf(valueOf(area)))),
    peers: describePeers(set, figures.neighbourSets),
    rank: isPlaced ? findRank(number, field.numbers, indicator.polarity) : undefined,
    published: field.numbers.length,
    formerRanked: field.former,
    quartile: banded ? findQuartile(number, field.cuts, indicator.polarity) : undefined,
    neighbourRows: toNeighbourRows(valueOf, figures.areas, [home, ...neighbours], indicator.polarity),
  };
}
