import { describe, expect, it } from 'vitest';
import { compare } from '../../src/analysis/compare.ts';
import { rankAttention } from '../../src/analysis/attention.ts';
import { judgeAll, summarise } from '../../src/analysis/overview.ts';
import { primaryGroupOf } from '../../src/analysis/primary-group.ts';
import { describeVerdict } from '../../src/analysis/sentence.ts';
import { describeFinding } from '../../src/analysis/title.ts';
import type { AreaCode } from '../../src/domain/area.ts';
import { numberOf } from '../../src/domain/value.ts';
import { readBundledFigures } from '../fixtures/analysis/bundled.ts';

const figures = readBundledFigures();
const DERBY = 'E06000015' as AreaCode;

function compareDerby(id: string) {
  const indicator = figures.findIndicator(id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  const comparison = compare(figures, { home: DERBY, indicator, group: primaryGroupOf(indicator) });
  if (!comparison) throw new Error(`nothing to compare for ${id}`);
  const { neighbours } = comparison;
  return {
    period: comparison.period.label,
    value: numberOf(comparison.value),
    england: numberOf(comparison.england),
    region: numberOf(comparison.regionValue),
    neighbours: [Number(neighbours.mean?.toFixed(1)), neighbours.n, neighbours.of],
    rank: comparison.rank && [comparison.rank.rank, comparison.rank.of],
    quartile: comparison.quartile?.band,
    comparison,
  };
}

describe('Derby in the bundled figures', () => {
  it('has an under-18 conception rate of 16.6 in 2022, 107 of 151, quartile C', () => {
    expect(compareDerby('under-18-conceptions')).toMatchObject({
      period: '2022',
      value: 16.6,
      england: 13.9,
      region: 14.4,
      neighbours: [18.8, 10, 10],
      rank: [107, 151],
      quartile: 'C',
    });
  });

  it('has 7.6% NEET in 2024/25, 152 of 153', () => {
    expect(compareDerby('neet-16-17')).toMatchObject({
      period: '2024/25',
      value: 7.6,
      england: 3.4,
      neighbours: [4.2, 10, 10],
      rank: [152, 153],
      quartile: 'D',
    });
  });

  it('has 8% with three or more placements, 26 of 151, quartile A', () => {
    expect(compareDerby('placement-moves')).toMatchObject({ value: 8, rank: [26, 151], quartile: 'A' });
  });

  it('has exclusions of the academic year 2023/24 in that year', () => {
    const { comparison, period, value } = compareDerby('permanent-exclusions');
    expect({ period, value }).toEqual({ period: '2023/24', value: 0.07 });
    expect(comparison.period).toMatchObject({ kind: 'academic', start: '2023-09-01', end: '2024-08-31' });
  });

  it('has no value for England where none is published, and no comparison with it', () => {
    const { comparison } = compareDerby('cautions-sentences');
    expect(comparison.england).toBeUndefined();
    const verdict = judgeAll(figures, DERBY).find(({ indicator }) => indicator.id === 'cautions-sentences');
    expect(verdict?.england).toMatchObject({
      answer: 'cannot-tell',
      rule: 'There is no figure for England in this period.',
    });
    expect(verdict?.notes).toContain('No figure is published for England.');
  });

  it('is judged on all 51 indicators, two of which have no polarity', () => {
    const overview = summarise(figures, DERBY);
    const counts = overview?.counts;
    expect(counts && counts.better + counts.similar + counts.worse).toBe(49);
    expect(counts?.unjudged).toBe(2);
    expect(overview?.outcomes.map(({ outcome }) => outcome.id)).toEqual([
      'be-healthy',
      'stay-safe',
      'enjoy-and-achieve',
      'positive-contribution',
      'economic-well-being',
    ]);
    expect(overview?.unplaced).toEqual([]);
  });

  it('should look at NEET and placements far from home, and is doing well on injuries', () => {
    const { attention, goodNews } = rankAttention(judgeAll(figures, DERBY));
    const ids = (entries: typeof attention) => entries.map(({ verdict }) => verdict.indicator.id);
    expect(ids(attention)).toContain('neet-16-17');
    expect(ids(attention)[0]).toBe('cla-over-20-miles');
    expect(ids(goodNews)[0]).toBe('injury-admissions');
    expect(attention[0]?.reason).toBe(
      '34% in 2024/25 against 16%, the neighbours’ average; rank 145 of 151; worse in 3 of 3 years',
    );
    expect(goodNews[0]?.reason).toMatch(/^42\.1 admissions per 10,000 aged 0 to 14 in 2023\/24 against 76\.1, /);
  });

  it.each([
    [
      'neet-16-17',
      'NEET 16–17 nearly doubled to 7.6% in a year, the joint highest of 153 authorities',
      '7.6% of 16 and 17 year olds were not in education, employment or training in 2024/25, up from 3.9% the year before and the joint highest of 153 authorities. By size, that is worse than the neighbours’ average (4.2%), the East Midlands (2.8%) and England (3.4%).',
    ],
    [
      'under-18-conceptions',
      'Under-18 conceptions fell to 16.6 in a year, below the neighbours’ average',
      'The under-18 conception rate was 16.6 per 1,000 females aged 15 to 17 in 2022, down from 16.8 the year before and 107th of 151 authorities (1st is best). By size, that is better than the neighbours’ average (18.8), but worse than the East Midlands (14.4) and England (13.9).',
    ],
    [
      'cpp-rate',
      'Protection plans rose to 40.7 in a year, below the neighbours’ average',
      'The rate of children on a child protection plan was 40.7 per 10,000 children aged under 18 on 31 March 2025, up from 37.6 a year earlier. By size, that is lower than the neighbours’ average (49.8), but similar to the East Midlands (40.4) and England (40.6).',
    ],
    [
      'road-casualties',
      'Road casualties at 13.9 over 2020 to 2022, below the neighbours’ average',
      'The rate of children killed or seriously injured on the roads was 13.9 per 100,000 children aged under 16 over 2020 to 2022, 71st of 147 authorities (1st is best). By size, that is better than the neighbours’ average (20.2) and England (16.5), but similar to the East Midlands (15.1).',
    ],
  ])('says of %s: %s', (id, finding, sentence) => {
    const verdict = judgeAll(figures, DERBY).find(({ indicator }) => indicator.id === id);
    expect(verdict && describeFinding(verdict)).toBe(finding);
    expect(verdict && describeVerdict(verdict)).toBe(sentence);
  });
});
