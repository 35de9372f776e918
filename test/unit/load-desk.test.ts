import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { toFileInput, type FileInput } from '../../src/ingest/bytes.ts';
import { Desk } from '../../src/load/desk.ts';
import { openStore } from '../../src/store/open.ts';
import type { StoredFile } from '../../src/store/records.ts';
import { figures } from '../fixtures/ingest/files.ts';

const TIDY = 'indicator,group,area,period,value\n';
const ROW = 'Days out,all,Derby,2024,3\n';
const DAY = Date.UTC(2026, 0, 1);

let stores = 0;
const toStoreName = (): string => `desk-${String(++stores)}`;

interface Counted extends FileInput {
  readonly sha256: ReturnType<typeof vi.fn<() => Promise<string>>>;
}

/** A file whose hash is what is given, or is still being counted. */
function toFile(name: string, content: string, lastModified: number, hash: Promise<string>): Counted {
  const sha256 = vi.fn(() => hash);
  return { ...toFileInput(name, new TextEncoder().encode(content), lastModified), sha256 };
}

const toDesk = (storeName: string, ...files: FileInput[]): Desk =>
  new Desk({ files, bundled: figures, storeName, onProgress: () => undefined });

async function load(storeName: string, file: FileInput): Promise<void> {
  const desk = toDesk(storeName, file);
  await desk.read();
  expect((await desk.store([])).kind).toBe('stored');
  await desk.close();
}

async function readFiles(name: string): Promise<readonly StoredFile[]> {
  const opened = await openStore({ name });
  if (opened.kind === 'refused') throw new Error(opened.problem.message);
  const history = await opened.store.history();
  opened.store.close();
  return history.flatMap(({ files }) => files);
}

describe('the hash of a file', () => {
  it('is not waited for to show what a file holds, and is stored with it', async () => {
    const storeName = toStoreName();
    await load(storeName, toFile('first.csv', `${TIDY}${ROW}`, DAY, Promise.resolve('first')));
    let count = (_: string): void => undefined;
    const counting = new Promise<string>((resolve) => (count = resolve));
    const file = toFile('second.csv', `${TIDY}${ROW}Days in,all,Derby,2024,4\n`, DAY + 1, counting);
    const desk = toDesk(storeName, file);
    expect((await desk.read()).files).toMatchObject([{ name: 'second.csv', alreadyStored: false, numbers: 2 }]);
    expect(file.sha256).toHaveBeenCalledOnce();

    const storing = desk.store([]);
    expect(await readFiles(storeName)).toMatchObject([{ name: 'first.csv' }]);
    count('second');
    expect((await storing).kind).toBe('stored');
    await desk.close();
    expect(await readFiles(storeName)).toMatchObject([{ sha256: 'second' }, { sha256: 'first' }]);
  });

  it('is waited for where a stored file is as long', async () => {
    const storeName = toStoreName();
    const content = `${TIDY}${ROW}`;
    await load(storeName, toFile('first.csv', content, DAY, Promise.resolve('same')));
    const [copy, other] = ['same', 'other'].map((hash) =>
      toFile(`${hash}.csv`, content, DAY + 9, Promise.resolve(hash)),
    );
    if (!copy || !other) throw new Error('two files');
    for (const [file, alreadyStored] of [
      [copy, true],
      [other, false],
    ] as const) {
      const desk = toDesk(storeName, file);
      expect((await desk.read()).files).toMatchObject([{ alreadyStored }]);
      await desk.close();
    }
  });

  it('tells which of two files of the same moment lies above the other, before they are stored as after', async () => {
    const storeName = toStoreName();
    const low = toFile('low.csv', `${TIDY}${ROW}`, DAY, Promise.resolve('a'));
    const high = toFile('high.csv', `${TIDY}Days out,all,Derby,2024,40\n`, DAY, Promise.resolve('b'));
    const desk = toDesk(storeName, high, low);
    await desk.read();
    await desk.close();

    await load(storeName, high);
    const later = toFile('later.csv', `${TIDY}Days out,all,Derby,2024,5.5\n`, DAY, Promise.resolve('a'));
    const over = toDesk(storeName, later);
    // "a" lies below "b" of the same moment, so that its figure shows nowhere.
    expect((await over.read()).changes.counts).toMatchObject({ revised: 0, unchanged: 1 });
    await over.close();
  });

  it('of a file that an undone load brought is not waited for', async () => {
    const storeName = toStoreName();
    const content = `${TIDY}${ROW}`;
    await load(storeName, toFile('first.csv', content, DAY, Promise.resolve('same')));
    const opened = await openStore({ name: storeName });
    if (opened.kind === 'refused') throw new Error(opened.problem.message);
    const [record] = await opened.store.history();
    await opened.store.undo(record?.id ?? -1, new Date(DAY).toISOString());
    opened.store.close();
    const again = toFile('again.csv', content, DAY, new Promise(() => undefined));
    const desk = toDesk(storeName, again);
    expect((await desk.read()).files).toMatchObject([{ alreadyStored: false }]);
    await desk.close();
  });
});
