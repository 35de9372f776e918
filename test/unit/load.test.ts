import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mergeFigures } from '../../src/domain/layers.ts';
import { toYear } from '../../src/domain/period.ts';
import { valueAt } from '../../src/domain/series.ts';
import type { FromWorker, LoadProgress, ToWorker } from '../../src/load/messages.ts';
import type { MappingRecipe } from '../../src/domain/recipe.ts';
import { toMappingId } from '../../src/ingest/shape.ts';
import { SAID_BEFORE } from '../../src/load/said-before.ts';
import { OLDER_FILE } from '../../src/load/lies-under.ts';
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

  test('warns of a file that is older than one that is stored, and counts what would not show', async () => {
    await load(update('7.5'));
    const older = toFile(
      'older.csv',
      `${HEADER}neet,all,Derby,2024,1\nneet,all,Derby,2019,2\n`,
      new Date(2020, 2, 3, 12).getTime(),
    );
    const { files } = await previewOf(begin([older]));
    const [warning] = files[0]?.problems.filter(({ code }) => code === OLDER_FILE) ?? [];
    expect(warning).toMatchObject({ severity: 'warning', file: 'older.csv' });
    expect(warning?.message).toMatch(
      /^This file \(of 3 March 2020\) is older than update\.csv \(of 1 January 2026\), loaded on \d+ \w+ \d{4}\. Where both have a figure, the newer file’s stays: that is so for 1 of its 2 figures\./,
    );
  });

  test('gives the time too where the older file is of the same day', async () => {
    await load(toFile('evening.csv', `${HEADER}neet,all,Derby,2024,2\n`, new Date(2026, 0, 5, 18).getTime()));
    const morning = toFile('morning.csv', `${HEADER}neet,all,Derby,2024,1\n`, new Date(2026, 0, 5, 9).getTime());
    const { files } = await previewOf(begin([morning]));
    expect(files[0]?.problems.find(({ code }) => code === OLDER_FILE)?.rule).toContain('the later file is shown');
    expect(files[0]?.problems.find(({ code }) => code === OLDER_FILE)?.message).toMatch(
      /of 5 January 2026 at 09:00:00\) is older than evening\.csv \(of 5 January 2026 at 18:00:00\).+ its only figure\./,
    );
  });

  test('says nothing of age where no figure stands in both, or the newer load was undone', async () => {
    await load(update('7.5'));
    const others = toFile('others.csv', `${HEADER}neet,all,Derby,2019,1\n`, Date.UTC(2020, 0, 1));
    const codes = async (file: File): Promise<readonly string[]> =>
      (await previewOf(begin([file]))).files.flatMap(({ problems }) => problems.map(({ code }) => code));
    expect(await codes(others)).not.toContain(OLDER_FILE);
    const same = toFile('same.csv', `${HEADER}neet,all,Derby,2024,1\n`, Date.UTC(2020, 0, 1));
    expect(await codes(same)).toContain(OLDER_FILE);
    await store.undo(1, '2026-11-22T12:00:00.000Z');
    expect(await codes(same)).not.toContain(OLDER_FILE);
  });

  test('says what is new, changed or the same of targets, judgements and sets of neighbours', async () => {
    const targets = (number: string): string =>
      `${HEADER.trimEnd()},target\nneet,all,Derby,2026,,${number}\nneet,all,Derby,2027,,3\nneet,all,Leicester,2026,,5\n`;
    const judged = (grade: string): string =>
      `source,area,published,framework,theme,outcome,grade,grade_number,best_grade_number\nreport,Derby,2008-02-19,Joint area review,Safeguarding,stay-safe,${grade},4,4\nreport,Derby,2011-06-27,Inspection,Safeguarding,stay-safe,Good,2,1\n`;
    const sets = 'old_la_code,la_name,region_ind,region_name,SN_1,SN_1P\n831,Derby,4,East Midlands,856,Very close\n';
    const files = (number: string, grade: string): readonly File[] => [
      toFile('targets.csv', targets(number)),
      toFile('judgements.csv', judged(grade)),
      toFile('neighbours-2019.csv', sets),
    ];
    const first = begin(files('5', 'Outstanding'));
    const { besides } = await previewOf(first);
    expect(besides).toMatchObject({
      neighbourSets: [{ kind: 'new', authorities: 1 }],
      targets: { new: 2, changed: 1, same: 0 },
      judgements: { new: 1, changed: 1, same: 0 },
      homeTargets: [
        { before: { number: 4 }, after: { number: 5, area: DERBY } },
        { before: undefined, after: { number: 3 } },
      ],
    });
    await first.store([]);
    const again = (await previewOf(begin(files('6', 'Outstanding')))).besides;
    expect(again.neighbourSets).toEqual([]);
    expect(again.targets).toEqual({ new: 0, changed: 1, same: 2 });
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

describe('a file of which a period was said for all rows', () => {
  const HEAD = 'Place,Cases\n';
  const recipe: MappingRecipe = {
    kind: 'mapping',
    id: toMappingId(['Place', 'Cases']),
    header: ['Place', 'Cases'],
    madeWith: 'cases-2024.csv',
    mapping: {
      layout: 'long',
      columns: [
        { name: 'Place', role: 'area-name' },
        { name: 'Cases', role: 'value' },
      ],
      throughout: { period: '2024' },
    },
  };

  test('is read so without a warning, and the next one like it with the question whether it still holds', async () => {
    const first = begin([toFile('cases-2024.csv', `${HEAD}Derby,3\n`)]);
    await first.preview();
    const mapped = await first.map([recipe]);
    if (mapped.kind !== 'read') throw new Error('not read');
    expect(mapped.preview.files).toMatchObject([{ accepted: true, numbers: 1, problems: [] }]);
    await first.store([]);
    const { files } = await previewOf(begin([toFile('cases-2025.csv', `${HEAD}Derby,4\n`, Date.UTC(2026, 1, 1))]));
    expect(files[0]?.problems).toMatchObject([
      {
        severity: 'warning',
        code: SAID_BEFORE,
        message: expect.stringContaining(
          'all of it is read as for 2024, because that was said of cases-2024.csv',
        ) as string,
      },
    ]);
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
