import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ConfidenceLevel, Limits } from '../../src/analysis/confidence.ts';
import { toByarLimits, toExactPoissonLimits, toRateLimits } from '../../src/analysis/poisson.ts';
import { toWilsonLimits } from '../../src/analysis/wilson.ts';
import { parseCsv } from '../fixtures/analysis/csv.ts';

describe('Wilson’s interval of a proportion', () => {
  it('is 40.38% to 59.62% for 50 of 100', () => {
    const { lower, upper } = toWilsonLimits(50, 100, 100);
    expect(lower).toBeCloseTo(40.383153, 6);
    expect(upper).toBeCloseTo(59.616847, 6);
  });

  it('stays inside the possible at nobody and at everybody', () => {
    expect(toWilsonLimits(0, 20).lower).toBe(0);
    expect(toWilsonLimits(20, 20).upper).toBeCloseTo(1, 12);
  });

  it('is wider at 99.8%', () => {
    expect(toWilsonLimits(50, 100, 100, 0.998).lower).toBeLessThan(toWilsonLimits(50, 100, 100).lower);
  });

  it.each([
    [1, 0],
    [-1, 10],
    [11, 10],
    [Number.NaN, 10],
  ])('refuses %d of %d', (x, n) => {
    expect(() => toWilsonLimits(x, n)).toThrow(RangeError);
  });
});

describe('limits of a count', () => {
  it('have the known exact values', () => {
    // Garwood (1936): 0 → 0 to 3.689, 1 → 0.0253 to 5.572, 9 → 4.115 to 17.085.
    expect(toExactPoissonLimits(0)).toEqual({ lower: 0, upper: expect.closeTo(3.6888794541139, 11) as number });
    expect(toExactPoissonLimits(1).lower).toBeCloseTo(0.0253178079842899, 12);
    expect(toExactPoissonLimits(1).upper).toBeCloseTo(5.5716433909389, 11);
    expect(toExactPoissonLimits(9).lower).toBeCloseTo(4.115373, 6);
    expect(toExactPoissonLimits(9).upper).toBeCloseTo(17.084803, 6);
  });

  it('are a whole number’s only', () => {
    expect(() => toExactPoissonLimits(2.5)).toThrow(RangeError);
    expect(() => toExactPoissonLimits(-1)).toThrow(RangeError);
    expect(() => toByarLimits(0)).toThrow(RangeError);
  });

  it('pass from exact to Byar at ten', () => {
    expect(toRateLimits(9, 1000, 1000)).toEqual(toExactPoissonLimits(9));
    expect(toRateLimits(10, 1000, 1000)).toEqual(toByarLimits(10));
  });

  it('need a population', () => {
    expect(() => toRateLimits(5, 0, 100)).toThrow(RangeError);
  });
});

const folder = new URL('../../../shared/data/vectors/', import.meta.url);

const toLevel = (written: string | undefined): ConfidenceLevel => (Number(written) === 0.998 ? 0.998 : 0.95);

/** How each method of the vectors is worked out here. */
const METHODS: Readonly<Record<string, (x: number, n: number, m: number, level: ConfidenceLevel) => Limits>> = {
  wilson: toWilsonLimits,
  wilson_limits: toWilsonLimits,
  byars_limits: (x, _n, m, level) => scale(toByarLimits(x, level), m),
  byars: (x, n, m, level) => scale(toByarLimits(x, level), m / n),
  byars_israte: (x, n, m, level) => scale(toByarLimits(x, level), m / n),
  byars_isratio: (x, n, m, level) => scale(toByarLimits(x, level), m / n),
  exact_poisson: (x, n, m, level) => scale(toExactPoissonLimits(x, level), m / n),
  exact_poisson_israte: (x, n, m, level) => scale(toExactPoissonLimits(x, level), m / n),
  exact_poisson_isratio: (x, n, m, level) => scale(toExactPoissonLimits(x, level), m / n),
  rate: toRateLimits,
  phe_rate: toRateLimits,
};

function scale({ lower, upper }: Limits, by: number): Limits {
  return { lower: lower * by, upper: upper * by };
}

function expectVectors(file: string, tolerance: number): number {
  const rows = parseCsv(readFileSync(new URL(file, folder), 'utf8')).filter((row) => row['lower'] !== '');
  for (const row of rows) {
    const method = METHODS[row['method'] ?? ''];
    if (!method) throw new Error(`no method ${String(row['method'])}`);
    const found = method(Number(row['x']), Number(row['n']), Number(row['multiplier']), toLevel(row['confidence']));
    for (const side of ['lower', 'upper'] as const) {
      const expected = Number(row[side]);
      const off = Math.abs(found[side] - expected) / Math.max(1, Math.abs(expected));
      expect(off, `${side} of ${JSON.stringify(row)}`).toBeLessThanOrEqual(tolerance);
    }
  }
  return rows.length;
}

describe.skipIf(!existsSync(folder))('intervals agree with ../shared/data/vectors', () => {
  it('to 1e-9 for every vector of the reference package', () => {
    expect(expectVectors('phe_vectors.csv', 1e-9)).toBeGreaterThan(100);
  });

  it('to the seven decimals that Fingertips publishes', () => {
    expect(expectVectors('fingertips_90284_byar_rows.csv', 1e-7)).toBe(310);
  });
});
