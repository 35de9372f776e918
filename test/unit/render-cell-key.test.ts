import { describe, expect, it } from 'vitest';
import { toCellNumber, toColumnKeys } from '../../src/render/cell-key.ts';

describe('the number of a cell as it is shown', () => {
  it('is read with its sign, its thousands and whatever stands behind it', () => {
    expect(['7.6%', '1,234.5', '−0.3', '-2 points', '16.6 (provisional)', '26 of 151', '0'].map(toCellNumber)).toEqual([
      7.6, 1234.5, -0.3, -2, 16.6, 26, 0,
    ]);
  });

  it('is none where a marker, a word or nothing stands, or a year that is written as two', () => {
    for (const cell of ['suppressed', '', 'not published', '2023/24', 'A'])
      expect(toCellNumber(cell), cell).toBeUndefined();
  });
});

describe('a column', () => {
  it('goes by its numbers, its markers last', () => {
    expect(toColumnKeys('Derby', ['9.5%', 'suppressed', '10%'])).toEqual([9.5, undefined, 10]);
  });

  it('goes by its words where it has no numbers, an empty cell last', () => {
    expect(toColumnKeys('Authority', ['Leeds', '', 'Derby'])).toEqual(['Leeds', undefined, 'Derby']);
  });

  it('of periods keeps the order of time, however they are written', () => {
    expect(toColumnKeys('Period', ['31 March 2024', 'May 2024', '2024/25'])).toEqual([0, 1, 2]);
  });
});
