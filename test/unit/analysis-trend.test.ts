import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findTrendByCounts, findTrendByLimits } from '../../src/analysis/recent-trend.ts';
import { parseCsv } from '../fixtures/analysis/csv.ts';

const around = (values: readonly number[], half: number) =>
  values.map((value) => ({ value, lower: value - half, upper: value + half }));

describe('a recent trend by limits', () => {
  it('is the slope where the limits are narrow', () => {
    expect(findTrendByLimits(around([10, 12, 14, 16, 18], 1))).toMatchObject({ answer: 'increasing', steady: true });
    expect(findTrendByLimits(around([18, 16, 14, 12, 10], 1))).toMatchObject({ answer: 'decreasing', steady: true });
  });

  it('is no significant change where they are wide', () => {
    expect(findTrendByLimits(around([10, 12, 14, 16, 18], 20))?.answer).toBe('no-significant-change');
  });

  it('has the slope and χ² of the formula', () => {
    // Equal weights w = 1/SE², SE = 2·1.96/3.92 = 1: b = 2, D = Σ(t − 3)² = 10, χ² = 4·10.
    const trend = findTrendByLimits(around([10, 12, 14, 16, 18], 1.96));
    expect(trend?.slope).toBeCloseTo(2, 12);
    expect(trend?.chiSquare).toBeCloseTo(40, 9);
  });

  it('does not rest on one year: significant, but another way without it', () => {
    const points = around([10, 10.2, 10.1, 10, 16], 0.5);
    expect(findTrendByLimits(points)).toMatchObject({ answer: 'no-significant-change', steady: false });
    expect(findTrendByLimits(points)?.chiSquare).toBeGreaterThan(9.6);
  });

  it('cannot be calculated from four points, nor from limits without width', () => {
    expect(findTrendByLimits(around([1, 2, 3, 4], 1))).toBeUndefined();
    expect(findTrendByLimits(around([1, 2, 3, 4, 5], 0))).toBeUndefined();
  });
});

describe('a recent trend by counts', () => {
  const of = (counts: readonly number[]) => counts.map((count) => ({ count, denominator: 1000 }));

  it('has the χ² for trend of the formula', () => {
    const trend = findTrendByCounts(of([100, 120, 140, 160, 180]));
    expect(trend).toMatchObject({ answer: 'increasing', method: 'counts', steady: true });
    // X = 700, N = 5000, Σxt = 2300, Σnt = 15000, Σnt² = 55000.
    expect(trend?.chiSquare).toBeCloseTo(
      (5000 * (5000 * 2300 - 700 * 15000) ** 2) / (700 * 4300 * (5000 * 55000 - 15000 ** 2)),
      9,
    );
  });

  it('is no significant change where few are counted', () => {
    expect(findTrendByCounts(of([10, 11, 12, 12, 13]))?.answer).toBe('no-significant-change');
  });

  it('cannot be calculated where nobody or everybody is counted', () => {
    expect(findTrendByCounts(of([0, 10, 20, 30, 40]))).toBeUndefined();
    expect(findTrendByCounts(of([1000, 990, 980, 970, 960]))).toBeUndefined();
    expect(findTrendByCounts(of([100, 120, 140, 160]))).toBeUndefined();
  });
});

const file = new URL('../../../shared/data/vectors/fingertips_90284_trend_vectors.csv', import.meta.url);

describe.skipIf(!existsSync(file))('against ../shared/data/vectors', () => {
  it('558 of 558 series have the expected trend', () => {
    const rows = parseCsv(readFileSync(file, 'utf8'));
    const wrong = rows.filter((row) => {
      const points = [1, 2, 3, 4, 5].flatMap((n) => {
        const [value, lower, upper] = [row[`value${String(n)}`], row[`lower${String(n)}`], row[`upper${String(n)}`]];
        return value && lower && upper ? [{ value: Number(value), lower: Number(lower), upper: Number(upper) }] : [];
      });
      const trend = findTrendByLimits(points);
      const answer = trend ? trend.answer.replaceAll('-', ' ') : 'cannot be calculated';
      const same = (written: string | undefined, found: number | undefined) =>
        written === '' ? found === undefined : Math.abs(Number(written) / (found ?? Number.NaN) - 1) < 1e-9;
      return (
        answer !== row['expected_marker'] ||
        !same(row['slope'], trend?.slope) ||
        !same(row['chi_square'], trend?.chiSquare)
      );
    });
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(558);
  });
});
