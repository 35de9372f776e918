/** The "Comparison" table: for each period home, England, its region and the neighbours' average. */
import type { AreaCode, AreaList } from '../domain/area.ts';
import { ENGLAND } from '../domain/area.ts';
import type { Figures } from '../domain/figures.ts';
import type { Period } from '../domain/period.ts';
import type { Series } from '../domain/series.ts';
import { findSuppliedAverage } from '../domain/supplied-average.ts';
import type { Value } from '../domain/value.ts';
import { isMeasured, numberOf } from '../domain/value.ts';
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
  /** Their average as the file gives it, where home alone has a number beside it, so that it can be nobody else's. */
  readonly supplied: number | undefined;
  /** Does the average rest on other neighbours than in the period before? Then so does its change. */
  readonly isStepAffected: boolean;
}

/** A file names one average and not whose: it is home's where no other authority has a number beside it. */
function findSupplied(
  series: Series,
  home: AreaCode,
  areas: AreaList,
  valueOf: (area: AreaCode) => Value | undefined,
): number | undefined {
  const row = findSuppliedAverage(series.areas);
  if (row === undefined) return undefined;
  const measured = series.areas.filter(
    (area) => areas.find(area)?.level === 'local-authority' && isMeasured(valueOf(area)),
  );
  return measured.length === 1 && measured[0] === home ? numberOf(valueOf(row)) : undefined;
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
    const supplied = findSupplied(series, choice.home, figures.areas, valueOf);
    return {
      period,
      home: valueOf(choice.home),
      england: valueOf(ENGLAND),
      region: region && valueOf(region),
      neighbours: averageNeighbours(neighbours.map((area) => numberOf(valueOf(area)))),
      supplied,
      isStepAffected: isAffected,
    };
  });
}
