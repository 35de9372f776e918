import { describe, expect, it } from 'vitest';
import { read, said } from '../fixtures/table/reading.ts';

describe('rows that do not fit', () => {
  it('a short row is filled up and said', async () => {
    const result = await read('area,period,value\nDerby,2023,1\nLeeds,2023\nYork,2023,3\n');
    expect(result.table[1]).toEqual(['Leeds', '2023', '']);
    expect(said(result)).toEqual([
      'warning: Line 3 has 2 fields where 3 were expected; the missing ones at its end are taken as empty. Check that the line is whole.',
    ]);
  });

  it('a long row is left out, for its values may be shifted, and handed on as a misfit', async () => {
    const result = await read(
      'area,period,value\nDerby,2023,1\nKingston, upon Hull,2023,2\nYork,2023,3\nYork,2023,4,5\n',
    );
    expect(result.table.map(([area]) => area)).toEqual(['Derby', 'York']);
    expect(result.misfits).toEqual([
      ['Kingston', ' upon Hull', '2023', '2'],
      ['York', '2023', '4', '5'],
    ]);
    expect(result.problems).toMatchObject([{ severity: 'warning', code: 'long-row', line: 3, count: 2 }]);
    expect(said(result)[0]).toBe(
      'warning: Line 3 has 4 fields where 3 were expected, so its values may stand in the wrong columns; the row is left out. Look for an unquoted comma, such as 1,234, and put the cell in quotes.',
    );
  });

  it('a number torn apart by its thousands comma is put together again', async () => {
    const result = await read('area,note,pupils\nDerby,x,950\nLeeds,y,1,234\nYork,z,870\n');
    expect(result.table[1]).toEqual(['Leeds', 'y', '1,234']);
    expect(result.problems).toMatchObject([{ code: 'torn-number', line: 3 }]);
  });

  it('a number that may have been torn in two places is not guessed at', async () => {
    const result = await read('area,pupils,staff\nDerby,950,120\nLeeds,1,234,567\nYork,870,110\n');
    expect(result.rows).toBe(2);
    expect(result.problems).toMatchObject([{ code: 'long-row', line: 3 }]);
  });

  it('empty fields past the last column are nothing to speak of', async () => {
    const result = await read('area,value\nDerby,1,,\nLeeds,2,,\n');
    expect(result.table).toEqual([
      ['Derby', '1'],
      ['Leeds', '2'],
    ]);
    expect(result.problems).toEqual([]);
  });

  it('a header with one name more than rows have fields is said, and rows are left as they are', async () => {
    const result = await read('area,sex,period,value\nDerby,2023,1\nLeeds,2023,2\n');
    expect(result.header).toHaveLength(4);
    expect(result.shape?.fields).toBe(3);
    expect(result.table[0]).toEqual(['Derby', '2023', '1']);
    expect(said(result)).toEqual([
      'warning: The header on line 1 names 4 columns but rows have 3 fields, so some name stands over no column of its own and which one cannot be told from the rows. Check that each name stands over its own column.',
    ]);
  });

  it('a header with fewer names than rows have fields gets the missing ones', async () => {
    const result = await read('area,period\nDerby,2023,1\nLeeds,2023,2\n');
    expect(result.header).toEqual(['area', 'period', 'column 3']);
    expect(result.table[0]).toEqual(['Derby', '2023', '1']);
    expect(result.problems).toMatchObject([{ code: 'header-short', line: 1 }]);
  });

  it('names that stand in the header twice are said with their columns', async () => {
    const result = await read('area,value,value,note,note\nDerby,1,2,x,y\n');
    expect(said(result)).toEqual([
      'warning: The header names “value” in columns 2, 3 (and 1 more name); names should differ. Columns are told apart by their place; rename them if values end up in the wrong one.',
    ]);
  });
});

describe('what stands around a table', () => {
  it('title and blank lines above the header are no part of it', async () => {
    const result = await read(
      'Children looked after,,\nYear ending 31 March 2024,,\n\narea,period,value\nDerby,2024,1\n',
    );
    expect(result.header).toEqual(['area', 'period', 'value']);
    expect(result.shape?.headerLine).toBe(4);
    expect(result.shape?.preamble.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'Children looked after'],
      [2, 'Year ending 31 March 2024'],
    ]);
    expect(result.table).toEqual([['Derby', '2024', '1']]);
    expect(result.lines).toEqual([5]);
    expect(result.problems).toEqual([]);
  });

  it('names over two lines, the upper one merged, are joined', async () => {
    const result = await read(
      ',,2023,,2024,\narea,note,number,rate,number,rate\nDerby,x,10,1.5,11,1.6\nLeeds,y,20,2.5,c,c\n',
    );
    expect(result.header).toEqual(['area', 'note', '2023 number', '2023 rate', '2024 number', '2024 rate']);
    expect(result.shape?.headerLine).toBe(2);
    expect(result.lines).toEqual([3, 4]);
    expect(said(result)).toEqual([
      'note: Names of columns stand on lines 1 and 2; they are joined, as in “2024 rate”.',
    ]);
  });

  it('a first row of markers is no second line of names', async () => {
    const result = await read('area,value,value\nDerby,c,c\nLeeds,1,2\nYork,3,4\n');
    expect(result.table[0]).toEqual(['Derby', 'c', 'c']);
  });

  it('the larger of two tables is not preferred to the first', async () => {
    const wide = Array.from({ length: 9 }, (_, i) => `name ${String(i)}`).join(',');
    const result = await read(
      `area,period,value\nDerby,2024,1\nLeeds,2024,2\n\n${wide}\n${'1,2,3,4,5,6,7,8,9\n'.repeat(20)}`,
    );
    expect(result.header).toEqual(['area', 'period', 'value']);
    expect(result.rows).toBe(2);
    expect(result.problems).toMatchObject([{ code: 'second-table', line: 5 }]);
  });

  it('notes under the table are no rows', async () => {
    const result = await read(
      'area,period,value\nDerby,2024,1\nLeeds,2024,c\n\nc: suppressed\n"Source: Department for Education, 2024"\n1. Figures are rounded, see the guide\n',
    );
    expect(result.rows).toBe(2);
    expect(result.notes.map(({ line }) => line)).toEqual([5, 6, 7]);
    expect(result.problems).toEqual([]);
  });

  it('a last row with nothing but its name is a row', async () => {
    const result = await read('area,2022,2023\nDerby,1,2\nIsles of Scilly,,\n');
    expect(result.table.at(-1)).toEqual(['Isles of Scilly', '', '']);
    expect(result.notes).toEqual([]);
  });

  it('blank rows between rows are skipped', async () => {
    const result = await read('area,value\nDerby,1\n\n,\nLeeds,2\n');
    expect(result.lines).toEqual([2, 5]);
    expect(result.problems).toEqual([]);
  });

  it('of two tables in one sheet the first is read, and the other said', async () => {
    const result = await read(
      'area,period,value\nDerby,2024,1\nLeeds,2024,2\n\nTable 2\nregion,period,value\nEast Midlands,2024,3\n',
    );
    expect(result.table.map(([area]) => area)).toEqual(['Derby', 'Leeds']);
    expect(said(result)).toEqual([
      'warning: Line 6 begins a second table. Only the first is read: save the other as a file of its own and load that too.',
    ]);
  });

  it('a header that is repeated between rows is no row', async () => {
    const result = await read('area,value\nDerby,1\narea,value\nLeeds,2\n');
    expect(result.table).toEqual([
      ['Derby', '1'],
      ['Leeds', '2'],
    ]);
    expect(result.problems).toMatchObject([{ severity: 'note', code: 'repeated-header', line: 3 }]);
  });
});

describe('blank lines', () => {
  const LINES = [
    'A title',
    'name,period,value',
    'Derby,2023,1',
    'Leeds,2023,not published',
    'York,2023,c',
    'Bath,2023,4',
    'Hull,2023,5',
    'Kent,2023,6',
  ];

  it.each([
    ['\n\n', 15],
    ['\r\r\n', 15],
    ['\n\n\n', 22],
  ])('between all records divide nothing: %j', async (between, lastLine) => {
    const plain = await read(LINES.join('\n'));
    const spaced = await read(LINES.join(between));
    expect(spaced.header).toEqual(['name', 'period', 'value']);
    expect(spaced.table).toHaveLength(6);
    expect(spaced.table).toEqual(plain.table);
    expect(spaced.shape?.preamble.map(({ cells }) => cells[0])).toEqual(['A title']);
    expect(spaced.problems).toEqual([]);
    expect(spaced.lines.at(-1)).toBe(lastLine);
  });

  it.each([
    ['\n', 2],
    ['\n\n\n', 4],
    ['A title\n\n', 3],
  ])('may stand between the names and the rows, after %j', async (before, line) => {
    const result = await read(`${before}area,period,value\n\nDerby,2023,1\nLeeds,2023,2\nYork,2023,3\n`);
    expect(result.header).toEqual(['area', 'period', 'value']);
    expect(result.shape?.headerLine).toBe(line);
    expect(result.table.map(([area]) => area)).toEqual(['Derby', 'Leeds', 'York']);
    expect(result.problems).toEqual([]);
  });

  it('set what is said of a table apart from it, word by word though it fills several columns', async () => {
    const result = await read('Area:,Derby,\nYear:,2023,\n,,\nschool,pupils,absent\nAbbey,10,2\nBrook,20,3\n');
    expect(result.header).toEqual(['school', 'pupils', 'absent']);
    expect(result.table).toHaveLength(2);
    expect(result.shape?.preamble.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['Area:', 'Derby'],
      ['Year:', '2023'],
    ]);
  });

  it('pass over no table, however short', async () => {
    const result = await read('school,pupils,absent\nAbbey,10,2\n\narea,period,rate\nDerby,2023,1\nLeeds,2023,2\n');
    expect(result.table).toEqual([['Abbey', '10', '2']]);
    expect(result.problems).toMatchObject([{ code: 'second-table', line: 4 }]);
  });

  it('a record above one is no header of rows with another number of fields, or where it holds figures', async () => {
    for (const above of ['All children,2023', 'Bath,2023,9', ',period,value']) {
      const result = await read(`${above}\n\nDerby,2023,1\nLeeds,2023,2\nYork,2023,3\n`);
      expect(result.header).toEqual(['column 1', 'column 2', 'column 3']);
      expect(result.problems).toMatchObject([{ code: 'no-header' }]);
    }
  });
});
