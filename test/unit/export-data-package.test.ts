import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Figures } from '../../src/domain/figures.ts';
import { createFigures } from '../../src/domain/figures.ts';
import { readFiles } from '../../src/ingest/read.ts';
import { toDataPackage } from '../../src/export/data-package.ts';
import { academic, HOME, indicator, makeAreas, makeFigures, makeSeries, toCode } from '../fixtures/analysis/world.ts';

const neet = indicator({ periodType: 'academic' });
const plain = makeFigures(
  makeAreas(3),
  [neet],
  [
    makeSeries(
      neet,
      'all',
      [academic(2023), academic(2024)],
      [[HOME, [{ number: -1.5, status: 'provisional', lower: -2, upper: -1 }, 'c']]],
    ),
  ],
);
const target = { indicator: 'neet', group: 'all', area: HOME, period: academic(2024), number: 3 };
const neighbourSets = [
  { id: 'sn-2025', name: 'Neighbours 2025', of: new Map([[HOME, [{ area: toCode(1), closeness: 'close' }]]]) },
];
const judgement = {
  area: HOME,
  published: '2011-06-27',
  framework: 'Safeguarding, and looked after children',
  theme: 'Staying safe',
  grade: 'Good',
  gradeNumber: 2,
  bestGradeNumber: 1,
  source: 'report.txt',
};
const figures: Figures = createFigures({ ...plain, neighbourSets, targets: [target], judgements: [judgement] });

const made = '2026-11-22T10:00:00.000Z';
const zip = await toDataPackage(figures, { made });
const parts = unzipSync(zip);
const textOf = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());

describe('a data package', () => {
  it('has a row for each cell: the number with its interval and marker, or the marker alone', () => {
    expect(textOf('data/neet.csv').split('\n')).toEqual([
      'indicator,group,area_code,area,period,period_start,period_end,period_kind,value,lower,upper,count,denominator,marker',
      `neet,all,${HOME},Hometon,2022/23,2022-09-01,2023-08-31,academic,-1.5,-2,-1,,,p`,
      `neet,all,${HOME},Hometon,2023/24,2023-09-01,2024-08-31,academic,,,,,,c`,
      '',
    ]);
  });

  it('describes each of its files: where it lies, how long it is and what its columns are', () => {
    const description = JSON.parse(textOf('datapackage.json')) as {
      resources: { path: string; bytes: number; schema: { fields: { name: string; type: string }[] } }[];
    };
    const [resource] = description.resources;
    expect(description.resources.map(({ path }) => path)).toEqual([
      'data/neet.csv',
      'data/indicators.csv',
      'data/groups.csv',
      'data/targets.csv',
      'data/judgements.csv',
      'data/neighbours-sn-2025.csv',
    ]);
    expect(resource?.bytes).toBe(parts['data/neet.csv']?.length);
    expect(resource?.schema.fields.map(({ name }) => name).join(',')).toBe(textOf('data/neet.csv').split('\n')[0]);
    expect(resource?.schema.fields.find(({ name }) => name === 'value')?.type).toBe('number');
  });

  it('loaded back gives what inspectors judged and the neighbours again, without a word of its description', async () => {
    const input = { name: 'outcomes.zip', size: zip.length, stream: () => new Blob([zip]).stream() };
    const read = await readFiles([input], { areas: figures.areas, catalogue: figures.catalogue });
    expect(read.map(({ reading }) => reading?.family)).toEqual([
      'tidy',
      undefined,
      undefined,
      'tidy',
      'judgements',
      'statistical-neighbours',
    ]);
    expect(read.flatMap(({ reading }) => reading?.judgements ?? [])).toEqual([judgement]);
    const sets = read.flatMap(({ reading }) => reading?.neighbourSets ?? []);
    expect(sets.map((set) => [...set.of])).toEqual([[[HOME, [{ area: toCode(1), closeness: 'close' }]]]]);
  });

  it('says how far it has come, and stops where it is cancelled', async () => {
    const told: string[] = [];
    const controller = new AbortController();
    const work = toDataPackage(figures, {
      made,
      signal: controller.signal,
      onProgress: (done, of) => {
        told.push(`${String(done)} of ${String(of)}`);
        if (done === 2) controller.abort();
      },
    });
    await expect(work).rejects.toThrow(/abort/i);
    expect(told).toEqual(['1 of 6', '2 of 6']);
  });

  it('gives files whose names would be the same names of their own', async () => {
    const [a, b] = [indicator({ id: 'x y' }), indicator({ id: 'x-y' })];
    const series = [a, b].map((one) => makeSeries(one, 'all', [academic(2024)], [[HOME, [1]]]));
    const twice = unzipSync(await toDataPackage(makeFigures(makeAreas(2), [a, b], series), { made }));
    expect(Object.keys(twice).filter((path) => path.includes('x-y'))).toEqual(['data/x-y.csv', 'data/x-y-2.csv']);
  });
});
