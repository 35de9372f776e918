import { describe, expect, it } from 'vitest';
import { compare } from '../../src/analysis/compare.ts';
import { describeQuartileRule, describeRankRule } from '../../src/analysis/place-rules.ts';
import type { AreaCode } from '../../src/domain/area.ts';
import { readBundledFigures } from '../fixtures/analysis/bundled.ts';

const figures = readBundledFigures();

function compareDerby(id: string, home = 'E06000015') {
  const indicator = figures.findIndicator(id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  const comparison = compare(figures, { home: home as AreaCode, indicator, group: indicator.groups[0] ?? 'all' });
  if (!comparison) throw new Error(`nothing to compare for ${id}`);
  return comparison;
}

describe('the rule behind a rank', () => {
  it('says who is counted, which way is best and what equal figures share', () => {
    expect(describeRankRule(compareDerby('neet-16-17'))).toBe(
      'Counted among the 153 local authorities with a figure in 2024/25, by figures that are not rounded. Lower is better, so 1 is the lowest; equal figures share the better rank.',
    );
    expect(describeRankRule(compareDerby('participation-16-17'))).toContain('Higher is better, so 1 is the highest');
  });

  it('says that former authorities are among them', () => {
    const ranked = { ...compareDerby('neet-16-17'), formerRanked: ['E10000006' as AreaCode] };
    expect(describeRankRule(ranked)).toContain(
      'in 2024/25, those that no longer exist but are still reported among them, by',
    );
  });

  it('says why there is none', () => {
    expect(describeRankRule(compareDerby('cpp-rate'))).toBe(
      'Neither high nor low is good in itself, so nothing is ranked and there are no quartiles.',
    );
    expect(describeRankRule(compareDerby('under-18-conceptions', 'E06000053'))).toBe('There is no figure to rank.');
  });
});

describe('the rule behind a quartile', () => {
  const ruleOf = (id: string): string => {
    const comparison = compareDerby(id);
    if (!comparison.quartile) throw new Error(`no quartile for ${id}`);
    return describeQuartileRule(comparison.quartile, comparison);
  };

  it('gives the cuts with decimals enough to see where home stands', () => {
    const comparison = compareDerby('permanent-exclusions');
    expect(describeQuartileRule({ band: 'B', cuts: [0.0682, 0.13, 0.19] }, comparison)).toBe(
      'The figures of 153 authorities, in order, are cut into four quarters at 0.068%, 0.130% and 0.190% (type 7, between the two nearest where a cut falls between them). A is the best quarter: here A lies up to the first cut and D above the last. At 0.070% the figure stands in B.',
    );
  });

  it('begins with the best at the lower or the upper end, as the polarity has it', () => {
    expect(ruleOf('neet-16-17')).toContain(
      'A lies up to the first cut and D above the last. At 7.6% the figure stands in D.',
    );
    expect(ruleOf('participation-16-17')).toContain('D lies up to the first cut and A above the last.');
  });
});
