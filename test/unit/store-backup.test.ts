import 'fake-indexeddb/auto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toYear } from '../../src/domain/period.ts';
import { readBackupFile, toBackupFile } from '../../src/store/backup/file.ts';
import type { StoreRecords } from '../../src/store/backup/records.ts';
import type { Recipe } from '../../src/domain/recipe.ts';
import { COLUMN_ROLES } from '../../src/domain/recipe.ts';
import { SETTINGS } from '../../src/domain/written.ts';
import type { Words } from '../../src/store/draft.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { DERBY, judgement, LEICESTER, target } from '../fixtures/store/figures.ts';
import { fresh, toDraft, update } from '../fixtures/store/load.ts';

const MADE = '2026-11-22T12:00:00.000Z';
const FIRST = '2026-11-22T09:00:00.000Z';
const LATER = '2026-11-23T09:00:00.000Z';
const opened: Store[] = [];
let count = 0;

async function open(): Promise<Store> {
  const outcome = await openStore({ name: `backup-${String(++count)}` });
  if (outcome.kind === 'refused') throw new Error(outcome.problem.message);
  opened.push(outcome.store);
  return outcome.store;
}

const words: Words = {
  placements: [{ indicator: 'missing-days', under: null }],
  targets: [target, { ...target, number: null }],
  commentary: [
    {
      about: { kind: 'indicator', indicator: 'neet', group: 'all' },
      area: DERBY,
      period: toYear('calendar', 2024),
      author: 'A. Officer',
      tells: 'More.',
      doing: '',
      who: '',
    },
  ],
  comparisonGroups: [{ id: 'own:1', name: 'Cities', areas: [DERBY, LEICESTER] }],
  settings: new Map(SETTINGS.map((name) => [name, `what was said of ${name}`])),
};

const mapping: Recipe = {
  kind: 'mapping',
  id: 'mapping:area|2024',
  header: ['area', '2024'],
  madeWith: 'ours.csv',
  mapping: { layout: 'wide', columns: COLUMN_ROLES.map((role) => ({ name: role, role })), periods: 'calendar' },
};

/** Two files in a load, one load undone, everything that can be written. */
async function fill(store: Store): Promise<void> {
  const draft = toDraft([update, fresh], [{ indicator: 'missing-days', polarity: 'lower' }]);
  const neighbourSets = [
    { id: 'sn', name: 'A set', of: new Map([[DERBY, [{ area: LEICESTER, closeness: 'close' }]]]) },
  ];
  await store.commit(toDraft([{ ...update, name: 'wrong.csv' }]));
  await store.undo(1, FIRST);
  await store.commit({
    ...draft,
    files: draft.files.map((file) => ({ ...file, neighbourSets, targets: [target], judgements: [judgement] })),
  });
  await store.say(words, FIRST);
  await store.keep([mapping], FIRST);
}

function recordsOf(bytes: Uint8Array): StoreRecords {
  const read = readBackupFile(bytes);
  if (read.kind === 'refused') throw new Error(read.problem.message);
  return read.backup.records;
}

let store: Store;
let bytes: Uint8Array;
beforeEach(async () => {
  store = await open();
  await fill(store);
  bytes = toBackupFile(await store.readRecords(), MADE);
});
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  vi.restoreAllMocks();
});

describe('a backup', () => {
  test('restored into an empty store makes it the same, to the last bit', async () => {
    const other = await open();
    expect(await other.restore(recordsOf(bytes))).toEqual({ kind: 'done' });
    expect(await other.fingerprint()).toBe(await store.fingerprint());
    expect(await other.readAll()).toEqual(await store.readAll());
  });

  test('restored where it was made changes nothing, and says so beforehand', async () => {
    const before = await store.fingerprint();
    const records = recordsOf(bytes);
    expect(await store.previewRestore(records)).toMatchObject({
      isEmpty: true,
      files: { added: 0, known: 2 },
      words: { targets: { added: 0, known: 2 } },
    });
    await store.restore(records);
    expect(await store.fingerprint()).toBe(before);
  });

  test('says when it was made', () => {
    expect(readBackupFile(bytes)).toMatchObject({ kind: 'read', backup: { made: MADE } });
  });

  test('of an empty store is one too', async () => {
    const empty = await open();
    const other = await open();
    await other.restore(recordsOf(toBackupFile(await empty.readRecords(), MADE)));
    expect(await other.fingerprint()).toBe(await empty.fingerprint());
  });
});

describe('a backup of somebody else', () => {
  test('adds what is missing beside what is here, and changes none of it', async () => {
    const other = await open();
    await other.commit(toDraft([{ ...update, name: 'own.csv' }]));
    await other.say({ ...words, settings: new Map([['author', 'B. Lead']]) }, LATER);
    const before = await other.readAll();
    const summary = await other.previewRestore(recordsOf(bytes));
    expect(summary).toMatchObject({
      undone: 1,
      files: { added: 2, known: 0 },
      words: { commentary: { added: 1, known: 0 }, comparisonGroups: { added: 1, known: 0 } },
      authors: ['A. Officer'],
    });
    await other.restore(recordsOf(bytes));
    const after = await other.readAll();
    expect(after.layers.slice(0, 1)).toEqual(before.layers);
    expect(after.layers.slice(1)).toEqual((await store.readAll()).layers);
    expect(after.written?.settings.get('author')).toBe('B. Lead');
    expect(after.written?.commentary.map(({ at }) => at)).toEqual([FIRST, LATER]);
    expect((await other.history()).map((load) => load.id)).toEqual([3, 2, 1]);
  });

  test('leaves out a file that is here already, and keeps the other of its load', async () => {
    const other = await open();
    await other.commit(toDraft([update]));
    await other.restore(recordsOf(bytes));
    const { layers } = await other.readAll();
    expect(layers.map((layer) => layer.identity)).toEqual(['neet.csv', 'new.csv']);
    expect(layers[1]?.series).toEqual(fresh.series);
    expect((await other.history())[0]?.files.map((file) => file.name)).toEqual(['new.csv']);
  });

  test('brings back a load that was undone here', async () => {
    await store.undo(2, LATER);
    await store.restore(recordsOf(bytes));
    expect((await store.readAll()).layers).toHaveLength(2);
    expect((await store.history()).map((load) => load.undone)).toEqual([undefined, LATER, FIRST]);
  });

  test('brings a recipe, but not over a later one of the same files', async () => {
    const [empty, later] = [await open(), await open()];
    const changed = { ...mapping, madeWith: 'theirs.csv' };
    await later.keep([changed], LATER);
    for (const other of [empty, later]) await other.restore(recordsOf(bytes));
    expect(await empty.recipes()).toMatchObject([mapping]);
    expect(await later.recipes()).toMatchObject([changed]);
  });

  test('gives the same whichever of two is restored into the other', async () => {
    const other = await open();
    await other.commit(toDraft([{ ...fresh, name: 'third.csv', dated: '2026-05-01T00:00:00.000Z' }]));
    await other.say({ targets: [{ ...target, number: 9 }] }, LATER);
    const theirs = await other.readRecords();
    await other.restore(recordsOf(bytes));
    await store.restore(recordsOf(toBackupFile(theirs, MADE)));
    const [here, there] = [await store.readAll(), await other.readAll()];
    expect(there.written).toEqual(here.written);
    const byIdentity = (all: typeof here.layers) => [...all].sort((a, b) => (a.identity < b.identity ? -1 : 1));
    expect(byIdentity(there.layers)).toEqual(byIdentity(here.layers));
  });
});

describe('a restore that is cut off', () => {
  test('by a full disk leaves the store exactly as it was', async () => {
    const other = await open();
    await other.commit(toDraft([{ ...update, name: 'own.csv' }]));
    const before = await other.fingerprint();
    const add = Reflect.get(IDBObjectStore.prototype, 'add') as (value: unknown) => IDBRequest<IDBValidKey>;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value: unknown) {
      if (this.name === 'commentary') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      return add.call(this, value);
    });
    const outcome = await other.restore(recordsOf(bytes));
    vi.restoreAllMocks();
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'storage-full' } });
    expect(await other.fingerprint()).toBe(before);
  });
});

/** The backup with one of its files rewritten; its hashes are made to fit only where asked. */
function rewrite(name: string, change: (text: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const text = new TextDecoder().decode(files[name]);
  return zipSync({ ...files, [name]: strToU8(change(text)) });
}

describe('a file that is refused', () => {
  const codeOf = (file: Uint8Array): string => {
    const read = readBackupFile(file);
    return read.kind === 'refused' ? read.problem.code : read.kind;
  };

  test('is one that is no zip, or another zip', () => {
    expect(codeOf(strToU8('period,area,value'))).toBe('backup-unknown');
    expect(codeOf(new Uint8Array())).toBe('backup-unknown');
    expect(codeOf(zipSync({ 'table.csv': strToU8('a,b') }))).toBe('backup-unknown');
    expect(codeOf(zipSync({ 'backup.json': strToU8('{"format":"another"}') }))).toBe('backup-unknown');
  });

  test('is one that was cut short', () => {
    expect(codeOf(bytes.slice(0, bytes.length - 40))).toBe('backup-unknown');
  });

  test('is one of a newer version, which is named', () => {
    const newer = rewrite('backup.json', (text) => text.replace('"version":1', '"version":7'));
    expect(readBackupFile(newer)).toMatchObject({ problem: { code: 'backup-newer', message: /backup version 7/ } });
  });

  test.each([
    ['records.json', 'A. Officer', 'B. Officer'],
    ['backup.json', '"made"', '"mode"'],
  ])('is one whose %s was changed', (name, from, to) => {
    expect(codeOf(rewrite(name, (text) => text.replace(from, to)))).toBe('backup-damaged');
  });

  test('is one with any byte of its numbers changed', () => {
    const files = unzipSync(bytes);
    const columns = files['columns.bin'] ?? new Uint8Array();
    for (const at of [0, Math.floor(columns.length / 2), columns.length - 1]) {
      const changed = columns.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(codeOf(zipSync({ ...files, 'columns.bin': changed }))).toBe('backup-damaged');
    }
  });
});

describe('a backup whose hashes are right but whose records are not', () => {
  const damage = async (change: (records: StoreRecords) => unknown): Promise<string> => {
    const records = await store.readRecords();
    const read = readBackupFile(toBackupFile({ ...records, ...(change(records) as Partial<StoreRecords>) }, MADE));
    return read.kind === 'refused' ? read.problem.code : read.kind;
  };

  test.each<[string, (records: StoreRecords) => unknown]>([
    [
      'a series longer than its areas and periods',
      (r) => ({ series: r.series.map((s) => ({ ...s, numbers: new Float64Array(99) })) }),
    ],
    ['a series of a list that is not there', (r) => ({ series: r.series.map((s) => ({ ...s, areas: 7 })) })],
    ['a mark without a marker', (r) => ({ series: r.series.map((s) => ({ ...s, markers: [] })) })],
    ['a series of no file', (r) => ({ contents: r.contents.slice(0, 1) })],
    ['figures of a load that was undone', (r) => ({ loads: r.loads.map((load) => ({ ...load, undone: LATER })) })],
    ['one load twice', (r) => ({ loads: [...r.loads, ...r.loads] })],
    ['a time that is none', (r) => ({ targets: r.targets.map((word) => ({ ...word, at: 'yesterday' })) })],
    [
      'a target that is a word',
      (r) => ({ targets: r.targets.map((word) => ({ ...word, target: { ...word.target, number: 'five' } })) }),
    ],
  ])('%s is refused', async (_, change) => {
    expect(await damage(change)).toBe('backup-damaged');
  });

  test('what the store never wrote is left out', async () => {
    const records = await store.readRecords();
    const more = records.settings.map((setting) => ({ ...setting, extra: 1 }));
    expect(recordsOf(toBackupFile({ ...records, settings: more }, MADE)).settings).toEqual(records.settings);
  });
});
