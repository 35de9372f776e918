import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaCode } from '../../src/domain/area.ts';
import { compareSeries } from '../../src/domain/changes.ts';
import type { Status, Value } from '../../src/domain/value.ts';
import { toDataPackage } from '../../src/export/data-package.ts';
import { readFiles } from '../../src/ingest/read.ts';
import { academic, indicator, makeAreas, makeFigures, makeSeries, toCode } from '../fixtures/analysis/world.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
const missing = fc.constantFrom<Value>(
  { missing: 'suppressed', marker: 'c' },
  { missing: 'not-available', marker: 'x' },
  { missing: 'not-applicable', marker: 'z' },
  { missing: 'low', marker: 'k' },
);
const measured = fc.record(
  {
    number,
    status: fc.constantFrom<Status>('provisional', 'revised', 'estimated', 'break'),
    lower: number,
    upper: number,
    count: number,
    denominator: number,
  },
  { requiredKeys: ['number'] },
);
const cells = fc.array(
  fc.array(fc.option(fc.oneof(measured, missing), { nil: undefined }), { minLength: 3, maxLength: 3 }),
  {
    minLength: 2,
    maxLength: 5,
  },
);

describe('a data package loaded back', () => {
  it('loses nothing: every number, interval, count and marker is there again, and nothing else', async () => {
    const areas = makeAreas(5);
    const neet = indicator({ periodType: 'academic' });
    const periods = [academic(2022), academic(2023), academic(2024)];
    await fc.assert(
      fc.asyncProperty(cells, async (rows) => {
        fc.pre(rows.flat().some((cell) => cell !== undefined));
        const codes = rows.map((_, i): AreaCode => toCode(i));
        const series = makeSeries(
          neet,
          'all',
          periods,
          codes.map((code, i) => [code, rows[i] ?? []] as const),
        );
        const figures = makeFigures(areas, [neet], [series]);
        const zip = toDataPackage(figures, '2026-11-22T10:00:00.000Z');
        const input = { name: 'outcomes.zip', size: zip.length, stream: () => new Blob([zip]).stream() };
        const read = await readFiles([input], { areas, catalogue: figures.catalogue });
        const back = read.flatMap((file) => file.reading?.series ?? []);
        const counts = back[0] && compareSeries(series, back[0]).counts;
        const known = rows.flat().filter((cell) => cell !== undefined).length;
        expect(back).toHaveLength(1);
        expect(counts).toEqual({ new: 0, revised: 0, withdrawn: 0, released: 0, remarked: 0, unchanged: known });
      }),
      { numRuns: 60 },
    );
  });
});
