import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import * as v from 'valibot';
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

/**
 * What the standard asks of a tabular data package, written down by hand from its text (versions 1 and 2,
 * datapackage.org): the published profiles themselves lie in no package that is kept up. The whole bundle was held
 * against those of `datapackage` 1.1.10 by hand, see decision 0030.
 */
const name = v.pipe(v.string(), v.regex(/^[-a-z0-9._/]+$/));
const Descriptor = v.object({
  profile: v.literal('tabular-data-package'),
  name,
  title: v.string(),
  created: v.pipe(v.string(), v.isoTimestamp()),
  licenses: v.pipe(
    v.array(v.object({ name: v.pipe(v.string(), v.regex(/^[-a-zA-Z0-9._]+$/)), path: v.pipe(v.string(), v.url()) })),
    v.minLength(1),
  ),
  resources: v.pipe(
    v.array(
      v.object({
        profile: v.literal('tabular-data-resource'),
        type: v.literal('table'),
        name,
        path: v.pipe(v.string(), v.regex(/^(?![./~])(?!.*(?:\.\.|\\|:\/\/))\S+$/)),
        format: v.literal('csv'),
        mediatype: v.literal('text/csv'),
        encoding: v.literal('utf-8'),
        bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
        sources: v.optional(v.pipe(v.array(v.object({ title: v.pipe(v.string(), v.minLength(1)) })), v.minLength(1))),
        schema: v.object({
          fields: v.pipe(
            v.array(v.object({ name: v.string(), type: v.picklist(['string', 'number', 'date']) })),
            v.minLength(1),
          ),
          missingValues: v.array(v.string()),
        }),
      }),
    ),
    v.minLength(1),
  ),
});

describe('a data package', () => {
  it('is what the standard asks of a tabular data package', () => {
    const { resources } = v.parse(Descriptor, JSON.parse(textOf('datapackage.json')));
    expect(new Set(resources.map((one) => one.name)).size).toBe(resources.length);
    for (const { path, schema } of resources) {
      const [header = [], ...rows] = Papa.parse<string[]>(textOf(path), { skipEmptyLines: true }).data;
      expect(header).toEqual(schema.fields.map((field) => field.name));
      schema.fields.forEach(({ type }, column) => {
        const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
        if (type === 'number') expect(cells.map(Number), path).not.toContain(NaN);
        if (type === 'date') for (const cell of cells) expect(cell, path).toMatch(/^\d{4}-\d\d-\d\d$/);
      });
    }
  });

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

it('words between apostrophes keep them in a data package that is loaded back', async () => {
  const quoted = { ...judgement, framework: "'Care leavers'", theme: "'Safe'", grade: "'Good'" };
  const bytes = await toDataPackage(createFigures({ ...plain, judgements: [quoted] }), { made });
  const input = { name: 'outcomes.zip', size: bytes.length, stream: () => new Blob([bytes]).stream() };
  const readings = await readFiles([input], { areas: plain.areas, catalogue: plain.catalogue });
  expect(readings.flatMap(({ reading }) => reading?.judgements ?? [])).toEqual([quoted]);
});
