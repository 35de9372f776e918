import { describe, expect, it } from 'vitest';
import { toCellText, toNumberForm } from '../../src/ingest/number-format.ts';
import { read, said, toCodes } from '../fixtures/table/reading.ts';
import { shared, STYLE, styled, toWorkbook, typed, type Cell } from '../fixtures/table/workbook.ts';

const readSheet = (rows: Record<number, readonly Cell[]>): ReturnType<typeof read> =>
  read(toWorkbook({ sheets: [{ name: 'Data', rows }] }), 'figures.xlsx');

describe('a workbook', () => {
  it('gives the cells of its sheet as text, with the rows of the sheet as lines', async () => {
    const result = await readSheet({
      1: ['Placements of children'],
      4: ['area', 'period', 'value'],
      5: ['Derby', 2024, 7.6],
      7: ['Leeds', 2024, 'c'],
    });
    expect(result.header).toEqual(['area', 'period', 'value']);
    expect(result.shape?.headerLine).toBe(4);
    expect(result.shape?.sheet).toBe('Data');
    expect(result.shape?.dialect).toBeUndefined();
    expect(result.shape?.preamble.map(({ line }) => line)).toEqual([1]);
    expect(result.table).toEqual([
      ['Derby', '2024', '7.6'],
      ['Leeds', '2024', 'c'],
    ]);
    expect(result.lines).toEqual([5, 7]);
    expect(result.problems).toEqual([]);
  });

  it('is recognised by its content, whatever its name', async () => {
    const bytes = toWorkbook({ sheets: [{ name: 'Data', rows: { 1: ['area', 'value'], 2: ['Derby', 1] } }] });
    expect((await read(bytes, 'figures.csv')).table).toEqual([['Derby', '1']]);
  });

  it('gives numbers as the shortest digits that mean the same', async () => {
    const noisy: Cell = { xml: (r) => `<c r="${r}"><v>16.600000000000001</v></c>` };
    const small: Cell = { xml: (r) => `<c r="${r}"><v>9.0420000000000004E-2</v></c>` };
    const result = await readSheet({ 1: ['area', 'a', 'b', 'c'], 2: ['Derby', noisy, small, -0.5] });
    expect(result.table).toEqual([['Derby', '16.6', '0.09042', '-0.5']]);
  });

  it('gives dates as ISO dates and percentages with their sign, by the format of the cell', async () => {
    const result = await readSheet({
      1: ['area', 'built-in', 'custom', 'percentage', 'time', 'days'],
      2: [
        'Derby',
        styled(45747, STYLE.date),
        styled(45747, STYLE.custom),
        styled(0.076, STYLE.percentage),
        styled(45747.5, STYLE.time),
        styled(12.5, STYLE.decimals),
      ],
    });
    expect(result.table).toEqual([['Derby', '2025-03-31', '2025-03-31', '7.6%', '2025-03-31T12:00:00', '12.5']]);
  });

  it('counts days from 1904 where it says so', async () => {
    const rows = { 1: ['area', 'day'], 2: ['Derby', styled(44285, STYLE.date)] };
    const result = await read(toWorkbook({ sheets: [{ name: 'Data', rows }], from1904: true }));
    expect(result.table).toEqual([['Derby', '2025-03-31']]);
  });

  it('gives shared strings with their runs, without the reading aids of East Asian text', async () => {
    const rows = { 1: [shared(0), 'value'], 2: [shared(1), 1] };
    const sharedStrings = [
      '<r><t>are</t></r><r><rPr><b/></rPr><t xml:space="preserve">a </t></r>',
      '<t>D&amp;D_x0009_Derby</t><rPh><t>no</t></rPh>',
    ];
    const result = await read(toWorkbook({ sheets: [{ name: 'Data', rows }], sharedStrings }));
    expect(result.header).toEqual(['area', 'value']);
    expect(result.table).toEqual([['D&D\tDerby', '1']]);
  });

  it('gives what formulas came to, and errors as they stand', async () => {
    const result = await readSheet({
      1: ['area', 'text', 'error', 'flag'],
      2: ['Derby', typed('sum', 'str'), typed('#N/A', 'e'), typed('1', 'b')],
    });
    expect(result.table).toEqual([['Derby', 'sum', '#N/A', 'TRUE']]);
  });

  it('fills up rows that end early, which is how sheets leave out empty cells', async () => {
    const result = await readSheet({ 1: ['area', '2023', '2024'], 2: ['Derby', 1], 3: ['Leeds', undefined, 2] });
    expect(result.table).toEqual([
      ['Derby', '1', ''],
      ['Leeds', '', '2'],
    ]);
    expect(result.problems).toEqual([]);
  });

  it('is read from its first visible sheet with a table, and says which others there are', async () => {
    const table = { 1: ['area', 'value'], 2: ['Derby', 1] };
    const result = await read(
      toWorkbook({
        sheets: [
          { name: 'Hidden', rows: { 1: ['x', 'y'], 2: ['no', 1] }, hidden: true },
          { name: 'Contents', rows: { 1: ['Contents'], 2: ['Table 1'] } },
          { name: 'Table 1', rows: table },
          { name: 'Table 2', rows: table },
        ],
      }),
      'figures.xlsx',
    );
    expect(result.shape?.sheet).toBe('Table 1');
    expect(said(result)).toEqual([
      'note: The sheet “Table 1” is read, the first that holds a table; “Table 2” is not. Save another sheet as a file of its own to load it too.',
    ]);
  });

  it('without a table in any sheet is refused with the sheets it has', async () => {
    const result = await read(toWorkbook({ sheets: [{ name: 'Notes', rows: { 1: ['Nothing here'] } }] }), 'x.xlsx');
    expect(said(result)).toEqual([
      'error: No sheet of the workbook holds a table (looked at “Notes”). Put the names of the columns in one row with the figures below it.',
    ]);
  });

  it('names no hidden sheet, and one other as one', async () => {
    const table = { 1: ['area', 'value'], 2: ['Derby', 1] };
    const sheets = [
      { name: 'A', rows: table },
      { name: 'B', rows: { 1: ['Notes'] } },
      { name: 'C', rows: table, hidden: true },
    ];
    expect((await read(toWorkbook({ sheets }))).problems).toEqual([]);
    expect(said(await read(toWorkbook({ sheets: [{ name: 'A', rows: table, hidden: true }] }), 'x.xlsx'))).toEqual([
      'error: No sheet of the workbook holds a table (looked at none). Put the names of the columns in one row with the figures below it.',
    ]);
  });

  it('holds a table where two of the first hundred rows of a sheet have two cells', async () => {
    const titles = (count: number): Record<number, readonly Cell[]> =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [i + 1, ['A line of words']]));
    const below = (at: number): Record<number, readonly Cell[]> => ({
      [at]: ['area', 'value'],
      [at + 1]: ['Derby', 1],
    });
    expect((await readSheet({ ...titles(98), ...below(99) })).table).toEqual([['Derby', '1']]);
    expect(toCodes((await readSheet({ ...titles(99), ...below(100) })).problems)).toEqual(['no-table']);
  });

  it('gives cells and rows without a reference in the order in which they stand', async () => {
    const bare = (value: string): Cell => ({ xml: () => `<c t="str"><v>${value}</v></c>` });
    const far = (reference: string): Cell => ({ xml: () => `<c r="${reference}" t="str"><v>far</v></c>` });
    const result = await readSheet({ 1: [bare('area'), bare('value')], 2: [bare('Derby'), far('AB2'), bare('next')] });
    expect(result.table[0]?.length).toBe(29);
    expect([0, 1, 27, 28].map((i) => result.table[0]?.[i])).toEqual(['Derby', '', 'far', 'next']);
    const beyond = await readSheet({ 1: ['area', 'value'], 2: [bare('Derby'), far('XFE2')] });
    expect(beyond.table).toEqual([['Derby', 'far']]);
  });

  it('leaves out empty cells, and flags are true or false', async () => {
    const result = await readSheet({
      1: ['area', 'a', 'b', 'c'],
      2: ['Derby', typed('0', 'b'), typed('2024-05-31', 'd'), { xml: (r) => `<c r="${r}" t="s"><v>99</v></c>` }],
    });
    expect(result.table).toEqual([['Derby', 'FALSE', '2024-05-31', '']]);
  });

  it('knows the characters that are written by their numbers', async () => {
    const result = await readSheet({
      1: ['area', 'value'],
      2: ['a_x0041_b_x00e9_c', '_x004_'],
      3: [typed('_x0042_', 'str'), 1],
    });
    expect(result.table).toEqual([
      ['aAbéc', '_x004_'],
      ['B', '1'],
    ]);
  });

  it('gives of a sheet only the text that is inside of its cells', async () => {
    const spaced: Cell = {
      xml: (r) => `\n <c r="${r}" t="inlineStr"> <is> <t>Derby</t> <rPh><t>no</t></rPh> </is> </c>`,
    };
    const sharedStrings = ['  <t>area</t>  ', '\n<r><t>val</t></r> <r><t>ue</t></r>'];
    const rows = { 1: [shared(0), shared(1)], 2: [spaced, 1] };
    const result = await read(toWorkbook({ sheets: [{ name: 'Data', rows }], sharedStrings }));
    expect(result.header).toEqual(['area', 'value']);
    expect(result.table).toEqual([['Derby', '1']]);
  });

  it('is read where its elements carry a prefix', async () => {
    const rows = { 1: ['area', 'value'], 2: ['Derby', 1] };
    expect((await read(toWorkbook({ sheets: [{ name: 'Data', rows }], prefix: 'x:' }))).table).toEqual([
      ['Derby', '1'],
    ]);
  });

  it('whose XML is broken is refused in our own words', async () => {
    const broken: Cell = { xml: () => '<c r="A3"><v>1</c></v>' };
    const result = await readSheet({ 1: ['area', 'value'], 2: ['Derby', 1], 3: [broken] });
    expect(toCodes(result.problems)).toEqual(['damaged-workbook']);
  });
});

describe('number formats', () => {
  it.each([
    [0, undefined, 'number'],
    [14, undefined, 'date'],
    [9, undefined, 'percentage'],
    [200, 'General', 'number'],
    [200, '#,##0.0', 'number'],
    [200, 'yyyy-mm-dd', 'date'],
    [200, '[Red]0.0', 'number'],
    [200, '"May" 0', 'number'],
    [200, '0.0%;[Red]-0.0%', 'percentage'],
    [200, '[h]:mm', 'date'],
  ] as const)('format %i %j is a %s', (id, code, form) => {
    expect(toNumberForm(id, code)).toBe(form);
  });

  it('a day before the 29 February 1900 that never was is counted rightly', () => {
    expect(toCellText('1', 'date', false)).toBe('1900-01-01');
    expect(toCellText('61', 'date', false)).toBe('1900-03-01');
  });

  it('a number too large for a date stays a number', () => {
    expect(toCellText('99999999', 'date', false)).toBe('99999999');
  });
});
