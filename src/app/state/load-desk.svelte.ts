/** A load as the page follows it: choosing files, reading, looking at what they hold, storing. */
import type { Indicator, IndicatorId } from '../../domain/indicator.ts';
import type { Placement } from '../../domain/layers.ts';
import { placeIndicator } from '../../domain/layers.ts';
import type { Problem } from '../../domain/problem.ts';
import type { LoadProgress } from '../../load/messages.ts';
import type { LoadPreview, NamedChange } from '../../load/preview.ts';
import type { LoadSession, StoreOutcome } from '../../load/session.ts';
import type { Dashboard } from './dashboard.svelte.ts';

export type LoadStage = 'choosing' | 'reading' | 'looking' | 'storing' | 'stored' | 'failed';

export class LoadDesk {
  private readonly dashboard: Dashboard;
  private session: LoadSession | undefined;

  stage = $state<LoadStage>('choosing');
  progress = $state.raw<LoadProgress>();
  preview = $state.raw<LoadPreview>();
  problem = $state.raw<Problem>();
  /** "Stored 434 indicators …", for the status line. */
  said = $state('');
  private placements = $state.raw<ReadonlyMap<IndicatorId, Placement>>(new Map());

  constructor(dashboard: Dashboard) {
    this.dashboard = dashboard;
  }

  /** Indicators that the load would add, as they would stand. */
  readonly added: readonly Indicator[] = $derived.by(() => {
    const added = new Map<IndicatorId, Indicator>();
    for (const file of this.preview?.files ?? []) {
      if (!file.accepted || file.alreadyStored) continue;
      for (const { indicator, isNew } of file.indicators) {
        if (isNew) added.set(indicator.id, placeIndicator(indicator, this.placements.get(indicator.id)));
      }
    }
    return [...added.values()];
  });

  /** Is there anything that could be stored? */
  readonly canStore: boolean = $derived(
    (this.preview?.files ?? []).some((file) => file.accepted && !file.alreadyStored),
  );

  /** The name of an indicator in a change: as it is shown now, or as the file has it. */
  nameOf({ indicator }: Pick<NamedChange, 'indicator'>): string {
    const shown = this.dashboard.figures.findIndicator(indicator) ?? this.added.find((one) => one.id === indicator);
    return shown?.name ?? indicator;
  }

  /** Begins to read; an earlier load that was not stored is dropped. */
  async read(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.session?.cancel();
    this.stage = 'reading';
    this.progress = undefined;
    this.preview = undefined;
    this.problem = undefined;
    this.said = '';
    this.placements = new Map();
    const { shelf, home } = this.dashboard;
    const [{ startLoad }, { createWorker }] = await Promise.all([
      import('../../load/session.ts'),
      import('./load-worker.ts'),
    ]);
    this.session = startLoad(files, {
      createWorker,
      bundled: shelf.bundled,
      storeName: shelf.storeName,
      ...(home ? { home: home.code } : {}),
      onProgress: (progress) => {
        this.progress = progress;
      },
    });
    const outcome = await this.session.preview();
    if (outcome.kind === 'cancelled') return;
    if (outcome.kind === 'failed') {
      this.fail(outcome.problem);
      return;
    }
    this.preview = outcome.preview;
    this.stage = 'looking';
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
    const outcome = await this.session.store([...this.placements.values()]);
    // Whoever reads "Stored" may follow a link at once: the figures must be there by then.
    await this.dashboard.shelf.refresh();
    this.settle(outcome);
  }

  private settle(outcome: StoreOutcome): void {
    switch (outcome.kind) {
      case 'stored': {
        const files = outcome.load.files;
        const sum = (of: 'numbers' | 'indicators'): string =>
          files.reduce((total, file) => total + file[of], 0).toLocaleString('en-GB');
        const skipped =
          outcome.skipped.length > 0
            ? ` Left out, because stored before: ${outcome.skipped.map((file) => file.name).join(', ')}.`
            : '';
        this.said = `Stored ${sum('indicators')} indicators with ${sum('numbers')} numbers from ${files.map((file) => file.name).join(', ')}.${skipped}`;
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
