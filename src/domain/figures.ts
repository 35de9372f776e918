/**
 * Everything there is to show, in memory: the catalogue, the areas, the neighbours and the series.
 * Made from the bundled figures, from the store's layers above them, or from a board pack.
 */
import type { AreaCode, AreaList } from './area.ts';
import type { Group, GroupId, Indicator, IndicatorId, IndicatorSource, Outcome } from './indicator.ts';
import type { Judgement } from './judgement.ts';
import type { Series } from './series.ts';
import { toSeriesKey } from './series.ts';
import type { Target } from './target.ts';

/** A dated set of statistical neighbours: for each authority its ten, closest first. */
export interface NeighbourSet {
  readonly id: string;
  /** "Statistical neighbours 2025". */
  readonly name: string;
  /** Chosen by officers themselves: no publisher calls them statistical neighbours. */
  readonly isOwn?: true;
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
  readonly series: readonly Series[];
  readonly targets: readonly Target[];
  readonly judgements: readonly Judgement[];
  findSeries(indicator: IndicatorId, group: GroupId): Series | undefined;
  findIndicator(id: IndicatorId): Indicator | undefined;
}

/** What figures are made of. */
export type FigureParts = Pick<Figures, 'catalogue' | 'areas' | 'neighbourSets'> &
  Partial<Pick<Figures, 'targets' | 'judgements'>> & { readonly series: Iterable<Series> };

/** Figures with their look-ups. Of two series (or indicators) with the same key the later one is found. */
export function createFigures(parts: FigureParts): Figures {
  const { catalogue, areas, neighbourSets, series, targets = [], judgements = [] } = parts;
  const byKey = new Map<string, Series>();
  for (const one of series) byKey.set(toSeriesKey(one.indicator, one.group), one);
  const byId = new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator]));
  return {
    catalogue,
    areas,
    neighbourSets,
    series: [...byKey.values()],
    targets,
    judgements,
    findSeries: (indicator, group) => byKey.get(toSeriesKey(indicator, group)),
    findIndicator: (id) => byId.get(id),
  };
}
