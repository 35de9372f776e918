import { describe, expect, it } from 'vitest';
import { AreaList } from '../../src/domain/area.ts';
import { ProblemLog } from '../../src/domain/problem.ts';
import { SeriesBuilder } from '../../src/domain/series-builder.ts';
import { AreasInFile } from '../../src/ingest/areas-in-file.ts';

const toRow = (area_code: string, la_number: string, name: string, valid_to = ''): AreaList['rows'][number] => ({
  area_code,
  la_number,
  name,
  level: 'local-authority',
  parent_code: '',
  valid_from: '',
  valid_to,
  successor_codes: '',
});
const areas = new AreaList([
  toRow('E06000015', '831', 'Derby'),
  toRow('E06000016', '856', 'Leicester'),
  toRow('E06000017', '857', 'Rutland'),
  toRow('E06000059', '838', 'Dorset'),
  toRow('E10000009', '835', 'Dorset', '2019-03-31'),
  toRow('E10000021', '928', 'Northamptonshire', '2021-03-31'),
  toRow('E06000099', '899', 'Leicester and Rutland'),
]);

type Row = readonly [number: string, code: string, name: string, level?: string, end?: string];

/** The code that each row is kept under ('' where it names none), and what is said in the end. */
function look(...rows: readonly Row[]): { codes: readonly string[]; said: readonly string[] } {
  const builder = new SeriesBuilder();
  const inFile = new AreasInFile(areas, builder);
  const codes = rows.map(([number, code, name, level = '', end], i) => {
    const index = inFile.toIndex(number, code, name, level, i + 2, end);
    return index < 0 ? '' : (builder.areas[index] ?? 'none');
  });
  const log = new ProblemLog();
  inFile.report(log);
  return {
    codes,
    said: log.all.map(
      ({ severity, code, line, count, message }) => `${severity} ${code} ${String(line)} ×${String(count)}: ${message}`,
    ),
  };
}

const unknown = (words: string, line = 2, count = 1): string =>
  `warning unknown-area ${String(line)} ×${String(count)}: "${words}" is none of the areas in the list; its figures are kept under that name and compared with nobody. If it is an authority under another name, correct the name or add its code, and load the file again.`;
const joint = (words: string): string =>
  `note joint-area 2 ×1: "${words}" is several authorities in one row; it is kept as an area of its own and given to none of them.`;

describe('the area of a row', () => {
  it.each<readonly [string, Row]>([
    ['its number', ['831', '', '']],
    ['its code', ['', 'E06000015', '']],
    ['its name', ['', '', ' derby ']],
    ['a number in the column of names', ['', '', '831']],
    ['a code in the column of names', ['', '', 'E06000015']],
    ['its name beside a placeholder for its code', ['z', 'n/a', 'Derby']],
  ])('is found by %s', (_, row) => {
    expect(look(row)).toEqual({ codes: ['E06000015'], said: [] });
  });

  it.each(['z', 'X', ':', '-', 'n/a', 'NA', 'null'])('has no code where the file writes %s for it', (placeholder) => {
    expect(look([placeholder, placeholder, 'Derby']).codes).toEqual(['E06000015']);
  });

  it('is none where nothing names it', () => {
    expect(look(['', '', ''], [' ', '', ''], ['', '', '  '])).toEqual({ codes: ['', '', ''], said: [] });
  });

  it('that nobody knows is kept under its code, else its number, else its name', () => {
    expect(look(['999', 'X1', 'Nowhere'], ['999', '', 'Nowhere'], ['', '', 'Nowhere'])).toEqual({
      codes: ['X1', '999', 'Nowhere'],
      said: [unknown('Nowhere', 2, 3)],
    });
    expect(look(['', 'X1', '']).said).toEqual([unknown('X1')]);
    expect(look(['999', '', '']).said).toEqual([unknown('999')]);
  });

  it('that nobody knows is told with its first line and how many rows it has', () => {
    expect(look(['', '', 'Derby'], ['', '', 'Nowhere'], ['', '', 'Derby'], ['', '', 'Nowhere']).said).toEqual([
      unknown('Nowhere', 3, 2),
    ]);
  });

  it('that nobody knows stays apart from a region of its name', () => {
    const rows: Row[] = [
      ['', '', 'Nowhere', 'Local authority'],
      ['', '', 'Nowhere', 'local-authority'],
      ['', '', 'Nowhere', 'Region'],
    ];
    expect(look(...rows).codes).toEqual(['Nowhere', 'Nowhere', 'Nowhere (Region)']);
  });
});

describe('several authorities in one row', () => {
  it.each<readonly [Row, string]>([
    [['', 'E06000015 / E06000016', 'Both'], 'E06000015 / E06000016'],
    [['831, 856', '', 'Both'], '831, 856'],
    [['831, 856', 'E06000015', 'Both'], '831, 856'],
    [['831, 856', 'X1', 'Both'], 'X1'],
    [['', '831/856', 'Both'], '831/856'],
  ])('are known by their codes: %j', (row, code) => {
    expect(look(row)).toEqual({ codes: [code], said: [joint('Both')] });
  });

  it.each([
    'Derby and Leicester',
    'Derby & Leicester',
    'Derby / Leicester',
    'Derby/Leicester',
    'Derby with Rutland',
    'Derby WITH Rutland',
    'Derby AND Leicester',
    'Derby&Leicester',
    'Derby, Rutland',
  ])('are known by their names: %s', (name) => {
    expect(look(['', '', name])).toEqual({ codes: [name], said: [joint(name)] });
  });

  it('are none where the numbers have more than three digits, or there is one of them', () => {
    expect(look(['8311 / 8567', '', 'Both']).said).toEqual([unknown('Both')]);
    expect(look(['1831 / 1856', '', 'Both']).said).toEqual([unknown('Both')]);
    expect(look(['831 / none', '', 'Both']).said).toEqual([unknown('Both')]);
    expect(look(['', 'E0600001 / E0600002', 'Both']).said).toEqual([unknown('Both')]);
  });

  it('are one where both names together are those of an area', () => {
    expect(look(['', '', 'Leicester and Rutland'])).toEqual({ codes: ['E06000099'], said: [] });
  });

  it('are none where one of the names is not known', () => {
    expect(look(['', '', 'Derby and Nowhere']).said).toEqual([unknown('Derby and Nowhere')]);
  });
});

describe('a name that two authorities had', () => {
  it('is of the one of its time, and said once a row is that old', () => {
    const old = (until: string): Row => ['', '', 'Dorset', '', until];
    expect(look(old('2020-03-31'))).toEqual({ codes: ['E06000059'], said: [] });
    expect(look(old('2019-03-31'), old('2019-04-01'))).toEqual({
      codes: ['E10000009', 'E06000059'],
      said: [
        `warning two-of-one-name 2 ×2: "Dorset" was the name of another authority (E10000009) until 2019-03-31, and the file gives no code: periods that ended by then were given to that one, later ones to today's. Add the codes if that is wrong.`,
      ],
    });
  });

  it('is of the one whose code or number stands beside it, however old the row is', () => {
    expect(look(['', 'E06000059', 'Dorset', '', '2010-03-31'])).toEqual({ codes: ['E06000059'], said: [] });
    expect(look(['838', '', 'Dorset', '', '2010-03-31'])).toEqual({ codes: ['E06000059'], said: [] });
  });
});

describe('an area that is not what it seems', () => {
  it('has a number and a code that disagree: the number is followed', () => {
    expect(look(['831', 'E06000016', 'Derby'])).toEqual({
      codes: ['E06000015'],
      said: [
        "warning area-disagrees 2 ×1: The row says both Derby (number 831) and Leicester (code E06000016); the DfE number was followed. Check the file's area columns.",
      ],
    });
  });

  it('is no more: said once for all of them, by name', () => {
    const rows: Row[] = [
      ['928', '', ''],
      ['', 'E10000009', ''],
      ['', 'E10000021', ''],
    ];
    expect(look(...rows)).toEqual({
      codes: ['E10000021', 'E10000009', 'E10000021'],
      said: [
        'note abolished-area undefined ×2: Dorset, Northamptonshire: no longer exist; kept as history under their own codes, added to no successor.',
      ],
    });
    expect(look(['928', '', '']).said).toEqual([
      'note abolished-area undefined ×1: Northamptonshire: no longer exists; kept as history under its own code, added to no successor.',
    ]);
  });
});
