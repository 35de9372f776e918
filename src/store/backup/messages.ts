/** What the page and the worker of a backup say to each other; everything in it survives a structured clone. */
import type { Problem } from '../../domain/problem.ts';
import type { ChangeOutcome } from '../draft.ts';
import type { RestoreSummary } from './plan.ts';

export type ToBackupWorker =
  /** Makes a backup of everything. @param made ISO date and time */
  | { readonly kind: 'make'; readonly storeName: string; readonly made: string }
  /** Reads a backup and says what it would add; nothing is changed. */
  | { readonly kind: 'look'; readonly storeName: string; readonly file: File }
  /** Adds what was looked at last. */
  | { readonly kind: 'restore' };

export type FromBackupWorker =
  | { readonly kind: 'made'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** @param made when the backup was made, ISO date and time */
  | { readonly kind: 'looked'; readonly made: string; readonly summary: RestoreSummary }
  | { readonly kind: 'restored'; readonly outcome: ChangeOutcome }
  | { readonly kind: 'failed'; readonly problem: Problem };
