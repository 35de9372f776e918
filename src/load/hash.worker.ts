/** Counts the SHA-256 of one file, whose pieces come in order. */
import { SHA256 } from '@stablelib/sha256';
import { toHex } from '../domain/sha256.ts';
import type { FromHashWorker, ToHashWorker } from './hash-beside.ts';

const hasher = new SHA256();

self.onmessage = ({ data: piece }: MessageEvent<ToHashWorker>) => {
  if (piece !== 'end') hasher.update(piece);
  const answer = piece === 'end' ? toHex(hasher.digest()) : undefined;
  self.postMessage(answer satisfies FromHashWorker);
};
