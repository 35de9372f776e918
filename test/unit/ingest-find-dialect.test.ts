import { describe, expect, it } from 'vitest';
import { findDialect } from '../../src/ingest/find-dialect.ts';

const delimiterOf = (...lines: readonly string[]): string => findDialect(lines.join('\n')).delimiter;

describe('the delimiter of a text', () => {
  it.each([
    ['a comma among words with semicolons', ['area,note', 'Derby,one; two; three', 'Leeds,four; five'], ','],
    ['a semicolon among decimal commas', ['area;a;b', 'Derby;1,5;2,5', 'Leeds;2,1;3,4'], ';'],
    ['a tab among names with commas', ['area\tn', 'Bristol, City of\t1', 'Kingston upon Hull, City of\t2'], '\t'],
    ['a pipe', ['a|b|c', '1|2|3'], '|'],
    ['a comma and a space where every comma has one', ['a, b, c', '1, 2, 3', 'x, y, z'], ', '],
    ['a comma alone where one has none', ['a, b, c', '1, 2,3', 'x, y, z'], ','],
    ['a space where nothing else splits', ['area period value', 'Derby 2024 7.6'], ' '],
    ['a comma where nothing splits at all', ['area', 'Derby', 'Leeds'], ','],
    ['a comma in no text', [''], ','],
    ['what makes rows of one width', ['a;b,c', 'x;y,z', 'x;y,z,1', 'x;y'], ';'],
  ])('is %s', (_, lines, delimiter) => {
    expect(delimiterOf(...lines)).toBe(delimiter);
    expect(findDialect(lines.join('\r\n')).delimiter).toBe(delimiter);
    expect(findDialect(lines.join('\r')).delimiter).toBe(delimiter);
  });

  it('is told by the rows that hold something', () => {
    expect(delimiterOf('a;b', '', ' ; ', '1;2', '', '', '3;4')).toBe(';');
  });

  it('is what a first line says it is, whatever follows', () => {
    for (const line of ['sep=;', 'SEP=;', '"sep=;"', '\uFEFFsep=;']) expect(delimiterOf(line, 'a,b', '1,2')).toBe(';');
    expect(delimiterOf('sep=\t', 'a,b')).toBe('\t');
    expect(delimiterOf('a,b', 'sep=;', '1,2')).toBe(',');
    expect(delimiterOf('sep=;;', 'a,b', '1,2')).toBe(',');
  });

  it('is not found in the two hundred and first row or later', () => {
    const rows = Array.from({ length: 200 }, () => 'a,b');
    expect(delimiterOf(...rows, ...Array.from({ length: 2000 }, () => 'a;b;c;d;e'))).toBe(',');
  });
});

describe('the quote of a text', () => {
  it.each([
    ['a,b\n"x","y"', '"'],
    ["a,b\n'x','y'", "'"],
    ["a,b\n'x','y'\n\"z\",1", "'"],
    ['a,b\n\'x\',1\n"z",1', '"'],
    ["a;b\n'x';'y'", "'"],
    ["a, b\n'x', 'y'", "'"],
    ["'x'\r\n'y'\r\n", "'"],
    ["King's Lynn,Bishop's Stortford", '"'],
    ["a,b,c\n'=1+1,'','=1+1", '"'],
    ["a,b\n'-5,'+5\n'@x,'=y'", '"'],
    ["a,b\n'-5','x'", "'"],
    ['', '"'],
  ])('of %j is %s', (text, quote) => {
    expect(findDialect(text).quote).toBe(quote);
  });
});

describe('the escape of a text', () => {
  it.each([
    ['"a \\"b\\" c","d"', '\\'],
    ["'it\\'s','d'\n'a','b'", '\\'],
    ['"C:\\","d"', '"'],
    ['"C:\\" ,"d"', '"'],
    ['"C:\\"', '"'],
    ['"a ""b"" c","d"', '"'],
    ['"a \\"b\\" c","d ""e"" f"', '"'],
    ['"","a \\"b\\" c"', '\\'],
    ['a,b', '"'],
  ])('of %s is %s', (text, escape) => {
    expect(findDialect(text).escape).toBe(escape);
  });
});
