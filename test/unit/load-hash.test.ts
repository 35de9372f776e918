import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readBytes, readChunks } from '../../src/ingest/bytes.ts';
import { ChosenFile } from '../../src/load/chosen-file.ts';

type Listener = (event: { data: string | undefined }) => void;

interface Beside {
  started: number;
  terminated: number;
  bytes: number;
  does: 'count' | 'fail' | 'refuse';
}

const beside = vi.hoisted((): Beside => ({ started: 0, terminated: 0, bytes: 0, does: 'count' }));

vi.mock('../../src/load/hash.worker.ts?worker&inline', () => ({
  default: class {
    onmessage: Listener | undefined;
    onerror: ((event: { message: string; preventDefault: () => void }) => void) | undefined;
    private readonly hash = createHash('sha256');
    constructor() {
      if (beside.does === 'refuse') throw new Error('no worker from within a worker');
      beside.started++;
    }
    postMessage(piece: Uint8Array | 'end'): void {
      queueMicrotask(() => {
        if (beside.does === 'fail') {
          this.onerror?.({ message: 'broke off', preventDefault: () => undefined });
          return;
        }
        if (piece !== 'end') {
          beside.bytes += piece.length;
          this.hash.update(piece);
        }
        this.onmessage?.({ data: piece === 'end' ? this.hash.digest('hex') : undefined });
      });
    }
    terminate(): void {
      beside.terminated++;
    }
  },
}));

const BYTES = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 31) % 251);
const HASH = createHash('sha256').update(BYTES).digest('hex');
const toLargeFile = (): ChosenFile => new ChosenFile(new File([BYTES], 'large.csv'));

beforeEach(() => {
  Object.assign(beside, { started: 0, terminated: 0, bytes: 0, does: 'count' });
});

describe('a chosen file', () => {
  test('gives the bytes that it holds, each time from the first on', async () => {
    const file = toLargeFile();
    expect(Buffer.compare(await readBytes(file), BYTES)).toBe(0);
    expect(Buffer.compare(await readBytes(file, 300_000), BYTES.subarray(0, 300_000))).toBe(0);
  });

  test('has its hash counted by a worker from the pieces that pass, each once, and gives the worker back', async () => {
    const file = toLargeFile();
    await readBytes(file, 10);
    await readBytes(file);
    expect(beside.bytes).toBe(BYTES.length);
    expect(await file.sha256()).toBe(HASH);
    expect(await file.sha256()).toBe(HASH);
    expect(beside).toMatchObject({ started: 1, terminated: 1, bytes: BYTES.length });
  });

  test('is read to its end for the hash where its reader stopped before', async () => {
    const file = toLargeFile();
    for await (const chunk of readChunks(file.stream())) if (chunk.length > 0) break;
    expect(await file.sha256()).toBe(HASH);
    expect(beside.bytes).toBe(BYTES.length);
  });

  test.each(['fail', 'refuse'] as const)('is counted here where the worker would %s', async (does) => {
    beside.does = does;
    const file = toLargeFile();
    expect(Buffer.compare(await readBytes(file), BYTES)).toBe(0);
    expect(await file.sha256()).toBe(HASH);
  });

  test('is counted here where it is small', async () => {
    const small = new ChosenFile(new File(['abc'], 'small.csv'));
    // From FIPS 180-4.
    expect(await small.sha256()).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(beside.started).toBe(0);
  });

  test('is not read for the hash once that is no longer wanted', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(toLargeFile().sha256(signal)).rejects.toThrow('enough');
  });
});
