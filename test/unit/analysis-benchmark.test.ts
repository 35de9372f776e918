import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareByInterval, compareBySize } from '../../src/analysis/benchmark.ts';
import { parseCsv } from '../fixtures/analysis/csv.ts';

describe('against a benchmark by interval', () => {
  const limits = { lower: 10, upper: 20 };

  it('is similar where the benchmark touches a limit', () => {
    expect(compareByInterval(limits, 10, 'lower')).toBe('similar');
    expect(compareByInterval(limits, 20, 'lower')).toBe('similar');
  });

  it('is better or worse by the polarity where the benchmark lies outside', () => {
    expect(compareByInterval(limits, 20.1, 'lower')).toBe('better');
    expect(compareByInterval(limits, 20.1, 'higher')).toBe('worse');
    expect(compareByInterval(limits, 9.9, 'lower')).toBe('worse');
    expect(compareByInterval(limits, 9.9, 'higher')).toBe('better');
  });

  it('is only lower or higher without polarity', () => {
    expect(compareByInterval(limits, 20.1, 'none')).toBe('lower');
    expect(compareByInterval(limits, 9.9, 'none')).toBe('higher');
  });
});

describe('against a benchmark by size', () => {
  const rule = { quarterOfSpread: 0.5, rounding: 0.1 };

  it('is similar where the difference is no larger than a quarter of the spread', () => {
    expect(compareBySize(4.5, 4, rule, 'lower')).toBe('similar');
    expect(compareBySize(4.6, 4, rule, 'lower')).toBe('worse');
    expect(compareBySize(3.4, 4, rule, 'lower')).toBe('better');
  });

  it('is similar where the difference is no larger than the rounding, whatever the spread', () => {
    const narrow = { quarterOfSpread: 0.01, rounding: 0.1 };
    expect(compareBySize(4.3, 4.2, narrow, 'higher')).toBe('similar');
    expect(compareBySize(1.1, 1, narrow, 'higher')).toBe('similar');
    expect(compareBySize(0.3, 0.2, narrow, 'higher')).toBe('similar');
    expect(compareBySize(4.4, 4.2, narrow, 'higher')).toBe('better');
  });

  it('is only lower or higher without polarity', () => {
    expect(compareBySize(5, 4, rule, 'none')).toBe('higher');
    expect(compareBySize(3, 4, rule, 'none')).toBe('lower');
  });
});

const file = new URL('../../../shared/data/vectors/fingertips_90284_comparison_vectors.csv', import.meta.url);

describe.skipIf(!existsSync(file))('against ../shared/data/vectors', () => {
  it('5,802 of 5,802 published labels are reproduced', () => {
    const rows = parseCsv(readFileSync(file, 'utf8'));
    const label = (row: Record<string, string>, benchmark: string | undefined): string => {
      const [lower, upper] = [row['lower95'], row['upper95']];
      // A limit of −1 in a Fingertips file means that there is none.
      if (!benchmark || !row['value'] || lower === '-1' || upper === '-1') return 'Not compared';
      const answer = compareByInterval({ lower: Number(lower), upper: Number(upper) }, Number(benchmark), 'lower');
      return answer.charAt(0).toUpperCase() + answer.slice(1);
    };
    const wrong = rows.filter(
      (row) =>
        label(row, row['england_value']) !== row['expected_vs_england'] ||
        label(row, row['region_value']) !== row['expected_vs_region'],
    );
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(5802);
  });
});
