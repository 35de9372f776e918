import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mergeFigures } from '../../src/domain/layers.ts';
import { Database } from '../../src/store/database.ts';
import type { CommitOutcome } from '../../src/store/draft.ts';
import { toStorageProblem } from '../../src/store/failure.ts';
import type { StoreNotice } from '../../src/store/notices.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { bundled, DERBY, judgement, LEICESTER, target, toIndicator, toSeries } from '../fixtures/store/figures.ts';
import { fresh, toDraft, update } from '../fixtures/store/load.ts';

const LATER = '2026-11-23T09:00:00.000Z';
const opened: Store[] = [];
let name = '';
let count = 0;

async function open(): Promise<Store> {
  const outcome = await openStore({ name });
  if (outcome.kind === 'refused') throw new Error(outcome.problem.message);
  opened.push(outcome.store);
  return outcome.store;
}

/** The number of a load that went well. */
function loadOf(outcome: CommitOutcome): number {
  if (outcome.kind !== 'stored') throw new Error(`not stored: ${JSON.stringify(outcome)}`);
  return outcome.load.id;
}

beforeEach(() => {
  name = `store-${String(++count)}`;
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  vi.restoreAllMocks();
});

describe('a load', () => {
  test('is there again, to the last cell, when the store is opened anew', async () => {
    const first = await open();
    await first.commit(toDraft([update, fresh]));
    const before = await first.readAll();
    first.close();
    const again = await (await open()).readAll();
    expect(again).toEqual(before);
    expect(again.layers.flatMap((layer) => layer.series)).toEqual([...update.series, ...fresh.series]);
    expect(mergeFigures(bundled, again).findIndicator('missing-days')?.topic).toBe('Days');
  });

  test('of more series than are read in one go is there whole, beside another', async () => {
    const store = await open();
    const many = Array.from({ length: 401 }, (_, i) =>
      toSeries(`indicator-${String(i + 100)}`, 2024, { [DERBY]: [i] }),
    );
    await store.commit(toDraft([{ name: 'many.csv', series: many }, update]));
    const { layers } = await store.readAll();
    expect(layers.map((layer) => layer.series)).toEqual([many, update.series]);
  });

  test('is in the history with its files and what they held', async () => {
    const store = await open();
    await store.commit(toDraft([fresh]));
    expect(await store.history()).toMatchObject([
      { id: 1, files: [{ name: 'new.csv', sha256: 'new.csv', family: 'wide', indicators: 1, series: 1 }] },
    ]);
  });

  test('waits for what is still being worked out of a file, and stores nothing before', async () => {
    const store = await open();
    const { files, ...draft } = toDraft([fresh]);
    let tell = (): void => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    const committing = store.commit({
      ...draft,
      files: files.map(({ file, ...brought }) => ({ ...brought, file: told.then(() => file) })),
    });
    expect(await store.history()).toEqual([]);
    tell();
    expect(await committing).toMatchObject({ kind: 'stored', load: { files: [{ name: 'new.csv' }] } });
  });

  test('of a file that is stored already changes nothing and says so', async () => {
    const store = await open();
    await store.commit(toDraft([update]));
    const before = await store.fingerprint();
    const outcome = await store.commit(toDraft([{ ...update, name: 'copy of neet.csv', sha256: 'neet.csv' }]));
    expect(outcome).toMatchObject({ kind: 'already-stored', skipped: [{ name: 'copy of neet.csv' }] });
    expect(await store.fingerprint()).toBe(before);
  });

  test('keeps the new files where some are stored already, and one file chosen twice once', async () => {
    const store = await open();
    await store.commit(toDraft([update]));
    const outcome = await store.commit(toDraft([update, fresh, { ...fresh, name: 'again.csv', sha256: 'new.csv' }]));
    expect(outcome).toMatchObject({
      kind: 'stored',
      load: { files: [{ name: 'new.csv' }] },
      skipped: [{ name: 'neet.csv' }, { name: 'again.csv' }],
    });
  });

  test('of a stored file together with its dictionary is stored: it explains more', async () => {
    const store = await open();
    await store.commit(toDraft([{ ...fresh, indicators: [toIndicator('missing-days', { name: 'MISSDAYS' })] }]));
    const companions = [{ name: 'dictionary.csv', size: 1, sha256: 'd' }];
    const outcome = await store.commit(toDraft([{ ...fresh, companions }]));
    expect(outcome.kind).toBe('stored');
    expect(mergeFigures(bundled, await store.readAll()).findIndicator('missing-days')?.name).toBe('missing-days');
  });

  test('brings its neighbour sets, groups, targets and judgements', async () => {
    const store = await open();
    const draft = toDraft([update]);
    const neighbourSets = [{ id: 'sn-2021', name: 'Statistical neighbours 2021', of: new Map([[DERBY, []]]) }];
    const groups = [{ id: 'sen', name: 'SEN', plain: 'pupils with SEN' }];
    await store.commit({
      ...draft,
      files: draft.files.map((file) => ({
        ...file,
        neighbourSets,
        groups,
        targets: [target],
        judgements: [judgement],
      })),
    });
    const { layers } = await store.readAll();
    expect(layers).toMatchObject([{ targets: [target], judgements: [judgement] }]);
    const figures = mergeFigures(bundled, { layers, placements: [] });
    expect(figures.neighbourSets.map((set) => set.id)).toEqual(['sn-2025', 'sn-2021']);
    expect(figures.catalogue.groups.map((group) => group.id)).toEqual(['all', 'fsm', 'sen']);
  });
});

describe('undo', () => {
  test('takes out what the load brought, its placements too, and leaves the rest', async () => {
    const store = await open();
    await store.commit(toDraft([update]));
    const before = await store.readAll();
    const load = loadOf(await store.commit(toDraft([fresh], [{ indicator: 'missing-days', polarity: 'lower' }])));
    expect(await store.undo(load, LATER)).toEqual({ kind: 'done' });
    expect(await store.readAll()).toEqual(before);
  });

  test('keeps the line in the history, with the time it was undone, the first time only', async () => {
    const store = await open();
    const load = loadOf(await store.commit(toDraft([update])));
    await store.undo(load, LATER);
    await store.undo(load, '2027-01-01T00:00:00.000Z');
    expect(await store.history()).toMatchObject([{ id: load, undone: LATER, files: [{ name: 'neet.csv' }] }]);
  });

  test('lets the same file be loaded again', async () => {
    const store = await open();
    await store.undo(loadOf(await store.commit(toDraft([update]))), LATER);
    expect((await store.commit(toDraft([update]))).kind).toBe('stored');
  });

  test('of a load that never was changes nothing', async () => {
    const store = await open();
    await store.commit(toDraft([update]));
    const before = await store.fingerprint();
    await store.undo(99, LATER);
    expect(await store.fingerprint()).toBe(before);
  });
});

describe('a load that is cut off', () => {
  test('by an error in the middle of its writing leaves the store exactly as it was', async () => {
    const store = await open();
    await store.commit(toDraft([update]));
    const before = await store.fingerprint();
    const uncloneable = toDraft([fresh], [{ indicator: 'missing-days', name: (() => 'no name') as never }]);
    const outcome = await store.commit(uncloneable);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'storage-failed' } });
    expect(await store.fingerprint()).toBe(before);
    expect(loadOf(await store.commit(toDraft([fresh])))).toBe(2);
  });

  test('by a full disk leaves the store exactly as it was and says what to do', async () => {
    const store = await open();
    await store.commit(toDraft([update]));
    const before = await store.fingerprint();
    const add = Reflect.get(IDBObjectStore.prototype, 'add') as (value: unknown) => IDBRequest<IDBValidKey>;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value: unknown) {
      if (this.name === 'series') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      return add.call(this, value);
    });
    const outcome = await store.commit(toDraft([fresh]));
    vi.restoreAllMocks();
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'storage-full' } });
    expect(await store.fingerprint()).toBe(before);
  });

  test('by a store that was closed says to reload the page', async () => {
    const store = await open();
    store.close();
    expect(await store.commit(toDraft([update]))).toMatchObject({
      kind: 'failed',
      problem: { code: 'storage-closed' },
    });
  });
});

describe('two stores of one browser', () => {
  test('tell each other of loads, undoing and placing', async () => {
    const [here, there] = [await open(), await open()];
    const heard: StoreNotice[] = [];
    const end = there.watch((notice) => heard.push(notice));
    const load = loadOf(await here.commit(toDraft([update])));
    await here.undo(load, LATER);
    await here.say({ placements: [{ indicator: 'neet', decimals: 2 }] }, LATER);
    await vi.waitFor(() => {
      expect(heard).toEqual([{ kind: 'stored', load }, { kind: 'undone', load }, { kind: 'said' }]);
    });
    end();
    await here.say({ placements: [{ indicator: 'neet', decimals: 1 }] }, LATER);
    expect(heard).toHaveLength(3);
  });

  test('see what the other stored, and keep both of two loads made at once', async () => {
    const [here, there] = [await open(), await open()];
    const outcomes = await Promise.all([here.commit(toDraft([update])), there.commit(toDraft([fresh]))]);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['stored', 'stored']);
    expect(await here.readAll()).toEqual(await there.readAll());
    expect((await here.readAll()).layers).toHaveLength(2);
  });

  test('store a file once when both load it at once', async () => {
    const [here, there] = [await open(), await open()];
    const outcomes = await Promise.all([here.commit(toDraft([update])), there.commit(toDraft([update]))]);
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['already-stored', 'stored']);
    expect((await here.readAll()).layers).toHaveLength(1);
  });
});

describe('placements', () => {
  test('are kept, and the last word on each part counts', async () => {
    const store = await open();
    await store.commit(toDraft([fresh], [{ indicator: 'missing-days', under: { outcome: 'stay-safe', aim: 'harm' } }]));
    await store.say({ placements: [{ indicator: 'missing-days', name: 'Days missing' }] }, LATER);
    await store.say(
      { placements: [{ indicator: 'missing-days', polarity: 'lower', under: { outcome: 'be-healthy' } }] },
      LATER,
    );
    const placed = mergeFigures(bundled, await store.readAll()).findIndicator('missing-days');
    expect(placed).toMatchObject({ name: 'Days missing', polarity: 'lower', outcome: 'be-healthy' });
    expect(placed).not.toHaveProperty('aim');
  });
});

describe('a part of the store', () => {
  test('can be read by the names of its series', async () => {
    const store = await open();
    await store.commit(toDraft([update, fresh]));
    const { layers } = await store.readSeries([{ indicator: 'neet', group: 'all' }]);
    expect(layers.map((layer) => layer.series.map((series) => series.indicator))).toEqual([['neet'], []]);
  });
});

describe('a database of another version', () => {
  test('that is newer is refused and left as it is', async () => {
    const newer = new Dexie(name);
    newer.version(3).stores({ loads: '++id', somethingNew: 'id' });
    await newer.open();
    newer.close();
    expect(await openStore({ name })).toMatchObject({ kind: 'refused', problem: { code: 'storage-newer' } });
    const left = await new Dexie(name).open();
    expect([left.verno, left.tables.map((table) => table.name).sort()]).toEqual([3, ['loads', 'somethingNew']]);
    left.close();
  });

  test('closes this store when another tab upgrades it, and says so', async () => {
    const store = await open();
    const heard: StoreNotice[] = [];
    store.watch((notice) => heard.push(notice));
    const upgraded = new Database(name);
    upgraded.version(3).stores({ somethingNew: 'id' });
    await upgraded.open();
    upgraded.close();
    expect(heard).toEqual([{ kind: 'closed' }]);
    expect(await store.undo(1, LATER)).toMatchObject({ kind: 'failed', problem: { code: 'storage-closed' } });
  });
});

describe('a failure of the storage is said in words', () => {
  test('a disk that turns out full when the transaction ends', () => {
    const quota = new DOMException('', 'QuotaExceededError');
    expect(toStorageProblem(Object.assign(new Error('aborted'), { name: 'AbortError', inner: quota }))).toMatchObject({
      code: 'storage-full',
    });
  });

  test('a browser without storage', async () => {
    vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('denied', 'SecurityError'));
    expect(await openStore({ name })).toMatchObject({ kind: 'refused', problem: { code: 'storage-forbidden' } });
  });

  test('an error that nobody foresaw keeps its own words', () => {
    expect(toStorageProblem(new Error('the disk sang')).message).toContain('it said: the disk sang');
    expect(toStorageProblem('odd').message).toContain('it said: odd');
  });
});

describe('what the browser says of its room', () => {
  test('is passed on', async () => {
    vi.stubGlobal('navigator', {
      storage: { persist: () => Promise.resolve(false), estimate: () => Promise.resolve({ usage: 5, quota: 10 }) },
    });
    const store = await open();
    expect(await store.persist()).toBe(false);
    expect(await store.estimate()).toEqual({ used: 5, quota: 10 });
    vi.unstubAllGlobals();
  });
});

test('an area that only the bundled figures know keeps its cells after a load', async () => {
  const store = await open();
  await store.commit(toDraft([update]));
  const series = mergeFigures(bundled, await store.readAll()).findSeries('neet', 'all');
  expect(series?.areas).toContain(LEICESTER);
  expect(series?.periods.map((period) => period.label)).toEqual(['2022', '2023', '2024', '2025']);
});
