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
    ['0.1234567890123456789', 0.12345678901234568],
    ['123456789012.345', 123456789012.345],
    ['+5.5', 5.5],
    ['1e3', 1000],
    ['1 234 567.5', 1234567.5],
    ['1\u202f234', 1234],
    ['£ 5', 5],
    ['5%', 5],
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
    ['5-', '5-'],
    ['5.5.5', '5.5.5'],
    ['1..2', '1..2'],
    ['1.2.', '1.2.'],
    ['1,234,56', '1,234,56'],
    ['1 23', '1 23'],
    ['5 x', '5 x'],
    ['5 (q)', '5 (q)'],
    ['5 (p', '5 (p'],
    ['c p', 'c p'],
    ['5 5 p', '5 5 p'],
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
    ['8.2 (P)', [8.2, 'p']],
    ['-£1,234.5 e', [-1234.5, 'e']],
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

  it.each(['12,5', '12,50', '1,2345', '-0,5', '+7,25', '1.234.567,8', ' 3,1 '])('%j can only have a comma', (cell) => {
    expect(findDecimalSign([cell])).toBe('comma');
    expect(findDecimalSign(['c', '12', cell, '1,234'])).toBe('comma');
  });

  it.each(['3.14', '.5', '-1.2345', '+1,234.5', '1,234,567.8', ' 3.1 '])('%j can only have a point', (cell) => {
    expect(findDecimalSign(['12,5', cell])).toBe('point');
  });

  it.each(['1,234', '1.234', '-1,234', '12', '', 'c', '1.2.3', '1,2,3', '12,5 %', 'x3.14', '3.14x'])(
    '%j tells nothing',
    (cell) => {
      expect(findDecimalSign([cell, '12,5'])).toBe('comma');
      expect(findDecimalSign([cell])).toBe('point');
    },
  );

  it.each([
    ['12,5', 12.5],
    ['-1.234.567,25', -1234567.25],
    ['1 234,5', 1234.5],
    ['1\u00a0234', 1234],
    ['1\u202f234,5', 1234.5],
    ['12,5 %', 12.5],
    ['£1,5', 1.5],
    ['–0,5', -0.5],
    ['12,5 p', [12.5, 'p']],
  ])('a comma makes of “%s” the number %s', (written, number) => {
    expect(readCell(written, 'comma')).toEqual(number);
  });

  it.each(['1.23,5', '12.3456', '1,2,3', '1.234.56', '12.5'])('a comma makes no number of “%s”', (written) => {
    expect(readCell(written, 'comma')).toBe(written);
  });
});

describe('what is known of a text', () => {
  it('counts decimals as written', () => {
    expect([countDecimals('12'), countDecimals('12.50'), countDecimals('c')]).toEqual([0, 2, 0]);
    expect([countDecimals(' -.125% '), countDecimals('+7.5'), countDecimals('1.5x')]).toEqual([3, 1, 0]);
  });
  it('tells values from words', () => {
    expect(['12', 'c', '', 'z'].every(isValueText)).toBe(true);
    expect(['Total', 'CLA on 31 March', '16-17'].some(isValueText)).toBe(false);
  });
});
