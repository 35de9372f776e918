/** A backup as the page makes it and takes it in: choosing a file, looking at what it would add, restoring. */
import type { Problem } from '../../domain/problem.ts';
import type { RestoreSummary } from '../../store/backup/plan.ts';
import type { BackupSession } from '../../store/backup/session.ts';
import { formatSize } from './measures.ts';
import { save } from './save.ts';
import type { Shelf } from './shelf.svelte.ts';

export class BackupDesk {
  private readonly shelf: Shelf;
  /** Of the backup that was looked at: its worker holds it. */
  private session: BackupSession | undefined;

  isBusy = $state(false);
  /** What the chosen file would add; undefined while none is chosen. */
  preview = $state.raw<{ readonly name: string; readonly made: string; readonly summary: RestoreSummary }>();
  problem = $state.raw<Problem>();
  said = $state('');

  constructor(shelf: Shelf) {
    this.shelf = shelf;
  }

  /** Hands everything that is stored to the reader as one file. */
  async save(): Promise<void> {
    await this.work(async () => {
      const session = await this.start();
      const made = new Date().toISOString();
      const answer = await session.make(made);
      session.end();
      if (answer.kind === 'failed') return answer.problem;
      const name = `every-child-matters-${made.slice(0, 10)}.ecm-backup.zip`;
      const { bytes } = answer;
      this.said = `${save(new Blob([bytes], { type: 'application/zip' }), name)}, ${formatSize(bytes.length)}.`;
      return undefined;
    });
  }

  /** Reads a backup and says what it would add. Nothing is changed. */
  async look(file: File): Promise<void> {
    this.leave();
    await this.work(async () => {
      const session = await this.start();
      const answer = await session.look(file);
      if (answer.kind === 'failed') {
        session.end();
        return answer.problem;
      }
      this.session = session;
      this.preview = { name: file.name, made: answer.made, summary: answer.summary };
      return undefined;
    });
  }

  /** Adds what the backup holds and this browser does not: all of it or nothing. */
  async restore(): Promise<void> {
    const { session, preview } = this;
    if (!session || !preview) return;
    await this.work(async () => {
      const answer = await session.restore();
      if (answer.kind === 'failed') return answer.problem;
      if (answer.outcome.kind === 'failed') return answer.outcome.problem;
      await this.shelf.refresh();
      this.leave();
      this.said = `Restored from ${preview.name}. What was here before is still here.`;
      return undefined;
    });
  }

  /** Puts the chosen backup away. */
  leave(): void {
    this.session?.end();
    this.session = undefined;
    this.preview = undefined;
  }

  /** The page is left: its worker goes, but not in the middle of a restore, of which nobody would then hear. */
  close(): void {
    if (!this.isBusy) this.leave();
  }

  private async start(): Promise<BackupSession> {
    const [{ BackupSession: Session }, { createBackupWorker }] = await Promise.all([
      import('../../store/backup/session.ts'),
      import('./backup-worker.ts'),
    ]);
    return new Session(createBackupWorker(), this.shelf.storeName);
  }

  private async work(task: () => Promise<Problem | undefined>): Promise<void> {
    this.isBusy = true;
    this.said = '';
    this.problem = undefined;
    this.problem = await task();
    this.isBusy = false;
  }
}
