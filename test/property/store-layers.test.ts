import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AreaCode } from '../../src/domain/area.ts';
import { createFigures } from '../../src/domain/figures.ts';
import type { Layer } from '../../src/domain/layers.ts';
import { compareLayers, mergeFigures } from '../../src/domain/layers.ts';
import type { Period } from '../../src/domain/period.ts';
import { toYear } from '../../src/domain/period.ts';
import type { Series } from '../../src/domain/series.ts';
import { toSeriesKey, valueAt } from '../../src/domain/series.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { arbitrarySeries } from '../fixtures/store/arbitrary.ts';
import { areas, catalogue, DERBY, judgement, LEICESTER, toIndicator } from '../fixtures/store/figures.ts';
import { toDraft } from '../fixtures/store/load.ts';

const bySeries = { selector: (one: Series) => toSeriesKey(one.indicator, one.group), maxLength: 3 };
const someSeries = fc.uniqueArray(arbitrarySeries(), bySeries);
/** What a file says besides figures: few keys, so that files often say the same thing differently. */
const someBesides = fc.record({
  targets: fc.array(
    fc.record({
      indicator: fc.constant('neet'),
      group: fc.constant('all'),
      area: fc.constantFrom(DERBY, LEICESTER),
      period: fc.integer({ min: 2026, max: 2027 }).map((year) => toYear('calendar', year)),
      number: fc.nat({ max: 9 }),
    }),
    { maxLength: 2 },
  ),
  judgements: fc.array(
    fc.constantFrom('Good', 'Inadequate').map((grade) => ({ ...judgement, grade })),
    { maxLength: 1 },
  ),
  neighbourSets: fc.array(
    fc.record({
      id: fc.constantFrom('sn-2021', 'sn-2025'),
      name: fc.constantFrom('Neighbours', 'Neighbours, revised'),
      of: fc.constantFrom(new Map(), new Map([[DERBY, [{ area: LEICESTER, closeness: 'close' }]]])),
    }),
    { maxLength: 2 },
  ),
});
const someFiles = fc
  .array(
    fc.record({
      series: someSeries,
      day: fc.integer({ min: 1, max: 3 }),
      explained: fc.boolean(),
      besides: someBesides,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((files) =>
    files.map(({ series, day, explained, besides }, i) => ({
      ...besides,
      name: `file-${String(i)}.csv`,
      dated: `2026-01-0${String(day)}T00:00:00.000Z`,
      companions: explained ? [{ name: 'dictionary.csv', size: 1, sha256: 'd' }] : [],
      indicators: [...new Set(series.map((one) => one.indicator))].map((id) =>
        toIndicator(id, { name: `${id} as file ${String(i)} has it` }),
      ),
      series,
    })),
  );
const someBundled = someSeries.map((series) =>
  createFigures({ catalogue: { ...catalogue, indicators: [] }, areas, neighbourSets: [], series }),
);

let stores = 0;
async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const outcome = await openStore({ name: `property-${String(++stores)}` });
  if (outcome.kind === 'refused') throw new Error(outcome.problem.message);
  try {
    return await work(outcome.store);
  } finally {
    outcome.store.close();
  }
}

const toLayer = (file: { name: string; dated: string; series: readonly Series[] }): Layer => ({
  dated: file.dated,
  identity: file.name,
  explained: false,
  indicators: [],
  groups: [],
  series: file.series,
  neighbourSets: [],
  targets: [],
  judgements: [],
});

describe('layers', () => {
  test('give the same figures in whatever order and grouping the files are loaded', async () => {
    await fc.assert(
      fc.asyncProperty(
        someBundled,
        someFiles.chain((files) =>
          fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
        ),
        async (bundled, [files, shuffled]) => {
          const together = await withStore(async (store) => {
            await store.commit(toDraft(files));
            return store.readAll();
          });
          const oneByOne = await withStore(async (store) => {
            for (const file of shuffled) await store.commit(toDraft([file]));
            return store.readAll();
          });
          const [left, right] = [mergeFigures(bundled, together), mergeFigures(bundled, oneByOne)];
          expect(right.series).toEqual(left.series);
          expect(right.catalogue).toEqual(left.catalogue);
          expect(right.targets).toEqual(left.targets);
          expect(right.judgements).toEqual(left.judgements);
          expect(right.neighbourSets).toEqual(left.neighbourSets);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('are gone after undo as if they had never been', async () => {
    await fc.assert(
      fc.asyncProperty(someBundled, someFiles, someFiles, async (bundled, kept, taken) => {
        await withStore(async (store) => {
          await store.commit(toDraft(kept));
          const before = mergeFigures(bundled, await store.readAll());
          const other = taken.map((file) => ({ ...file, name: `taken-${file.name}` }));
          const outcome = await store.commit(toDraft(other, [{ indicator: 'neet', name: 'Renamed' }]));
          if (outcome.kind !== 'stored') throw new Error('not stored');
          await store.undo(outcome.load.id, '2026-02-01T00:00:00.000Z');
          const after = mergeFigures(bundled, await store.readAll());
          expect(after.series).toEqual(before.series);
          expect(after.catalogue).toEqual(before.catalogue);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('show in every cell what the topmost file that has it says, and nothing else', () => {
    fc.assert(
      fc.property(someBundled, someFiles, (bundled, files) => {
        const layers = files.map(toLayer);
        const merged = mergeFigures(bundled, { layers, placements: [] });
        const bottomUp = [bundled.series, ...[...layers].sort(compareLayers).map((layer) => layer.series)];
        const topDown = bottomUp.toReversed();
        const said = (one: Series, area: AreaCode, period: Period): unknown =>
          topDown
            .flatMap((series) => series.filter((s) => s.indicator === one.indicator && s.group === one.group))
            .map((series) => valueAt(series, area, period))
            .find((value) => value !== undefined);
        for (const one of merged.series) {
          for (const area of one.areas) {
            for (const period of one.periods) expect(valueAt(one, area, period)).toEqual(said(one, area, period));
          }
        }
        const shape = (series: readonly Series[]): Set<string> =>
          new Set(
            series.flatMap((s) =>
              s.areas.flatMap((area) => s.periods.map((p) => [s.indicator, s.group, area, p.label].join('/'))),
            ),
          );
        for (const cell of shape(bottomUp.flat())) expect(shape(merged.series)).toContain(cell);
      }),
      { numRuns: 60 },
    );
  });
});

test('the store gives back every number to the last bit, however it was packed', async () => {
  await withStore(async (store) => {
    await fc.assert(
      fc.asyncProperty(arbitrarySeries(), fc.uuid(), async (series, name) => {
        const outcome = await store.commit(toDraft([{ name, series: [series] }]));
        const { layers } = await store.readSeries([series]);
        expect(layers.flatMap((layer) => layer.series)).toEqual([series]);
        if (outcome.kind === 'stored') await store.undo(outcome.load.id, '2026-02-01T00:00:00.000Z');
      }),
    );
  });
});
