import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { RecordFlaw } from '../../src/ingest/dialect.ts';
import { PapaReader } from '../../src/ingest/irregular.ts';
import { Splitter } from '../../src/ingest/splitter.ts';

interface SplitResult {
  readonly records: string[][];
  readonly lines: number[];
  readonly flaws: RecordFlaw[];
}

/** The records of a text that arrives in chunks of the given size. */
function split(text: string, delimiter: string, chunkSize: number): SplitResult {
  const records: string[][] = [];
  const lines: number[] = [];
  const flaws: RecordFlaw[] = [];
  const splitter = new Splitter(
    { delimiter, quote: '"', escape: '"' },
    (cells, line) => {
      records.push([...cells]);
      lines.push(line);
    },
    (flaw) => flaws.push(flaw),
    chunkSize,
  );
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += chunkSize) splitter.push(bytes.subarray(at, at + chunkSize));
  splitter.finish();
  return { records, lines, flaws };
}

function parseWithPapa(text: string, delimiter: string, newline: '\n' | '\r' | '\r\n'): Papa.ParseResult<string[]> {
  const result = Papa.parse<string[]>(text, { delimiter, newline });
  // PapaParse takes the end of the last line for the beginning of another.
  if (text === '' || text.endsWith(newline)) result.data.pop();
  return result;
}

const newlines = fc.constantFrom('\n', '\r\n', '\r');
const delimiters = fc.constantFrom(',', ';', '\t', '|');
const chunkSizes = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(1 << 20));
const words = fc.constantFrom(
  '',
  '2024',
  'Derby',
  'Bristol, City of',
  'a rather long name of something',
  '“dash” – é 😀',
  'c',
  '7.6',
);
const cells = fc.oneof(
  words,
  fc.string({ maxLength: 20, unit: fc.constantFrom('a', 'é', '"', ',', ';', ' ', '\n', '\r', '\t', '|', '1') }),
);
const tables = fc.array(fc.array(cells, { minLength: 1, maxLength: 6 }), { maxLength: 12 });

describe('the reader of other dialects', () => {
  it('reads back every table that was written with backslashes before quotes', () => {
    const dialect = { delimiter: ',', quote: '"', escape: '\\' };
    const plain = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', '😀') });
    fc.assert(
      fc.property(
        fc.array(fc.array(plain, { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
        chunkSizes,
        (table, size) => {
          const text = table
            .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '\\"')}"`).join(',')}\n`)
            .join('');
          const found: string[][] = [];
          const flaws: RecordFlaw[] = [];
          const reader = new PapaReader(
            dialect,
            (cells) => found.push([...cells]),
            (flaw) => flaws.push(flaw),
            size,
          );
          const bytes = new TextEncoder().encode(text);
          for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
          reader.finish();
          expect(found).toEqual(table);
          expect(flaws).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the splitter', () => {
  it('reads back every table that was written with quotes where they are needed', () => {
    fc.assert(
      fc.property(tables, delimiters, newlines, chunkSizes, fc.boolean(), (table, delimiter, newline, size, quotes) => {
        const text = table
          .map(
            (row) => row.map((cell) => toCell(cell, delimiter, quotes || row.length === 1)).join(delimiter) + newline,
          )
          .join('');
        const { records, flaws } = split(text, delimiter, size);
        expect(records).toEqual(table);
        expect(flaws).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads as PapaParse does whatever PapaParse reads without complaint', () => {
    const texts = fc.string({
      maxLength: 60,
      unit: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom('a', 'b', '1', ',', ',', '"', '"', ' ', '\n', '\n') },
        { weight: 1, arbitrary: fc.constantFrom('é', '😀', '"a"', ',"b,c",', '""', 'twenty characters long') },
      ),
    });
    fc.assert(
      fc.property(texts, newlines, chunkSizes, (raw, newline, size) => {
        const text = raw.replaceAll('\n', newline);
        const judged = parseWithPapa(text, ',', newline);
        fc.pre(judged.errors.length === 0);
        expect(split(text, ',', size).records).toEqual(judged.data);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads the same whatever the chunks it is given', () => {
    const texts = fc.string({
      maxLength: 80,
      unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', ' ', '\0', 'long enough to be copied'),
    });
    fc.assert(
      fc.property(texts, chunkSizes, (text, size) => {
        expect(split(text, ',', size)).toEqual(split(text, ',', 1 << 20));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the line on which each record begins', () => {
    fc.assert(
      fc.property(tables, newlines, (table, newline) => {
        const text = table.map((row) => row.map((cell) => toCell(cell, ',', true)).join(',') + newline).join('');
        const { lines } = split(text, ',', 7);
        let line = 1;
        const expected = table.map((row) => {
          const begins = line;
          line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
          return begins;
        });
        expect(lines).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what two rows share, and only that', () => {
    const values = fc.constantFrom(
      '1',
      '12',
      '123',
      'ab',
      'abc',
      '',
      '"x,y"',
      '"x"',
      'a longer cell, quoted'.replace(',', ''),
    );
    const rows = fc.array(fc.array(values, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(rows, (table) => {
        const text = table.map((row) => `${row.join(',')}\n`).join('');
        expect(split(text, ',', 1 << 20).records).toEqual(parseWithPapa(text, ',', '\n').data);
      }),
      { numRuns: 1000 },
    );
  });
});

function toCell(cell: string, delimiter: string, always: boolean): string {
  const needed = always || cell.includes('"') || cell.includes(delimiter) || /[\r\n]/.test(cell);
  return needed ? `"${cell.replaceAll('"', '""')}"` : cell;
}
