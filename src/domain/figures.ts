/**
 * Everything there is to show, in memory: the catalogue, the areas, the neighbours and the series.
 * Made from the bundled figures, from the store's layers above them, or from a board pack.
 */
import type { AreaCode, AreaList } from './area.ts';
import type { Group, GroupId, Indicator, IndicatorId, IndicatorSource, Outcome } from './indicator.ts';
import type { Series } from './series.ts';

/** A dated set of statistical neighbours: for each authority its ten, closest first. */
export interface NeighbourSet {
  readonly id: string;
  /** "Statistical neighbours 2025". */
  readonly name: string;
  readonly of: ReadonlyMap<AreaCode, readonly Neighbour[]>;
}

export interface Neighbour {
  readonly area: AreaCode;
  /** As the publisher words it: "close", "somewhat close". */
  readonly closeness: string;
}

export interface Catalogue {
  readonly outcomes: readonly Outcome[];
  readonly groups: readonly Group[];
  readonly indicators: readonly Indicator[];
  readonly sources: readonly IndicatorSource[];
}

export interface Figures {
  readonly catalogue: Catalogue;
  readonly areas: AreaList;
  readonly neighbourSets: readonly NeighbourSet[];
  findSeries(indicator: IndicatorId, group: GroupId): Series | undefined;
  findIndicator(id: IndicatorId): Indicator | undefined;
}
