import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { toFileInput, type FileInput } from '../../src/ingest/bytes.ts';
import { openFile } from '../../src/ingest/container.ts';
import { hashFile } from '../../src/ingest/hash.ts';
import { readTable } from '../../src/ingest/table.ts';
import { read, toBytes, toInput } from '../fixtures/table/reading.ts';

const HEADER = 'area,period,value\n';

/** A file whose bytes come in chunks of the given size, and fail after some of them where asked. */
function inChunks(bytes: Uint8Array, size: number, failAfter = Infinity): FileInput {
  return {
    name: 'chunks.csv',
    size: bytes.length,
    stream() {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= failAfter) controller.error(new Error('disk removed'));
          else if (at >= bytes.length) controller.close();
          else controller.enqueue(bytes.subarray(at, (at += size)));
        },
      });
    },
  };
}

describe('reading a table', () => {
  it('tells the header, its line and the first rows before any row is handed out', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `Derby,${String(i)},x\n`).join('');
    const calls: string[] = [];
    await readTable(toInput(`Title\n${HEADER}${rows}`, 'figures.csv'), (sample, shape) => {
      calls.push('begin');
      expect(sample.fileName).toBe('figures.csv');
      expect(sample.header).toEqual(['area', 'period', 'value']);
      expect(sample.headerLine).toBe(2);
      expect(sample.rows).toHaveLength(200);
      expect(sample.rows[199]).toEqual(['Derby', '199', 'x']);
      expect(shape).toMatchObject({ encoding: 'utf-8', dialect: { delimiter: ',', quote: '"' }, fields: 3 });
      return { push: () => calls.push('push') };
    });
    expect(calls).toHaveLength(1001);
    expect(calls[0]).toBe('begin');
  });

  it('hands nothing out and reads no further where nobody wants it', async () => {
    let pulled = 0;
    const bytes = toBytes(HEADER + 'Derby,2024,1\n'.repeat(500_000));
    const input = inChunks(bytes, 1 << 16);
    const counted: FileInput = {
      ...input,
      stream: () =>
        input.stream().pipeThrough(
          new TransformStream<Uint8Array, Uint8Array>({
            transform(chunk, controller) {
              pulled += chunk.length;
              controller.enqueue(chunk);
            },
          }),
        ),
    };
    const result = await readTable(counted, () => undefined);
    expect(result.rows).toBe(0);
    expect(result.shape?.header).toEqual(['area', 'period', 'value']);
    expect(pulled).toBeLessThan(bytes.length / 4);
  });

  it('gives the same table whatever the chunks in which it arrives', async () => {
    const text = `${HEADER}"Bristol, City of",2024,“5.2”\r\nDerby,2024,é\r\n`.repeat(3);
    const whole = await read(text);
    for (const size of [1, 2, 3, 7]) {
      const table: string[][] = [];
      await readTable(inChunks(toBytes(text), size), () => ({ push: (cells) => table.push([...cells]) }));
      expect(table).toEqual(whole.table);
    }
  });

  it('tells how far it is, up to the size of the file', async () => {
    const bytes = toBytes(HEADER + 'Derby,2024,1\n'.repeat(200_000));
    const told: [number, number][] = [];
    await readTable(inChunks(bytes, 1 << 17), () => ({ push: () => undefined }), {
      onProgress: (bytesRead, rows) => told.push([bytesRead, rows]),
    });
    expect(told.length).toBeGreaterThan(10);
    expect(told.every(([bytesRead], i) => bytesRead >= (told[i - 1]?.[0] ?? 0))).toBe(true);
    expect(told.at(-1)?.[0]).toBe(bytes.length);
  });

  it('stops where it is cancelled, with the reason for it', async () => {
    const controller = new AbortController();
    let rows = 0;
    const reading = readTable(
      toInput(HEADER + 'Derby,2024,1\n'.repeat(1_000_000)),
      () => ({
        push() {
          if (++rows === 1000) controller.abort(new Error('cancelled by the reader'));
        },
      }),
      { signal: controller.signal },
    );
    await expect(reading).rejects.toThrow('cancelled by the reader');
    // One chunk of a megabyte at most is worked on after that.
    expect(rows).toBeLessThan(200_000);
  });

  it('says why the bytes stopped coming, as an error', async () => {
    const bytes = toBytes(HEADER + 'Derby,2024,1\n'.repeat(100_000));
    const result = await readTable(inChunks(bytes, 1 << 16, bytes.length / 2), () => ({ push: () => undefined }));
    expect(result.problems).toEqual([
      {
        severity: 'error',
        code: 'unreadable',
        message:
          'The file could not be read to its end (disk removed). It may have been moved or changed meanwhile: choose it again.',
        file: 'chunks.csv',
        count: 1,
      },
    ]);
  });

  it('lets a mistake of its reader through', async () => {
    const mistaken = readTable(toInput(`${HEADER}Derby,2024,1\n`), () => ({
      push() {
        throw new TypeError('a bug');
      },
    }));
    await expect(mistaken).rejects.toThrow('a bug');
  });

  it('hands out long cells that do not keep alive the block of text they were cut from', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const name = 'a name that is long enough for V8 to cut it as a view of the whole block ';
    const part = toBytes(Array.from({ length: 4000 }, (_, i) => `${name}${String(i)},${String(i)},1\n`).join(''));
    const bytes = new Uint8Array(part.length * 75);
    for (let at = 0; at < bytes.length; at += part.length) bytes.set(part, at);
    const kept: string[] = [];
    collectGarbage();
    const { heapUsed: before } = process.memoryUsage();
    await readTable(inChunks(bytes, 1 << 16), () => ({
      push([area = ''], line) {
        if (line % 3000 === 0) kept.push(area);
      },
    }));
    collectGarbage();
    expect(kept).toHaveLength(100);
    // As views they would keep all 25 MB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(5_000_000);
  });
});

describe('opening a file', () => {
  it('a plain file is its own only member', async () => {
    const input = toInput(HEADER);
    const { members, problems } = await openFile(input);
    expect(members).toEqual([input]);
    expect(problems).toEqual([]);
  });

  it("a browser's File fits", async () => {
    const { members } = await openFile(new File([`${HEADER}Derby,2024,1\n`], 'figures.csv'));
    const [member] = members;
    const result = member && (await readTable(member, () => ({ push: () => undefined })));
    expect(result?.rows).toBe(1);
  });
});

describe('the hash of a file', () => {
  it('is the SHA-256 of its bytes', async () => {
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 7919) % 256);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(await hashFile(toFileInput('a.csv', bytes))).toBe(expected);
    expect(await hashFile(inChunks(bytes, 12_345))).toBe(expected);
  });

  it('is the same for a file too large to be gathered', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 31) % 256);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(await hashFile({ ...inChunks(bytes, 999), size: 65_000_000 })).toBe(expected);
  });
});
