import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashBeside } from '../../src/load/hash-beside.ts';

const ANSWER = 'f'.repeat(64);
/** SHA-256 of "abc", from FIPS 180-2. */
const OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

const started = vi.hoisted(() => ({ workers: 0, terminated: 0, fails: false }));

vi.mock('../../src/load/hash.worker.ts?worker&inline', () => ({
  default: class {
    onmessage: ((event: { data: string }) => void) | undefined;
    onerror: ((event: { message: string; preventDefault: () => void }) => void) | undefined;
    constructor() {
      started.workers++;
    }
    postMessage(): void {
      if (started.fails) this.onerror?.({ message: 'refused', preventDefault: () => undefined });
      else this.onmessage?.({ data: ANSWER });
    }
    terminate(): void {
      started.terminated++;
    }
  },
}));

/** "abc", which says of itself that it is large. */
function toLargeFile(): File {
  return Object.defineProperty(new File(['abc'], 'large.csv'), 'size', { value: 65_000_000 });
}

beforeEach(() => {
  vi.stubGlobal('Worker', vi.fn());
  Object.assign(started, { workers: 0, terminated: 0, fails: false });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the hash of a file that is being loaded', () => {
  test('is counted by a worker of its own where the file is large, and the worker is given back', async () => {
    expect(await hashBeside(toLargeFile())).toBe(ANSWER);
    expect(started).toMatchObject({ workers: 1, terminated: 1 });
  });

  test('is counted here where that worker breaks off', async () => {
    started.fails = true;
    expect(await hashBeside(toLargeFile())).toBe(OF_ABC);
    expect(started).toMatchObject({ workers: 1, terminated: 1 });
  });

  test('is counted here where the browser starts no worker within a worker, and for a small file', async () => {
    expect(await hashBeside(new File(['abc'], 'small.csv'))).toBe(OF_ABC);
    vi.unstubAllGlobals();
    expect(await hashBeside(toLargeFile())).toBe(OF_ABC);
    expect(started.workers).toBe(0);
  });
});
