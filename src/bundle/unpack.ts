/**
 * Figures out of a bundle that is known to be one, without its schema: an embed carries its bundle in
 * the same file as this code.
 */
import type { AreaCode } from '../domain/area.ts';
import { AreaList } from '../domain/area.ts';
import type { Figures, NeighbourSet } from '../domain/figures.ts';
import { createFigures } from '../domain/figures.ts';
import type { Series } from '../domain/series.ts';
import { readPackedCells } from './cells.ts';
import { BundleError } from './error.ts';
import type { Bundle, BundledNeighbourSet } from './schema.ts';

/** @throws BundleError where a position leads nowhere or a column has the wrong length */
export function unpackBundle(bundle: Bundle): Figures {
  const areaLists = bundle.areaLists.map((list, i) =>
    list.map((position) => pick(bundle.codes, position, `area list ${String(i)}`)),
  );
  const series = bundle.series.map((packed): Series => {
    const where = `the series "${packed.indicator}" (${packed.group})`;
    const areas = pick(areaLists, packed.areas, where);
    const periods = pick(bundle.periodLists, packed.periods, where);
    return {
      indicator: packed.indicator,
      group: packed.group,
      areas,
      periods,
      ...readPackedCells(packed, areas.length * periods.length, where),
    };
  });
  return createFigures({
    catalogue: bundle.catalogue,
    areas: new AreaList(bundle.areas, bundle.aliases),
    neighbourSets: bundle.neighbourSets.map((set) => readNeighbours(set, bundle.codes)),
    series,
    targets: bundle.targets,
    judgements: bundle.judgements,
  });
}

function readNeighbours(set: BundledNeighbourSet, codes: readonly AreaCode[]): NeighbourSet {
  const where = `the neighbour set "${set.id}"`;
  const of = set.of.map(
    ([home, neighbours]) =>
      [
        pick(codes, home, where),
        neighbours.map(([area, closeness]) => ({
          area: pick(codes, area, where),
          closeness: pick(set.closeness, closeness, where),
        })),
      ] as const,
  );
  return { id: set.id, name: set.name, ...(set.isOwn ? { isOwn: set.isOwn } : {}), of: new Map(of) };
}

function pick<T>(list: readonly T[], position: number, where: string): T {
  const item = list[position];
  if (item === undefined)
    throw new BundleError(`${where} refers to entry ${String(position)} of a list that is shorter`);
  return item;
}
