import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, roundTo } from '../../src/analysis/format.ts';
import { averageNeighbours } from '../../src/analysis/neighbour-average.ts';
import { toRateLimits } from '../../src/analysis/poisson.ts';
import { findQuartile, toQuantileGroups, toQuartileCuts } from '../../src/analysis/quantile.ts';
import { findRank } from '../../src/analysis/rank.ts';
import { findTrendByLimits } from '../../src/analysis/recent-trend.ts';
import { toWilsonLimits } from '../../src/analysis/wilson.ts';

const tenths = fc.integer({ min: -5000, max: 5000 }).map((n) => n / 10);
const field = fc.array(tenths, { minLength: 1, maxLength: 160 });

describe('ranks', () => {
  it('are a permutation with ties at their best: as many ahead as the rank says', () => {
    fc.assert(
      fc.property(field, fc.constantFrom('higher', 'lower'), (numbers, polarity) => {
        const sorted = [...numbers].sort((a, b) => (polarity === 'lower' ? a - b : b - a));
        const ranks = sorted.map((number) => findRank(number, numbers, polarity)?.rank ?? 0);
        expect(ranks).toEqual(sorted.map((number) => sorted.indexOf(number) + 1));
      }),
    );
  });
});

describe('quartiles', () => {
  it('rise from A to D with the value, and equal values share a band', () => {
    fc.assert(
      fc.property(field, (numbers) => {
        const sorted = [...numbers].sort((a, b) => a - b);
        const cuts = toQuartileCuts(sorted);
        if (!cuts) throw new Error('no cuts');
        const bands = sorted.map((number) => findQuartile(number, cuts, 'lower')?.band ?? '');
        expect(bands).toEqual([...bands].sort());
        const byValue = new Map(sorted.map((number, index) => [number, bands[index]]));
        expect(sorted.map((number) => byValue.get(number))).toEqual(bands);
      }),
    );
  });

  it('never leave a band above its quarter of distinct values', () => {
    fc.assert(
      fc.property(fc.uniqueArray(tenths, { minLength: 8, maxLength: 160 }), (numbers) => {
        const cuts = toQuartileCuts([...numbers].sort((a, b) => a - b));
        if (!cuts) throw new Error('no cuts');
        const inA = numbers.filter((number) => findQuartile(number, cuts, 'lower')?.band === 'A').length;
        expect(Math.abs(inA - numbers.length / 4)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('quintiles', () => {
  it('keep the order of the numbers and never part equal ones', () => {
    fc.assert(
      fc.property(fc.array(tenths, { minLength: 5, maxLength: 160 }), (numbers) => {
        const sorted = [...numbers].sort((a, b) => a - b);
        const parts = toQuantileGroups(sorted).map((part) => part ?? 0);
        expect(parts).toEqual([...parts].sort((a, b) => a - b));
        expect(parts.every((part) => part >= 1 && part <= 5)).toBe(true);
        sorted.forEach((number, index) => {
          expect(parts[index]).toBe(parts[sorted.indexOf(number)]);
        });
      }),
    );
  });
});

describe('the neighbours’ average', () => {
  it('lies between the least and the most, whatever is missing', () => {
    fc.assert(
      fc.property(fc.array(fc.option(tenths, { nil: undefined }), { maxLength: 10 }), (numbers) => {
        const { mean, median, n, of } = averageNeighbours(numbers);
        const known = numbers.filter((number) => number !== undefined);
        expect([n, of]).toEqual([known.length, numbers.length]);
        if (n === 0) {
          expect([mean, median]).toEqual([undefined, undefined]);
          return;
        }
        const [least, most] = [Math.min(...known), Math.max(...known)];
        for (const centre of [mean, median]) {
          expect(centre).toBeGreaterThanOrEqual(least - 1e-9);
          expect(centre).toBeLessThanOrEqual(most + 1e-9);
        }
      }),
    );
  });
});

describe('intervals', () => {
  it('contain their figure, and narrow as the population grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 501, max: 5000 }), (x, n) => {
        const share = toWilsonLimits(x, n);
        expect(share.lower).toBeLessThanOrEqual(x / n + 1e-12);
        expect(share.upper).toBeGreaterThanOrEqual(x / n);
        const wider = toWilsonLimits(x, n, 1, 0.998);
        expect(wider.upper - wider.lower).toBeGreaterThan(share.upper - share.lower);
        const rate = toRateLimits(x, n, 1000);
        expect(rate.lower).toBeLessThanOrEqual((x * 1000) / n);
        expect(rate.upper).toBeGreaterThan((x * 1000) / n);
      }),
    );
  });
});

describe('a recent trend', () => {
  it('turns round with time and with sign', () => {
    const point = fc.record({ value: tenths, reach: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 5, maxLength: 5 }), (points) => {
        const limited = points.map(({ value, reach }) => ({ value, lower: value - reach, upper: value + reach }));
        const mirrored = points.map(({ value, reach }) => ({
          value: -value,
          lower: -value - reach,
          upper: -value + reach,
        }));
        const [forward, back, turned] = [limited, limited.toReversed(), mirrored].map(findTrendByLimits);
        expect(back?.slope).toBeCloseTo(-(forward?.slope ?? Number.NaN), 9);
        expect(turned?.slope).toBeCloseTo(-(forward?.slope ?? Number.NaN), 9);
        expect(back?.chiSquare).toBeCloseTo(forward?.chiSquare ?? Number.NaN, 6);
      }),
    );
  });
});

describe('rounding', () => {
  it('is never further off than half a unit, and symmetrical', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (number, decimals) => {
          const rounded = roundTo(number, decimals);
          expect(Math.abs(rounded - number)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
          expect(roundTo(-number, decimals)).toBe(rounded === 0 ? 0 : -rounded);
        },
      ),
    );
  });

  it('shows what it says', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (number, decimals) => {
          const shown = formatNumber(number, decimals);
          expect(Number(shown.replaceAll(',', '').replace('−', '-'))).toBe(roundTo(number, decimals));
        },
      ),
    );
  });
});
