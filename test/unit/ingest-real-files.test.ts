/**
 * The published files of ../shared/data, read whole. What must come out is counted here in another
 * way: line by line, without the dashboard's readers.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { AreaCode } from '../../src/domain/area.ts';
import { toFileInput } from '../../src/ingest/bytes.ts';
import { DERBY, ENGLAND, cell, codes, read, readOne } from '../fixtures/ingest/files.ts';
import type { Count } from '../fixtures/ingest/published.ts';
import { countCells, countFrom, EES, findDistinct, parsePublished, PUBLISHED } from '../fixtures/ingest/published.ts';

const WITHOUT = !existsSync(PUBLISHED);

const bytesOf = (path: string): Uint8Array => readFileSync(`${PUBLISHED}${path}`);
const input = (path: string): ReturnType<typeof toFileInput> =>
  toFileInput(path.slice(path.lastIndexOf('/') + 1), bytesOf(path));

describe.skipIf(WITHOUT)('published files (needs ../shared/data)', () => {
  it.each(EES)('%s: every number and marker of it is there once', async (path, first, indicators) => {
    const table = parsePublished(path);
    const { rows } = table;
    const expected = countFrom(table, first);
    const { reading } = await readOne(input(path));
    expect({ numbers: reading.numbers, markers: reading.markers }).toEqual(expected);
    expect(reading.rows).toBe(rows.length);
    expect(reading.indicators).toHaveLength(indicators);
  });

  it('Fingertips: every figure once, although England’s rows repeat', async () => {
    const table = parsePublished('fingertips/la_hospital_admissions_2324.csv');
    const distinct = findDistinct(table);
    const expected = countCells(distinct, [table.header.indexOf('Value')]);
    const { reading, problems } = await readOne(input('fingertips/la_hospital_admissions_2324.csv'));
    expect({ numbers: reading.numbers, markers: reading.markers }).toEqual(expected);
    expect(problems.find(({ code }) => code === 'repeated-cell')?.count).toBe(table.rows.length - distinct.length);
    expect(cell(reading, 'injury-admissions', 'all', ENGLAND, '2010/11')).toEqual({
      number: 115.2166797,
      lower: 114.5287223,
      upper: 115.9077445,
      count: 107_429,
      denominator: 9_324_084,
    });
    expect(cell(reading, 'injury-admissions', 'male', 'E06000018', '2016/17')).toEqual({
      missing: 'not-available',
      marker: '',
      note: expect.stringMatching(/^Not presented due to Nottingham University Hospitals Trust/) as string,
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
