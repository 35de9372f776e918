import { describe, expect, it } from 'vitest';
import { ProblemLog } from '../../src/domain/problem.ts';
import { findLayout, type Layout } from '../../src/ingest/layout.ts';
import { countFilled, isNumeric } from '../../src/ingest/line.ts';
import { RowFilter } from '../../src/ingest/rows.ts';

/** The layout of records written with commas, the first of them on line 1. */
const layoutOf = (...records: readonly string[]): Layout =>
  findLayout(records.map((record, i) => ({ line: i + 1, cells: record === '' ? [''] : record.split(',') })));

const said = ({ problems }: Layout): readonly string[] =>
  problems.map(({ severity, code, line, message }) => `${severity} ${code} ${String(line)}: ${message}`);

describe('a cell', () => {
  it.each(['1', '-1', '+1', '–1', '−1', '£5', '$ 5', '€5', '1,234', '1.5', '1e6', '1.5E-3', '12%', ' 7 '])(
    '%j is a number',
    (cell) => {
      expect(isNumeric(cell)).toBe(true);
    },
  );

  it.each(['', 'c', '1 2', '1.', '.5', 'e5', '5 %', '1-2', 'x1', '£'])('%j is none', (cell) => {
    expect(isNumeric(cell)).toBe(false);
  });

  it('of spaces is not filled', () => {
    expect(countFilled(['a', '', ' ', 'b '])).toBe(2);
  });
});

describe('the header', () => {
  it.each([
    ['is the first line', ['area,value', 'Derby,1'], 1, 1, []],
    ['stands under a title', ['Title,', 'area,value', 'Derby,1', 'Leeds,2'], 2, 2, [1]],
    [
      'stands under a title and a blank line',
      ['Title', '', 'area,period,value', 'Derby,2024,1', 'Leeds,2024,2'],
      3,
      3,
      [1],
    ],
    [
      'is not a line of two cells above a blank one',
      ['Table 1,2024', '', 'area,value', 'Derby,1', 'Leeds,2'],
      3,
      3,
      [1],
    ],
    ['of five fields fills three', ['a,b,,,', 'a,b,c,,', 'x,1,2,3,4', 'y,1,2,3,4'], 2, 2, [1]],
    ['of four fields fills three', ['a,b,,', 'a,b,c,', 'x,1,2,3', 'y,1,2,3'], 2, 2, [1]],
    ['of one field fills it', ['name', 'Derby', 'Leeds'], 1, 1, []],
    ['may be the last line', ['area,value'], 1, 1, []],
    ['may be the last line under a title', ['Title', '', 'area,period,value'], 3, 3, [1]],
  ])('%s', (_, records, headerLine, firstRow, preamble) => {
    const layout = layoutOf(...records);
    expect([layout.headerLine, layout.firstRow]).toEqual([headerLine, firstRow]);
    expect(layout.preamble.map(({ line }) => line)).toEqual(preamble);
    expect(said(layout)).toEqual([]);
  });

  it('has its names without the spaces around them', () => {
    expect(layoutOf(' area , value ', 'Derby,1').header).toEqual(['area', 'value']);
  });

  it('is missing where the first line holds an area code or plain numbers', () => {
    const missing = (example: string, line = 1): string =>
      `warning no-header ${String(line)}: Line ${String(line)} is the first of the table and holds values such as “${example}” where the names of the columns were expected. The columns are called “column 1” onwards; add a first line with their names.`;
    const coded = layoutOf('E06000015,c', 'E06000016,5', 'E06000017,6');
    expect(coded).toMatchObject({ header: ['column 1', 'column 2'], headerLine: 0, firstRow: 0, fields: 2 });
    expect(said(coded)).toEqual([missing('E06000015')]);
    expect(said(layoutOf(' E06000015 ,c', 'E06000016,5', 'E06000017,6'))).toEqual([missing('E06000015')]);
    expect(said(layoutOf('Derby,5.5', 'Leeds,6', 'York,7'))).toEqual([missing('5.5')]);
    expect(said(layoutOf('Title', '', 'Derby,1,5.5', 'Leeds,1,6', 'York,1,7'))).toEqual([missing('1', 3)]);
  });

  it.each(['2024', '202425', '2024/25', '2024-25', '2023-2024'])('may have the year %s for a name', (year) => {
    expect(layoutOf(`area,${year}`, 'Derby,5', 'Leeds,6').headerLine).toBe(1);
  });

  it.each(['1800', '20245', '2024.5'])('has no such name as %s', (number) => {
    expect(layoutOf(`area,${number}`, 'Derby,5', 'Leeds,6').headerLine).toBe(0);
  });

  it('is there where half of the columns of numbers do not begin with one', () => {
    expect(layoutOf('area,a,b,5', 'Derby,1,2,3', 'Leeds,1,2,3').headerLine).toBe(1);
    expect(layoutOf('area,a,5,6', 'Derby,1,2,3', 'Leeds,1,2,3').headerLine).toBe(0);
  });

  it('says of each column whether six in ten of its cells are numbers', () => {
    const rows = ['Derby,1,1,c', 'Leeds,2,2,', 'York,3,3,', 'Hull,c,4,', 'Bath,c,,'];
    expect(layoutOf('area,a,b,d', ...rows).numeric).toEqual([false, true, true, false]);
    expect(layoutOf('area,a', 'Derby,1', 'Leeds,c').numeric).toEqual([false, false]);
  });
});

describe('names of columns', () => {
  it('that are too few are made up, and said with both numbers', () => {
    const layout = layoutOf('area,period,a', 'Derby,2024,5,6,7', 'Leeds,2024,7,8,9');
    expect(layout.header).toEqual(['area', 'period', 'a', 'column 4', 'column 5']);
    expect(said(layout)).toEqual([
      'warning header-short 1: The header on line 1 names 3 columns but rows have 5 fields; the last are called “column 4” onwards. Check that each name stands over its own column.',
    ]);
  });

  it('suffice where nothing stands past the last of them', () => {
    const layout = layoutOf('area,value', 'Derby,1,', 'Leeds,2,');
    expect([layout.header, layout.fields, said(layout)]).toEqual([['area', 'value'], 2, []]);
  });

  it('that are empty past the last field are none', () => {
    const layout = layoutOf('area,value,,', 'Derby,1', 'Leeds,2');
    expect([layout.header, layout.fields, said(layout)]).toEqual([['area', 'value'], 2, []]);
  });

  it('that stand twice are said with their places, and the others counted', () => {
    const twice = (others: string, at = '2, 3'): string =>
      `warning duplicate-header 1: The header names “b” in columns ${at}${others}; names should differ. Columns are told apart by their place; rename them if values end up in the wrong one.`;
    expect(said(layoutOf('a,b,b', 'x,1,2'))).toEqual([twice('')]);
    expect(said(layoutOf('a,b,b,b', 'x,1,2,3'))).toEqual([twice('', '2, 3, 4')]);
    expect(said(layoutOf('a,b,b,c,c', 'x,1,2,3,4'))).toEqual([twice(' (and 1 more name)')]);
    expect(said(layoutOf('a,b,b,c,c,d,d', 'x,1,2,3,4,5,6'))).toEqual([twice(' (and 2 more names)')]);
    expect(said(layoutOf('a,,,b', 'x,1,2,3'))).toEqual([]);
  });

  it('over two lines are joined, the upper one reaching to the next', () => {
    const layout = layoutOf(
      'Title',
      '',
      ',2023,,2024,',
      'area,number,rate,number,rate',
      'Derby,1,2,3,4',
      'Leeds,1,2,3,4',
    );
    expect(layout.header).toEqual(['area', '2023 number', '2023 rate', '2024 number', '2024 rate']);
    expect(layout).toMatchObject({ headerLine: 4, firstRow: 4, fields: 5 });
    expect(layout.preamble.map(({ line }) => line)).toEqual([1]);
    expect(said(layout)).toEqual([
      'note two-line-header 4: Names of columns stand on lines 3 and 4; they are joined, as in “2024 rate”.',
    ]);
  });

  it('are as many as the first three rows have fields, whatever most of the others have', () => {
    const rows = (...fields: readonly number[]): string[] => fields.map((count) => `x${',1'.repeat(count - 1)}`);
    expect(layoutOf('area,a,b', ...rows(3, 3, 3, 4, 4, 4, 4))).toMatchObject({ fields: 3, problems: [] });
    expect(said(layoutOf('area,a,b', ...rows(3, 3, 4, 4, 4)))).toEqual([
      'warning header-short 1: The header on line 1 names 3 columns but rows have 4 fields; the last are called “column 4” onwards. Check that each name stands over its own column.',
    ]);
    expect(layoutOf('area,a,b', ...rows(3, 3, 4, 4))).toMatchObject({ fields: 3, problems: [] });
    expect(layoutOf('area,a,b', ...rows(4, 3, 3, 4, 4))).toMatchObject({ fields: 4 });
  });

  it('are not joined with a first row of figures', () => {
    expect(layoutOf('area,2023,,2024,', 'Derby,1,2,3,4', 'Leeds,1,2,3,4').headerLine).toBe(1);
  });
});

describe('the end of a table', () => {
  /** What becomes of the lines below "area,period,value": rows taken, notes kept, problems said. */
  function filter(lines: readonly string[]): {
    rows: readonly number[];
    notes: readonly number[];
    said: readonly string[];
  } {
    const layout = layoutOf('area,period,value', 'Derby,2024,5', 'Leeds,2024,6', 'York,2024,7');
    const rows: number[] = [];
    const log = new ProblemLog();
    const rowFilter = new RowFilter(layout, ',', { push: (_, line) => rows.push(line) }, log);
    lines.forEach((line, i) => {
      rowFilter.take(line === '' ? [''] : line.split(','), i + 2);
    });
    rowFilter.finish();
    return { rows, notes: rowFilter.notes.map(({ line }) => line), said: log.all.map(({ message }) => message) };
  }

  it.each([
    'Note: rounded',
    'Notes',
    'Source: DfE',
    'sources',
    '© Crown',
    '(c) DfE',
    'Crown copyright 2024',
    'Footnotes',
    'footnote 1',
    'Key',
    '* rounded',
    '† rounded',
    '[1] rounded',
    '(a) rounded',
    '1. rounded',
    '2) rounded',
    'Figures of all the areas',
  ])('is a note: %s', (note) => {
    expect(filter(['Derby,2024,5', note])).toEqual({ rows: [2], notes: [3], said: [] });
  });

  it.each(['Notable', 'Sourced', 'Keynes', '1.5', 'Bath'])('is no note right under a row: %s', (text) => {
    expect(filter(['Derby,2024,5', text])).toEqual({
      rows: [2, 3],
      notes: [],
      said: [
        'Line 3 has 1 field where 3 were expected; the missing ones at its end are taken as empty. Check that the line is whole.',
      ],
    });
  });

  it('after a blank line any single text is a note, and a number is a row', () => {
    expect(filter(['Derby,2024,5', '', 'Bath'])).toMatchObject({ rows: [2], notes: [4] });
    expect(filter(['Derby,2024,5', '', '1.5'])).toMatchObject({ rows: [2, 4], notes: [] });
  });

  it('after a row that followed a blank line, a single text is a row again', () => {
    expect(filter(['Derby,2024,5', '', 'Leeds,2024,6', 'Bath'])).toMatchObject({ rows: [2, 4, 5], notes: [] });
  });

  it('a whole row is no note, whatever it begins with', () => {
    expect(filter(['Derby,2024,5', '', 'Key,2024,6'])).toMatchObject({ rows: [2, 4], notes: [] });
  });

  it('a heading between rows is left out and said', () => {
    expect(filter(['Derby,2024,5', 'Notes on London', 'Leeds,2024,6'])).toEqual({
      rows: [2, 4],
      notes: [],
      said: [
        'Line 3 stands among the rows but holds only “Notes on London”; it is taken for a heading or a note and left out.',
      ],
    });
  });

  it('of a single column ends with a blank line and a sentence', () => {
    const layout = layoutOf('name', 'Derby', 'Leeds');
    const rows: number[] = [];
    const names = new RowFilter(layout, ',', { push: (_, line) => rows.push(line) }, new ProblemLog());
    ['Derby', 'Figures of all the areas', '', 'York', '', 'Figures of all the areas'].forEach((name, i) => {
      names.take([name], i + 2);
    });
    names.finish();
    expect(rows).toEqual([2, 3, 5]);
    expect(names.notes.map(({ line }) => line)).toEqual([7]);
  });

  it('the header again is left out and said once with its count', () => {
    expect(filter(['Derby,2024,5', 'area,period,value', 'Leeds,2024,6'])).toEqual({
      rows: [2, 4],
      notes: [],
      said: ['Line 3 repeats the header; it is no row and is left out.'],
    });
  });

  it.each([
    [['area,period,rate', 'Bath,2024,6'], 'words over the numbers'],
    [['area, 2024 ,rate', 'Bath,2024,6'], 'words over some of the numbers, and a year'],
    [['region,rate', 'East,6'], 'another number of columns'],
  ])('a second table ends it: %j, by %s', (lines) => {
    expect(filter(['Derby,2024,5', '', ...lines])).toEqual({
      rows: [2],
      notes: [],
      said: [
        'Line 4 begins a second table. Only the first is read: save the other as a file of its own and load that too.',
      ],
    });
  });

  it('a row of markers, or of numbers, after a blank line goes on with it', () => {
    expect(filter(['Derby,2024,5', '', 'Bath,2024,c'])).toMatchObject({ rows: [2, 4], said: [] });
    expect(filter(['Derby,2024,5', '', 'Bath,2024,6'])).toMatchObject({ rows: [2, 4], said: [] });
    expect(filter(['Derby,2024,5', '', 'Bath,12345,rate'])).toMatchObject({ rows: [2, 4], said: [] });
  });

  it.each([
    ['Leeds;2024;6', true],
    ['Leeds\t2024\t6', true],
    ['Leeds|2024|6', true],
    ['Leeds;2024', false],
  ])('a line of another delimiter is read by its own: %j, %s', (line, isRead) => {
    expect(filter(['Derby,2024,5', line, 'York,2024,7']).said.map((message) => message.slice(0, 45))).toEqual([
      isRead ? 'Line 3 has another delimiter than the rest; i' : 'Line 3 has 1 field where 3 were expected; the',
    ]);
  });

  it('a line of two cells, and a row of a sheet, have no delimiter of their own', () => {
    const read = (delimiter: string | undefined, header: string, line: string): readonly string[] => {
      const log = new ProblemLog();
      const filter = new RowFilter(
        layoutOf(header, 'Derby,5,6', 'York,7,8'),
        delimiter,
        { push: () => undefined },
        log,
      );
      filter.take([line], 2);
      return log.all.map(({ code }) => code);
    };
    expect(read(',', 'area,a,b', 'Leeds;2;3')).toEqual(['other-delimiter']);
    expect(read(undefined, 'area,a,b', 'Leeds;2;3')).toEqual([]);
    expect(read(',', 'area,a,b', 'Leeds,2,3')).toEqual(['short-row']);
    const two = new ProblemLog();
    const filter = new RowFilter(layoutOf('area,a', 'Derby,5', 'York,7'), ',', { push: () => undefined }, two);
    filter.take(['Leeds;2'], 2);
    expect(two.all.map(({ code }) => code)).toEqual(['short-row']);
  });

  it.each([
    ['York,2024,1,234', [2, 3]],
    ['York,2024,-1,234.5', [2, 3]],
    ['York,2024,0,234', [2]],
    ['York,2024,1234,567', [2]],
    ['York,2024,1,23', [2]],
    ['1,234,2024,5', [2, 3]],
    ['York,1,234,5', [2, 3]],
    ['York,1,234,567', [2]],
  ])('a number that its comma has torn apart, or not: %s', (line, rows) => {
    expect(filter(['Derby,2024,5', line]).rows).toEqual(rows);
  });
});
