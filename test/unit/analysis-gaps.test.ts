import { describe, expect, it } from 'vitest';
import { findGapDirection, toGapReach } from '../../src/analysis/gap-direction.ts';
import { describeGap } from '../../src/analysis/gap-sentence.ts';
import { judgeAllGaps, judgeGap } from '../../src/analysis/gaps.ts';
import type { AreaCode } from '../../src/domain/area.ts';
import { ENGLAND } from '../../src/domain/area.ts';
import { readBundledFigures } from '../fixtures/analysis/bundled.ts';
import { academic, HOME, indicator, makeAreas, makeFigures, makeSeries, toCode } from '../fixtures/analysis/world.ts';
import type { Cell } from '../fixtures/analysis/world.ts';

const passed = indicator({
  id: 'passed',
  polarity: 'higher',
  decimals: 0,
  unit: '% of pupils',
  groups: ['fsm', 'not-fsm'],
});
const years = [academic(2024), academic(2025)];

/** Home's two groups; every other authority n has 60 against 70 + n in the last year. */
function judgeHome(fsm: readonly Cell[], others: readonly Cell[], authorities = 24, of = passed) {
  const rest = Array.from({ length: authorities - 1 }, (_, n) => n + 1);
  const series = [
    makeSeries(of, 'fsm', years, [
      [ENGLAND, [50, 52]],
      [HOME, fsm],
      ...rest.map((n) => [toCode(n), [undefined, 60]] as const),
    ]),
    makeSeries(of, 'not-fsm', years, [
      [ENGLAND, [70, 71]],
      [HOME, others],
      ...rest.map((n) => [toCode(n), [undefined, 70 + n]] as const),
    ]),
  ];
  return judgeGap(makeFigures(makeAreas(authorities), [of], series), { home: HOME, indicator: of, group: 'fsm' });
}

describe('a gap', () => {
  it('is the group minus its counterpart, now and beside the same gap of others', () => {
    const gap = judgeHome([40, 45], [66, 68]);
    expect(gap?.latest).toMatchObject({ group: 45, counterpart: 68, gap: -23 });
    expect(gap?.england).toBe(-19);
    expect(gap?.neighbours).toEqual({ mean: -15.5, median: -15.5, n: 10, of: 10 });
    expect(gap?.answer).toBe('worse');
    expect(gap && describeGap(gap)).toBe(
      'Pupils eligible for free school meals 45%, other pupils 68%: a gap of 23 points in 2024/25, narrower than 26 points the year before. That is, by size, worse than the neighbours’ average gap (16 points, 10 of 10).',
    );
  });

  it('is better where the disadvantage is smaller, for either polarity', () => {
    expect(judgeHome([40, 65], [66, 68])?.answer).toBe('better');
    const absent = indicator({ ...passed, polarity: 'lower' });
    // Fewer of the group are absent than among the neighbours: a gap further below zero.
    expect(judgeHome([40, 30], [66, 68], 24, absent)?.answer).toBe('better');
  });

  it('is only wider or narrower than the period before it', () => {
    expect(judgeHome([40, 45], [66, 80])?.direction).toMatchObject({ direction: 'widening', by: 'change' });
    expect(judgeHome([40, 40], [66, 66])?.direction.direction).toBe('no-clear-change');
    expect(judgeHome(['c', 45], [66, 68])?.direction.direction).toBe('cannot-tell');
  });

  it('is said to lie the other way where it has turned', () => {
    const gap = judgeHome([68, 66], [66, 68]);
    expect(gap && describeGap(gap)).toContain(
      'a gap of 2 points in 2024/25, the same as 2 points the other way the year before',
    );
  });

  it('cannot be held against fewer than five neighbours or twenty authorities', () => {
    expect(judgeHome([40, 45], [66, 68], 5)?.answer).toBe('cannot-tell');
    expect(judgeHome([40, 45], [66, 68], 19)?.answer).toBe('cannot-tell');
    expect(judgeHome([40, 45], [66, 68], 20)?.answer).toBe('worse');
  });

  it('is none where a figure is missing, or the group has no counterpart', () => {
    expect(judgeHome(['c', 'c'], [66, 68])).toBeUndefined();
    const figures = makeFigures(makeAreas(2), [passed], [makeSeries(passed, 'fsm', years, [[HOME, [1, 2]]])]);
    expect(judgeGap(figures, { home: HOME, indicator: passed, group: 'fsm' })).toBeUndefined();
    expect(judgeGap(figures, { home: HOME, indicator: passed, group: 'not-fsm' })).toBeUndefined();
  });
});

describe('the direction of a gap', () => {
  const points = (gaps: readonly number[], reach: number | undefined) =>
    gaps.map((gap, n) => ({ period: academic(2021 + n), group: gap, counterpart: 0, gap, reach }));

  it('is tested where both groups have intervals', () => {
    expect(findGapDirection(points([-30, -26, -22, -18, -14], 1), passed)).toMatchObject({
      direction: 'narrowing',
      by: 'test',
    });
    expect(findGapDirection(points([14, 18, 22, 26, 30], 1), passed)).toMatchObject({
      direction: 'widening',
      by: 'test',
    });
    expect(findGapDirection(points([14, 15, 14, 15, 14], 10), passed)).toMatchObject({
      direction: 'no-clear-change',
      by: 'test',
    });
  });

  it('is the plain change where they have none, or where the gap changes sides', () => {
    expect(findGapDirection(points([-30, -26, -22, -18, -14], undefined), passed).by).toBe('change');
    expect(findGapDirection(points([-6, -3, 0, 3, 6], 1), passed)).toMatchObject({
      by: 'change',
      direction: 'widening',
    });
  });

  it('has an interval of both errors together', () => {
    const interval = (half: number) =>
      ({ lower: 50 - half, upper: 50 + half, source: 'published', method: '' }) as const;
    expect(toGapReach(interval(3), interval(4))).toBe(5);
    expect(toGapReach(interval(3), undefined)).toBeUndefined();
  });
});

describe('a gap that is tested over five years', () => {
  const five = [2021, 2022, 2023, 2024, 2025].map(academic);
  const around = (number: number, half: number): Cell => ({ number, lower: number - half, upper: number + half });

  function describeHome(gaps: readonly number[], half: number): string {
    const series = [
      makeSeries(passed, 'fsm', five, [[HOME, gaps.map((gap) => around(60 - gap, half))]]),
      makeSeries(passed, 'not-fsm', five, [[HOME, gaps.map(() => around(60, half))]]),
    ];
    const gap = judgeGap(makeFigures(makeAreas(24), [passed], series), { home: HOME, indicator: passed, group: 'fsm' });
    return gap ? describeGap(gap) : 'no gap';
  }

  it('has been narrowing or widening, or shows no clear change', () => {
    expect(describeHome([30, 26, 22, 18, 14], 1)).toContain('in 2024/25, and has been narrowing over five years');
    expect(describeHome([14, 18, 22, 26, 30], 1)).toContain('in 2024/25, and has been widening over five years');
    expect(describeHome([14, 15, 14, 15, 14], 9)).toContain('in 2024/25, with no clear change over five years');
  });

  it('does not rest on one year', () => {
    const points = [10, 10, 10, 10, 40].map((gap, n) => ({
      period: academic(2021 + n),
      group: gap,
      counterpart: 0,
      gap,
      reach: 1,
    }));
    const { direction, rule } = findGapDirection(points, passed);
    expect(direction).toBe('no-clear-change');
    expect(rule).toMatch(
      /^χ² for trend of the gap over five years \d+\.\d, significant above 9\.5, but one year alone makes it so\.$/,
    );
  });
});

describe('the gaps of every authority in the bundled figures', () => {
  const figures = readBundledFigures();

  it('are thirteen for Derby', () => {
    const gaps = judgeAllGaps(figures, 'E06000015' as AreaCode);
    expect(gaps).toHaveLength(13);
    expect(gaps.map(describeGap)).toContain(
      'Looked-after children 33%, all children 57%: a gap of 24 points in 2024/25, narrower than 26 points the year before. That is, by size, similar to the neighbours’ average gap (23 points, 7 of 10).',
    );
  });

  it('are never called narrower than a smaller one, nor wider than a larger one', () => {
    for (const { code } of figures.areas.authorities) {
      for (const gap of judgeAllGaps(figures, code)) {
        const said = describeGap(gap);
        const [, now = '', word, before = ''] = /a gap of ([\d.,]+).*?(narrower|wider) than ([\d.,]+)/.exec(said) ?? [];
        if (word === 'narrower') expect(Number(now), said).toBeLessThan(Number(before));
        if (word === 'wider') expect(Number(now), said).toBeGreaterThan(Number(before));
        expect(said).not.toMatch(/undefined|NaN/);
      }
    }
  });
});
