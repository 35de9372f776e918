import { describe, expect, it } from 'vitest';
import { findXmr } from '../../src/analysis/xmr.ts';

/** Twelve points that alternate: mean 10.5, mean moving range 1, limits 10.5 ± 2.66. */
const ordinary = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11];

describe('XmR', () => {
  it('draws no limits below twelve points', () => {
    expect(findXmr(ordinary.slice(1))).toBeUndefined();
  });

  it('has limits at 2.66 mean moving ranges and near limits at two thirds of that', () => {
    const xmr = findXmr(ordinary);
    expect(xmr?.mean).toBe(10.5);
    expect(xmr?.lower).toBeCloseTo(7.84, 12);
    expect(xmr?.upper).toBeCloseTo(13.16, 12);
    expect(xmr?.nearUpper).toBeCloseTo(10.5 + (2 / 3) * 2.66, 12);
    expect(xmr?.nearLower).toBeCloseTo(10.5 - (2 / 3) * 2.66, 12);
    expect(xmr?.signals.every((signal) => signal === undefined)).toBe(true);
  });

  it('sees a point outside the limits', () => {
    const values = [...ordinary, ...ordinary, 20];
    expect(findXmr(values)?.signals.at(-1)).toBe('outside-limits');
  });

  it('sees seven points that rise in a row, and not six', () => {
    const rising = (n: number): number[] => [...ordinary, ...Array.from({ length: n }, (_, i) => 9.8 + i * 0.2)];
    const seven = findXmr(rising(7))?.signals ?? [];
    expect(seven.slice(-7)).toEqual(Array.from({ length: 7 }, () => 'run-in-one-direction'));
    expect(findXmr(rising(6))?.signals.slice(-6)).not.toContain('run-in-one-direction');
  });

  it('sees two of three points beyond the same near limit', () => {
    const values = [...ordinary, ...ordinary, ...ordinary, 13, 10.5, 13];
    const signals = findXmr(values)?.signals ?? [];
    expect(signals.slice(-3)).toEqual(['two-of-three-near-limit', undefined, 'two-of-three-near-limit']);
  });

  it('does not see two points beyond different near limits', () => {
    const values = [...ordinary, ...ordinary, ...ordinary, 13, 10.5, 8];
    expect(findXmr(values)?.signals.slice(-3)).not.toContain('two-of-three-near-limit');
  });

  it('sees seven points on one side of the mean', () => {
    const values = [10, 11, 10, 11, 10, 10, 11, 12, 11.5, 12, 11.5, 12, 11.5, 12];
    const signals = findXmr(values)?.signals ?? [];
    expect(signals.slice(-7)).toEqual(Array.from({ length: 7 }, () => 'run-on-one-side'));
  });
});
