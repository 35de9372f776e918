import { describe, expect, it } from 'vitest';
import { toCellText, toNumberForm } from '../../src/ingest/number-format.ts';

/** The formats that have no code of their own: ECMA-376 part 1, 18.8.30, and those of East Asia. */
const DATES = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 58];
const NUMBERS = [0, 1, 2, 3, 4, 11, 12, 13, 23, 26, 37, 38, 40, 44, 48, 49, 59];

describe('a number format', () => {
  it.each(DATES)('%i is a date or a time', (id) => {
    expect(toNumberForm(id, undefined)).toBe('date');
  });

  it.each(NUMBERS)('%i is a number', (id) => {
    expect(toNumberForm(id, undefined)).toBe('number');
  });

  it('9 and 10 are percentages', () => {
    expect([9, 10].map((id) => toNumberForm(id, undefined))).toEqual(['percentage', 'percentage']);
  });

  it.each([
    ['0.0%', 'percentage'],
    ['dd/mm/yyyy;@', 'date'],
    ['[$-809]d mmmm yyyy', 'date'],
    ['[h]:mm:ss', 'date'],
    ['[Red]0.00', 'number'],
    ['General', 'number'],
    ['#,##0', 'number'],
    ['0" days"', 'number'],
    ['0\\d', 'number'],
    ['0_d', 'number'],
    ['0;0%', 'number'],
    ['0*d', 'number'],
  ] as const)('%s of one’s own is a %s', (code, form) => {
    expect(toNumberForm(164, code)).toBe(form);
  });
});

describe('a number of a cell', () => {
  /** Serials and days that any spreadsheet gives; the 29 February 1900 that never was is the 60th. */
  it.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['25569', '1970-01-01'],
    ['45747', '2025-03-31'],
    ['45747.5', '2025-03-31T12:00:00'],
    ['0.75', '18:00:00'],
    ['2958465', '9999-12-31'],
    ['2958466', '2958466'],
    ['-1', '-1'],
  ])('%s as a date is %s', (serial, text) => {
    expect(toCellText(serial, 'date', false)).toBe(text);
  });

  it.each([
    ['0', '00:00:00'],
    ['1', '1904-01-02'],
    ['44285', '2025-03-31'],
  ])('%s as a date of a workbook that counts from 1904 is %s', (serial, text) => {
    expect(toCellText(serial, 'date', true)).toBe(text);
  });

  it.each([
    ['0.125', '12.5%'],
    ['0.07', '7%'],
    ['1.1', '110%'],
    ['-0.5', '-50%'],
  ])('%s as a percentage is %s, without the noise of multiplying', (number, text) => {
    expect(toCellText(number, 'percentage', false)).toBe(text);
  });

  it.each([
    ['16.600000000000001', '16.6'],
    ['9.042E-2', '0.09042'],
    ['c', 'c'],
    [' ', ' '],
    ['1E999', '1E999'],
  ])('%s is the text %s', (written, text) => {
    expect(toCellText(written, 'number', false)).toBe(text);
  });
});
