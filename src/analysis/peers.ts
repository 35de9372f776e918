/**
 * What those are called that home is held against: in sentences, titles, legends and tables alike.
 * Statistical neighbours of the newest set go by that name; another set, and a group that officers
 * chose, are named wherever they are meant, so that nobody takes them for the usual ones.
 */
import type { NeighbourSet } from '../domain/figures.ts';
import { capitalise } from './capitalise.ts';

/** Which average of them is meant. */
export type Average = 'mean' | 'median';

export interface Peers {
  /** Over a column: "Statistical neighbours", "Core cities". */
  readonly title: string;
  /** After home and "and": "its statistical neighbours", "Core cities". */
  readonly company: string;
  /** After a count: "neighbours", "members of Core cities". */
  readonly members: string;
  /** In a legend: "neighbours", "Core cities". */
  readonly short: string;
  /** After "the average of": "Core cities"; absent where one says "the neighbours’ average". */
  readonly whose?: string;
}

const USUAL: Peers = {
  title: 'Statistical neighbours',
  company: 'its statistical neighbours',
  members: 'neighbours',
  short: 'neighbours',
};

/** The newest set of a publisher: their names end in their year. */
function findUsual(sets: readonly NeighbourSet[]): NeighbourSet | undefined {
  return sets
    .filter((set) => !set.isOwn)
    .reduce<NeighbourSet | undefined>(
      (newest, set) => (newest === undefined || set.name > newest.name ? set : newest),
      undefined,
    );
}

/**
 * @param set the one that is meant; where there is none, nobody else than the usual neighbours can be
 * @param all every set there is to choose from
 */
export function describePeers(set: NeighbourSet | undefined, all: readonly NeighbourSet[]): Peers {
  if (!set || set.id === findUsual(all)?.id) return USUAL;
  const { name } = set;
  if (set.isOwn) return { title: name, company: name, members: `members of ${name}`, short: name, whose: name };
  const inside = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return { title: name, company: `its ${inside}`, members: 'neighbours', short: inside, whose: `the ${inside}` };
}

/** What is said of an address that asks for a set that is not here. @param shown those that stand in its place */
export function describeUnknownSet(shown: Peers): string {
  return `The address asks for a comparison with a group or set that is not here: it was made or loaded in another browser, or taken away. ${capitalise(shown.short)} are shown instead.`;
}

/**
 * "the neighbours’ average", "the median of Core cities"; of something else than the figure itself
 * "the neighbours’ average gap".
 */
export function describeAverage({ whose }: Peers, average: Average, what = ''): string {
  const words = [average === 'mean' ? 'average' : 'median', what].filter(Boolean).join(' ');
  return whose === undefined ? `the neighbours’ ${words}` : `the ${words} of ${whose}`;
}

/** The same beside a line or over a column: "Neighbours’ average", "Median of Core cities". */
export function toAverageName(peers: Peers, average: Average, what = ''): string {
  return capitalise(describeAverage(peers, average, what).replace(/^the /, ''));
}
