/** Makes, reads and restores backups off the page's thread. Ended from outside, at any moment, it leaves no trace. */
import { toStorageProblem } from '../failure.ts';
import { openStore } from '../open.ts';
import type { Store } from '../store.ts';
import type { Backup } from './file.ts';
import { readBackupFile, toBackupFile } from './file.ts';
import type { FromBackupWorker, ToBackupWorker } from './messages.ts';

/** What was looked at last, and the store it would go into. */
let looked: { readonly backup: Backup; readonly store: Store } | undefined;

async function answer(request: ToBackupWorker): Promise<FromBackupWorker | undefined> {
  if (request.kind === 'restore') {
    return looked && { kind: 'restored', outcome: await looked.store.restore(looked.backup.records) };
  }
  const opened = await openStore({ name: request.storeName });
  if (opened.kind === 'refused') return { kind: 'failed', problem: opened.problem };
  const { store } = opened;
  if (request.kind === 'make') {
    return { kind: 'made', bytes: new Uint8Array(toBackupFile(await store.readRecords(), request.made)) };
  }
  const read = readBackupFile(new Uint8Array(await request.file.arrayBuffer()));
  if (read.kind === 'refused') return { kind: 'failed', problem: read.problem };
  looked = { backup: read.backup, store };
  return { kind: 'looked', made: read.backup.made, summary: await store.previewRestore(read.backup.records) };
}

self.onmessage = ({ data }: MessageEvent<ToBackupWorker>) => {
  answer(data).then(
    (message) => {
      if (message) self.postMessage(message);
    },
    (error: unknown) => {
      self.postMessage({ kind: 'failed', problem: toStorageProblem(error) } satisfies FromBackupWorker);
    },
  );
};
