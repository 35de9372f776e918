/** The tables and their versions. A released version is never changed: a new one is added below it. */
import type { EntityTable, Table } from 'dexie';
import { Dexie } from 'dexie';
import type { ContentRecord, LoadRecord, PlacementRecord, SeriesRecord } from './records.ts';

export const SCHEMA_VERSION = 1;

export type SeriesKey = [load: number, file: number, indicator: string, group: string];

export class Database extends Dexie {
  declare readonly loads: EntityTable<LoadRecord, 'id'>;
  declare readonly contents: Table<ContentRecord, [load: number, file: number]>;
  declare readonly series: Table<SeriesRecord, SeriesKey>;
  declare readonly placements: EntityTable<PlacementRecord, 'id'>;

  constructor(name: string) {
    // Strict: a load is reported as stored when it is on the disk, not when it is on its way there.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(SCHEMA_VERSION).stores({
      loads: '++id',
      contents: '[load+file]',
      series: '[load+file+indicator+group]',
      placements: '++id, load',
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
