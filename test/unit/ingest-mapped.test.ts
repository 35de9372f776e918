import { describe, expect, it } from 'vitest';
import type { ColumnRole, Mapping } from '../../src/domain/recipe.ts';
import type { TableSample } from '../../src/ingest/family.ts';
import { toMappedFamily } from '../../src/ingest/formats/mapped.ts';
import { tryMapping } from '../../src/ingest/try-mapping.ts';
import { cell, DERBY, ENGLAND, figures } from '../fixtures/ingest/files.ts';

type Roles = Readonly<Record<string, ColumnRole>>;

const toMapping = (roles: Roles, more: Partial<Mapping> = {}): Mapping => ({
  layout: 'long',
  columns: Object.entries(roles).map(([name, role]) => ({ name, role })),
  ...more,
});
const toSample = (header: string, ...rows: readonly string[]): TableSample => ({
  fileName: 'open-cases.csv',
  header: header.split(','),
  headerLine: 3,
  rows: rows.map((row) => row.split(',')),
});

/** A table as a mapping reads it; its first row stands on line 4. */
function readAs(mapping: Mapping, header: string, ...rows: readonly string[]) {
  const sample = toSample(header, ...rows);
  const reader = toMappedFamily(mapping).reader(sample, { ...figures, fileName: sample.fileName, companions: [] });
  sample.rows.forEach((cells, i) => {
    reader.push(cells, i + 4);
  });
  return reader.finish();
}

const LONG: Roles = {
  Place: 'area-name',
  When: 'period',
  What: 'indicator',
  Who: 'group',
  Sex: 'group',
  Cases: 'value',
};

describe('the indicator of a figure', () => {
  it('is what its row says, with the heading where there are several figures', () => {
    const one = readAs(toMapping(LONG), 'Place,When,What,Cases', 'Derby,2024,Visits,1', 'Derby,2023,,2');
    expect(one.indicators.map(({ id, name, sourceId }) => [id, name, sourceId])).toEqual([
      ['mapped:Visits', 'Visits', 'Visits'],
      ['mapped:Cases', 'Cases', 'Cases'],
    ]);
    const two = readAs(
      toMapping({ ...LONG, Closed: 'value' }),
      'Place,When,What,Cases, Closed ',
      'Derby,2024,Visits,1,2',
    );
    expect(two.indicators.map(({ name }) => name)).toEqual(['Visits: Cases', 'Visits: Closed']);
  });

  it('is that of its row, else of the file, where a column is a period', () => {
    const wide = toMapping({ ...LONG, '2023': 'value' }, { layout: 'wide' });
    const reading = readAs(wide, 'Place,What,2023,2024', 'Derby,Visits,1,2', 'England,,3,4');
    expect(cell(reading, 'mapped:Visits', 'all', DERBY, '2024')).toEqual({ number: 2 });
    expect(cell(reading, 'mapped:open-cases', 'all', ENGLAND, '2023')).toEqual({ number: 3 });
    expect(reading.indicators.map(({ name }) => name)).toEqual(['Visits', 'Open-cases']);
  });

  it('has the decimals that are written, two at most, its unit by its name and the kind of its periods', () => {
    const mapping = toMapping({ ...LONG, 'Rate per 1000': 'value', Count: 'value' }, { periods: 'academic' });
    const reading = readAs(mapping, 'Place,When,Rate per 1000,Count', 'Derby,2024,1.2345,c', 'England,2024,1.5,7');
    expect(
      reading.indicators.map(({ unit, decimals, periodType, polarity }) => [unit, decimals, periodType, polarity]),
    ).toEqual([
      ['per 1,000', 2, 'academic', 'none'],
      ['number', 0, 'academic', 'none'],
    ]);
    expect(readAs(toMapping(LONG), 'Place,When,Cases', 'Derby,2024,1').indicators[0]).not.toHaveProperty('periodType');
  });
});

describe('the group of a figure', () => {
  it('is made of all columns of groups, without those for everybody', () => {
    const row = (who: string, sex: string): string => `Derby,2024,${who},${sex},1`;
    const reading = readAs(
      toMapping(LONG),
      'Place,When,Who,Sex,Cases',
      row('North', 'Girls'),
      row('Total', ' Boys '),
      row('', 'All'),
    );
    expect(reading.series.map(({ group }) => group)).toEqual(['north-girls', 'boys', 'all']);
    expect(reading.groups.map(({ name }) => name)).toEqual(['North, Girls', 'Boys', figures.catalogue.groups[0]?.name]);
  });
});

describe('a row', () => {
  it('has one period for all of its figures, which is complained of once', () => {
    const mapping = toMapping({ ...LONG, Closed: 'value' });
    const { problems } = readAs(mapping, 'Place,When,Cases,Closed', 'Derby,soon,1,2', 'Derby,2024,1,2');
    expect(problems).toMatchObject([{ code: 'impossible-period', line: 4, column: 'When', count: 1 }]);
  });

  it('is complained of by the line of the header where its heading is no period', () => {
    const wide = toMapping({ Place: 'area-name', soon: 'value', '2024': 'value' }, { layout: 'wide' });
    const reading = readAs(wide, 'Place,soon,2024', 'Derby,1,2');
    expect(reading.problems).toMatchObject([{ code: 'impossible-period', line: 3, column: 'header' }]);
    expect(reading.numbers).toBe(1);
  });

  it('without an area is left out, and of a marker that nobody knows the column is named', () => {
    const reading = readAs(toMapping(LONG), 'Place,When,Cases', ',2024,1', 'Derby,2024,many');
    expect(reading.problems).toMatchObject([
      { code: 'no-area', line: 4 },
      { code: 'marker-never-seen', line: 5, column: 'Cases' },
    ]);
    expect(reading).toMatchObject({ rows: 2, numbers: 0, observations: 1 });
  });

  it('keeps the letter of its figure before that of its period', () => {
    const reading = readAs(toMapping(LONG), 'Place,When,Cases', 'Derby,2024 (prov),1', 'England,2024 (prov),2 r');
    expect(cell(reading, 'mapped:Cases', 'all', DERBY, '2024')).toEqual({ number: 1, status: 'provisional' });
    expect(cell(reading, 'mapped:Cases', 'all', ENGLAND, '2024')).toEqual({ number: 2, status: 'revised' });
  });

  it('is of the area and period that were said for all, whatever its other columns hold', () => {
    const mapping = toMapping({ Cases: 'value' }, { throughout: { area: 'Derby', period: 'soon' } });
    const reading = readAs(mapping, 'Cases', '1');
    expect(reading.problems).toMatchObject([{ code: 'impossible-period', column: 'said for all rows' }]);
  });

  it('goes to the authority that had its name then', () => {
    const reading = readAs(toMapping(LONG), 'Place,When,Cases', 'Dorset,2010,1', 'Dorset,2024,2');
    expect(reading.series[0]?.areas).toEqual(['E06000059', 'E10000009']);
  });
});

describe('a mapping', () => {
  it('says by which columns a file was recognised: those of the figures where there are no others', () => {
    const because = (roles: Roles): string | undefined =>
      toMappedFamily(toMapping(roles)).recognise(toSample('x'))?.because;
    expect(because({ Place: 'area-name', Note: 'none', Cases: 'value' })).toBe('a recipe for these columns (Place)');
    expect(because({ Note: 'none', Cases: 'value', Closed: 'value' })).toBe(
      'a recipe for these columns (Cases, Closed)',
    );
  });

  it('finds its columns however their names are spelt, and reads no others', () => {
    const reading = readAs(toMapping(LONG), ' PLACE ,when,cases,Rank', 'Derby,2024,1,2');
    expect(reading.series.map(({ indicator }) => indicator)).toEqual(['mapped:cases']);
  });

  it('is tried on the first rows, each by itself', () => {
    const sample = toSample('Place,When,Who,Cases', 'Derby,2024,Girls,1', 'Atlantis,soon,,2', 'Derby,2024,,3');
    expect(tryMapping(toMapping(LONG), sample, figures, 2)).toEqual([
      {
        cells: ['Derby', '2024', 'Girls', '1'],
        figures: [{ indicator: 'Cases', group: 'Girls', area: 'Derby', period: '2024', value: { number: 1 } }],
        problems: [],
      },
      {
        cells: ['Atlantis', 'soon', '', '2'],
        figures: [],
        problems: [expect.stringContaining('"soon" is not a period'), expect.stringContaining('"Atlantis" is none')],
      },
    ]);
  });
});
