/** The area that `--area` names on a command line. */
import type { Writable } from 'node:stream';
import type { Area, AreaList } from '../domain/area.ts';

/** The area with this code, number or name; undefined where there is none, which is then said to `err`. */
export function findHome(areas: AreaList, words: string, err: Writable): Area | undefined {
  const home = areas.match({ laNumber: words, code: words, name: words });
  if (!home) err.write(`error: no area has the code, number or name “${words}”. Try 831, E06000015 or Derby.\n`);
  return home;
}
