import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packNumbers, unpackNumbers } from '../../src/store/numbers.ts';

const pack = (...numbers: number[]) => packNumbers(Float64Array.from(numbers));

describe('a column of numbers', () => {
  test.each([
    ['whole numbers', [1, 2, NaN, -3], 1],
    ['tenths', [7.6, 13.9, NaN], 10],
    ['hundredths', [0.07, 7.6], 100],
    ['four decimals', [0.0001, 1], 10_000],
  ])('of %s lies in two bytes a cell', (_, numbers, scale) => {
    expect(pack(...numbers)).toEqual({ scale, units: expect.any(Int16Array) as unknown });
  });

  test('that reaches further than two bytes lies in four', () => {
    expect(pack(32_767)).toMatchObject({ units: Int16Array.of(32_767) });
    expect(pack(32_768)).toMatchObject({ units: Int32Array.of(32_768) });
    expect(pack(-32_768)).toMatchObject({ units: Int32Array.of(-32_768) });
    expect(pack(2_147_483_648)).toBeInstanceOf(Float64Array);
  });

  test.each([
    ['more decimals than are packed', [1.23456]],
    ['spreadsheet noise', [16.600000000000001, 16.6000000000000041]],
    ['a negative zero', [-0]],
    ['an infinity', [Infinity]],
  ])('with %s is kept as it is', (_, numbers) => {
    const kept = pack(...numbers);
    expect(kept).toBeInstanceOf(Float64Array);
  });

  test('without any number comes back without any', () => {
    expect(unpackNumbers(pack(NaN, NaN))).toEqual(Float64Array.of(NaN, NaN));
    expect(unpackNumbers(pack())).toEqual(new Float64Array());
  });

  test('comes back exactly, whatever is in it', () => {
    const tenths = fc.integer({ min: -400_000, max: 400_000 }).map((unit) => unit / 10);
    const column = fc.oneof(fc.array(fc.oneof(tenths, fc.constant(NaN))), fc.array(fc.double()));
    fc.assert(
      fc.property(column, (numbers) => {
        const there = Array.from(unpackNumbers(pack(...numbers)));
        expect(there.every((number, i) => Object.is(number, numbers[i]))).toBe(true);
      }),
    );
  });
});
