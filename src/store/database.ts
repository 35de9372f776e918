/** The tables and their versions. A released version is never changed: a new one is added below it. */
import type { EntityTable, Table } from 'dexie';
import { Dexie } from 'dexie';
import type {
  CommentaryRecord,
  ComparisonGroupRecord,
  ContentRecord,
  LoadRecord,
  PlacementRecord,
  RecipeRecord,
  SeriesRecord,
  SettingRecord,
  TargetRecord,
} from './records.ts';

export const SCHEMA_VERSION = 2;

export type SeriesKey = [load: number, file: number, indicator: string, group: string];

export class Database extends Dexie {
  declare readonly loads: EntityTable<LoadRecord, 'id'>;
  declare readonly contents: Table<ContentRecord, [load: number, file: number]>;
  declare readonly series: Table<SeriesRecord, SeriesKey>;
  declare readonly placements: EntityTable<PlacementRecord, 'id'>;
  declare readonly targets: EntityTable<TargetRecord, 'id'>;
  declare readonly commentary: EntityTable<CommentaryRecord, 'id'>;
  declare readonly comparisonGroups: EntityTable<ComparisonGroupRecord, 'id'>;
  declare readonly recipes: EntityTable<RecipeRecord, 'id'>;
  declare readonly settings: EntityTable<SettingRecord, 'name'>;

  constructor(name: string) {
    // Strict: a load is reported as stored when it is on the disk, not when it is on its way there.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      loads: '++id',
      contents: '[load+file]',
      series: '[load+file+indicator+group]',
      placements: '++id, load',
    });
    // What officers write themselves. Nothing of version 1 changes.
    this.version(2).stores({
      targets: '++id',
      commentary: '++id',
      comparisonGroups: '++id',
      settings: 'name',
      recipes: 'id',
    });
  }
}

/**
 * The version of the database that this browser holds; 0 where it holds none. Asked before it is
 * opened, because Dexie opens a newer database too and adds what it misses in it.
 */
export async function findInstalledVersion(name: string): Promise<number> {
  const known = await indexedDB.databases();
  // Dexie keeps ten native versions for each of its own.
  return Math.floor((known.find((database) => database.name === name)?.version ?? 0) / 10);
}
