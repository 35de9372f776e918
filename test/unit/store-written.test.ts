import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mergeFigures } from '../../src/domain/layers.ts';
import { toYear } from '../../src/domain/period.ts';
import { valueAt } from '../../src/domain/series.ts';
import type { CommentaryText, Subject, TargetWord } from '../../src/domain/written.ts';
import { findCommentary, findComparisonGroups, isEmptyCommentary, NOTHING_WRITTEN } from '../../src/domain/written.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { bundled, DERBY, ENGLAND, LEICESTER, target } from '../fixtures/store/figures.ts';
import { writeVersion1 } from '../fixtures/store/version-1.ts';

const FIRST = '2026-11-22T09:00:00.000Z';
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

const about: Subject = { kind: 'indicator', indicator: 'neet', group: 'all' };
const text: CommentaryText = {
  about,
  area: DERBY,
  period: toYear('calendar', 2024),
  author: 'A. Officer',
  tells: 'More **16 and 17 year olds** are out of work.',
  doing: 'A new team began in May.',
  who: 'Head of service, by March.',
};
const written = async (store: Store) => (await store.readAll()).written ?? NOTHING_WRITTEN;

beforeEach(() => {
  name = `written-${String(++count)}`;
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});

describe('a target that is typed', () => {
  const typed: TargetWord = { ...target, number: 5 };

  test('lies over one of the same indicator, group, area and period from a file', async () => {
    const store = await open();
    await store.say({ targets: [typed] }, FIRST);
    expect(mergeFigures(bundled, await store.readAll()).targets).toEqual([typed]);
  });

  test('stands beside one of another period or group', async () => {
    const store = await open();
    const other = { ...typed, period: toYear('calendar', 2030) };
    await store.say({ targets: [other, { ...typed, group: 'fsm' }] }, FIRST);
    expect(mergeFigures(bundled, await store.readAll()).targets).toHaveLength(3);
  });

  test('shows the one from the file again when it is taken back', async () => {
    const store = await open();
    await store.say({ targets: [typed] }, FIRST);
    await store.say({ targets: [{ ...typed, number: null }] }, LATER);
    expect(mergeFigures(bundled, await store.readAll()).targets).toEqual([target]);
  });

  test('counts by when it was said, not by when it was stored', async () => {
    const store = await open();
    await store.say({ targets: [{ ...typed, number: 6 }] }, LATER);
    await store.say({ targets: [typed] }, FIRST);
    expect(mergeFigures(bundled, await store.readAll()).targets).toEqual([{ ...typed, number: 6 }]);
  });
});

describe('commentary', () => {
  test('keeps every version, the latest first, with its author and time', async () => {
    const store = await open();
    await store.say({ commentary: [text] }, FIRST);
    await store.say({ commentary: [{ ...text, tells: 'Fewer now.', author: 'B. Lead' }] }, LATER);
    expect(findCommentary((await written(store)).commentary, about, DERBY)).toEqual([
      { ...text, tells: 'Fewer now.', author: 'B. Lead', at: LATER },
      { ...text, at: FIRST },
    ]);
  });

  test('of another area, group or outcome is kept apart', async () => {
    const store = await open();
    const outcome: Subject = { kind: 'outcome', outcome: 'neet' };
    await store.say(
      {
        commentary: [
          { ...text, area: LEICESTER },
          { ...text, about: { ...about, group: 'fsm' } },
        ],
      },
      FIRST,
    );
    await store.say({ commentary: [{ ...text, about: outcome }] }, LATER);
    const { commentary } = await written(store);
    expect(findCommentary(commentary, about, DERBY)).toEqual([]);
    expect(findCommentary(commentary, outcome, DERBY)).toHaveLength(1);
  });

  test('without a word in any part is empty', () => {
    expect(isEmptyCommentary({ tells: ' ', doing: '', who: '\n' })).toBe(true);
    expect(isEmptyCommentary({ tells: '', doing: '', who: 'Me' })).toBe(false);
  });
});

describe('a comparison group', () => {
  test('is a set of neighbours for every authority, without the authority itself', async () => {
    const store = await open();
    await store.say({ comparisonGroups: [{ id: 'own:1', name: 'Cities', areas: [DERBY, LEICESTER] }] }, FIRST);
    const sets = mergeFigures(bundled, await store.readAll()).neighbourSets;
    expect(sets.map((set) => set.name)).toEqual(['Statistical neighbours 2025', 'Cities']);
    expect(sets[1]?.of.get(DERBY)).toEqual([{ area: LEICESTER, closeness: 'chosen here' }]);
    expect(sets[1]?.of.get(LEICESTER)?.map(({ area }) => area)).toEqual([DERBY]);
  });

  test('is renamed by a later word and gone where none of its authorities is left', () => {
    const first = { id: 'own:1', name: 'Cities', areas: [DERBY] };
    const renamed = { ...first, name: 'Big cities' };
    expect(findComparisonGroups([first, renamed])).toEqual([renamed]);
    expect(findComparisonGroups([first, { ...first, areas: [] }])).toEqual([]);
  });
});

test('a setting is the last one said', async () => {
  const store = await open();
  await store.say({ settings: new Map([['author', 'A. Officer']]) }, FIRST);
  await store.say({ settings: new Map([['author', 'B. Lead']]) }, LATER);
  expect((await written(store)).settings).toEqual(new Map([['author', 'B. Lead']]));
});

test('words that cannot be stored leave everything as it was, those said with them too', async () => {
  const store = await open();
  const before = await store.fingerprint();
  const unstorable = (() => 'Cities') as never;
  const comparisonGroups = [{ id: 'own:1', name: unstorable, areas: [DERBY] }];
  expect(await store.say({ targets: [target], comparisonGroups }, FIRST)).toMatchObject({ kind: 'failed' });
  expect(await store.fingerprint()).toBe(before);
});

describe('a database of version 1', () => {
  test('is upgraded with every figure, placement and line of its history', async () => {
    await writeVersion1(name);
    const store = await open();
    const stored = await store.readAll();
    const series = stored.layers[0]?.series[0];
    const period = toYear('calendar', 2024);
    expect(series && [valueAt(series, DERBY, period), valueAt(series, ENGLAND, period)]).toEqual([
      { number: 7.6 },
      { missing: 'suppressed', marker: 'c' },
    ]);
    expect(stored.placements).toEqual([{ indicator: 'neet', decimals: 2 }]);
    expect(stored.written).toEqual(NOTHING_WRITTEN);
    expect((await store.history()).map(({ id, undone }) => [id, undone !== undefined])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  test('takes what is written after the upgrade', async () => {
    await writeVersion1(name);
    const store = await open();
    await store.say({ commentary: [text] }, FIRST);
    expect((await written(store)).commentary).toEqual([{ ...text, at: FIRST }]);
    expect((await store.undo(2, LATER)).kind).toBe('done');
  });
});
