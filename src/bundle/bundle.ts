/**
 * Figures ↔ one compact JSON document. The figures that come with the dashboard travel in it, and
 * so do those of an embed and of a board pack. Nothing here knows the store or reads files.
 */
import * as v from 'valibot';
import type { AreaCode } from '../domain/area.ts';
import type { Figures, NeighbourSet } from '../domain/figures.ts';
import { toPeriodKey } from '../domain/period.ts';
import type { Series } from '../domain/series.ts';
import { toPackedCells } from './cells.ts';
import { BundleError } from './error.ts';
import { Positions } from './positions.ts';
import type { Bundle, BundledNeighbourSet } from './schema.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION, BundleHead, BundleSchema } from './schema.ts';
import { unpackBundle } from './unpack.ts';

export type { Bundle } from './schema.ts';
export { BundleError } from './error.ts';

/**
 * Figures as a JSON document that `readBundle` gives back unchanged.
 * @param made when they were put together: ISO date, or date and time
 */
export function toBundle(figures: Figures, made: string): Bundle {
  const codes = new Positions<AreaCode>((code) => code);
  const areaLists = new Positions<number[]>((list) => list.join(' '));
  const periodLists = new Positions<Series['periods']>((list) =>
    list.map((period) => `${toPeriodKey(period)}/${period.label}`).join(' '),
  );
  const series = figures.series.map((one) => ({
    indicator: one.indicator,
    group: one.group,
    areas: areaLists.of(one.areas.map((code) => codes.of(code))),
    periods: periodLists.of(one.periods),
    ...toPackedCells(one),
  }));
  const neighbourSets = figures.neighbourSets.map((set) => toBundledNeighbours(set, codes));
  return {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    made,
    areas: figures.areas.rows,
    aliases: figures.areas.aliases,
    catalogue: figures.catalogue,
    codes: codes.items,
    areaLists: areaLists.items,
    periodLists: periodLists.items,
    neighbourSets,
    series,
    targets: figures.targets,
    judgements: figures.judgements,
  };
}

function toBundledNeighbours(set: NeighbourSet, codes: Positions<AreaCode>): BundledNeighbourSet {
  const words = new Positions<string>((word) => word);
  const of = [...set.of].map(([home, neighbours]): BundledNeighbourSet['of'][number] => [
    codes.of(home),
    neighbours.map(({ area, closeness }): [number, number] => [codes.of(area), words.of(closeness)]),
  ]);
  return { id: set.id, name: set.name, ...(set.isOwn ? { isOwn: set.isOwn } : {}), closeness: words.items, of };
}

/**
 * Figures out of a bundle.
 * @throws BundleError where the document is no bundle, one of a newer version, or damaged
 */
export function readBundle(json: unknown): Figures {
  return unpackBundle(checkBundle(json));
}

function checkBundle(json: unknown): Bundle {
  const head = v.safeParse(BundleHead, json);
  if (!head.success) throw new BundleError('this is not a document of figures of this dashboard');
  if (head.output.version !== BUNDLE_VERSION) {
    throw new BundleError(
      `these figures are in version ${String(head.output.version)} of their format and this dashboard reads version ${String(BUNDLE_VERSION)}; open them with the dashboard that made them, or a later one`,
    );
  }
  const read = v.safeParse(BundleSchema, json, { abortEarly: true });
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new BundleError(`these figures are damaged at "${v.getDotPath(issue) ?? ''}": ${issue.message}`);
}
