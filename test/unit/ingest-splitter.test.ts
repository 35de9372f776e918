import { describe, expect, it } from 'vitest';
import { Splitter } from '../../src/ingest/splitter.ts';

type Told = readonly (readonly [line: number, ...cells: readonly string[]])[];

interface Split {
  readonly records: Told;
  /** "stray-quote 3": each flaw with the line of its record. */
  readonly flaws: readonly string[];
}

/** The records of bytes that arrive so many at a time, and are split in blocks as small. */
function split(bytes: Uint8Array, size: number, delimiter = ','): Split {
  const records: [number, ...string[]][] = [];
  const flaws: string[] = [];
  const splitter = new Splitter(
    { delimiter, quote: '"', escape: '"' },
    (cells, line) => records.push([line, ...cells]),
    (flaw, line) => flaws.push(`${flaw} ${String(line)}`),
    size,
  );
  for (let at = 0; at < bytes.length; at += size) splitter.push(bytes.subarray(at, at + size));
  splitter.finish();
  return { records, flaws };
}

const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads a text in pieces of every size, which must all come to the same. */
function splitAnyhow(content: string | Uint8Array, delimiter?: string): Split {
  const bytes = typeof content === 'string' ? toBytes(content) : content;
  const whole = split(bytes, 1 << 20, delimiter);
  for (let size = 1; size <= bytes.length; size++) {
    expect(split(bytes, size, delimiter), `in pieces of ${String(size)}`).toEqual(whole);
  }
  return whole;
}

describe('records', () => {
  it.each([
    ['\n', 1],
    ['\r\n', 1],
    ['\r', 1],
  ])('end with %j, which a quoted field may hold', (end, lines) => {
    const text = ['a,b', '"one', 'two",1', '', 'c,"d"', 'last'].join(end);
    expect(splitAnyhow(text)).toEqual({
      records: [
        [1, 'a', 'b'],
        [2, `one${end}two`, '1'],
        [3 + lines, ''],
        [4 + lines, 'c', 'd'],
        [5 + lines, 'last'],
      ],
      flaws: [],
    });
  });

  it('are none where there is no text, and one of an empty cell for a lone line end', () => {
    expect(splitAnyhow('').records).toEqual([]);
    expect(splitAnyhow('\r').records).toEqual([[1, '']]);
    expect(splitAnyhow('\r\n\r\n').records).toEqual([
      [1, ''],
      [2, ''],
    ]);
  });

  it('have as many cells as their own line, however many the one above had', () => {
    expect(splitAnyhow('a,b,c\na,b\na,b,c,d\na\n,\n').records).toEqual([
      [1, 'a', 'b', 'c'],
      [2, 'a', 'b'],
      [3, 'a', 'b', 'c', 'd'],
      [4, 'a'],
      [5, '', ''],
    ]);
  });

  it('of seventy cells and more are whole', () => {
    const cells = Array.from({ length: 130 }, (_, i) => `cell ${String(i)}`);
    const row = cells.join(';');
    expect(split(toBytes(`${row}\n${row}\n`), 1 << 20, ';').records).toEqual([
      [1, ...cells],
      [2, ...cells],
    ]);
  });

  it('keep the spaces outside of quotes only where nothing is quoted', () => {
    expect(splitAnyhow(' a , "b" ,"c"  ,d\n').records).toEqual([[1, ' a ', ' "b" ', 'c', 'd']]);
    expect(splitAnyhow('"a" b "c"\n', ' ').records).toEqual([[1, 'a', 'b', 'c']]);
  });
});

describe('rows that are alike', () => {
  it('are told apart by a single letter in the middle of a long name', () => {
    // Length, first letter and the last two are the same, by which copies of long cells are found again.
    const names = ['Kingston upon Hull East', 'Kingston upon Hall East', 'Kingston upon Hull East'];
    expect(splitAnyhow(names.map((name) => `${name},1\n`).join('')).records.map(([, name]) => name)).toEqual(names);
  });

  it('are told apart by a digit at the end of a cell', () => {
    expect(splitAnyhow('Derby,12,1\nDerby,123,1\nDerby,12,3\nDerby,1,23\n').records).toEqual([
      [1, 'Derby', '12', '1'],
      [2, 'Derby', '123', '1'],
      [3, 'Derby', '12', '3'],
      [4, 'Derby', '1', '23'],
    ]);
  });

  it('have cells of any length, accents and all', () => {
    const long = (length: number): string => `Zoë ${'x'.repeat(length)} é`;
    const names = [8, 9, 40, 41, 42, 43, 60].map(long);
    const rows = [...names, ...names].map((name) => `${name},${name},1`);
    expect(splitAnyhow(rows.join('\n')).records).toEqual(
      [...names, ...names].map((name, i) => [i + 1, name, name, '1']),
    );
  });

  it('are each counted on the lines that they are broken over', () => {
    expect(splitAnyhow('"a\nb",1,2\n"a\nb",1,2\n"a\nb",1,3\n').records).toEqual([
      [1, 'a\nb', '1', '2'],
      [3, 'a\nb', '1', '2'],
      [5, 'a\nb', '1', '3'],
    ]);
  });

  it('are each told of with what had to be mended in them', () => {
    const latin = Uint8Array.from('Zo\xeb,a\0b,1\nZo\xeb,a\0b,1\n"x"y",1\n"x"y",1\n"z,1\n"z,1\n', (c) =>
      c.charCodeAt(0),
    );
    expect(splitAnyhow(latin)).toEqual({
      records: [
        [1, 'Zoë', 'ab', '1'],
        [2, 'Zoë', 'ab', '1'],
        [3, 'x"y', '1'],
        [4, 'x"y', '1'],
        [5, '"z', '1'],
        [6, '"z', '1'],
      ],
      flaws: [
        'not-utf-8 1',
        'nul 1',
        'not-utf-8 2',
        'nul 2',
        'stray-quote 3',
        'stray-quote 4',
        'unbalanced-quote 5',
        'unbalanced-quote 6',
      ],
    });
  });
});

describe('quotation marks', () => {
  it.each([
    ['"a""b",1', ['a"b', '1']],
    ['"""a""",1', ['"a"', '1']],
    ['"",""', ['', '']],
    ['"a,b",1', ['a,b', '1']],
    ['a"b,c"d', ['a"b', 'c"d']],
    ['1,"2"', ['1', '2']],
  ])('%s is read without complaint', (line, cells) => {
    expect(splitAnyhow(`${line}\nx,y\n`)).toEqual({
      records: [
        [1, ...cells],
        [2, 'x', 'y'],
      ],
      flaws: [],
    });
  });

  it.each([
    ['"a"b",1', ['a"b', '1'], 'stray-quote'],
    ['"a""b"c",1', ['a"b"c', '1'], 'stray-quote'],
    ['"a"b,1', ['"a"b', '1'], 'unbalanced-quote'],
    ['"a,1', ['"a', '1'], 'unbalanced-quote'],
    ['1,"', ['1', '"'], 'unbalanced-quote'],
    ['"a,"b",1', ['"a', 'b', '1'], 'unbalanced-quote'],
  ])('%s costs no more than its own line', (line, cells, flaw) => {
    expect(splitAnyhow(`h,i\n${line}\nx,y\n`)).toEqual({
      records: [
        [1, 'h', 'i'],
        [2, ...cells],
        [3, 'x', 'y'],
      ],
      flaws: [`${flaw} 2`],
    });
  });

  it('that are lost inside a record broken over lines are told of with its line', () => {
    expect(splitAnyhow('"a\nb","c\nx,y\n').flaws).toEqual(['unbalanced-quote 2']);
  });
});
