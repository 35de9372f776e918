import { describe, expect, it } from 'vitest';
import { latin, read, said, toBytes, toCodes, toUtf16 } from '../fixtures/table/reading.ts';

const PLAIN = 'area,period,value\nDerby,2023,7.1\nDerby,2024,7.6\nBristol,2024,5.2\n';
const PLAIN_ROWS = [
  ['Derby', '2023', '7.1'],
  ['Derby', '2024', '7.6'],
  ['Bristol', '2024', '5.2'],
];

describe('encodings', () => {
  it('a file in Windows-1252 is read, its pound signs and dashes too', async () => {
    const result = await read(latin('area,spend\nC\xf4te,\xa35\nDerby,5\x9610\n'));
    expect(result.shape?.encoding).toBe('windows-1252');
    expect(result.table).toEqual([
      ['Côte', '£5'],
      ['Derby', '5–10'],
    ]);
    expect(result.problems).toEqual([]);
  });

  it.each([
    ['utf-16le', true, '\uFEFF'],
    ['utf-16be', false, '\uFEFF'],
    ['utf-16le', true, ''],
    ['utf-16be', false, ''],
  ] as const)('a file in %s (little-endian %s, mark %j) is read', async (encoding, littleEndian, mark) => {
    const result = await read(toUtf16(mark + PLAIN, littleEndian));
    expect(result.shape?.encoding).toBe(encoding);
    expect(result.header).toEqual(['area', 'period', 'value']);
    expect(result.table).toEqual(PLAIN_ROWS);
    expect(result.problems).toEqual([]);
  });

  it('the byte order mark of UTF-8 is no part of the first name', async () => {
    const result = await read(`\uFEFF${PLAIN}`);
    expect(result.header[0]).toBe('area');
    expect(result.shape?.encoding).toBe('utf-8');
  });

  it('a byte that is not UTF-8 far down in a file that is gets its line named, and only its cell is read otherwise', async () => {
    const rows = 'Derby,“fine”\n'.repeat(100_000);
    const result = await read(new Uint8Array([...toBytes(`area,note\n${rows}`), ...latin('Derby,\x96five\n')]));
    expect(result.shape?.encoding).toBe('utf-8');
    expect(result.table.at(0)).toEqual(['Derby', '“fine”']);
    expect(result.table.at(-1)).toEqual(['Derby', '–five']);
    expect(said(result)).toEqual([
      'warning: Line 100002 holds characters that are not UTF-8 as the rest of the file is; its cell is read as Windows-1252. Check its accents and dashes.',
    ]);
  });
});

describe('files that hold no text', () => {
  it.each([
    ['%PDF-1.7\n%\xe2\xe3\xcf\xd3', 'a PDF document'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'a PNG picture'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'a JPEG picture'],
    ['PAR1\x15\x04\x15', 'a Parquet file'],
  ])('%j is named for what it is', async (start, what) => {
    const result = await read(latin(start));
    expect(result.shape).toBeUndefined();
    expect(toCodes(result.problems)).toEqual(['not-text']);
    expect(said(result)[0]).toContain(`error: This seems to be ${what}, not a table.`);
  });

  it('other bytes are refused as no text', async () => {
    const noise = Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919) % 256);
    expect(said(await read(noise))).toEqual([
      'error: This is not a text file: it holds bytes that no text has. Save the table as .csv or .xlsx.',
    ]);
  });

  it.each([
    '<!DOCTYPE html><html><body>404</body></html>',
    '\n  <html lang="en"><head>',
    '<?xml version="1.0"?>\n<!-- x --><html>',
  ])('a web page saved as .csv is named as such: %j', async (page) => {
    expect(said(await read(page))).toEqual([
      'error: This is a web page, perhaps an error message or a sign-in page that was saved in place of the file. Download the file again.',
    ]);
  });

  it('a table whose first name is markup is no web page', async () => {
    const result = await read('<b>area</b>,value\nDerby,1\n');
    expect(result.header).toEqual(['<b>area</b>', 'value']);
  });

  it('an empty file is called empty', async () => {
    expect(said(await read(''))).toEqual([
      'error: The file is empty (0 bytes). Check that it was saved or downloaded, then load it again.',
    ]);
  });

  it.each(['\n\n\n', '  \n,,,\n', '\uFEFF'])('%j holds nothing but blank lines', async (text) => {
    expect(toCodes((await read(text)).problems)).toEqual(['empty-file']);
  });

  it('a header without rows is said with its line', async () => {
    const result = await read('\narea,value\n');
    expect(result.header).toEqual(['area', 'value']);
    expect(result.rows).toBe(0);
    expect(said(result)).toEqual([
      'warning: Line 2 holds the names of columns, but no row follows. Check that the file is whole.',
    ]);
  });
});

describe('what is wrong with a table', () => {
  const rows = 'Derby,2023,1\nLeeds,2023,2\n';
  it.each([
    ['error', 'empty-file', ''],
    ['error', 'empty-file', '\n\n'],
    ['error', 'old-workbook', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['error', 'not-text', latin('%PDF-1.7')],
    ['error', 'not-text', latin('\x01\x02\x03\x04\x05\x06')],
    ['error', 'web-page', '<html><body>404</body></html>'],
    ['warning', 'header-only', 'area,period,value\n'],
    ['warning', 'no-header', 'E06000015,2023,7.1\nE06000015,2024,7.6\n'],
    ['warning', 'header-short', 'area,period\nDerby,2023,1\nLeeds,2023,2\n'],
    ['warning', 'header-long', `area,sex,period,value\n${rows}`],
    ['warning', 'duplicate-header', `area,value,value\n${rows}`],
    ['warning', 'short-row', `area,period,value\n${rows}York,2023\n`],
    ['warning', 'long-row', `area,period,value\n${rows}York,2023,4,5\n`],
    ['warning', 'torn-number', `area,period,value\n${rows}York,2023,4,567\n`],
    ['warning', 'other-delimiter', `area,period,value\n${rows}York;2023;4\n`],
    ['warning', 'second-table', `area,period,value\n${rows}\nregion,period,value\nEast,2024,3\n`],
    ['warning', 'line-in-table', `area,period,value\n${rows}Notes on London\nYork,2023,3\n`],
    ['note', 'repeated-header', `area,period,value\n${rows}area,period,value\n${rows}`],
    ['note', 'two-line-header', ',2023,,2024,\narea,number,rate,number,rate\nDerby,1,2,3,4\nLeeds,1,2,3,4\n'],
    ['warning', 'unbalanced-quote', `area,period,value\n${rows}"York,2023,3\n`],
    ['warning', 'stray-quote', `area,period,value\n${rows}"Y"or"k",2023,3\n`],
    ['warning', 'nul', `area,period,value\n${rows}Y\0ork,2023,3\n`],
    ['warning', 'not-utf-8', new Uint8Array([...toBytes(`área,é,è\n${rows}`), ...latin('Y\x96rk,2023,3\n')])],
  ])('is a problem of its own kind: %s %s', async (severity, code, content) => {
    const { problems } = await read(content);
    expect(problems.map((problem) => [problem.severity, problem.code])).toEqual([[severity, code]]);
  });
});

describe('a table without a header', () => {
  it('gets columns with names of their own, and keeps its first row', async () => {
    const result = await read('E06000015,2023,7.1\nE06000015,2024,7.6\n');
    expect(result.header).toEqual(['column 1', 'column 2', 'column 3']);
    expect(result.shape?.headerLine).toBe(0);
    expect(result.table).toHaveLength(2);
    expect(said(result)).toEqual([
      'warning: Line 1 is the first of the table and holds values such as “E06000015” where the names of the columns were expected. The columns are called “column 1” onwards; add a first line with their names.',
    ]);
  });

  it('is not thought of where the names of columns are years', async () => {
    const result = await read('area,2022,2023/24,202425\nDerby,1,2,3\nLeeds,4,5,6\n');
    expect(result.header).toEqual(['area', '2022', '2023/24', '202425']);
    expect(result.problems).toEqual([]);
  });
});

describe('quotation marks', () => {
  it('one that nothing closes is taken as text, and the rows below it are kept', async () => {
    const result = await read('area,value\n"Derby,1\nLeeds,2\nYork,3\n');
    expect(result.table).toEqual([
      ['"Derby', '1'],
      ['Leeds', '2'],
      ['York', '3'],
    ]);
    expect(result.lines).toEqual([2, 3, 4]);
    expect(said(result)).toEqual([
      'warning: Line 2 has a quotation mark that nothing closes; it is taken as a character of its cell. Check the cells of that line.',
    ]);
  });

  it('one in the middle of many rows with quoted cells costs only its own line', async () => {
    const row = '"Bristol, City of",2024,5.2\n';
    const result = await read(`area,period,value\n${row.repeat(60_000)}"Derby,2024,7.6\n${row.repeat(60_000)}`);
    expect(result.rows).toBe(120_001);
    expect(result.table[60_000]).toEqual(['"Derby', '2024', '7.6']);
    expect(result.table[60_001]).toEqual(['Bristol, City of', '2024', '5.2']);
    expect(result.problems).toMatchObject([{ code: 'unbalanced-quote', line: 60_002, count: 1 }]);
  });

  it('one inside an unquoted cell is a character', async () => {
    const result = await read('item,size\npipe,12" wide\n');
    expect(result.table).toEqual([['pipe', '12" wide']]);
    expect(result.problems).toEqual([]);
  });

  it('those inside a quoted cell that were not doubled are kept', async () => {
    const result = await read('area,note\nDerby,"called "the city" now"\nLeeds,x\n');
    expect(result.table).toEqual([
      ['Derby', 'called "the city" now'],
      ['Leeds', 'x'],
    ]);
    expect(result.problems).toMatchObject([{ code: 'stray-quote', line: 2 }]);
  });

  it.each([
    ['"Derby",2024,"7.6"""\n', '"Derby","2024","7.6"""', ['Derby', '2024', '7.6"']],
    ['the closing one missing', '"Derby,"2024","7.6"', ['"Derby', '2024', '7.6']],
    ['one too many at the end', '"Derby"","2024","7.6"', ['Derby"', '2024', '7.6']],
    ['one too many at the beginning', '""Derby","2024","7.6"', ['"Derby', '2024', '7.6']],
  ])('in a file that quotes every cell: %s', async (_, row, cells) => {
    const result = await read(`"area","period","value"\n"Leeds","2023","1"\n${row}\n"York","2023","2"\n`);
    expect(result.table).toEqual([['Leeds', '2023', '1'], cells, ['York', '2023', '2']]);
  });

  it('a row for each of many unclosed ones is read in a moment', async () => {
    const result = await read(`area,value\n${'"Derby,1\n'.repeat(50_000)}`);
    expect(result.rows).toBe(50_000);
    expect(result.problems).toMatchObject([{ code: 'unbalanced-quote', line: 2, count: 50_000 }]);
  }, 2_000);
});

describe('characters and lines', () => {
  it('NUL bytes are left out and said with their line', async () => {
    const result = await read('area,value\nDer\0by,1\nLeeds,2\n');
    expect(result.table[0]).toEqual(['Derby', '1']);
    expect(said(result)).toEqual(['warning: Line 2 holds NUL characters, which no text has; they are left out.']);
  });

  it('line ends of every kind in one file are line ends', async () => {
    const result = await read('area,value\r\nDerby,1\nLeeds,2\rYork,3');
    expect(result.table).toEqual([
      ['Derby', '1'],
      ['Leeds', '2'],
      ['York', '3'],
    ]);
    expect(result.lines).toEqual([2, 3, 4]);
  });

  it('lines are counted as the file has them, line breaks inside cells too', async () => {
    const result = await read('area,note\nDerby,"two\r\nlines"\nLeeds,x\n\nYork,y\n');
    expect(result.table[0]).toEqual(['Derby', 'two\r\nlines']);
    expect(result.lines).toEqual([2, 4, 6]);
  });

  it('one cell of 10 MB is read', async () => {
    const long = 'x'.repeat(10_000_000);
    const result = await read(`area,note\nDerby,${long}\nLeeds,"${long}"\n`);
    expect(result.table.map(([area, note]) => [area, note?.length])).toEqual([
      ['Derby', 10_000_000],
      ['Leeds', 10_000_000],
    ]);
  }, 5_000);

  it('5,000 columns are read', async () => {
    const names = Array.from({ length: 5000 }, (_, i) => `name ${String(i)}`);
    const values = names.map((_, i) => String(i));
    const result = await read(`${names.join(',')}\n${values.join(',')}\n${values.join(',')}\n`);
    expect(result.header).toEqual(names);
    expect(result.table).toEqual([values, values]);
    expect(result.problems).toEqual([]);
  });
});

describe('delimiters', () => {
  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['pipes', '|'],
    ['commas followed by spaces', ', '],
  ])('%s are found', async (_, delimiter) => {
    const result = await read(PLAIN.replaceAll(',', delimiter));
    expect(result.shape?.dialect?.delimiter).toBe(delimiter);
    expect(result.header).toEqual(['area', 'period', 'value']);
    expect(result.table).toEqual(PLAIN_ROWS);
    expect(result.problems).toEqual([]);
  });

  it('semicolons are found between decimal commas', async () => {
    const result = await read('area;2023;2024\nDerby;1,5;2,5\nLeeds;2,1;3,4\n');
    expect(result.header).toEqual(['area', '2023', '2024']);
    expect(result.table[0]).toEqual(['Derby', '1,5', '2,5']);
  });

  it('spaces are found where nothing else splits the rows', async () => {
    const result = await read('area period value\nDerby 2024 7.6\n"York City" 2024 "c"\n');
    expect(result.table).toEqual([
      ['Derby', '2024', '7.6'],
      ['York City', '2024', 'c'],
    ]);
  });

  it('a first line that names the delimiter is believed, and is no row', async () => {
    const result = await read('sep=;\narea;value\nDerby;1\n');
    expect(result.header).toEqual(['area', 'value']);
    expect(result.table).toEqual([['Derby', '1']]);
  });

  it('single quotes around cells are found', async () => {
    const result = await read("area,note\n'Bristol, City of','x'\n'Derby','it''s'\n");
    expect(result.table).toEqual([
      ['Bristol, City of', 'x'],
      ['Derby', "it's"],
    ]);
  });

  it('an apostrophe is no quote', async () => {
    const result = await read("area,note\nKing's Lynn,x\nBishop's Stortford,'tis\n");
    expect(result.table[1]).toEqual(["Bishop's Stortford", "'tis"]);
  });

  it('a backslash before a quote is found to be its escape', async () => {
    const result = await read('area,note\n"Derby","called \\"the city\\", now"\n"Leeds","x"\n');
    expect(result.shape?.dialect?.escape).toBe('\\');
    expect(result.table).toEqual([
      ['Derby', 'called "the city", now'],
      ['Leeds', 'x'],
    ]);
    expect(result.lines).toEqual([2, 3]);
  });

  it('a backslash at the end of a cell is no escape', async () => {
    const result = await read('folder,note\n"C:\\data\\","x"\n"D:\\","y"\n');
    expect(result.table).toEqual([
      ['C:\\data\\', 'x'],
      ['D:\\', 'y'],
    ]);
  });

  it('a row with a delimiter of its own is read by it', async () => {
    const result = await read('area,period,value\nDerby,2023,1\nLeeds\t2023\t2\nYork,2023,3\n');
    expect(result.table[1]).toEqual(['Leeds', '2023', '2']);
    expect(said(result)).toEqual(['warning: Line 3 has another delimiter than the rest; it is read by its own.']);
  });
});

describe('cells that others trip over', () => {
  it('are kept as they were written', async () => {
    const cells = [
      ['"1,234"', '1,234'],
      ['12%', '12%'],
      ['£5', '£5'],
      ['"1.234,5"', '1.234,5'],
      ['–5', '–5'],
      ['Oct-15', 'Oct-15'],
      ['NULL', 'NULL'],
      ['#N/A', '#N/A'],
      ['#DIV/0!', '#DIV/0!'],
      ['=SUM(A1)', '=SUM(A1)'],
      ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
      ['__proto__', '__proto__'],
      ['16.600000000000001', '16.600000000000001'],
      ['007', '007'],
    ];
    const result = await read(`__proto__,value\n${cells.map(([written = '']) => `x,${written}\n`).join('')}`);
    expect(result.header).toEqual(['__proto__', 'value']);
    expect(result.table.map(([, value]) => value)).toEqual(cells.map(([, kept]) => kept));
  });
});
