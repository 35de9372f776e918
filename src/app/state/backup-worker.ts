/** Starts the worker of a backup, carried inside the page so that it starts from a disk too. */
import InlinedWorker from '../../store/backup/backup.worker.ts?worker&inline';

export function createBackupWorker(): Worker {
  return new InlinedWorker();
}
