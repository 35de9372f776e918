import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readBytes, readChunks, ROOM } from '../../src/ingest/bytes.ts';
import { ChosenFile } from '../../src/load/chosen-file.ts';
import { MOST_PIECES, PATIENCE, type FromHashWorker, type ToHashWorker } from '../../src/load/hash-beside.ts';

type Listener = (event: { data: FromHashWorker }) => void;

interface Beside {
  started: number;
  terminated: number;
  bytes: number;
  does: 'count' | 'wait' | 'fail' | 'refuse' | 'sleep';
  /** Messages that came while it waited. */
  held: number;
  /** Counts them. */
  goOn: () => void;
  /** Breaks off. */
  fail: () => void;
}

const toBeside = vi.hoisted(() => (): Beside => ({
  started: 0,
  terminated: 0,
  bytes: 0,
  does: 'count',
  held: 0,
  goOn: () => undefined,
  fail: () => undefined,
}));
const beside = toBeside();

vi.mock('../../src/load/hash.worker.ts?worker&inline', () => ({
  default: class {
    onmessage: Listener | undefined;
    onerror: ((event: { message: string; preventDefault: () => void }) => void) | undefined;
    private readonly hash = createHash('sha256');
    constructor() {
      if (beside.does === 'refuse') throw new Error('no worker from within a worker');
      beside.started++;
      beside.fail = () => this.onerror?.({ message: 'broke off', preventDefault: () => undefined });
      if (beside.does !== 'sleep') setTimeout(() => this.onmessage?.({ data: 'started' }));
    }
    postMessage(piece: ToHashWorker): void {
      if (beside.does === 'wait') {
        const before = beside.goOn;
        beside.held++;
        beside.goOn = () => {
          before();
          this.count(piece);
        };
      } else this.count(piece);
    }
    private count(piece: ToHashWorker): void {
      queueMicrotask(() => {
        if (beside.does === 'fail') {
          beside.fail();
          return;
        }
        if (piece === 'end') {
          this.onmessage?.({ data: { sha256: this.hash.digest('hex') } });
          return;
        }
        beside.bytes += piece.length;
        this.hash.update(piece);
        this.onmessage?.({ data: piece });
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

/** As a browser without byte streams gives it. */
function toPlainStream(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += 700_000)));
    },
  });
}

beforeEach(() => {
  Object.assign(beside, toBeside());
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a chosen file', () => {
  test('gives the bytes that it holds, each time from the first on', async () => {
    const file = toLargeFile();
    expect(Buffer.compare(await readBytes(file), BYTES)).toBe(0);
    expect(Buffer.compare(await readBytes(file, 300_000), BYTES.subarray(0, 300_000))).toBe(0);
  });

  test('has its hash counted by a worker from the pieces that pass, each once, and gives the worker back', async () => {
    const file = toLargeFile();
    const streams = vi.spyOn(File.prototype, 'stream');
    await readBytes(file, 10);
    await readBytes(file);
    expect(await file.sha256()).toBe(HASH);
    expect(await file.sha256()).toBe(HASH);
    expect(streams).toHaveBeenCalledTimes(2);
    expect(beside).toMatchObject({ started: 1, terminated: 1, bytes: BYTES.length });
  });

  test('passes through the same few pieces of memory on its way to the worker', async () => {
    const bytes = new Uint8Array(40_000_000).fill(7);
    const file = new ChosenFile(new File([bytes], 'larger.csv'));
    const made = vi.spyOn(globalThis, 'ArrayBuffer');
    expect(await file.sha256()).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(beside.bytes).toBe(bytes.length);
    expect((made.mock.calls as unknown[][]).filter(([size]) => size === ROOM).length).toBeLessThanOrEqual(16);
  });

  test.each([
    ['fills the memory it is given', false],
    ['brings memory of its own', true],
  ])('waits with reading where as much as may be is still to be counted, in a browser that %s', async (_, isPlain) => {
    const bytes = new Uint8Array((MOST_PIECES + 8) * ROOM).fill(7);
    if (isPlain) vi.spyOn(File.prototype, 'stream').mockImplementation(() => toPlainStream(bytes));
    const file = new ChosenFile(new File([bytes], 'larger.csv'));
    beside.does = 'wait';
    let read = 0;
    let isDone = false;
    const reading = (async () => {
      for await (const chunk of readChunks(file)) read += chunk.length;
      isDone = true;
    })();
    await vi.waitFor(() => {
      expect(beside.held).toBe(MOST_PIECES);
    });
    expect({ isDone, isBehind: read < bytes.length }).toEqual({ isDone: false, isBehind: true });
    beside.does = 'count';
    beside.goOn();
    await reading;
    expect(read).toBe(bytes.length);
    expect(await file.sha256()).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('gives the same bytes and hash where the browser’s files are no streams of bytes', async () => {
    vi.spyOn(File.prototype, 'stream').mockImplementation(() => toPlainStream(BYTES));
    const file = toLargeFile();
    expect(Buffer.compare(await readBytes(file), BYTES)).toBe(0);
    expect(await file.sha256()).toBe(HASH);
    expect(beside.bytes).toBe(BYTES.length);
  });

  test('fails as the browser’s own stream does, and is let go where its reader stops', async () => {
    const file = toLargeFile();
    const lost = new Error('the disk was taken out');
    vi.spyOn(File.prototype, 'stream').mockImplementation(
      () => new ReadableStream({ type: 'bytes', pull: () => Promise.reject(lost) }),
    );
    await expect(readBytes(file)).rejects.toThrow('the disk was taken out');

    let isLetGo = false;
    vi.spyOn(File.prototype, 'stream').mockImplementation(
      () =>
        new ReadableStream({
          type: 'bytes',
          pull: (controller) => {
            controller.enqueue(new Uint8Array(1000));
          },
          cancel: () => {
            isLetGo = true;
          },
        }),
    );
    expect(await readBytes(file, 500)).toHaveLength(500);
    expect(isLetGo).toBe(true);
  });

  test('is read to its end for the hash where its reader stopped before', async () => {
    const file = toLargeFile();
    for await (const chunk of readChunks(file)) if (chunk.length > 0) break;
    expect(await file.sha256()).toBe(HASH);
    expect(beside.bytes).toBe(BYTES.length);
  });

  test.each(['fail', 'refuse'] as const)('is counted here where the worker would %s', async (does) => {
    beside.does = does;
    const file = toLargeFile();
    expect(Buffer.compare(await readBytes(file), BYTES)).toBe(0);
    expect(await file.sha256()).toBe(HASH);
  });

  test('is read on, and counted here, where the worker breaks off while reading waits for it', async () => {
    const bytes = new Uint8Array((MOST_PIECES + 8) * ROOM).fill(7);
    const file = new ChosenFile(new File([bytes], 'larger.csv'));
    beside.does = 'wait';
    const reading = readBytes(file);
    await vi.waitFor(() => {
      expect(beside.held).toBe(MOST_PIECES);
    });
    beside.fail();
    expect((await reading).length).toBe(bytes.length);
    expect(await file.sha256()).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('is read, and counted here, where the worker never starts', async () => {
    beside.does = 'sleep';
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const file = toLargeFile();
    const reading = readBytes(file);
    await vi.advanceTimersByTimeAsync(PATIENCE);
    vi.useRealTimers();
    expect(Buffer.compare(await reading, BYTES)).toBe(0);
    expect(await file.sha256()).toBe(HASH);
    expect(beside).toMatchObject({ started: 1, terminated: 1, bytes: 0 });
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
