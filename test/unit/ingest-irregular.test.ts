import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/ingest/dialect.ts';
import { PapaReader } from '../../src/ingest/irregular.ts';

const BACKSLASH: Dialect = { delimiter: ',', quote: '"', escape: '\\' };

/** The records and flaws of a text that arrives in pieces of so many bytes and is parsed in blocks of as many characters. */
function readInPieces(text: string, size: number, dialect = BACKSLASH): { records: unknown[]; flaws: unknown[] } {
  const records: unknown[] = [];
  const flaws: unknown[] = [];
  const reader = new PapaReader(
    dialect,
    (cells, line) => records.push([line, ...cells]),
    (flaw, line) => flaws.push([flaw, line]),
    size,
  );
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  reader.finish();
  return { records, flaws };
}

const SIZES = [1, 2, 3, 7, 1000];

describe('records with a backslash before a quote', () => {
  it.each(SIZES)('are the same in pieces of %i bytes, whatever ends their lines', (size) => {
    expect(readInPieces('name,said\r\nZoë,"a \\"b\\", c"\r\nIan,"two\r\nlines"\rEve,3\n', size)).toEqual({
      records: [
        [1, 'name', 'said'],
        [2, 'Zoë', 'a "b", c'],
        [3, 'Ian', 'two\nlines'],
        [5, 'Eve', '3'],
      ],
      flaws: [],
    });
  });

  it.each(SIZES)('are read without a line end after the last, in pieces of %i bytes', (size) => {
    expect(readInPieces('a,b\n1,2', size).records).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ]);
  });

  it.each(SIZES)('lose one line to a quote that nothing closes, in pieces of %i bytes', (size) => {
    expect(readInPieces('a,b\n"1,2\n3,4\n5,6\n', size)).toEqual({
      records: [
        [1, 'a', 'b'],
        [2, '"1', '2'],
        [3, '3', '4'],
        [4, '5', '6'],
      ],
      flaws: [['unbalanced-quote', 2]],
    });
  });

  it('lose their NULs, which is said once for a record', () => {
    expect(readInPieces('a,b\n1\0,\x002\n', 1000)).toEqual({
      records: [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
      flaws: [['nul', 2]],
    });
  });

  it('are taken as they stand once many quotes are lost', () => {
    const lost = Array.from({ length: 12 }, (_, i) => `"${String(i)},x`);
    const { records, flaws } = readInPieces(`${lost.join('\n')}\n`, 1000);
    expect(records).toEqual(lost.map((line, i) => [i + 1, ...line.split(',')]));
    expect(flaws).toHaveLength(12);
  });
});
