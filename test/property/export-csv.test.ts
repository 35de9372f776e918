import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/export/csv.ts';

const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
});
const read = (text: string): string[][] => Papa.parse<string[]>(text.slice(1), { newline: '\r\n' }).data.slice(0, -1);

describe('cells of a CSV', () => {
  it('come back as they went in, but for the quote that keeps a formula from running', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const back = read(toCsv(cells)).map((row) => row.map((cell) => cell.replace(/^'(?=[=+@\t\r-])/, '')));
        expect(back).toEqual(
          cells.map((row) => row.map((cell) => cell.replace(/^\u2212(?=\d)/, '-').replace(/^'(?=[=+@\t\r-])/, ''))),
        );
      }),
    );
  });

  it('never begin like a formula unless they are a number', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        for (const cell of read(toCsv(cells)).flat()) {
          if (/^[=+@\t\r-]/.test(cell)) expect(Number(cell.replace(/[,%]/g, ''))).not.toBeNaN();
        }
      }),
    );
  });

  it('that are numbers stay the same numbers', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(Number(read(toCsv([[String(number), 'x']]))[0]?.[0])).toBe(Number(String(number)));
      }),
    );
  });
});
