/** The "Comparison" table: for each period home, England, its region and the neighbours' average. */
import type { AreaCode } from '../domain/area.ts';
import { ENGLAND } from '../domain/area.ts';
import type { Figures } from '../domain/figures.ts';
import type { Period } from '../domain/period.ts';
import type { Value } from '../domain/value.ts';
import { numberOf } from '../domain/value.ts';
import { readColumn } from './column.ts';
import type { ComparisonChoice } from './compare.ts';
import { findNeighbours } from './compare.ts';
import type { NeighbourAverage } from './comparison.ts';
import { averageNeighbours } from './neighbour-average.ts';
import { findMembers, isStepAffected } from './neighbour-members.ts';

export interface ComparisonRow {
  readonly period: Period;
  readonly home: Value | undefined;
  readonly england: Value | undefined;
  readonly region: Value | undefined;
  readonly neighbours: NeighbourAverage;
  /** Does the average rest on other neighbours than in the period before? Then so does its change. */
  readonly isStepAffected: boolean;
}

/** One row for each period of the series, earliest first; none where there is no such series. */
export function compareByPeriod(figures: Figures, choice: Omit<ComparisonChoice, 'period'>): readonly ComparisonRow[] {
  const series = figures.findSeries(choice.indicator.id, choice.group);
  if (!series) return [];
  const region = figures.areas.regionOf(choice.home)?.code;
  const neighbours = findNeighbours(choice.neighbours ?? figures.neighbourSets[0], choice.home);
  let before: readonly AreaCode[] = [];
  return series.periods.map((period) => {
    const valueOf = readColumn(series, period);
    const members = findMembers(neighbours, valueOf);
    const isAffected = isStepAffected(before, members);
    before = members;
    return {
      period,
      home: valueOf(choice.home),
      england: valueOf(ENGLAND),
      region: region && valueOf(region),
      neighbours: averageNeighbours(neighbours.map((area) => numberOf(valueOf(area)))),
      isStepAffected: isAffected,
    };
  });
}
