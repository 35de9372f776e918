import { describe, expect, it } from 'vitest';
import type { ColumnRole, Mapping, MappingRecipe } from '../../src/domain/recipe.ts';
import type { TableSample } from '../../src/ingest/family.ts';
import { guessMapping } from '../../src/ingest/guess-mapping.ts';
import { findMappingGaps } from '../../src/ingest/mapping-gaps.ts';
import { toChoiceId, toMappingId } from '../../src/ingest/shape.ts';
import { tryMapping } from '../../src/ingest/try-mapping.ts';
import { cell, codes, DERBY, ENGLAND, figures, read, text } from '../fixtures/ingest/files.ts';

const LONG =
  'Place,Quarter ending,Team,Open cases,Closed\nDerby,2024/25,North,"1,204",12.5\nDerby,2024/25,Total,1900,c\n';
const WIDE = 'Council,Notes,2023/24,2024/25\nDerby,ok,8.1,7.6\nEngland,ok,4.2,x\n';

const toMapping = (roles: Record<string, ColumnRole>, more: Partial<Mapping> = {}): Mapping => ({
  layout: 'long',
  columns: Object.entries(roles).map(([name, role]) => ({ name, role })),
  ...more,
});
const toRecipe = (header: string, mapping: Mapping): MappingRecipe => ({
  kind: 'mapping',
  id: toMappingId(header.split(',')),
  header: header.split(','),
  madeWith: 'first.csv',
  mapping,
});
const toSample = (content: string): TableSample => {
  const [header = [], ...rows] = content
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return { fileName: 'cases.csv', header, headerLine: 1, rows };
};

async function readMapped(content: string, mapping: Mapping, name = 'cases.csv') {
  const [header = ''] = content.split('\n');
  const [one] = await read([text(name, content)], { recipes: [toRecipe(header, mapping)] });
  if (!one?.reading) throw new Error(`not read: ${JSON.stringify(one?.problems)}`);
  return { ...one, reading: one.reading };
}

const CASES = toMapping({
  Place: 'area-name',
  'Quarter ending': 'period',
  Team: 'group',
  'Open cases': 'value',
  Closed: 'value',
});

describe('a table whose columns were explained', () => {
  it('is read as they were, where it was not known at all before', async () => {
    const [before] = await read([text('cases.csv', LONG)]);
    expect(before).toMatchObject({ accepted: false, sample: { header: LONG.split('\n')[0]?.split(',') } });
    const { reading, recognition, accepted } = await readMapped(LONG, CASES);
    expect(accepted).toBe(true);
    expect(recognition?.because).toBe('a recipe for these columns (Place, Quarter ending, Team)');
    expect(cell(reading, 'mapped:Open cases', 'north', DERBY, '2024/25')).toEqual({ number: 1204 });
    expect(cell(reading, 'mapped:Closed', 'north', DERBY, '2024/25')).toEqual({ number: 12.5 });
    expect(cell(reading, 'mapped:Closed', 'all', DERBY, '2024/25')).toEqual({ missing: 'suppressed', marker: 'c' });
    expect(reading.indicators.map(({ decimals }) => decimals)).toEqual([0, 1]);
  });

  it('gives a column a period each where it is wide, new columns of the next file too', async () => {
    const mapping = toMapping({ Council: 'area-name', Notes: 'none', '2023/24': 'value' }, { layout: 'wide' });
    const { reading } = await readMapped(WIDE, mapping);
    expect(cell(reading, 'mapped:cases', 'all', DERBY, '2023/24')).toEqual({ number: 8.1 });
    expect(cell(reading, 'mapped:cases', 'all', ENGLAND, '2024/25')).toMatchObject({ missing: 'not-available' });
  });

  it('reads plain years as the kind that was said', async () => {
    const content = 'Place,When,Cases\nDerby,2025,3\n';
    const mapping = toMapping({ Place: 'area-name', When: 'period', Cases: 'value' }, { periods: 'financial' });
    const { reading } = await readMapped(content, mapping);
    expect(reading.series[0]?.periods).toMatchObject([{ kind: 'financial', end: '2025-03-31' }]);
    expect(reading.indicators).toMatchObject([{ periodType: 'financial' }]);
  });

  it('updates indicators and groups of the catalogue that a column names', async () => {
    const content = 'Place,When,What,Who,Figure\nDerby,2023/24,absence,fsm,7\nDerby,2023/24,absence,Total,6\n';
    const mapping = toMapping({
      Place: 'area-name',
      When: 'period',
      What: 'indicator',
      Who: 'group',
      Figure: 'value',
    });
    const { reading } = await readMapped(content, mapping);
    expect(reading.series.map(({ indicator }) => indicator)).toEqual(['absence', 'absence']);
    expect(reading.series.map(({ group }) => group)).toContain('all');
  });

  it('is for one period and one area where that was said of all rows', async () => {
    const content = 'Team,Cases\nNorth,3\nTotal,"1,204"\n';
    const said = { throughout: { period: '2024/25', area: '831' } };
    const { reading } = await readMapped(content, toMapping({ Team: 'group', Cases: 'value' }, said));
    expect(cell(reading, 'mapped:Cases', 'north', DERBY, '2024/25')).toEqual({ number: 3 });
    expect(cell(reading, 'mapped:Cases', 'all', DERBY, '2024/25')).toEqual({ number: 1204 });
  });

  it('goes by its columns once they name what was said of all rows before', async () => {
    const mapping = toMapping(
      { Place: 'area-name', When: 'period', Cases: 'value' },
      { throughout: { period: '2019/20', area: 'Leeds' } },
    );
    const { reading } = await readMapped('Place,When,Cases\nDerby,2024/25,3\n', mapping);
    expect(cell(reading, 'mapped:Cases', 'all', DERBY, '2024/25')).toEqual({ number: 3 });
  });

  it('tells what is wrong with its rows as any other file', async () => {
    const content = 'Place,When,Cases\nDerby,soon,3\nAtlantis,2025,3\n,2025,3\nDerby,2025,many\n';
    const mapping = toMapping({ Place: 'area-name', When: 'period', Cases: 'value' });
    const { problems } = await readMapped(content, mapping);
    const told = problems.map(({ code, line }) => [code, line]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['impossible-period', 2],
        ['unknown-area', 3],
        ['no-area', 4],
        ['marker-never-seen', 5],
      ]),
    );
  });
});

describe('a recipe', () => {
  it('is for the same columns in any order, and for the column of another year', () => {
    const id = toMappingId(['Council', 'Notes', '2023/24']);
    expect(toMappingId(['notes', 'COUNCIL', '2023/24', '2024/25'])).toBe(id);
    expect(toMappingId(['Council', 'Notes', 'Total'])).not.toBe(id);
  });

  it('that chooses indicators is for one family and its filters only', () => {
    const header = ['a', 'b'];
    const ids = [toChoiceId('ees', header, ['a']), toChoiceId('dfe', header, ['a']), toChoiceId('ees', header, ['b'])];
    expect(new Set(ids).size).toBe(3);
  });

  it('for other columns leaves a file to be recognised by itself', async () => {
    const content = 'indicator,group,area,period,value\nabsence,all,Derby,2023/24,7.1\n';
    const [one] = await read([text('x.csv', content)], { recipes: [toRecipe('Place,Quarter', CASES)] });
    expect(one?.recognition?.family).toBe('tidy');
  });
});

describe('what a mapping lacks', () => {
  it('is said, one sentence for each', () => {
    const { areas } = figures;
    expect(findMappingGaps({ layout: 'long', columns: [] }, areas)).toHaveLength(3);
    expect(findMappingGaps({ layout: 'wide', columns: [] }, areas)).toHaveLength(2);
    expect(findMappingGaps(CASES, areas)).toEqual([]);
  });

  it('is no period and no area where they are said of all rows, unless they can be none', () => {
    const gaps = (period: string, area: string): readonly string[] =>
      findMappingGaps(toMapping({ Cases: 'value' }, { throughout: { period, area } }), figures.areas);
    expect(gaps('2024/25', 'Derby')).toEqual([]);
    expect(gaps('2024/25', '831')).toEqual([]);
    expect(gaps('2024/25', 'E06000015')).toEqual([]);
    expect(gaps('soon', ' ')).toEqual([
      'Say which column names the area, or which area all of it is for.',
      expect.stringContaining('"soon" is not a period; expected a year such as 2024'),
    ]);
    expect(gaps('2024/25', 'Drby')).toEqual([expect.stringContaining('"Drby" is none of the areas')]);
  });
});

describe('the first guess at the columns', () => {
  const guess = (content: string): unknown => {
    const { layout, columns } = guessMapping(toSample(content), figures.areas);
    return [layout, ...columns.map(({ role }) => role)];
  };

  it('goes by what stands below the headings', () => {
    expect(
      guess(
        'Where,Code,No,When,Note,Team,Figure\nDerby,E06000015,831,2024/25,a,N,3\nLeeds,E08000035,383,2023/24,b,N,c\n',
      ),
    ).toEqual(['long', 'area-name', 'area-code', 'area-number', 'period', 'none', 'group', 'value']);
  });

  it('sees that a column for each period makes a table wide', () => {
    expect(guess('Council,Rank,2023/24,2024/25\nDerby,4,8.1,7.6\nEngland,,4.2,x\n')).toEqual([
      'wide',
      'area-name',
      'none',
      'value',
      'value',
    ]);
  });

  it('believes a heading only where what stands below it tells nothing', () => {
    expect(guess('Name,Code,Year\nAtlantis,3,2024\nMu,4,2024\n')).toEqual(['long', 'area-name', 'value', 'period']);
    expect(guess('Area,Figure\nNorth,3\nNorth,4\n')).toEqual(['long', 'area-name', 'value']);
    expect(guess('Area,Figure\n2024/25,3\n2023/24,4\n')).toEqual(['long', 'period', 'value']);
    expect(guess(' MEASURE ,Figure\nVisits,3\nCalls,4\n')).toEqual(['long', 'indicator', 'value']);
  });

  it('asks seven cells in ten to be what a column is taken for', () => {
    const column = (fits: string, others: string, count: number): string =>
      `X,Y\n${Array.from({ length: 10 }, (_, i) => `${i < count ? fits : `${others}${String(i)}`},1\n`).join('')}`;
    for (const [fits, role] of [
      ['E06000015', 'area-code'],
      ['831', 'area-number'],
      ['Derby', 'area-name'],
      ['2024/25', 'period'],
    ] as const) {
      expect(guess(column(fits, 'note ', 7)), role).toEqual(['long', role, 'value']);
      expect(guess(column(fits, 'note ', 6)), role).toEqual(['long', 'group', 'value']);
    }
    expect(guess(column('5', 'note ', 7))).toEqual(['long', 'value', 'value']);
  });

  it('takes a text for a group where it has twenty values at most, and one of them twice', () => {
    const texts = (distinct: number, rows: number): unknown =>
      guess(`X,Y\n${Array.from({ length: rows }, (_, i) => `team ${String(i % distinct)},1\n`).join('')}`);
    expect(texts(20, 21)).toEqual(['long', 'group', 'value']);
    expect(texts(21, 22)).toEqual(['long', 'none', 'value']);
    expect(texts(20, 20)).toEqual(['long', 'none', 'value']);
  });

  it('takes markers alone for no figures, and an empty column for nothing', () => {
    expect(guess('X,Y,Z\nc,,1\nc,,2\n')).toEqual(['long', 'group', 'none', 'value']);
  });

  it('gives a role that one column alone can have once', () => {
    expect(guess('From,To\nDerby,Leeds\n')).toEqual(['long', 'area-name', 'none']);
  });
});

describe('the first rows as a mapping reads them', () => {
  it('say of each row its figures, or why there are none', () => {
    const mapping = toMapping({ Place: 'area-name', When: 'period', Cases: 'value' });
    const sample = toSample('Place,When,Cases\nDerby,2025,3\nDerby,soon,4\nLeeds,2025,c\n');
    const [good, bad, ...rest] = tryMapping(mapping, sample, figures, 2);
    expect(good?.figures).toEqual([
      { indicator: 'Cases', group: '', area: 'Derby', period: '2025', value: { number: 3 } },
    ]);
    expect(bad).toMatchObject({ figures: [], problems: [expect.stringContaining('"soon" is not a period')] });
    expect(rest).toEqual([]);
  });
});

describe('the decimals of an indicator', () => {
  it('are the most that any of its groups is written with', async () => {
    const content = 'indicator,group,area,period,value\nMade up,all,Derby,2024,7.25\nMade up,fsm,Derby,2024,6\n';
    const [one] = await read([text('x.csv', content)]);
    expect(one?.reading?.indicators).toMatchObject([{ decimals: 2 }]);
  });
});

describe('an authority that has the name of an abolished one', () => {
  const warned = (line: number) => ({ code: 'two-of-one-name', line });

  it.each([
    [
      'tidy',
      'indicator,group,area,period,value\nabsence,all,Dorset,2017/18,7\nabsence,all,Dorset,2023/24,6\n',
      'absence',
    ],
    ['wide', 'group,area,2017/18,2023/24\nall,Dorset,7,6\n', 'wide:x'],
  ])('has its periods told apart by their end in a %s file without codes, with a warning', async (_, content, id) => {
    const [one] = await read([text('x.csv', content)]);
    expect(one?.problems).toContainEqual(expect.objectContaining(warned(2)));
    const series = one?.reading?.series.find(({ indicator }) => indicator === id);
    expect(series?.areas).toHaveLength(2);
  });

  it('gets no warning where every period is of its own time', async () => {
    const [one] = await read([text('x.csv', 'group,area,2022/23,2023/24\nall,Dorset,7,6\n')]);
    expect(one && codes(one)).not.toContain('two-of-one-name');
  });
});

describe('indicators told apart by filters', () => {
  it('name those for everybody, and the filters', async () => {
    const header = 'time_period,time_identifier,geographic_level,country_code,country_name,sex,sector,pupils';
    const row = (sex: string, sector: string): string =>
      `2025,Academic year,National,E92000001,England,${sex},${sector},5`;
    const rows = [row('Total', 'All schools'), row('Girls', 'All schools'), row('Total', 'Academies')];
    const [one] = await read([text('x.csv', [header, ...rows, ''].join('\n'))]);
    expect(one?.reading?.filters).toEqual(['sex', 'sector']);
    expect([...(one?.reading?.totals ?? [])]).toEqual(['ees:pupils | sex=Total; sector=All schools']);
  });
});
