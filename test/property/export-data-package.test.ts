import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaCode } from '../../src/domain/area.ts';
import { compareSeries } from '../../src/domain/changes.ts';
import type { Figures } from '../../src/domain/figures.ts';
import type { Group, Indicator } from '../../src/domain/indicator.ts';
import { mergeFigures } from '../../src/domain/layers.ts';
import type { Period } from '../../src/domain/period.ts';
import type { Recipe } from '../../src/domain/recipe.ts';
import type { Status, Value } from '../../src/domain/value.ts';
import type { SettingName } from '../../src/domain/written.ts';
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
        const zip = await toDataPackage(figures, { made: '2026-11-22T10:00:00.000Z' });
        const input = { name: 'outcomes.zip', size: zip.length, stream: () => new Blob([zip]).stream() };
        const read = await readFiles([input], { areas, catalogue: figures.catalogue });
        const back = read.flatMap((file) => file.reading?.series ?? []);
        const counts = back[0] && compareSeries(series, back[0]).counts;
        const known = rows.flat().filter((cell) => cell !== undefined).length;
        expect(back).toHaveLength(1);
        expect(counts).toEqual({ new: 0, revised: 0, withdrawn: 0, released: 0, remarked: 0, unchanged: known });
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

const word = fc.stringMatching(/^[A-Za-z][A-Za-z ,.%()=-]{0,20}[A-Za-z]$/);
const periods: readonly Period[] = [
  academic(2022),
  academic(2024),
  { start: '2023-03-31', end: '2023-03-31', kind: 'snapshot', label: '31 March 2023' },
  { start: '2021-01-01', end: '2023-12-31', kind: 'pooled', label: '2021 to 2023' },
  { start: '2023-04-01', end: '2024-03-31', kind: 'reporting', label: '2024' },
];
const period = fc.constantFrom(...periods);

/** What a file brought: an indicator that the dashboard does not know, of a group that it does not know. */
const loaded = fc.record(
  {
    name: word,
    shortName: word,
    unit: word,
    polarity: fc.constantFrom('higher', 'lower', 'none'),
    decimals: fc.integer({ min: 0, max: 3 }),
    outcome: fc.constant('stay-safe'),
    aim: word,
    topic: word,
    definition: word,
    direction: word,
    publisher: word,
    publication: word,
    licence: word,
    sourceId: word,
    periodType: fc.constantFrom('academic', 'calendar', 'snapshot', 'financial-3'),
    banded: fc.boolean(),
    wording: fc.record({ form: fc.constantFrom('share', 'measure'), subject: word, predicate: word }),
    nationalIndicators: fc.array(fc.stringMatching(/^NI \d{1,3}$/), { maxLength: 2 }),
  },
  { requiredKeys: ['name', 'shortName', 'unit', 'polarity', 'decimals', 'nationalIndicators'] },
);
const targets = fc.uniqueArray(
  fc.record(
    { period, number, baseline: fc.record({ period, number }), isLoaded: fc.boolean() },
    { requiredKeys: ['period', 'number', 'isLoaded'] },
  ),
  { selector: ({ period: of, isLoaded }) => `${String(isLoaded)} ${of.label}`, maxLength: 5 },
);
const said = fc.record(
  { name: word, polarity: fc.constantFrom('higher', 'lower', 'none'), decimals: fc.integer({ min: 0, max: 3 }) },
  { requiredKeys: [] },
);

const toText = (parts: unknown): string =>
  JSON.stringify(parts, (_, value: unknown) => {
    if (value instanceof Map) return [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

/** Everything that is shown, in an order of its own. */
function describeFigures({ catalogue, neighbourSets, targets: set, judgements }: Figures): unknown {
  const sorted = (all: readonly unknown[]): readonly string[] => all.map(toText).sort();
  return {
    indicators: sorted(catalogue.indicators.map((one) => ({ ...one, groups: [...one.groups].sort() }))),
    groups: sorted(catalogue.groups),
    neighbourSets: sorted(neighbourSets),
    targets: sorted(set),
    judgements: sorted(judgements),
  };
}

describe('everything that a browser holds, as a data package, loaded where nothing is', () => {
  const areas = makeAreas(4);
  const neet = indicator({ periodType: 'academic', groups: ['all'] });
  const own = makeSeries(neet, 'all', [academic(2022)], [[toCode(0), [5]]]);
  const bundled = makeFigures(areas, [neet], [own]);

  it('is there again: indicators in every detail, groups, targets with baselines, sets, grades and words', async () => {
    await fc.assert(
      fc.asyncProperty(loaded, cells, targets, said, async (details, rows, set, placement) => {
        const id = 'lait:1234 (a source’s own)';
        const brought: Indicator = { ...details, id, groups: ['care leavers'] };
        const group: Group = {
          id: 'care leavers',
          name: 'Care leavers, 19 to 21',
          plain: 'care leavers',
          counterpart: 'all',
        };
        const series = makeSeries(
          brought,
          group.id,
          periods.slice(0, 3),
          rows.slice(0, 4).map((row, i) => [toCode(i), row] as const),
        );
        fc.pre(rows.flat().some((cell) => cell !== undefined));
        const layer = {
          dated: '2026-01-01',
          identity: 'a',
          explained: true,
          indicators: [brought],
          groups: [group],
          series: [series],
          neighbourSets: [
            {
              id: 'group:east',
              name: 'Our partnership',
              isOwn: true as const,
              of: new Map([[toCode(0), [{ area: toCode(1), closeness: 'chosen here' }]]]),
            },
          ],
          targets: set.map(({ isLoaded, ...target }) => ({
            ...target,
            indicator: isLoaded ? id : 'neet',
            group: isLoaded ? group.id : 'all',
            area: toCode(0),
          })),
          judgements: [],
        };
        const before = mergeFigures(bundled, { layers: [layer], placements: [{ indicator: 'neet', ...placement }] });
        const zip = await toDataPackage(before, { made: '2026-11-22T10:00:00.000Z' });
        const input = { name: 'outcomes.zip', size: zip.length, stream: () => new Blob([zip]).stream() };
        const readings = (await readFiles([input], { areas, catalogue: bundled.catalogue })).flatMap(
          ({ reading }) => reading ?? [],
        );
        const layers = readings.map((reading) => ({ ...reading, dated: '2026-11-22', identity: 'z', explained: true }));
        const after = mergeFigures(bundled, {
          layers,
          placements: readings.flatMap(({ placements = [] }) => placements),
        });
        expect(describeFigures(after)).toEqual(describeFigures(before));
        for (const one of before.series) {
          const back = after.findSeries(one.indicator, one.group);
          const { unchanged, ...changed } = compareSeries(one, back ?? one).counts;
          expect(Object.values(changed), one.indicator).toEqual([0, 0, 0, 0, 0]);
          expect(unchanged).toBeGreaterThan(0);
        }
        expect(after.series).toHaveLength(before.series.length);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '=1+1',
    "'quoted",
    "'quoted'",
    "'",
    '- first\n- second',
    '@here\r\n',
    '\ttab',
    'a,"b";c',
    '# Heading\n\nText',
    '',
  ),
);
const moment = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const commentary = fc.array(
  fc.record({
    about: fc.oneof(
      fc.record({ kind: fc.constant('indicator' as const), indicator: name, group: name }),
      fc.record({ kind: fc.constant('outcome' as const), outcome: name }),
    ),
    area: fc.constantFrom(toCode(0), toCode(1)),
    period,
    tells: text,
    doing: text,
    who: text,
    author: text,
    at: moment,
  }),
  { maxLength: 6 },
);
const settings = fc
  .record({ author: text, 'deck-colour': text, 'deck-theme': text }, { requiredKeys: [] })
  .map((chosen) => new Map(Object.entries(chosen) as [SettingName, string][]));
const recipe: fc.Arbitrary<Recipe> = fc.record({
  kind: fc.constant('mapping' as const),
  id: text,
  header: fc.array(text, { maxLength: 3 }),
  madeWith: text,
  mapping: fc.record({
    layout: fc.constant('long' as const),
    columns: fc.array(fc.record({ name: text, role: fc.constant('value' as const) }), { maxLength: 3 }),
  }),
});

describe('what officers wrote and chose, in a data package', () => {
  const areas = makeAreas(2);
  const neet = indicator({ periodType: 'academic', groups: ['all'] });
  const figures = makeFigures(areas, [neet], [makeSeries(neet, 'all', [academic(2022)], [[toCode(0), [5]]])]);

  it('comes back word by word: every version of a commentary, every setting and every recipe', async () => {
    await fc.assert(
      fc.asyncProperty(commentary, settings, fc.array(recipe, { maxLength: 3 }), async (written, chosen, recipes) => {
        const words = { commentary: written, settings: chosen, recipes };
        const zip = await toDataPackage(figures, { made: '2026-11-22T10:00:00.000Z', words });
        const input = { name: 'outcomes.zip', size: zip.length, stream: () => new Blob([zip]).stream() };
        const readings = (await readFiles([input], { areas, catalogue: figures.catalogue })).flatMap(
          ({ reading }) => reading ?? [],
        );
        expect(readings.flatMap((one) => one.words?.commentary ?? [])).toEqual(written);
        expect(new Map(readings.flatMap((one) => one.words?.settings ?? []))).toEqual(chosen);
        expect(readings.flatMap((one) => one.recipes ?? []).map((one) => JSON.parse(one) as Recipe)).toEqual(recipes);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
