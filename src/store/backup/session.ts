/** The page's side of a backup: asks the worker one thing at a time, and ends it. */
import type { Problem } from '../../domain/problem.ts';
import type { FromBackupWorker, ToBackupWorker } from './messages.ts';

/** What a session needs of a worker. */
export type BackupWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

type Answer<Kind extends FromBackupWorker['kind']> =
  Extract<FromBackupWorker, { readonly kind: Kind }> | Extract<FromBackupWorker, { readonly kind: 'failed' }>;

/** @param words what the browser said of it; often nothing */
function toBrokenOff(words: string): Problem {
  return {
    severity: 'error',
    code: 'backup-broken-off',
    message: `Work on the backup broke off and nothing was changed. It may be too large for the memory of this computer: close other tabs and try again. The browser said: ${words === '' ? 'nothing' : words}`,
  };
}

export class BackupSession {
  private readonly worker: BackupWorker;
  private readonly storeName: string;

  constructor(worker: BackupWorker, storeName: string) {
    this.worker = worker;
    this.storeName = storeName;
  }

  /** Everything that is stored, as the bytes of one file. @param made ISO date and time */
  make(made: string): Promise<Answer<'made'>> {
    return this.ask({ kind: 'make', storeName: this.storeName, made }, 'made');
  }

  /** What a backup would add. Nothing is changed. */
  look(file: File): Promise<Answer<'looked'>> {
    return this.ask({ kind: 'look', storeName: this.storeName, file }, 'looked');
  }

  /** Adds what was looked at: all of it or nothing. */
  restore(): Promise<Answer<'restored'>> {
    return this.ask({ kind: 'restore' }, 'restored');
  }

  /** Gives the worker's memory back. Not while it restores: nobody would know whether it was done. */
  end(): void {
    this.worker.terminate();
  }

  private ask<Kind extends FromBackupWorker['kind']>(request: ToBackupWorker, kind: Kind): Promise<Answer<Kind>> {
    const isAnswer = (message: FromBackupWorker): message is Answer<Kind> =>
      message.kind === kind || message.kind === 'failed';
    return new Promise((resolve) => {
      this.worker.onmessage = ({ data }: MessageEvent<FromBackupWorker>) => {
        if (isAnswer(data)) resolve(data);
      };
      this.worker.onerror = (event) => {
        event.preventDefault();
        resolve({ kind: 'failed', problem: toBrokenOff(event.message) });
      };
      this.worker.postMessage(request);
    });
  }
}
