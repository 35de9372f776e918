import { describe, expect, it } from 'vitest';
import type { DecimalSign } from '../../src/ingest/cells.ts';
import { CellReader, countDecimals, findDecimalSign, isValueText } from '../../src/ingest/cells.ts';

function readCell(written: string, sign?: DecimalSign): number | string | readonly [number, string] {
  const cell = new CellReader(sign);
  cell.read(written);
  if (Number.isNaN(cell.number)) return cell.marker ?? 'neither a number nor a marker';
  return cell.marker === undefined ? cell.number : [cell.number, cell.marker];
}

describe('a cell', () => {
  const numbers: readonly (readonly [written: string, number: number])[] = [
    ['0', 0],
    ['-0.5', -0.5],
    ['007', 7],
    ['.5', 0.5],
    ['5.', 5],
    [' 12 ', 12],
    ['16.600000000000001', 16.6],
    ['9.042E-2', 0.09042],
    ['1,234', 1234],
    ['1,234,567.5', 1234567.5],
    ['-1,234', -1234],
    ['12%', 12],
    ['12.5 %', 12.5],
    ['£1,234.50', 1234.5],
    ['-£5', -5],
    ['–5', -5],
    ['−0.3', -0.3],
    ['1\u00a0234', 1234],
    ['123456789012345678', 123456789012345680],
  ];
  it.each(numbers)('that says “%s” is the number %d', (written, number) => {
    expect(readCell(written)).toBe(number);
  });

  it.each([
    ['c', 'c'],
    [' C ', 'c'],
    ['', ''],
    ['<5', '<5'],
    ['..', '..'],
    ['NULL', 'null'],
    ['#N/A', '#n/a'],
    ['#DIV/0!', '#div/0!'],
    ['12,5', '12,5'],
    ['1,23', '1,23'],
    ['1.234,5', '1.234,5'],
    ['0x10', '0x10'],
    ['Infinity', 'infinity'],
    ['1e999', '1e999'],
    ['12:30', '12:30'],
    ['Oct-15', 'oct-15'],
    ['=1+1', '=1+1'],
    ['--5', '--5'],
    ['-', '-'],
    ['.', '.'],
    ['%', '%'],
    ['<img onerror=x>', '<img onerror=x>'],
    ['__proto__', '__proto__'],
  ])('that says “%s” is no number but the marker “%s”', (written, marker) => {
    expect(readCell(written)).toBe(marker);
  });

  it.each([
    ['8.2 p', [8.2, 'p']],
    ['8.2(r)', [8.2, 'r']],
    ['1,024e', [1024, 'e']],
    ['12% B', [12, 'b']],
  ])('that says “%s” is a number with a status', (written, read) => {
    expect(readCell(written)).toEqual(read);
  });

  it('leaves the marker of the cell before behind', () => {
    const cell = new CellReader();
    cell.read('c');
    cell.read('5');
    expect([cell.number, cell.marker]).toEqual([5, undefined]);
  });
});

describe('the decimal sign of a column', () => {
  it('is a comma where some cell is only readable so', () => {
    expect(findDecimalSign(['12', '1.234,5'])).toBe('comma');
    expect(findDecimalSign(['1,234', '12,5'])).toBe('comma');
    expect(readCell('1.234,5', 'comma')).toBe(1234.5);
    expect(readCell('1.234', 'comma')).toBe(1234);
  });

  it('is a point where nothing says otherwise, or some cell is only readable so', () => {
    expect(findDecimalSign(['1,234', 'c'])).toBe('point');
    expect(findDecimalSign(['12,5', '3.14'])).toBe('point');
  });

  it('makes text of what the sign of the column does not explain, never another number', () => {
    expect(readCell('12.5', 'comma')).toBe('12.5');
  });
});

describe('what is known of a text', () => {
  it('counts decimals as written', () => {
    expect([countDecimals('12'), countDecimals('12.50'), countDecimals('c')]).toEqual([0, 2, 0]);
  });
  it('tells values from words', () => {
    expect(['12', 'c', '', 'z'].every(isValueText)).toBe(true);
    expect(['Total', 'CLA on 31 March', '16-17'].some(isValueText)).toBe(false);
  });
});
