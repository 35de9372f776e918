/**
 * The published files of ../shared/data, read whole. What must come out is counted here in another
 * way: line by line, without the dashboard's readers.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { AreaCode } from '../../src/domain/area.ts';
import { toFileInput } from '../../src/ingest/bytes.ts';
import { DERBY, ENGLAND, cell, codes, read, readOne } from '../fixtures/ingest/files.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const WITHOUT = !existsSync(FOLDER);

const bytesOf = (path: string): Uint8Array => readFileSync(`${FOLDER}${path}`);
const input = (path: string): ReturnType<typeof toFileInput> =>
  toFileInput(path.slice(path.lastIndexOf('/') + 1), bytesOf(path));

interface Count {
  numbers: number;
  readonly markers: Record<string, number>;
}

/** Counts the cells of the value columns: what Number() takes is a number, all else a marker. */
function countCells(rows: readonly (readonly string[])[], columns: readonly number[]): Count {
  const count: Count = { numbers: 0, markers: {} };
  for (const row of rows) {
    for (const column of columns) {
      const text = (row[column] ?? '').trim();
      if (text !== '' && !Number.isNaN(Number(text))) count.numbers++;
      else count.markers[text.toLowerCase()] = (count.markers[text.toLowerCase()] ?? 0) + 1;
    }
  }
  return count;
}

function parse(path: string): { header: readonly string[]; rows: readonly (readonly string[])[] } {
  const text = new TextDecoder().decode(bytesOf(path));
  const [header = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  return { header, rows };
}

/** Columns that hold figures, by position of the first one. */
function from(header: readonly string[], first: string): readonly number[] {
  const start = header.indexOf(first);
  expect(start).toBeGreaterThan(0);
  return header.map((_, index) => index).filter((index) => index >= start);
}

const EES = [
  ['ees/c3_factors_identified_at_end_of_assessment_2018_to_2025.csv', 'Episodes_with_assessment_factor', 40],
  ['ees/cla_number_and_rate_per_10k_children.csv', 'population_estimate', 9],
  ['ees/csww_headline_measures_2017_to_2022.csv', 'social_worker_fte', 20],
  ['ees/exclusions_2006_to_2017.csv', 'num_schools', 32],
  ['ees/ks4_la.csv', 't_pupils', 48],
  ['ees/la_cla_placement_stability.csv', 'children_count', 12],
  ['ees/neet_not_known_2023.csv', 'Cohort_DJFavg', 39],
] as const;

describe.skipIf(WITHOUT)('published files (needs ../shared/data)', () => {
  it.each(EES)('%s: every number and marker of it is there once', async (path, first, indicators) => {
    const { header, rows } = parse(path);
    const expected = countCells(rows, from(header, first));
    const { reading } = await readOne(input(path));
    expect({ numbers: reading.numbers, markers: reading.markers }).toEqual(expected);
    expect(reading.rows).toBe(rows.length);
    expect(reading.indicators).toHaveLength(indicators);
  });

  it('Fingertips: every figure once, although England’s rows repeat', async () => {
    const { header, rows } = parse('fingertips/la_hospital_admissions_2324.csv');
    const keys = ['Area Code', 'Sex', 'Age', 'Category Type', 'Category', 'Time period'].map((name) =>
      header.indexOf(name),
    );
    const distinct = new Map(rows.map((row) => [keys.map((key) => row[key]).join('|'), row]));
    const expected = countCells([...distinct.values()], [header.indexOf('Value')]);
    const { reading, problems } = await readOne(input('fingertips/la_hospital_admissions_2324.csv'));
    expect({ numbers: reading.numbers, markers: reading.markers }).toEqual(expected);
    expect(problems.find(({ code }) => code === 'repeated-cell')?.count).toBe(rows.length - distinct.size);
    expect(cell(reading, 'injury-admissions', 'all', ENGLAND, '2010/11')).toEqual({
      number: 115.2166797,
      lower: 114.5287223,
      upper: 115.9077445,
      count: 107_429,
      denominator: 9_324_084,
    });
    expect(cell(reading, 'injury-admissions', 'male', 'E06000018', '2016/17')).toEqual({
      missing: 'not-published',
      marker: '',
    });
  });

  it('Derby’s placement moves of 2024/25 update the bundled indicator', async () => {
    const { reading } = await readOne(input('ees/la_cla_placement_stability.csv'));
    expect(cell(reading, 'placement-moves', 'looked-after', DERBY, '2024/25')).toEqual({ number: 8 });
    expect(
      reading.indicators.find(({ id }) => id.endsWith('With 3 or more placements during the previous 2 years'))?.name,
    ).toMatch(/^Children (?:count|percent): .+, with 3 or more placements during the previous 2 years$/);
  });

  it('negative scores keep their sign', async () => {
    const { reading } = await readOne(input('ees/ks4_la.csv'));
    expect(
      cell(reading, 'ees:avg_p8score | social_care_group=CINO at 31 March', 'all', ENGLAND, '2023/24'),
    ).toMatchObject({
      number: -1.59,
    });
  });

  it('statistical neighbours: 153 authorities in 2025, 156 in 2021 with the former ones', async () => {
    const later = await readOne(input('neighbours/sn_model_2025_wide.csv'));
    const earlier = await readOne(input('neighbours/sn_groupings_2021.csv'));
    const [of2025, of2021] = [later.reading.neighbourSets[0]?.of, earlier.reading.neighbourSets[0]?.of];
    expect([of2025?.size, of2021?.size]).toEqual([153, 156]);
    for (const set of [of2025, of2021]) for (const list of set?.values() ?? []) expect(list).toHaveLength(10);
    expect(of2021?.get('E10000021' as AreaCode)?.[0]?.area).toBe('E10000016');
  });
});

describe.skipIf(WITHOUT)('the whole of LAIT (needs ../shared/data)', { timeout: 60_000 }, () => {
  /** Values and markers of all rows but those whose year is 0, cut at commas from both ends of the line. */
  function countLines(): Count & { readonly rejected: number } {
    const text = gunzipSync(bytesOf('lait/lait_long.csv.gz')).toString('utf8');
    const count = { numbers: 0, markers: {} as Record<string, number>, rejected: 0 };
    for (const line of text.split(/\r?\n/).slice(1)) {
      if (line === '') continue;
      const match = /,([^,]*),(?:"[^"]*"|[^,]*),([^,]*),\d+,[^,]*$/.exec(line);
      if (!match) {
        // The beginning of a quoted cell with a line break in it; the row ends on a later line.
        expect(line.split('"').length % 2).toBe(0);
        continue;
      }
      const [, year = '', value = ''] = match;
      if (year === '0') count.rejected++;
      else if (value !== '' && !Number.isNaN(Number(value))) count.numbers++;
      else count.markers[value] = (count.markers[value] ?? 0) + 1;
    }
    return count;
  }

  it('is read with its dictionary: 434 measures, every number and dash once', async () => {
    const [reading, dictionary] = await read([input('lait/lait_long.csv.gz'), input('lait/lait_data_dictionary.csv')]);
    const { rejected, ...expected } = countLines();
    expect({ numbers: reading?.reading?.numbers, markers: reading?.reading?.markers }).toEqual(expected);
    expect(reading?.reading?.rows).toBe(641_070);
    expect(reading?.reading?.series).toHaveLength(434);
    expect(reading?.problems.find(({ code }) => code === 'impossible-period')).toMatchObject({
      count: rejected,
      line: 175_612,
    });
    expect(codes(reading ?? { problems: [] })).not.toContain('no-dictionary');
    expect(dictionary?.accepted).toBe(true);
    const held = reading?.reading;
    if (!held) throw new Error('not read');
    expect(cell(held, 'under-18-conceptions', 'all', DERBY, '2022')).toEqual({ number: 16.6 });
    expect(cell(held, 'neet-16-17', 'all', DERBY, '2024/25')).toEqual({ number: 7.6 });
    expect(
      held.series
        .find(({ indicator, group }) => indicator === 'permanent-exclusions' && group === 'all')
        ?.periods.at(-1),
    ).toMatchObject({
      start: '2023-09-01',
      end: '2024-08-31',
    });
  });

  it('agrees with the expected polarity of every measure that the catalogue leaves to the dictionary', async () => {
    const expected = JSON.parse(new TextDecoder().decode(bytesOf('lait/expected_derby.json'))) as Record<
      string,
      { polarity: string; band: string | null }
    >;
    const [reading] = await read([input('lait/lait_long.csv.gz'), input('lait/lait_data_dictionary.csv')]);
    const words: Readonly<Record<string, string>> = { High: 'higher', Low: 'lower', '-': 'none', NA: 'none' };
    const own = reading?.reading?.indicators.filter(({ id }) => id.startsWith('lait:')) ?? [];
    expect(own.length).toBeGreaterThan(350);
    for (const { sourceId = '', polarity, banded } of own) {
      expect([sourceId, polarity]).toEqual([sourceId, words[expected[sourceId]?.polarity ?? '']]);
      if (banded === false) expect([sourceId, expected[sourceId]?.band]).toEqual([sourceId, null]);
    }
  });
});
