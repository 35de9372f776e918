import { describe, expect, it } from 'vitest';
import { fingertips } from '../../src/ingest/formats/fingertips.ts';
import { cell, DERBY, ENGLAND, readOne, text } from '../fixtures/ingest/files.ts';

const COLUMNS = [
  'Indicator ID',
  'Indicator Name',
  'Area Code',
  'Area Name',
  'Sex',
  'Age',
  'Category Type',
  'Category',
  'Time period',
  'Value',
  'Lower CI 95.0 limit',
  'Upper CI 95.0 limit',
  'Count',
  'Denominator',
  'Value note',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number] | 'Recent Trend', string>>;

const USUAL: Row = {
  'Indicator ID': '7',
  'Indicator Name': 'Teeth',
  'Area Code': DERBY,
  'Area Name': 'Derby',
  Sex: 'Persons',
  Age: 'All ages',
  'Time period': '2023/24',
  Value: '5',
};

/** A file of rows that differ from the usual one as said. */
function toFile(rows: readonly Row[], columns: readonly string[] = COLUMNS) {
  const lines = rows.map((row) => {
    const cells: Readonly<Record<string, string>> = { ...USUAL, ...row };
    return columns.map((column) => cells[column] ?? '').join(',');
  });
  return text('x.csv', [columns.join(','), ...lines, ''].join('\n'));
}
const readRows = async (...rows: readonly Row[]) => (await readOne(toFile(rows))).reading;
const groupsOf = async (...rows: readonly Row[]): Promise<readonly string[]> =>
  (await readRows(...rows)).series.map(({ group }) => group);
const TEETH = 'fingertips:7';

describe('a row of Fingertips', () => {
  it('brings its limits, but for a limit of −1, and its count and denominator, which may be that', async () => {
    const full = {
      'Lower CI 95.0 limit': '4.5',
      'Upper CI 95.0 limit': '5.5',
      Count: '50',
      Denominator: '1000',
    };
    const none = { 'Lower CI 95.0 limit': '-1', 'Upper CI 95.0 limit': '-1', Count: '-1', Denominator: '-1' };
    const reading = await readRows(
      full,
      { 'Time period': '2022/23', ...none },
      { 'Time period': '2021/22', Value: '', ...full },
    );
    expect(cell(reading, TEETH, 'all', DERBY, '2023/24')).toEqual({
      number: 5,
      lower: 4.5,
      upper: 5.5,
      count: 50,
      denominator: 1000,
    });
    expect(cell(reading, TEETH, 'all', DERBY, '2022/23')).toEqual({ number: 5, count: -1, denominator: -1 });
    expect(cell(reading, TEETH, 'all', DERBY, '2021/22')).toEqual({ missing: 'not-published', marker: '' });
  });

  it('has its limits under the names that they had before', async () => {
    for (const [lower, upper] of [
      ['Lower CI limit', 'Upper CI limit'],
      ['Lower CI', 'Upper CI'],
    ] as const) {
      const columns = [...COLUMNS.slice(0, 10), lower, upper];
      const row: Readonly<Record<string, string>> = { [lower]: '4', [upper]: '6' };
      const { reading } = await readOne(toFile([row], columns));
      expect(cell(reading, TEETH, 'all', DERBY, '2023/24')).toEqual({ number: 5, lower: 4, upper: 6 });
    }
  });

  it.each(['Value note', 'Value notes'])('has its note told, each once with its first line: %s', async (column) => {
    const columns = [...COLUMNS.slice(0, 10), column];
    const note = (words: string, year: string): Row => ({ 'Time period': year, [column]: words });
    const rows = [note('', '2020'), note(' Rounded ', '2021'), note('Rounded', '2022'), note('Old', '2023')];
    const { problems } = await readOne(toFile(rows, columns));
    expect(problems.filter(({ code }) => code === 'value-note')).toMatchObject([
      { severity: 'note', message: 'The publisher notes: Rounded.', line: 3, column, count: 2 },
      { message: 'The publisher notes: Old.', line: 5, count: 1 },
    ]);
  });

  it('keeps its note, whether there is a number or a reason why there is none', async () => {
    const columns = [...COLUMNS.slice(0, 10), 'Value note'];
    const noted = (year: string, value: string, note: string): Row => ({
      'Time period': year,
      Value: value,
      'Value note': note,
    });
    const { reading } = await readOne(
      toFile(
        [
          noted('2020/21', '5', ' With caution '),
          noted('2021/22', '', 'Value suppressed for disclosure control due to small count'),
          noted('2022/23', '', 'Not presented'),
          noted('2023/24', '*', 'Too few'),
          noted('2024/25', '', ''),
        ],
        columns,
      ),
    );
    const at = (period: string): unknown => cell(reading, TEETH, 'all', DERBY, period);
    expect(at('2020/21')).toEqual({ number: 5, note: 'With caution' });
    expect(at('2021/22')).toMatchObject({ missing: 'suppressed', marker: '' });
    expect(at('2022/23')).toEqual({ missing: 'not-available', marker: '', note: 'Not presented' });
    expect(at('2023/24')).toEqual({ missing: 'suppressed', marker: '*', note: 'Too few' });
    expect(at('2024/25')).toEqual({ missing: 'not-published', marker: '' });
    expect(reading.markers).toEqual({ '': 3, '*': 1 });
  });

  it('is called by its number where it has no name', async () => {
    const [indicator] = (await readRows({ 'Indicator Name': ' ' })).indicators;
    expect(indicator).toMatchObject({
      id: TEETH,
      name: '7',
      shortName: '7',
      sourceId: '7',
      polarity: 'none',
      decimals: 1,
    });
  });

  it.each(['E07000001', 'E38000001', 'E54000001', 'W06000001', 'nE10'])(
    'of the area %s is left out or unknown',
    async (code) => {
      const { problems } = await readOne(toFile([{}, { 'Area Code': code, 'Area Name': 'Elsewhere' }]));
      expect(problems.map((problem) => [problem.code, problem.line, problem.count])).toEqual(
        code === 'nE10' ? [['unknown-area', 3, 1]] : [['other-level', 3, 1]],
      );
    },
  );

  it('is read of the country, its regions and every kind of authority', async () => {
    const codes = ['E92000001', 'E12000004', 'E13000001', 'E06000015', 'E08000035', 'E09000007', 'E10000003'];
    const { reading, problems } = await readOne(toFile(codes.map((code) => ({ 'Area Code': code, 'Area Name': '' }))));
    expect(problems).toEqual([]);
    expect(reading.observations).toBe(7);
  });

  it('without an area or a period is left out and said', async () => {
    const { problems } = await readOne(toFile([{}, { 'Area Code': '', 'Area Name': '' }, { 'Time period': 'soon' }]));
    expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['no-area', 3, undefined],
      ['impossible-period', 4, 'Time period'],
    ]);
  });

  it('may hold a marker that nobody knows, which is said', async () => {
    const { problems } = await readOne(toFile([{ Value: 'soon' }, { 'Area Code': ENGLAND }]));
    expect(problems).toMatchObject([{ code: 'marker-never-seen', line: 2, column: 'Value' }]);
  });
});

describe('the groups of Fingertips', () => {
  it('leave everybody in one: persons of all ages without a category', async () => {
    expect(await groupsOf({}, { Sex: 'Female' }, { Age: '<15 yrs' }, { Sex: ' Male ', Age: '5 yrs' })).toEqual([
      'all',
      'female',
      '15-yrs',
      'male-5-yrs',
    ]);
  });

  it('are none where there is one sex and one age only', async () => {
    expect(
      await groupsOf({ Sex: 'Female', Age: '15-44 yrs' }, { Sex: 'Female', Age: '15-44 yrs', 'Area Code': ENGLAND }),
    ).toEqual(['all']);
  });

  it('name every sex and age where none of several is the usual one', async () => {
    expect(await groupsOf({ Sex: 'Female', Age: '4 yrs' }, { Sex: 'Male', Age: '5 yrs' })).toEqual([
      'female-4-yrs',
      'male-5-yrs',
    ]);
  });

  it('are told by category and its type, and everybody by the rows without', async () => {
    const decile = { Category: 'Most deprived', 'Category Type': 'Deciles', Sex: 'Female' };
    const reading = await readRows({ Sex: 'Female', Category: ' ' }, decile, { ...decile, Sex: 'Persons' });
    expect(reading.series.map(({ group }) => group)).toEqual([
      'all',
      'most-deprived-deciles',
      'persons-most-deprived-deciles',
    ]);
    expect(reading.groups.map(({ name }) => name)).toEqual([
      'Most deprived, Deciles',
      'Persons, Most deprived, Deciles',
    ]);
  });

  it('are found of each indicator by itself', async () => {
    const reading = await readRows({ Sex: 'Female' }, { 'Indicator ID': '8', Sex: 'Male' });
    expect(reading.series.map(({ indicator, group }) => `${indicator} ${group}`)).toEqual([
      'fingertips:7 all',
      'fingertips:8 all',
    ]);
    expect(reading.indicators.map(({ groups }) => groups)).toEqual([['all'], ['all']]);
    expect(reading.groups).toEqual([]);
  });
});

describe('the labels of Fingertips', () => {
  const columns = [...COLUMNS, 'Recent Trend', 'Compared to England value or percentiles'];
  const labelled = (trend: string, period: string, area = DERBY as string): Row => ({
    'Recent Trend': trend,
    'Time period': period,
    'Area Code': area,
  });

  it('lie over the cells that they stand beside, the first row of a cell before others', async () => {
    const rows = [
      labelled('Up', '2023'),
      labelled('', '2022'),
      labelled('Down', '2022', ENGLAND),
      labelled('Down', '2023'),
      { ...labelled('Lost', '2021'), Value: '' },
    ];
    const { reading } = await readOne(toFile(rows, columns));
    const [series] = reading.series;
    expect(series?.periods.map(({ label }) => label)).toEqual(['2021', '2022', '2023']);
    expect(reading.labels).toEqual([
      {
        indicator: TEETH,
        group: 'all',
        kind: 'trend',
        column: 'Recent Trend',
        words: ['Up', 'Down'],
        // Derby, then England.
        marks: Uint8Array.of(0, 0, 1, 0, 2, 0),
      },
    ]);
  });

  it('of a hundred rows and more are kept', async () => {
    const rows = Array.from({ length: 150 }, (_, i) => labelled(i % 2 === 0 ? 'Up' : 'Down', String(1901 + i)));
    const { reading } = await readOne(toFile(rows, columns));
    expect(reading.labels?.[0]?.marks).toEqual(Uint8Array.from({ length: 150 }, (_, i) => 1 + (i % 2)));
  });

  it('are no more than 255 different ones', async () => {
    const rows = Array.from({ length: 150 }, (_, i) => [
      labelled(`a${String(i)}`, String(1901 + i)),
      labelled(`b${String(i)}`, String(1901 + i), ENGLAND),
    ]).flat();
    const { reading } = await readOne(toFile(rows, columns));
    expect(reading.labels?.[0]?.words).toHaveLength(255);
    const marks = reading.labels?.[0]?.marks ?? [];
    // The 256th word stands at England's 128th period.
    expect([...marks].filter((mark) => mark === 0)).toHaveLength(45);
    expect([marks[127], marks[150 + 126], marks[150 + 127]]).toEqual([255, 254, 0]);
  });
});

it('Fingertips is told by six of its columns', () => {
  const signs = ['Indicator ID', 'Area Code', 'Sex', 'Age', 'Time period', 'Value'];
  const recognise = (header: readonly string[]): unknown =>
    fingertips.recognise({ fileName: 'x.csv', header, headerLine: 1, rows: [] });
  expect(recognise(signs)).toEqual({ family: 'fingertips', confidence: 1, because: signs.join(', ') });
  for (const left of signs) expect(recognise(signs.filter((name) => name !== left))).toBeUndefined();
});
