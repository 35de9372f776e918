import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mergeFigures } from '../../src/domain/layers.ts';
import { toYear } from '../../src/domain/period.ts';
import { valueAt } from '../../src/domain/series.ts';
import type { FromWorker, LoadProgress, ToWorker } from '../../src/load/messages.ts';
import { LISTED_ELSEWHERE, previewChanges } from '../../src/load/preview.ts';
import type { LoadContext, LoadSession } from '../../src/load/session.ts';
import { startLoad } from '../../src/load/session.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { bundled, DERBY, LEICESTER, toSeries } from '../fixtures/store/figures.ts';

const HEADER = 'indicator,group,area,period,value\n';
const toFile = (name: string, text: string, lastModified = Date.UTC(2026, 0, 1)): File =>
  new File([text], name, { lastModified });
const update = (value = '7.5', lastModified?: number): File =>
  toFile(
    'update.csv',
    `${HEADER}neet,all,Derby,2024,${value}\nneet,all,Derby,2025,8\nneet,all,Leicester,2024,4.2\n`,
    lastModified,
  );
const addition = toFile('days.csv', `${HEADER}Days missing,all,Derby,2024,3\nDays missing,all,Leicester,2024,c\n`);

interface WorkerScope {
  onmessage: (event: MessageEvent<ToWorker>) => void;
  postMessage: (message: FromWorker) => void;
}

/** The real worker script in this thread; what is said crosses as a structured clone, files apart. */
class WorkerHere {
  onmessage: Worker['onmessage'] = null;
  onerror: Worker['onerror'] = null;
  /** Requests without an answer: a real worker would stop at once when it is terminated, this one works on. */
  unanswered = 0;
  isTerminated = false;
  readonly scope: Promise<WorkerScope>;

  constructor() {
    const scope = {
      postMessage: (message: FromWorker) => {
        if (message.kind !== 'progress') this.unanswered--;
        if (this.isTerminated) return;
        this.onmessage?.call(this as unknown as Worker, { data: structuredClone(message) } as MessageEvent);
      },
    } as WorkerScope;
    vi.resetModules();
    vi.stubGlobal('self', scope);
    this.scope = import('../../src/load/load.worker.ts').then(() => scope);
  }

  postMessage(message: ToWorker): void {
    const data =
      message.kind === 'read' ? { ...structuredClone({ ...message, files: [] }), files: message.files } : message;
    void this.scope.then((scope) => {
      if (this.isTerminated) return;
      this.unanswered++;
      scope.onmessage({ data } as MessageEvent<ToWorker>);
    });
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

let storeName = '';
let count = 0;
let store: Store;
let worker: WorkerHere;

beforeEach(async () => {
  storeName = `load-${String(++count)}`;
  const outcome = await openStore({ name: storeName });
  if (outcome.kind === 'refused') throw new Error(outcome.problem.message);
  store = outcome.store;
});
afterEach(async () => {
  await worker.scope;
  await vi.waitFor(() => {
    expect(worker.unanswered).toBe(0);
  });
  store.close();
  vi.unstubAllGlobals();
});

function begin(files: readonly File[], more: Partial<LoadContext> = {}): LoadSession {
  return startLoad(files, {
    createWorker: () => (worker = new WorkerHere()),
    bundled,
    home: DERBY,
    storeName,
    ...more,
  });
}

async function previewOf(session: LoadSession) {
  const outcome = await session.preview();
  if (outcome.kind !== 'read') throw new Error(`not read: ${JSON.stringify(outcome)}`);
  return outcome.preview;
}

async function load(...files: File[]): Promise<void> {
  const session = begin(files);
  await session.preview();
  expect((await session.store([])).kind).toBe('stored');
}

describe('the preview of a load', () => {
  test('says of each file what it is, why, and what it holds', async () => {
    const { files } = await previewOf(begin([update(), addition]));
    expect(files).toMatchObject([
      { name: 'update.csv', accepted: true, alreadyStored: false, rows: 3, numbers: 3 },
      { name: 'days.csv', accepted: true, rows: 2, numbers: 1, markers: new Map([['c', 1]]) },
    ]);
    expect(files[0]?.because).toContain('indicator');
    expect(
      files.flatMap((file) =>
        file.indicators.map(({ indicator, isNew, areas, numbers, markers, periods }) => [
          indicator.name,
          isNew,
          areas,
          numbers,
          markers,
          periods.length,
        ]),
      ),
    ).toEqual([
      ['neet', false, 2, 3, 0, 2],
      ['Days missing', true, 2, 1, 1, 1],
    ]);
  });

  test('says what would change, for the home authority first', async () => {
    const { changes } = await previewOf(begin([update('c')]));
    expect(changes.counts).toEqual({ new: 1, revised: 0, withdrawn: 1, released: 0, remarked: 1, unchanged: 0 });
    expect(changes.home.map(({ kind, period, before, after }) => [kind, period.label, before, after])).toEqual([
      [
        'withdrawn',
        '2024',
        { number: 7.6, status: 'provisional', denominator: 10 },
        { missing: 'suppressed', marker: 'c' },
      ],
      ['new', '2025', undefined, { number: 8 }],
    ]);
    expect(changes.elsewhere).toMatchObject([{ kind: 'remarked', area: LEICESTER, indicator: 'neet', group: 'all' }]);
  });

  test('holds a file against what is stored, not only against the bundled figures', async () => {
    await load(update('7.5'));
    const { changes } = await previewOf(begin([update('9', Date.UTC(2026, 1, 1))]));
    expect(changes.home).toMatchObject([{ kind: 'revised', before: { number: 7.5 }, after: { number: 9 } }]);
    expect(changes.counts).toMatchObject({ revised: 1, unchanged: 2 });
  });

  test('of a file that is older than what is stored changes nothing', async () => {
    await load(update('7.5'));
    const older = toFile('older.csv', `${HEADER}neet,all,Derby,2024,1\n`, Date.UTC(2020, 0, 1));
    const { changes } = await previewOf(begin([older]));
    expect(changes.counts).toEqual({ new: 0, revised: 0, withdrawn: 0, released: 0, remarked: 0, unchanged: 1 });
  });

  test('says that a file is in the store already, and storing it changes nothing', async () => {
    await load(update());
    const before = await store.fingerprint();
    const session = begin([update()]);
    const { files, changes } = await previewOf(session);
    expect(files).toMatchObject([{ alreadyStored: true }]);
    expect(Object.values(changes.counts)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await session.store([])).toMatchObject({ kind: 'already-stored', skipped: [{ name: 'update.csv' }] });
    expect(await store.fingerprint()).toBe(before);
  });

  test('of a file that cannot be read has its problems, and storing it says why not', async () => {
    const before = await store.fingerprint();
    const session = begin([toFile('empty.csv', '')]);
    const { files } = await previewOf(session);
    expect(files).toMatchObject([{ accepted: false, problems: [{ severity: 'error' }] }]);
    expect(await session.store([])).toMatchObject({ kind: 'failed', problem: { code: 'nothing-to-store' } });
    expect(await store.fingerprint()).toBe(before);
  });

  test('lists no more changes elsewhere than a page can show, and counts all of them', () => {
    const codes = Array.from({ length: LISTED_ELSEWHERE + 5 }, (_, i) => `E${String(i)}`);
    const toAll = (number: number) => toSeries('neet', 2024, Object.fromEntries(codes.map((code) => [code, [number]])));
    const figures = (number: number) =>
      mergeFigures({ ...bundled, series: [toAll(number)] }, { layers: [], placements: [] });
    const changes = previewChanges([toAll(2)], figures(1), figures(2), undefined);
    expect([changes.counts.revised, changes.elsewhere.length, changes.home.length]).toEqual([205, 200, 0]);
  });
});

describe('storing a load', () => {
  test('keeps every accepted file and what was said of its indicators', async () => {
    const session = begin([update(), addition, toFile('empty.csv', '')]);
    const { files } = await previewOf(session);
    const id = files[1]?.indicators[0]?.indicator.id ?? '';
    const outcome = await session.store([{ indicator: id, under: { outcome: 'stay-safe' }, polarity: 'lower' }]);
    expect(outcome).toMatchObject({ kind: 'stored', load: { files: [{ name: 'update.csv' }, { name: 'days.csv' }] } });
    expect(worker.isTerminated).toBe(true);
    const figures = mergeFigures(bundled, await store.readAll());
    expect(figures.findIndicator(id)).toMatchObject({ outcome: 'stay-safe', polarity: 'lower' });
    const neet = figures.findSeries('neet', 'all');
    expect(neet && valueAt(neet, DERBY, toYear('calendar', 2025))).toEqual({ number: 8 });
  });

  test('reaches a store that is open elsewhere', async () => {
    const heard = vi.fn();
    store.watch(heard);
    await load(update());
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalledWith({ kind: 'stored', load: 1 });
    });
  });

  test('where the browser forbids storage still shows the preview and then says so', async () => {
    vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('denied', 'SecurityError'));
    const session = begin([update()]);
    expect((await previewOf(session)).files).toMatchObject([{ accepted: true }]);
    expect(await session.store([])).toMatchObject({ kind: 'failed', problem: { code: 'storage-forbidden' } });
    vi.restoreAllMocks();
  });
});

describe('a load that is ended', () => {
  test('while it reads leaves no trace', async () => {
    const before = await store.fingerprint();
    const session = begin([update()]);
    session.cancel();
    expect(await session.preview()).toEqual({ kind: 'cancelled' });
    expect(worker.isTerminated).toBe(true);
    expect(await store.fingerprint()).toBe(before);
  });

  test('after the preview leaves no trace', async () => {
    const before = await store.fingerprint();
    const session = begin([update()]);
    await session.preview();
    session.cancel();
    expect(await store.fingerprint()).toBe(before);
  });

  test('once it stores is stored all the same', async () => {
    const session = begin([update()]);
    await session.preview();
    const storing = session.store([]);
    session.cancel();
    expect((await storing).kind).toBe('stored');
  });

  test('by the death of its worker says so', async () => {
    const session = begin([update()]);
    await worker.scope;
    const event = { message: 'out of memory', preventDefault: vi.fn() } as unknown as ErrorEvent;
    worker.onerror?.call(worker as unknown as Worker, event);
    expect(await session.preview()).toMatchObject({
      kind: 'failed',
      problem: { code: 'load-failed', message: expect.stringContaining('out of memory') as string },
    });
  });
});

test('progress counts the bytes of each file and the rows of all, and rows per second', async () => {
  const told: LoadProgress[] = [];
  const rows = Array.from({ length: 60_000 }, (_, i) => `Made up,all,Derby,${String(1950 + (i % 70))},${String(i)}\n`);
  const files = ['one.csv', 'two.csv'].map((name) => toFile(name, HEADER + rows.join('')));
  let now = 0;
  const time = vi.spyOn(performance, 'now').mockImplementation(() => (now += 150));
  await begin(files, { onProgress: (progress) => told.push(progress) }).preview();
  time.mockRestore();
  expect(new Set(told.map(({ file }) => file))).toEqual(new Set(['one.csv', 'two.csv']));
  expect(told.every(({ bytesRead, bytes }) => bytesRead <= bytes)).toBe(true);
  const counted = told.map((progress) => progress.rows);
  expect(counted).toEqual([...counted].sort((a, b) => a - b));
  expect(counted.at(-1)).toBeGreaterThan(60_000);
  for (const { rows: read, rowsPerSecond } of told) expect(rowsPerSecond).toBeLessThan((read / 150) * 1000 + 1);
});
