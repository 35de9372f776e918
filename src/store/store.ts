/**
 * The browser's own database. One load is one transaction: all of it or none. A write that the
 * database refuses comes back as a problem with a message for people; a read that fails rejects,
 * and `toStorageProblem` has the words for it.
 */
import { Dexie } from 'dexie';
import type { Stored } from '../domain/layers.ts';
import type { Recipe } from '../domain/recipe.ts';
import type { Present, RestoreSummary } from './backup/plan.ts';
import { planRestore, summariseRestore } from './backup/plan.ts';
import type { StoreRecords } from './backup/records.ts';
import type { Database } from './database.ts';
import type { ChangeOutcome, CommitOutcome, LoadDraft, PendingFile, Words } from './draft.ts';
import { toStorageProblem } from './failure.ts';
import { toFingerprint } from './fingerprint.ts';
import type { NoticeListener, StoreNotice } from './notices.ts';
import { Notices } from './notices.ts';
import type { PackedLayer } from './packing.ts';
import { packLayer } from './packing.ts';
import type { SeriesName } from './read-layers.ts';
import { readLayers } from './read-layers.ts';
import type { LoadRecord, StoredFile } from './records.ts';
import { toIdentity } from './records.ts';

type Packed = PackedLayer & { readonly file: StoredFile };

async function packFile({ file, ...brought }: PendingFile): Promise<Packed> {
  const layer = packLayer(brought);
  return { file: { ...(await file), indicators: brought.indicators.length, series: brought.series.length }, ...layer };
}

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
    // Before the transaction begins: it would end by itself while it waits.
    const packed = await Promise.all(draft.files.map(packFile));
    const { loads, contents, series, placements, recipes } = this.database;
    const tables = [loads, contents, series, placements, recipes];
    return this.database.transaction('rw', tables, async (): Promise<CommitOutcome> => {
      const active = await loads.filter((load) => load.undone === undefined).toArray();
      const known = new Set(active.flatMap((load) => load.files.map(toIdentity)));
      const fresh: Packed[] = [];
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
      await recipes.bulkPut((draft.recipes ?? []).map((recipe) => ({ ...recipe, at: draft.at })));
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

  /** Keeps how files are read; a recipe with the id of an earlier one replaces it. */
  async keep(recipes: readonly Recipe[], at: string): Promise<ChangeOutcome> {
    return this.change({ kind: 'said' }, () =>
      this.database.recipes.bulkPut(recipes.map((recipe) => ({ ...recipe, at }))),
    );
  }

  /** Takes a recipe away; files that were read by it stay as they are. */
  async forget(recipe: Recipe['id']): Promise<ChangeOutcome> {
    return this.change({ kind: 'said' }, () => this.database.recipes.delete(recipe));
  }

  /** Every record there is, as it lies in the database: what a backup is made of. */
  async readRecords(): Promise<StoreRecords> {
    const { loads, contents, series } = this.database;
    return this.database.transaction('r', this.database.tables, async () => ({
      ...(await this.readPresent()),
      loads: await loads.toArray(),
      contents: await contents.toArray(),
      series: await series.toArray(),
    }));
  }

  /** Everything but the figures. */
  private async readPresent(): Promise<Present> {
    const { loads, placements, targets, commentary, comparisonGroups, recipes, settings } = this.database;
    return {
      loads: await loads.toArray(),
      placements: await placements.toArray(),
      targets: await targets.toArray(),
      commentary: await commentary.toArray(),
      comparisonGroups: await comparisonGroups.toArray(),
      recipes: await recipes.toArray(),
      settings: await settings.toArray(),
    };
  }

  /** What a restore would add. Nothing is changed. */
  async previewRestore(backup: StoreRecords): Promise<RestoreSummary> {
    const present = await this.database.transaction('r', this.database.tables, () => this.readPresent());
    return summariseRestore(backup, planRestore(backup, present));
  }

  /** Adds what a backup holds and this store does not, in one transaction. */
  async restore(backup: StoreRecords): Promise<ChangeOutcome> {
    const to = this.database;
    return this.change({ kind: 'restored' }, () =>
      to.transaction('rw', to.tables, async () => {
        const plan = planRestore(backup, await this.readPresent());
        await to.loads.bulkAdd([...plan.loads]);
        await to.contents.bulkAdd([...plan.contents]);
        await to.series.bulkAdd([...plan.series]);
        await to.placements.bulkAdd([...plan.placements]);
        await to.targets.bulkAdd([...plan.targets]);
        await to.commentary.bulkAdd([...plan.commentary]);
        await to.comparisonGroups.bulkAdd([...plan.comparisonGroups]);
        await to.recipes.bulkPut([...plan.recipes]);
        await to.settings.bulkPut([...plan.settings]);
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

  /** How files are read, the latest said first. */
  async recipes(): Promise<readonly Recipe[]> {
    const records = await this.database.recipes.toArray();
    return records.sort((a, b) => (a.at < b.at ? 1 : -1)).map(({ at: _, ...recipe }) => recipe);
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
