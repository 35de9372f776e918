/** What is handed to the store, and what it answers. */
import type { Layer, Placement } from '../domain/layers.ts';
import type { Problem } from '../domain/problem.ts';
import type { Recipe } from '../domain/recipe.ts';
import type { CommentaryText, ComparisonGroup, SettingName, TargetWord } from '../domain/written.ts';
import type { LoadRecord, StoredFile } from './records.ts';

/** What a file brings, read and ready to be stored. */
export type Brought = Omit<Layer, 'dated' | 'identity' | 'explained'>;

/** One file of a load. */
export interface DraftFile extends Brought {
  readonly file: Omit<StoredFile, 'indicators' | 'series'>;
}

/** The same while its hash may still be being counted. */
export interface PendingFile extends Brought {
  readonly file: DraftFile['file'] | Promise<DraftFile['file']>;
}

export interface LoadDraft {
  /** When it is stored, ISO date and time. */
  readonly at: string;
  readonly files: readonly PendingFile[];
  /** What was said of the indicators before storing. */
  readonly placements: readonly Placement[];
  /** What was said of how these files, and the next ones like them, are read. */
  readonly recipes?: readonly Recipe[];
}

/** What an officer says in one go, of any kind. */
export interface Words {
  readonly placements?: readonly Placement[];
  readonly targets?: readonly TargetWord[];
  readonly commentary?: readonly CommentaryText[];
  readonly comparisonGroups?: readonly ComparisonGroup[];
  readonly settings?: ReadonlyMap<SettingName, string>;
}

export interface Failed {
  readonly kind: 'failed';
  readonly problem: Problem;
}

export type CommitOutcome =
  | { readonly kind: 'stored'; readonly load: LoadRecord; readonly skipped: readonly StoredFile[] }
  /** Every file of the load is in the store already; nothing was changed. */
  | { readonly kind: 'already-stored'; readonly skipped: readonly StoredFile[] }
  | Failed;

export type ChangeOutcome = { readonly kind: 'done' } | Failed;
