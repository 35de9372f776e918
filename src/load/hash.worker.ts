/** Counts the SHA-256 of one file, whose pieces come in order. */
import { SHA256 } from '@stablelib/sha256';
import { toHex } from '../domain/sha256.ts';
import type { FromHashWorker, ToHashWorker } from './hash-beside.ts';

const hasher = new SHA256();

function answer(message: FromHashWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

self.onmessage = ({ data: piece }: MessageEvent<ToHashWorker>) => {
  if (piece === 'end') {
    answer({ sha256: toHex(hasher.digest()) });
    return;
  }
  hasher.update(piece);
  answer(piece, [piece.buffer]);
};

answer('started');
// The browser compiles what has run often: better while there is nothing to count yet.
new SHA256().update(new Uint8Array(1 << 20)).digest();
