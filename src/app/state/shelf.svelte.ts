/** The figures as they stand: the bundled ones, and above them what this browser has stored. */
import type { Figures } from '../../domain/figures.ts';
import type { Stored } from '../../domain/layers.ts';
import { mergeFigures } from '../../domain/layers.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Recipe } from '../../domain/recipe.ts';
import type { IndicatorId } from '../../domain/indicator.ts';
import type { Written } from '../../domain/written.ts';
import { NOTHING_WRITTEN } from '../../domain/written.ts';
import type { Words } from '../../store/draft.ts';
import { toStorageProblem } from '../../store/failure.ts';
import type { OpenOutcome } from '../../store/open.ts';
import type { LoadRecord, StoredFile } from '../../store/records.ts';
import { toIdentity } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { FigureSource } from './figure-source.ts';

const NOTHING: Stored = { layers: [], placements: [] };

function isEmpty({ layers, placements, written = NOTHING_WRITTEN }: Stored): boolean {
  const { targets, commentary, comparisonGroups, settings } = written;
  const lists = [layers, placements, targets, commentary, comparisonGroups];
  return settings.size === 0 && lists.every((list) => list.length === 0);
}

const NOT_OPEN: Problem = {
  severity: 'error',
  code: 'storage-not-open',
  message: 'The store of this browser is not open yet, so nothing was kept. Wait a moment, then try again.',
};

/** The answer to something that was asked of the store. */
export type Asked<T> =
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'failed'; readonly problem: Problem };

/** `open` brings the store, and Dexie with it, only once it is called. */
export type OpenStore = () => Promise<OpenOutcome>;

export class Shelf implements FigureSource {
  readonly bundled: Figures;
  readonly storeName: string;
  private readonly openStore: OpenStore;
  private store = $state.raw<Store>();
  /** What is said while the store is being opened waits for it. */
  private opening: Promise<void> | undefined;

  stored = $state.raw<Stored>(NOTHING);
  history = $state.raw<readonly LoadRecord[]>([]);
  /** Was everything that is stored read once? Until then an empty history says nothing. */
  isRead = $state(false);
  /** How files of known shapes are read. */
  recipes = $state.raw<readonly Recipe[]>([]);
  /** Why the browser's database cannot be used, if so: the bundled figures are still there. */
  problem = $state.raw<Problem>();
  isReady = $state(false);
  /** What the browser answered when it was asked to keep what is stored; undefined while nothing is. */
  persistence = $state<'asked' | 'promised' | 'refused'>();
  /** What officers wrote, the parts that stand in no figures too. */
  readonly written: Written = $derived(this.stored.written ?? NOTHING_WRITTEN);
  readonly figures: Figures = $derived.by(() =>
    this.stored === NOTHING ? this.bundled : mergeFigures(this.bundled, this.stored),
  );

  constructor(bundled: Figures, storeName: string, openStore: OpenStore) {
    this.bundled = bundled;
    this.storeName = storeName;
    this.openStore = openStore;
  }

  get made(): Date {
    return new Date();
  }

  /** Opens the database and follows what any tab does to it. */
  open(): Promise<void> {
    return (this.opening ??= this.openOnce());
  }

  private async openOnce(): Promise<void> {
    const outcome = await this.openStore();
    if (outcome.kind === 'refused') {
      this.problem = outcome.problem;
      this.isReady = true;
      return;
    }
    this.store = outcome.store;
    this.store.watch((notice) => {
      if (notice.kind === 'closed') this.problem = toStorageProblem(new DOMException('', 'InvalidStateError'));
      else void this.refresh();
    });
    await this.refresh();
    this.isReady = true;
  }

  /** Reads what is stored again; after a load, an undo or a placement, here or in another tab. */
  async refresh(): Promise<void> {
    if (!this.store) return;
    try {
      const [stored, history, recipes] = await Promise.all([
        this.store.readAll(),
        this.store.history(),
        this.store.recipes(),
      ]);
      this.stored = isEmpty(stored) ? NOTHING : stored;
      this.history = history;
      this.recipes = recipes;
      this.isRead = true;
      this.problem = undefined;
      // Not waited for: Firefox answers once the reader has.
      void this.askToPersist();
    } catch (error) {
      // What was read before stays on the page.
      this.problem = toStorageProblem(error);
    }
  }

  /** The stored files that brought figures of an indicator, the latest first. */
  filesOf(indicator: IndicatorId): readonly StoredFile[] {
    const brought = new Set(
      this.stored.layers
        .filter((layer) => layer.series.some((series) => series.indicator === indicator))
        .map((layer) => layer.identity),
    );
    return this.history
      .filter((load) => load.undone === undefined)
      .flatMap((load) => load.files.filter((file) => brought.has(toIdentity(file))));
  }

  /** Takes a load out again. @returns what went wrong, if anything */
  async undo(load: number): Promise<Problem | undefined> {
    const outcome = await this.store?.undo(load, new Date().toISOString());
    return this.settle(outcome);
  }

  /** Keeps what an officer says or writes. @returns what went wrong, if anything */
  async say(words: Words): Promise<Problem | undefined> {
    await this.opening;
    if (!this.store) return this.problem ?? NOT_OPEN;
    return this.settle(await this.store.say(words, new Date().toISOString()));
  }

  /** Keeps how files are read. @returns what went wrong, if anything */
  async keepRecipes(recipes: readonly Recipe[]): Promise<Problem | undefined> {
    await this.opening;
    if (!this.store) return this.problem ?? NOT_OPEN;
    return this.settle(await this.store.keep(recipes, new Date().toISOString()));
  }

  /** Takes a recipe away. @returns what went wrong, if anything */
  async forgetRecipe({ id }: Recipe): Promise<Problem | undefined> {
    return this.settle(await this.store?.forget(id));
  }

  /** Bytes used and allowed; undefined where the browser does not say. */
  async readRoom(): Promise<{ readonly used: number; readonly quota: number } | undefined> {
    const asked = await this.ask((store) => store.estimate());
    return asked.kind === 'done' ? asked.value : undefined;
  }

  /** Asks something of the store. A failure comes back in words. */
  async ask<T>(work: (store: Store) => Promise<T>): Promise<Asked<T>> {
    await this.opening;
    if (!this.store) return { kind: 'failed', problem: this.problem ?? NOT_OPEN };
    try {
      return { kind: 'done', value: await work(this.store) };
    } catch (error) {
      return { kind: 'failed', problem: toStorageProblem(error) };
    }
  }

  /**
   * Asks the browser, the first time that something is stored, not to clear it by itself. Some
   * browsers ask the reader in turn, so it is not asked before there is anything to lose.
   */
  private async askToPersist(): Promise<void> {
    if (this.persistence !== undefined || this.stored === NOTHING) return;
    this.persistence = 'asked';
    const asked = await this.ask((store) => store.persist());
    this.persistence = asked.kind === 'done' && asked.value ? 'promised' : 'refused';
  }

  private async settle(outcome: Awaited<ReturnType<Store['undo']>> | undefined): Promise<Problem | undefined> {
    if (outcome?.kind === 'failed') return outcome.problem;
    await this.refresh();
    return undefined;
  }
}
