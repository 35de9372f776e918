import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Recipe } from '../../src/domain/recipe.ts';
import type { Commentary } from '../../src/domain/written.ts';
import { toDataPackage } from '../../src/export/data-package.ts';
import { Desk } from '../../src/load/desk.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { toBackupFile, readBackupFile } from '../../src/store/backup/file.ts';
import { bundled, DERBY } from '../fixtures/store/figures.ts';

const period = { start: '2024-04-01', end: '2025-03-31', kind: 'financial', label: '2024-25' } as const;
const written = (at: string, tells: string): Commentary => ({
  about: { kind: 'outcome', outcome: 'stay-safe' },
  area: DERBY,
  period,
  tells,
  doing: '',
  who: '',
  author: 'A. Officer',
  at,
});
const first = written('2026-05-01T10:00:00.000Z', 'Rising');
const second = written('2026-06-01T10:00:00.000Z', 'Rising\n- fast');
const recipe = (id: string, madeWith: string): Recipe => ({
  kind: 'mapping',
  id,
  header: ['a', 'b'],
  madeWith,
  mapping: { layout: 'long', columns: [{ name: 'a', role: 'value' }] },
});

async function open(name: string): Promise<Store> {
  const opened = await openStore({ name });
  if (opened.kind === 'refused') throw new Error(opened.problem.message);
  return opened.store;
}

/** Loads a package of everything that two officers wrote. */
async function loadPackage(storeName: string): Promise<number> {
  const words = {
    commentary: [first, second],
    settings: new Map([
      ['author', '=A. Officer'],
      ['deck-colour', '#7a1f5c'],
    ] as const),
    recipes: [recipe('a', 'theirs.csv'), recipe('b', 'theirs.csv')],
  };
  const zip = await toDataPackage(bundled, { made: '2026-11-22T10:00:00.000Z', words });
  const input = { name: 'everything.zip', size: zip.length, lastModified: 0, stream: () => new Blob([zip]).stream() };
  const desk = new Desk({ files: [input], bundled, storeName, onProgress: () => undefined });
  const preview = await desk.read();
  expect(preview.besides.words).toEqual({ commentary: 2, settings: 2 });
  const outcome = await desk.store([]);
  await desk.close();
  if (outcome.kind !== 'stored') throw new Error(`it was ${outcome.kind}`);
  return outcome.load.id;
}

test('commentary, settings and recipes of a data package are there again where nothing is', async () => {
  const store = await open('words-empty');
  await loadPackage('words-empty');
  const { written: words } = await store.readAll();
  expect(words?.commentary).toEqual([first, second]);
  expect([...(words?.settings ?? [])]).toEqual([
    ['author', '=A. Officer'],
    ['deck-colour', '#7a1f5c'],
  ]);
  expect((await store.recipes()).map(({ id }) => id).sort()).toEqual(['a', 'b']);
  store.close();
});

test('what was written and chosen here counts over a data package, and nothing stands twice', async () => {
  const store = await open('words-here');
  const { at, ...text } = first;
  await store.say({ commentary: [text], settings: new Map([['author', 'B. Officer']]) }, at);
  await store.keep([recipe('a', 'ours.csv')], at);
  await loadPackage('words-here');
  const { written: words } = await store.readAll();
  expect(words?.commentary).toEqual([first, second]);
  expect(words?.settings.get('author')).toBe('B. Officer');
  expect(words?.settings.get('deck-colour')).toBe('#7a1f5c');
  expect((await store.recipes()).find(({ id }) => id === 'a')?.madeWith).toBe('ours.csv');
  store.close();
});

test('undoing the load takes the commentary and the settings out again; a backup carries them', async () => {
  const store = await open('words-undone');
  const load = await loadPackage('words-undone');
  const backup = readBackupFile(toBackupFile(await store.readRecords(), '2026-11-22T10:00:00.000Z'));
  if (backup.kind === 'refused') throw new Error(backup.problem.message);
  const other = await open('words-restored');
  await other.restore(backup.backup.records);
  expect((await other.readAll()).written?.commentary).toEqual([first, second]);
  await store.undo(load, '2026-11-23T10:00:00.000Z');
  expect((await store.readAll()).written?.commentary).toEqual([]);
  expect((await store.readAll()).written?.settings.size).toBe(0);
  store.close();
  other.close();
});
