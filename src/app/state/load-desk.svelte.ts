/** A load as the page follows it: choosing files, reading, looking at what they hold, storing. */
import type { Indicator, IndicatorId } from '../../domain/indicator.ts';
import type { Placement } from '../../domain/layers.ts';
import { placeIndicator } from '../../domain/layers.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Chosen, Mapping, MappingRecipe } from '../../domain/recipe.ts';
import { toMappingId } from '../../ingest/shape.ts';
import type { LoadProgress } from '../../load/messages.ts';
import type { ChangePreview, LoadPreview } from '../../load/preview.ts';
import type { BesidesPreview } from '../../load/preview-besides.ts';
import type { FetchedFiles } from '../../load/published.ts';
import type { LoadSession, PreviewOutcome, StoreOutcome } from '../../load/session.ts';
import { isChosen } from './choosing.ts';
import { describeBrought, isUnchanged } from './load-words.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Shelf } from './shelf.svelte.ts';

export type LoadStage = 'choosing' | 'reading' | 'looking' | 'storing' | 'stored' | 'failed';

const bringSession = () => Promise.all([import('../../load/session.ts'), import('./load-worker.ts')]);

export class LoadDesk {
  private readonly dashboard: Dashboard<Shelf>;
  private session: LoadSession | undefined;
  /** Ends the fetching of files that are not on this computer yet. */
  private fetching = new AbortController();
  /** What was said of columns since the files were chosen. */
  private mappings: ReadonlyMap<string, MappingRecipe> = new Map();
  /** Is an answer awaited, and has the reader ticked something since it was asked for? */
  private asking = false;
  private askAgain = false;

  stage = $state<LoadStage>('choosing');
  progress = $state.raw<LoadProgress>();
  preview = $state.raw<LoadPreview>();
  /** What would change with what is chosen now. */
  changes = $state.raw<ChangePreview>();
  /** What of that is no figure: sets of neighbours, targets and judgements. */
  besides = $state.raw<BesidesPreview>();
  /** What is kept of each file. */
  chosen = $state.raw<readonly Chosen[]>([]);
  /** Of each file: is it in the store, read in just this way? */
  alreadyStored = $state.raw<readonly boolean[]>([]);
  problem = $state.raw<Problem>();
  /** "Stored 434 indicators …", for the status line. */
  said = $state('');
  private placements = $state.raw<ReadonlyMap<IndicatorId, Placement>>(new Map());

  constructor(dashboard: Dashboard<Shelf>) {
    this.dashboard = dashboard;
  }

  /** Indicators that the load would add, as they would stand. */
  readonly added: readonly Indicator[] = $derived.by(() => {
    const added = new Map<IndicatorId, Indicator>();
    for (const [index, file] of (this.preview?.files ?? []).entries()) {
      if (!this.isKept(index)) continue;
      const chosen = this.chosen[index] ?? 'all';
      for (const { indicator, isNew } of file.indicators) {
        if (isNew && isChosen(chosen, indicator.id))
          added.set(indicator.id, placeIndicator(indicator, this.placements.get(indicator.id)));
      }
    }
    return [...added.values()];
  });

  /** Is there anything that could be stored? */
  readonly canStore: boolean = $derived((this.preview?.files ?? []).some((_, index) => this.isKept(index)));

  private isKept(index: number): boolean {
    const isRead = this.preview?.files[index]?.accepted === true;
    return isRead && this.alreadyStored[index] !== true && this.chosen[index]?.length !== 0;
  }

  /** An indicator as it is shown now, or as the file has it. */
  findIndicator(id: IndicatorId): Indicator | undefined {
    return this.dashboard.figures.findIndicator(id) ?? this.added.find((one) => one.id === id);
  }

  /** Brings what a load takes, before there are files. */
  async prepare(): Promise<void> {
    const [, { prepareWorker }] = await bringSession();
    prepareWorker();
  }

  /** Fetches files and reads them, or says why they cannot be had. */
  async bring(fetchFiles: (signal: AbortSignal) => Promise<FetchedFiles>): Promise<void> {
    this.begin();
    const { signal } = this.fetching;
    const fetched = await fetchFiles(signal);
    if (signal.aborted) return;
    if (fetched.kind === 'failed') this.fail(fetched.problem);
    else await this.read(fetched.files, true);
  }

  /** Drops an earlier load that was not stored. */
  private begin(): void {
    this.fetching.abort();
    this.fetching = new AbortController();
    this.session?.cancel();
    this.stage = 'reading';
    this.progress = undefined;
    this.preview = undefined;
    this.problem = undefined;
    this.said = '';
    this.placements = new Map();
    this.mappings = new Map();
  }

  /**
   * Begins to read; an earlier load that was not stored is dropped.
   * @param isOrdered were they given dates that say in which order they lie?
   */
  async read(files: readonly File[], isOrdered = false): Promise<void> {
    if (files.length === 0) return;
    this.begin();
    const { shelf, home } = this.dashboard;
    const [{ startLoad }, { createWorker }] = await bringSession();
    this.session = startLoad(files, {
      createWorker,
      bundled: shelf.bundled,
      storeName: shelf.storeName,
      isOrdered,
      ...(home ? { home: home.code } : {}),
      onProgress: (progress) => {
        this.progress = progress;
      },
    });
    this.look(await this.session.preview());
  }

  private look(outcome: PreviewOutcome): void {
    if (outcome.kind === 'cancelled') return;
    if (outcome.kind === 'failed') {
      this.fail(outcome.problem);
      return;
    }
    const { files, changes, besides } = outcome.preview;
    this.preview = outcome.preview;
    this.changes = changes;
    this.besides = besides;
    this.chosen = files.map((file) => file.chosen);
    this.alreadyStored = files.map((file) => file.alreadyStored);
    this.place(files.flatMap((file) => file.placements));
    this.stage = 'looking';
  }

  /** Says what the columns of a file are, and has everything read again with it. */
  async map(index: number, mapping: Mapping): Promise<void> {
    const file = this.preview?.files[index];
    if (!this.session || !file?.sample) return;
    const { header } = file.sample;
    const recipe: MappingRecipe = {
      kind: 'mapping',
      id: toMappingId(header),
      header,
      madeWith: file.name,
      mapping,
    };
    this.mappings = new Map([...this.mappings, [recipe.id, recipe]]);
    this.progress = undefined;
    this.stage = 'reading';
    this.look(await this.session.map([...this.mappings.values()]));
  }

  /** Says which indicators of a file are kept; what would change follows as soon as it is worked out. */
  async choose(index: number, chosen: Chosen): Promise<void> {
    this.chosen = this.chosen.map((one, at) => (at === index ? chosen : one));
    this.askAgain = true;
    if (this.asking) return;
    this.asking = true;
    while (this.session && this.askAgain) {
      this.askAgain = false;
      const preview = await this.session.choose(this.chosen);
      if (!preview) break;
      this.changes = preview.changes;
      this.besides = preview.besides;
      this.alreadyStored = preview.alreadyStored;
    }
    this.asking = false;
  }

  /** Says where indicators stand, before they are stored. */
  place(said: readonly Placement[]): void {
    const placements = new Map(this.placements);
    for (const one of said) placements.set(one.indicator, { ...placements.get(one.indicator), ...one });
    this.placements = placements;
  }

  async store(): Promise<void> {
    if (!this.session) return;
    this.stage = 'storing';
    const outcome = await this.session.store([...this.placements.values()], this.chosen);
    // Whoever reads "Stored" may follow a link at once: the figures must be there by then.
    await this.dashboard.shelf.refresh();
    this.settle(outcome);
  }

  private settle(outcome: StoreOutcome): void {
    switch (outcome.kind) {
      case 'stored': {
        const files = outcome.load.files;
        const skipped =
          outcome.skipped.length > 0
            ? ` Left out, because stored before: ${outcome.skipped.map((file) => file.name).join(', ')}.`
            : '';
        const brought = this.besides ? describeBrought(files, this.besides) : '';
        const same =
          this.changes && this.besides && isUnchanged(this.changes, this.besides)
            ? ' Nothing that is shown changed.'
            : '';
        this.said = `Stored ${brought} from ${files.map((file) => file.name).join(', ')}.${same}${skipped}`;
        this.stage = 'stored';
        return;
      }
      case 'already-stored':
        this.said = `Nothing was changed: ${outcome.skipped.map((file) => file.name).join(', ')} ${outcome.skipped.length === 1 ? 'is' : 'are'} stored already.`;
        this.stage = 'stored';
        return;
      case 'cancelled':
        this.leave();
        return;
      case 'failed':
        this.fail(outcome.problem);
    }
  }

  /** Drops the load; nothing of it was stored. */
  cancel(): void {
    this.fetching.abort();
    this.session?.cancel();
    this.leave();
    this.said = 'Cancelled. Nothing was stored.';
  }

  private leave(): void {
    this.session = undefined;
    this.preview = undefined;
    this.stage = 'choosing';
  }

  private fail(problem: Problem): void {
    this.problem = problem;
    this.stage = 'failed';
  }
}
