/**
 * The browser's own database. One load is one transaction: all of it or none. A write that the
 * database refuses comes back as a problem with a message for people; a read that fails rejects,
 * and `toStorageProblem` has the words for it.
 */
import { Dexie } from 'dexie';
import type { Stored } from '../domain/layers.ts';
import type { Database } from './database.ts';
import type { ChangeOutcome, CommitOutcome, LoadDraft, Words } from './draft.ts';
import { toStorageProblem } from './failure.ts';
import { toFingerprint } from './fingerprint.ts';
import type { NoticeListener, StoreNotice } from './notices.ts';
import { Notices } from './notices.ts';
import { packLayer } from './packing.ts';
import type { SeriesName } from './read-layers.ts';
import { readLayers } from './read-layers.ts';
import type { LoadRecord, StoredFile } from './records.ts';
import { toIdentity } from './records.ts';

export class Store {
  private readonly database: Database;
  private readonly notices: Notices;

  constructor(database: Database) {
    this.database = database;
    this.notices = new Notices(database.name);
    database.on('versionchange', () => {
      this.close();
      this.notices.tellHere({ kind: 'closed' });
    });
  }

  /** Stores a load in one transaction. Files that are stored already are left out and named. */
  async commit(draft: LoadDraft): Promise<CommitOutcome> {
    try {
      const outcome = await this.write(draft);
      if (outcome.kind === 'stored') this.notices.tell({ kind: 'stored', load: outcome.load.id });
      return outcome;
    } catch (error) {
      return { kind: 'failed', problem: toStorageProblem(error) };
    }
  }

  private async write(draft: LoadDraft): Promise<CommitOutcome> {
    // Packed before the transaction begins: it would end by itself while it waits.
    const packed = draft.files.map(({ file, ...brought }) => ({
      file: { ...file, indicators: brought.indicators.length, series: brought.series.length },
      ...packLayer(brought),
    }));
    const { loads, contents, series, placements } = this.database;
    return this.database.transaction('rw', loads, contents, series, placements, async (): Promise<CommitOutcome> => {
      const active = await loads.filter((load) => load.undone === undefined).toArray();
      const known = new Set(active.flatMap((load) => load.files.map(toIdentity)));
      const fresh: typeof packed = [];
      const skipped: StoredFile[] = [];
      for (const one of packed) {
        const identity = toIdentity(one.file);
        if (known.has(identity)) skipped.push(one.file);
        else fresh.push(one);
        known.add(identity);
      }
      if (fresh.length === 0) return { kind: 'already-stored', skipped };
      const record = { at: draft.at, files: fresh.map(({ file }) => file) };
      const load = await loads.add(record);
      await contents.bulkAdd(fresh.map(({ content }, file) => ({ load, file, ...content })));
      await series.bulkAdd(fresh.flatMap((one, file) => one.series.map((cells) => ({ load, file, ...cells }))));
      await placements.bulkAdd(draft.placements.map((placement) => ({ at: draft.at, load, placement })));
      return { kind: 'stored', load: { id: load, ...record }, skipped };
    });
  }

  /** Takes a load and all it brought back out; its line in the history stays. */
  async undo(load: number, at: string): Promise<ChangeOutcome> {
    const { loads, contents, series, placements } = this.database;
    return this.change({ kind: 'undone', load }, () =>
      this.database.transaction('rw', loads, contents, series, placements, async () => {
        const record = await loads.get(load);
        if (!record || record.undone !== undefined) return;
        await loads.put({ ...record, undone: at });
        await contents.where(':id').between([load, Dexie.minKey], [load, Dexie.maxKey]).delete();
        await series.where(':id').between([load, Dexie.minKey], [load, Dexie.maxKey]).delete();
        await placements.where({ load }).delete();
      }),
    );
  }

  /** Keeps what an officer says, all of it or nothing; the last word on each thing counts. */
  async say(words: Words, at: string): Promise<ChangeOutcome> {
    const { placements = [], targets = [], commentary = [], comparisonGroups = [], settings = [] } = words;
    const to = this.database;
    const tables = [to.placements, to.targets, to.commentary, to.comparisonGroups, to.settings];
    return this.change({ kind: 'said' }, () =>
      to.transaction('rw', tables, async () => {
        await to.placements.bulkAdd(placements.map((placement) => ({ at, placement })));
        await to.targets.bulkAdd(targets.map((target) => ({ at, target })));
        await to.commentary.bulkAdd(commentary.map((text) => ({ at, commentary: text })));
        await to.comparisonGroups.bulkAdd(comparisonGroups.map((group) => ({ at, group })));
        await to.settings.bulkPut([...settings].map(([name, value]) => ({ name, value, at })));
      }),
    );
  }

  private async change(notice: StoreNotice, write: () => PromiseLike<unknown>): Promise<ChangeOutcome> {
    try {
      await write();
      this.notices.tell(notice);
      return { kind: 'done' };
    } catch (error) {
      return { kind: 'failed', problem: toStorageProblem(error) };
    }
  }

  /** Every load there was, the latest first. */
  async history(): Promise<readonly LoadRecord[]> {
    return this.database.loads.reverse().toArray();
  }

  /** Everything above the bundled figures. */
  async readAll(): Promise<Stored> {
    return readLayers(this.database);
  }

  /** The same, with the series named only: what a file would be held against. */
  async readSeries(wanted: readonly SeriesName[]): Promise<Stored> {
    return readLayers(this.database, wanted);
  }

  /** Tells what any tab or worker does to the store. @returns a function that ends it */
  watch(listener: NoticeListener): () => void {
    return this.notices.listen(listener);
  }

  /** Asks the browser not to clear this site's storage by itself; false where it does not promise. */
  async persist(): Promise<boolean> {
    return navigator.storage.persist();
  }

  /** Bytes used by this site and the most it may use, as the browser estimates them. */
  async estimate(): Promise<{ readonly used: number; readonly quota: number }> {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return { used: usage, quota };
  }

  /** SHA-256 over everything stored: the same before and after where nothing was changed. */
  async fingerprint(): Promise<string> {
    return toFingerprint(this.database);
  }

  close(): void {
    this.notices.close();
    this.database.close();
  }
}
