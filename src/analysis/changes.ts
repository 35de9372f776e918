/**
 * What is different between two states of the figures (before and after a load, or since an earlier
 * one) for those that a reader looks at: home, England, the region and the neighbours.
 */
import type { AreaCode } from '../domain/area.ts';
import { ENGLAND } from '../domain/area.ts';
import type { CellChange } from '../domain/changes.ts';
import { compareSeries, findNewCells } from '../domain/changes.ts';
import type { Figures, NeighbourSet } from '../domain/figures.ts';
import type { GroupId, Indicator } from '../domain/indicator.ts';
import type { Series } from '../domain/series.ts';
import { findNeighbours } from './compare.ts';
import { findUnseen } from './unseen.ts';

/** Whose figure changed; in the order in which changes are listed. */
export type Whose = 'home' | 'england' | 'region' | 'neighbours';

const ORDER: readonly Whose[] = ['home', 'england', 'region', 'neighbours'];

export interface FigureChange extends CellChange {
  readonly indicator: Indicator;
  readonly group: GroupId;
  readonly whose: Whose;
}

export interface FigureChanges {
  /**
   * Figures that were there before and are now shown otherwise: home first, then by indicator, the largest first. What
   * differs only where nobody sees it is left out.
   */
  readonly revised: readonly FigureChange[];
  /** Figures for which there was no cell before: home first, then by indicator, in order of their periods. */
  readonly added: readonly FigureChange[];
}

function findWhose(figures: Figures, home: AreaCode, set: NeighbourSet | undefined): ReadonlyMap<AreaCode, Whose> {
  const region = figures.areas.regionOf(home)?.code;
  return new Map<AreaCode, Whose>([
    ...findNeighbours(set, home).map((area) => [area, 'neighbours'] as const),
    ...(region ? [[region, 'region'] as const] : []),
    [ENGLAND, 'england'],
    [home, 'home'],
  ]);
}

const compareWhose = (a: FigureChange, b: FigureChange): number => ORDER.indexOf(a.whose) - ORDER.indexOf(b.whose);

function compareIndicator(
  indicator: Indicator,
  before: Series | undefined,
  after: Series,
  whose: ReadonlyMap<AreaCode, Whose>,
): FigureChanges {
  const toChanges = (cells: readonly CellChange[]): FigureChange[] =>
    cells.flatMap((cell) => {
      const of = whose.get(cell.area);
      return of ? [{ ...cell, indicator, group: after.group, whose: of }] : [];
    });
  return {
    revised: toChanges(
      compareSeries(before, after).cells.filter((cell) => findUnseen(cell, indicator.decimals) === undefined),
    ),
    added: [...whose.keys()].flatMap((area) => toChanges(findNewCells(before, after, area))),
  };
}

/**
 * Changes of every indicator and group of `after`, revisions apart from what is new.
 * @param set the neighbours meant; by default the first set
 */
export function findFigureChanges(
  before: Figures,
  after: Figures,
  home: AreaCode,
  set: NeighbourSet | undefined = after.neighbourSets[0],
): FigureChanges {
  const whose = findWhose(after, home, set);
  const revised: FigureChange[] = [];
  const added: FigureChange[] = [];
  for (const series of after.series) {
    const indicator = after.findIndicator(series.indicator);
    const old = before.findSeries(series.indicator, series.group);
    // The same series is kept as the same object where no layer touched it.
    if (!indicator || old === series) continue;
    const found = compareIndicator(indicator, old, series, whose);
    revised.push(...found.revised);
    added.push(...found.added);
  }
  // Sorting is stable: within each owner the order of the series stands, and that of the cells in them.
  return { revised: revised.sort(compareWhose), added: added.sort(compareWhose) };
}
