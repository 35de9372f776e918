/**
 * What a backup would bring to a store that holds something already. Nothing here is changed or
 * taken away: a restore adds what is missing. Records get numbers after those that are here, so a
 * backup that is restored into an empty store comes back number by number.
 */
import type { SettingName } from '../../domain/written.ts';
import type { LoadRecord, StoredFile } from '../records.ts';
import { toIdentity } from '../records.ts';
import { toStableText } from '../stable.ts';
import type { StoreRecords } from './records.ts';

/** What has to be known of a store to plan a restore into it. */
export type Present = Omit<StoreRecords, 'contents' | 'series'>;

/** Tables in which officers' words lie. */
export type WordTable = 'placements' | 'targets' | 'commentary' | 'comparisonGroups' | 'recipes';

/** The records that a restore adds, numbered as they will be. */
export function planRestore(backup: StoreRecords, present: Present): StoreRecords {
  const active = present.loads.filter((load) => load.undone === undefined);
  const known = new Map(active.flatMap((load) => load.files.map((file) => [toIdentity(file), load.id])));
  const lines = new Set(present.loads.map(toLine));
  const first = lastId(present.loads);

  const loads: LoadRecord[] = [];
  /** Load and file of the backup → load and file as they will be. */
  const places = new Map<string, readonly [load: number, file: number]>();
  /** Load of the backup → the load that stands for it. */
  const loadIds = new Map<number, number>();
  for (const load of backup.loads) {
    const id = load.id + first;
    if (load.undone !== undefined) {
      if (!lines.has(toLine(load))) loads.push({ ...load, id });
      continue;
    }
    const fresh: StoredFile[] = [];
    for (const [file, stored] of load.files.entries()) {
      const identity = toIdentity(stored);
      if (known.has(identity)) continue;
      known.set(identity, id);
      places.set(toPlace(load.id, file), [id, fresh.push(stored) - 1]);
    }
    if (fresh.length > 0) loads.push({ ...load, id, files: fresh });
    const standing = fresh.length > 0 ? id : load.files.map((file) => known.get(toIdentity(file)))[0];
    if (standing !== undefined) loadIds.set(load.id, standing);
  }

  const move = <T extends { readonly load: number; readonly file: number }>(records: readonly T[]): readonly T[] =>
    records.flatMap((record) => {
      const place = places.get(toPlace(record.load, record.file));
      return place ? [{ ...record, load: place[0], file: place[1] }] : [];
    });
  const placements = backup.placements.flatMap(({ load, ...said }) => {
    if (load === undefined) return [said];
    const standing = loadIds.get(load);
    return standing === undefined ? [] : [{ ...said, load: standing }];
  });
  return {
    loads,
    contents: move(backup.contents),
    series: move(backup.series),
    placements: toMissing(placements, present.placements),
    targets: toMissing(backup.targets, present.targets),
    commentary: toMissing(backup.commentary, present.commentary),
    comparisonGroups: toMissing(backup.comparisonGroups, present.comparisonGroups),
    recipes: toLater(backup.recipes, present.recipes, ({ id }) => id),
    settings: toLater(backup.settings, present.settings, ({ name }) => name),
  };
}

const toPlace = (load: number, file: number): string => `${String(load)}/${String(file)}`;

/** A line of the history is the same where the same files were loaded at the same time. */
const toLine = (load: LoadRecord): string => toStableText([load.at, load.files.map(toIdentity)]);

function lastId(records: readonly { readonly id: number }[]): number {
  return records.reduce((last, { id }) => Math.max(last, id), 0);
}

/** Of what has one record for each name, those that were said later than what is here. */
function toLater<T extends { readonly at: string }>(
  said: readonly T[],
  present: readonly T[],
  toName: (record: T) => string,
): readonly T[] {
  const here = new Map(present.map((record) => [toName(record), record.at]));
  return said.filter((record) => record.at > (here.get(toName(record)) ?? ''));
}

interface Word {
  readonly id: number;
  readonly load?: number;
}

/** Words that were not said here at the same time in the same way, numbered after those that were. */
function toMissing<T extends Word>(words: readonly T[], present: readonly T[]): readonly T[] {
  const toKey = ({ id: _id, load: _load, ...said }: T): string => toStableText(said);
  const said = new Set(present.map(toKey));
  const first = lastId(present);
  return words.filter((word) => !said.has(toKey(word))).map((word) => ({ ...word, id: word.id + first }));
}

/** How much a restore adds, and how much of the backup is here already. */
export interface RestoreSummary {
  /** Loads that come in with their figures, the latest first. */
  readonly loads: readonly LoadRecord[];
  /** Lines of the history of loads that were undone. */
  readonly undone: number;
  readonly files: { readonly added: number; readonly known: number };
  readonly words: Readonly<Record<WordTable, { readonly added: number; readonly known: number }>>;
  /** What was chosen for all pages and comes in: later there than here. */
  readonly settings: readonly SettingName[];
  /** Whose commentary comes in. */
  readonly authors: readonly string[];
  readonly isEmpty: boolean;
}

export function summariseRestore(backup: StoreRecords, plan: StoreRecords): RestoreSummary {
  const loads = plan.loads.filter((load) => load.undone === undefined);
  const filesOf = (records: StoreRecords): number =>
    records.loads.reduce((sum, load) => sum + (load.undone === undefined ? load.files.length : 0), 0);
  const count = (table: WordTable) => ({
    added: plan[table].length,
    known: backup[table].length - plan[table].length,
  });
  return {
    loads: loads.toReversed(),
    undone: plan.loads.length - loads.length,
    files: { added: filesOf(plan), known: filesOf(backup) - filesOf(plan) },
    words: {
      placements: count('placements'),
      targets: count('targets'),
      commentary: count('commentary'),
      comparisonGroups: count('comparisonGroups'),
      recipes: count('recipes'),
    },
    settings: plan.settings.map(({ name }) => name),
    authors: [...new Set(plan.commentary.map(({ commentary }) => commentary.author))],
    isEmpty: Object.values(plan).every((records) => (records as readonly unknown[]).length === 0),
  };
}
