/** The SHA-256 of a large file, counted by a worker beside the one that reads: it then takes no time of its own. */
import type { FileInput } from '../ingest/bytes.ts';
import { hashFile, isDigestedWhole } from '../ingest/hash.ts';

/** Rejects where the browser starts no worker from within one, or where the file could not be read. */
async function askWorker(file: File, signal: AbortSignal | undefined): Promise<string> {
  const { default: HashWorker } = await import('./hash.worker.ts?worker&inline');
  signal?.throwIfAborted();
  const worker = new HashWorker();
  try {
    return await new Promise<string>((resolve, reject) => {
      worker.onmessage = ({ data: sha256 }: MessageEvent<string>) => {
        if (sha256 === '') reject(new Error('The file could not be read to its end.'));
        else resolve(sha256);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
      signal?.addEventListener('abort', () => {
        reject(new Error('The load was cancelled.'));
      });
      worker.postMessage(file);
    });
  } finally {
    worker.terminate();
  }
}

/**
 * As `hashFile`, which is asked where the browser's own digest takes the file whole (off this thread too), and where
 * no worker can be had.
 */
export async function hashBeside(input: FileInput, signal?: AbortSignal): Promise<string> {
  if (isDigestedWhole(input) || !(input instanceof File) || !('Worker' in globalThis)) return hashFile(input, signal);
  return askWorker(input, signal).catch(() => hashFile(input, signal));
}
