/** A backup as the page makes it and takes it in: choosing a file, looking at what it would add, restoring. */
import type { Problem } from '../../domain/problem.ts';
import type { Backup } from '../../store/backup/file.ts';
import type { RestoreSummary } from '../../store/backup/plan.ts';
import { formatSize } from './measures.ts';
import { save } from './save.ts';
import type { Shelf } from './shelf.svelte.ts';

export class BackupDesk {
  private readonly shelf: Shelf;
  private backup: Backup | undefined;

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
      const asked = await this.shelf.ask((store) => store.readRecords());
      if (asked.kind === 'failed') return asked.problem;
      const { toBackupFile } = await import('../../store/backup/file.ts');
      const made = new Date().toISOString();
      const bytes = toBackupFile(asked.value, made);
      const name = `every-child-matters-${made.slice(0, 10)}.ecm-backup.zip`;
      this.said = `${save(new Blob([new Uint8Array(bytes)], { type: 'application/zip' }), name)}, ${formatSize(bytes.length)}.`;
      return undefined;
    });
  }

  /** Reads a backup and says what it would add. Nothing is changed. */
  async look(file: File): Promise<void> {
    this.leave();
    await this.work(async () => {
      const { readBackupFile } = await import('../../store/backup/file.ts');
      const read = readBackupFile(new Uint8Array(await file.arrayBuffer()));
      if (read.kind === 'refused') return read.problem;
      const { backup } = read;
      const asked = await this.shelf.ask((store) => store.previewRestore(backup.records));
      if (asked.kind === 'failed') return asked.problem;
      this.backup = backup;
      this.preview = { name: file.name, made: backup.made, summary: asked.value };
      return undefined;
    });
  }

  /** Adds what the backup holds and this browser does not: all of it or nothing. */
  async restore(): Promise<void> {
    const { backup, preview } = this;
    if (!backup || !preview) return;
    await this.work(async () => {
      const asked = await this.shelf.ask((store) => store.restore(backup.records));
      if (asked.kind === 'failed') return asked.problem;
      if (asked.value.kind === 'failed') return asked.value.problem;
      await this.shelf.refresh();
      this.leave();
      this.said = `Restored from ${preview.name}. What was here before is still here.`;
      return undefined;
    });
  }

  /** Puts the chosen backup away. */
  leave(): void {
    this.backup = undefined;
    this.preview = undefined;
  }

  private async work(task: () => Promise<Problem | undefined>): Promise<void> {
    this.isBusy = true;
    this.said = '';
    this.problem = undefined;
    this.problem = await task();
    this.isBusy = false;
  }
}
