import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../../scripts/bundled-figures.ts';
import { mergeFigures } from '../../src/domain/layers.ts';
import { isMeasured } from '../../src/domain/value.ts';
import { valueAt } from '../../src/domain/series.ts';
import { readBundledData } from '../../src/ingest/bundled.ts';
import { toFileInput } from '../../src/ingest/bytes.ts';
import { Desk } from '../../src/load/desk.ts';
import { openStore } from '../../src/store/open.ts';
import { DERBY } from '../fixtures/store/figures.ts';

const LAIT = ['../shared/data/lait/lait_long.csv.gz', '../shared/data/lait/lait_data_dictionary.csv'];

const toInput = (path: string) => toFileInput(basename(path), readFileSync(path), Date.UTC(2026, 0, 1));

describe.skipIf(!LAIT.every((path) => existsSync(path)))(
  'the LAIT file with its dictionary (from ../shared/data)',
  () => {
    test('is stored whole, updates the bundled indicators it holds, and is gone after undo', async () => {
      const { figures: bundled } = readBundledData(readFolder('data'));
      const desk = new Desk({
        files: LAIT.map(toInput),
        bundled,
        home: DERBY,
        storeName: 'lait',
        onProgress: () => undefined,
      });
      const preview = await desk.read();
      const [file] = preview.files;
      expect(file).toMatchObject({ accepted: true, rows: 641_070 });
      const outcome = await desk.store([]);
      await desk.close();
      if (outcome.kind !== 'stored') throw new Error('not stored');
      expect(outcome.load.files).toMatchObject([{ series: 434, companions: [{ name: 'lait_data_dictionary.csv' }] }]);

      const opened = await openStore({ name: 'lait' });
      if (opened.kind === 'refused') throw new Error(opened.problem.message);
      const { store } = opened;
      const stored = await store.readAll();
      const figures = mergeFigures(bundled, stored);
      const ids = figures.catalogue.indicators.map((indicator) => indicator.id);
      expect(new Set(ids).size).toBe(ids.length);
      const held = file?.indicators ?? [];
      const added = held.filter(({ isNew }) => isNew);
      expect(held.length).toBeGreaterThan(added.length);
      expect(ids).toHaveLength(bundled.catalogue.indicators.length + added.length);
      for (const { indicator } of added) expect(bundled.findIndicator(indicator.id)).toBeUndefined();

      const neet = figures.findSeries('neet-16-17', 'all');
      const latest = neet?.periods.find((period) => period.label === '2024/25');
      const value = neet && latest && valueAt(neet, DERBY, latest);
      expect(isMeasured(value) && value.number).toBeCloseTo(7.6, 1);

      await store.undo(outcome.load.id, '2026-11-22T12:00:00.000Z');
      expect(mergeFigures(bundled, await store.readAll()).series).toEqual(bundled.series);
      store.close();
    }, 60_000);
  },
);
