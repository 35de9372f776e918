import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Chosen } from '../../src/domain/recipe.ts';
import { toFileInput } from '../../src/ingest/bytes.ts';
import { chooseAgain, chooseAtFirst, FEW } from '../../src/load/choice.ts';
import { Desk } from '../../src/load/desk.ts';
import type { Reading } from '../../src/ingest/family.ts';
import { openStore } from '../../src/store/open.ts';
import { readRecipes, writeRecipes } from '../../src/store/recipe-file.ts';
import { figures } from '../fixtures/ingest/files.ts';
import { toIndicator, toReading } from '../fixtures/ingest/reading.ts';

const TIDY = 'indicator,group,area,period,value\n';
let count = 0;

/** A desk with one file on it, later than the last one's, over a store of its own unless it is given one. */
function toDesk(content: string, storeName = `choice-${String(++count)}`, name = 'days.csv') {
  const files = [{ ...toFileInput(name, new TextEncoder().encode(content)), lastModified: Date.UTC(2026, 0, ++count) }];
  return { storeName, desk: new Desk({ files, bundled: figures, storeName, onProgress: () => undefined }) };
}

async function readStored(name: string) {
  const opened = await openStore({ name });
  if (opened.kind === 'refused') throw new Error(opened.problem.message);
  const { store } = opened;
  const read = { stored: await store.readAll(), history: await store.history(), recipes: await store.recipes() };
  store.close();
  return read;
}

const TWO = `${TIDY}Days out,all,Derby,2024,3\nDays in,all,Derby,2024,c\n`;
const ONLY_OUT: readonly Chosen[] = [['tidy:Days out']];

function toChoice(indicators: number, totals: readonly number[], filters: readonly string[]): Reading {
  return toReading({
    indicators: Array.from({ length: indicators }, (_, i) => toIndicator(`x:${String(i)}`)),
    filters,
    totals: new Set(totals.map((i) => `x:${String(i)}`)),
  });
}

describe('what is kept of a file at first', () => {
  it('is everything where there is little, or no filter tells the indicators apart', () => {
    expect(chooseAtFirst(toChoice(FEW, [1], ['sex']), () => false)).toBe('all');
    expect(chooseAtFirst(toChoice(434, [], []), () => false)).toBe('all');
  });

  it('is what is for everybody, and what updates figures that are here, of many combinations', () => {
    const chosen = chooseAtFirst(toChoice(FEW + 1, [2], ['sex']), (id) => id === 'x:7');
    expect(chosen).toEqual(['x:2', 'x:7']);
  });
});

describe('what was chosen of the last file', () => {
  it('is chosen again of what the next one has', () => {
    expect(chooseAgain(['x:1', 'x:9'], toChoice(3, [], []))).toEqual(['x:1']);
    expect(chooseAgain('all', toChoice(3, [], []))).toBe('all');
  });

  it('says nothing of a file that has none of it', () => {
    expect(chooseAgain(['x:9'], toChoice(3, [], []))).toBeUndefined();
  });
});

describe('a load of which some indicators are kept', () => {
  it('would change and stores those only', async () => {
    const { desk, storeName } = toDesk(TWO);
    expect((await desk.read()).changes.counts.new).toBe(2);
    expect((await desk.choose(ONLY_OUT)).changes.counts.new).toBe(1);
    await desk.store([], ONLY_OUT);
    await desk.close();
    const { stored, history } = await readStored(storeName);
    expect(stored.layers.flatMap(({ indicators }) => indicators.map(({ id }) => id))).toEqual(['tidy:Days out']);
    expect(stored.layers.flatMap(({ series }) => series.map(({ indicator }) => indicator))).toEqual(['tidy:Days out']);
    expect(history[0]?.files).toMatchObject([{ numbers: 1, markers: 0, how: { words: '1 of 2 indicators' } }]);
  });

  it('is remembered, with what was said of them, for the next file of that shape', async () => {
    const { desk, storeName } = toDesk(TWO);
    await desk.read();
    const said = { indicator: 'tidy:Days out', name: 'Days spent outside', decimals: 1 };
    await desk.store([said], ONLY_OUT);
    await desk.close();
    const next = toDesk(TWO.replaceAll('2024', '2025'), storeName, 'next.csv').desk;
    const { files } = await next.read();
    await next.close();
    expect(files).toMatchObject([{ chosen: ['tidy:Days out'], isChosenAgain: true, placements: [said] }]);
  });

  it('can be loaded again with more of it, but not with the same again', async () => {
    const { desk, storeName } = toDesk(TWO);
    await desk.read();
    await desk.store([], ONLY_OUT);
    await desk.close();
    const again = toDesk(TWO, storeName).desk;
    expect((await again.read()).files).toMatchObject([{ alreadyStored: true }]);
    expect((await again.choose(['all'])).alreadyStored).toEqual([false]);
    expect(await again.store([], ['all'])).toMatchObject({ kind: 'stored' });
    await again.close();
  });

  it('holds nothing to store where none is kept', async () => {
    const { desk } = toDesk(TWO);
    await desk.read();
    expect(await desk.store([], [[]])).toMatchObject({ kind: 'failed', problem: { code: 'nothing-to-store' } });
    await desk.close();
  });

  it('leaves no recipe where nobody said anything', async () => {
    const { desk, storeName } = toDesk(TWO);
    await desk.read();
    await desk.store([], ['all']);
    await desk.close();
    expect((await readStored(storeName)).recipes).toEqual([]);
  });
});

describe('changes that show nowhere', () => {
  it('are counted apart: further decimals, and another sign for the same reason', async () => {
    const { desk, storeName } = toDesk(`${TIDY}neet-16-17,all,Derby,2030,7.6\nneet-16-17,all,Leeds,2030,c\n`);
    await desk.read();
    await desk.store([], ['all']);
    await desk.close();
    const finer = toDesk(
      `${TIDY}neet-16-17,all,Derby,2030,7.6004\nneet-16-17,all,Leeds,2030,*\n`,
      storeName,
      'b.csv',
    ).desk;
    const { changes } = await finer.read();
    await finer.close();
    expect(changes.unseen).toEqual({ decimals: 1, sign: 1 });
    expect(Object.values(changes.counts)).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...changes.home, ...changes.elsewhere]).toEqual([]);
  });
});

describe('a file of recipes', () => {
  const recipes = [
    {
      kind: 'mapping' as const,
      id: 'mapping:a|b',
      header: ['A', 'B'],
      madeWith: 'a.csv',
      mapping: {
        layout: 'long' as const,
        columns: [{ name: 'A', role: 'value' as const }],
        periods: 'financial' as const,
        throughout: { period: '2024/25', area: 'Derby' },
      },
    },
    {
      kind: 'choice' as const,
      id: 'choice:x',
      header: [],
      madeWith: 'b.csv',
      family: 'ees',
      chosen: 'all' as const,
      placements: [],
    },
  ];

  it('gives back what was written', () => {
    expect(readRecipes(writeRecipes(recipes), 'r.json')).toEqual({ recipes });
  });

  it.each([
    ['no JSON', '<html>', 'recipes-not-json'],
    ['another file', '{}', 'recipes-malformed'],
    ['a column that is nothing known', writeRecipes(recipes).replace('"value"', '"planet"'), 'recipes-malformed'],
  ])('that is %s is refused with its name', (_, content, code) => {
    expect(readRecipes(content, 'r.json')).toMatchObject({ problem: { code, file: 'r.json' } });
  });
});
