import { describe, expect, it } from 'vitest';
import {
  decimalsToTell,
  formatChange,
  formatDifference,
  formatFigure,
  formatNumber,
  formatValue,
  roundTo,
} from '../../src/analysis/format.ts';

const share = { unit: '% of pupils', decimals: 1 };
const rate = { unit: 'per 10,000 aged under 18', decimals: 0 };

describe('rounding', () => {
  it.each([
    [2.675, 2, 2.68],
    [-2.675, 2, -2.68],
    [0.285, 2, 0.29],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [1.005, 2, 1.01],
    [16.600000000000001, 1, 16.6],
    [9.042e-2, 3, 0.09],
    [1.5e-7, 7, 2e-7],
    [1250, -2, 1300],
    [4e20, 0, 4e20],
  ])('takes %d at %d decimals to %d', (number, decimals, expected) => {
    expect(roundTo(number, decimals)).toBe(expected);
  });

  it('has no negative zero', () => {
    expect(Object.is(roundTo(-0.04, 1), 0)).toBe(true);
    expect(formatNumber(-0.04, 1)).toBe('0.0');
  });
});

describe('a figure as it is shown', () => {
  it('carries the percent sign only where the unit is a percentage', () => {
    expect(formatFigure(7.6, share)).toBe('7.6%');
    expect(formatFigure(7.6, rate)).toBe('8');
  });

  it('separates thousands and has a true minus sign', () => {
    expect(formatFigure(-1234567.25, { unit: '£', decimals: 1 })).toBe('−1,234,567.3');
  });

  it('is the word of its marker where there is no number, and never zero', () => {
    expect(formatValue({ missing: 'suppressed', marker: 'c' }, share)).toBe('suppressed');
    expect(formatValue({ missing: 'low', marker: 'low' }, share)).toBe('low');
    expect(formatValue(undefined, share)).toBe('no figure');
    expect(formatValue({ number: 0 }, share)).toBe('0.0%');
  });

  it('is not clamped at 100%', () => {
    expect(formatValue({ number: 103.25 }, share)).toBe('103.3%');
  });
});

describe('a difference', () => {
  it('is in points for a percentage and plain for any other unit', () => {
    expect(formatDifference(-3.7, share)).toBe('3.7 points');
    expect(formatDifference(-3.7, rate)).toBe('4');
  });

  it('is one point, but 1.0 points', () => {
    expect(formatDifference(1, { unit: '%', decimals: 0 })).toBe('1 point');
    expect(formatDifference(1, share)).toBe('1.0 points');
  });

  it('has the sign of what is shown', () => {
    expect(formatChange(3.7, share)).toBe('+3.7 points');
    expect(formatChange(-12, rate)).toBe('−12');
    expect(formatChange(-0.04, share)).toBe('0.0 points');
  });
});

describe('decimals enough to tell', () => {
  it('are the indicator’s own where they already tell', () => {
    expect(decimalsToTell(7.6, [2.2, 3.4, 4.4], 1)).toBe(1);
  });

  it('grow until a value is seen on its side of the cut', () => {
    expect(decimalsToTell(0.0712, [0.0695, 0.11, 0.16], 2)).toBe(3);
  });

  it('show a value that lies on a cut as lying on it', () => {
    expect(decimalsToTell(0.07, [0.07], 2)).toBe(2);
  });
});
