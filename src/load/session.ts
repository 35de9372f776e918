/** The page's side of a load: starts the worker, follows it, and ends it. */
import type { AreaCode } from '../domain/area.ts';
import type { Figures } from '../domain/figures.ts';
import type { Placement } from '../domain/layers.ts';
import type { Problem } from '../domain/problem.ts';
import type { Chosen, MappingRecipe } from '../domain/recipe.ts';
import type { CommitOutcome } from '../store/draft.ts';
import { STORE_NAME } from '../store/name.ts';
import { toLoadProblem } from './failure.ts';
import type { FromWorker, LoadProgress, ToWorker } from './messages.ts';
import { toSentFigures } from './messages.ts';
import type { ChoicePreview, LoadPreview } from './preview.ts';

/** What a session needs of a worker. */
type LoadWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export interface LoadContext {
  /** Starts `load.worker.ts`; the site and the single file do it differently. */
  readonly createWorker: () => LoadWorker;
  /** The bundled figures, without what is stored. */
  readonly bundled: Figures;
  /** The authority whose changes come first. */
  readonly home?: AreaCode;
  readonly storeName?: string;
  /** Do the files lie in the order of the dates that they were given, whatever they say of themselves? */
  readonly isOrdered?: boolean;
  readonly onProgress?: (progress: LoadProgress) => void;
}

export type PreviewOutcome =
  | { readonly kind: 'read'; readonly preview: LoadPreview }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type StoreOutcome = CommitOutcome | { readonly kind: 'cancelled' };

/** Begins to read the files; nothing is stored until the session is told to. */
export function startLoad(files: readonly File[], context: LoadContext): LoadSession {
  return new LoadSession(files, context);
}

/** A promise that is settled from outside. */
class Settled<T> {
  readonly promise: Promise<T>;
  settle: (value: T) => void = () => undefined;

  constructor() {
    this.promise = new Promise<T>((resolve) => {
      this.settle = resolve;
    });
  }
}

export class LoadSession {
  private readonly worker: LoadWorker;
  private previewed = new Settled<PreviewOutcome>();
  private chosen = new Settled<ChoicePreview | undefined>();
  private readonly stored = new Settled<StoreOutcome>();
  private isStoring = false;

  constructor(files: readonly File[], context: LoadContext) {
    const { createWorker, bundled, home, storeName = STORE_NAME, isOrdered = false, onProgress } = context;
    this.worker = createWorker();
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.receive(data, onProgress);
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.end({ kind: 'failed', problem: toLoadProblem(event.message) });
    };
    const sent = toSentFigures(bundled);
    this.send({ kind: 'read', files, bundled: sent, ...(home ? { home } : {}), storeName, isOrdered });
  }

  /** What the files hold and what they would change, once they are read. */
  preview(): Promise<PreviewOutcome> {
    return this.previewed.promise;
  }

  /** Reads the files again, by what was said of their columns. */
  map(said: readonly MappingRecipe[]): Promise<PreviewOutcome> {
    this.previewed = new Settled();
    this.send({ kind: 'map', said });
    return this.previewed.promise;
  }

  /** What would change if these indicators of each file were kept; undefined where the load has ended meanwhile. */
  choose(chosen: readonly Chosen[]): Promise<ChoicePreview | undefined> {
    this.chosen = new Settled();
    this.send({ kind: 'choose', chosen });
    return this.chosen.promise;
  }

  /**
   * Stores what was read, all of it or none. The session is over then.
   * @param chosen what is kept of each file; by default what the preview says
   */
  store(placements: readonly Placement[], chosen: readonly Chosen[] = []): Promise<StoreOutcome> {
    this.isStoring = true;
    this.send({ kind: 'store', placements, chosen });
    return this.stored.promise;
  }

  /**
   * Ends the load at once and leaves no trace. Not once it is told to store: that takes less than a second, and
   * ending it then would leave nobody knowing whether it was done. Undo takes a stored load back.
   */
  cancel(): void {
    if (!this.isStoring) this.end({ kind: 'cancelled' });
  }

  private receive(message: FromWorker, onProgress: LoadContext['onProgress']): void {
    switch (message.kind) {
      case 'progress':
        onProgress?.(message.progress);
        return;
      case 'preview':
        this.previewed.settle({ kind: 'read', preview: message.preview });
        return;
      case 'chosen':
        this.chosen.settle(message.preview);
        return;
      case 'committed':
        this.worker.terminate();
        this.stored.settle(message.outcome);
        return;
      case 'failed':
        this.end(message);
    }
  }

  /** Gives the worker's memory back and settles what is still waited for. */
  private end(outcome: PreviewOutcome & StoreOutcome): void {
    this.worker.terminate();
    this.previewed.settle(outcome);
    this.chosen.settle(undefined);
    this.stored.settle(outcome);
  }

  private send(message: ToWorker): void {
    this.worker.postMessage(message);
  }
}
