import { describe, expect, it } from 'vitest';
import { rankAttention, scoreAttention } from '../../src/analysis/attention.ts';
import type { Verdict, VerdictChoice } from '../../src/analysis/verdict.ts';
import { judge } from '../../src/analysis/verdict.ts';
import { ENGLAND } from '../../src/domain/area.ts';
import type { Polarity } from '../../src/domain/indicator.ts';
import { ALL } from '../../src/domain/indicator.ts';
import type { Target } from '../../src/domain/target.ts';
import type { Cell } from '../fixtures/analysis/world.ts';
import { academic, HOME, indicator, makeAreas, makeFigures, makeSeries, toCode } from '../fixtures/analysis/world.ts';

const PERIODS = [2021, 2022, 2023, 2024, 2025].map(academic);
/** The ten neighbours have 10, 11 … 19 in every period. */
const MEAN = 14.5;
const SPREAD = Math.sqrt(82.5 / 9);

interface Given {
  readonly polarity?: Polarity;
  readonly turn?: (number: number) => number;
  readonly half?: number;
  readonly choice?: Partial<VerdictChoice>;
  readonly name?: string;
}

/** Home at so many spreads of its neighbours above their mean in each period, earliest first. */
function judgeAt(spreads: readonly number[], given: Given = {}): Verdict {
  const { polarity = 'lower', turn = (number: number) => number, half, choice = {}, name = 'NEET' } = given;
  const it1 = indicator({ polarity, name, shortName: name, decimals: 3 });
  const home = spreads.map((at): Cell => {
    const number = turn(MEAN + at * SPREAD);
    return half === undefined ? { number } : { number, lower: number - half, upper: number + half };
  });
  const series = makeSeries(it1, ALL, PERIODS.slice(-spreads.length), [
    [ENGLAND, spreads.map(() => turn(MEAN))],
    [HOME, home],
    ...Array.from({ length: 23 }, (_, n) => [toCode(n + 1), spreads.map(() => turn(10 + (n % 10)))] as const),
  ]);
  const figures = makeFigures(makeAreas(24), [it1], [series]);
  const verdict = judge(figures, { home: HOME, indicator: it1, group: ALL, ...choice });
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

const target = (number: number): Target => ({
  indicator: 'neet',
  group: ALL,
  area: HOME,
  period: academic(2025),
  number,
});

const listed = (verdict: Verdict): string => {
  const { attention, goodNews } = rankAttention([verdict]);
  return attention.length > 0 ? 'attention' : goodNews.length > 0 ? 'good news' : 'nowhere';
};

describe('the score of an indicator', () => {
  it('weighs the gaps of the last three periods by 3, 2 and 1, in spreads of the neighbours', () => {
    expect(scoreAttention(judgeAt([9, 9, 3, 2, 1]))).toBeCloseTo((3 * 1 + 2 * 2 + 1 * 3) / 6, 6);
    expect(scoreAttention(judgeAt([2, 1]))).toBeCloseTo((3 * 1 + 2 * 2) / 5, 6);
    expect(scoreAttention(judgeAt([-1]))).toBeCloseTo(-1, 6);
  });

  it('cuts each gap at three spreads, either way', () => {
    expect(scoreAttention(judgeAt([0, 0, 0, 0, 8]))).toBeCloseTo((3 * 3) / 6, 6);
    expect(scoreAttention(judgeAt([0, 0, 0, -8, 0]))).toBeCloseTo((-3 * 2) / 6, 6);
  });

  it('adds half for a trend that gets worse, and takes half off for one that gets better', () => {
    const plain = scoreAttention(judgeAt([0, 0.5, 1, 1.5, 2])) ?? 0;
    expect(scoreAttention(judgeAt([0, 0.5, 1, 1.5, 2], { half: 0.3 }))).toBeCloseTo(plain + 0.5, 6);
    const falling = scoreAttention(judgeAt([2, 1.5, 1, 0.5, 0])) ?? 0;
    expect(scoreAttention(judgeAt([2, 1.5, 1, 0.5, 0], { half: 0.3 }))).toBeCloseTo(falling - 0.5, 6);
  });

  it('adds half for a target off course, and takes half off for one that is met', () => {
    const plain = scoreAttention(judgeAt([1, 1, 1])) ?? 0;
    const off = judgeAt([1, 1, 1], { choice: { targets: [target(5)] } });
    const met = judgeAt([1, 1, 1], { choice: { targets: [target(50)] } });
    expect(scoreAttention(off)).toBeCloseTo(plain + 0.5, 6);
    expect(scoreAttention(met)).toBeCloseTo(plain - 0.5, 6);
  });

  it('is the same in a world turned round, where higher is better', () => {
    const turned = { polarity: 'higher', turn: (number: number) => 100 - number } as const;
    for (const spreads of [
      [0, 0, 1, 2, 3],
      [0, 0, -3, -2, -1],
    ]) {
      expect(scoreAttention(judgeAt(spreads, turned))).toBeCloseTo(scoreAttention(judgeAt(spreads)) ?? 0, 6);
      expect(listed(judgeAt(spreads, turned))).toBe(listed(judgeAt(spreads)));
    }
  });

  it('is none without polarity', () => {
    expect(scoreAttention(judgeAt([3, 3, 3], { polarity: 'none' }))).toBeUndefined();
  });
});

describe('the lists of a meeting', () => {
  it.each([
    [[2, 2, 2], 'attention'],
    [[-2, -2, -2], 'good news'],
    [[0, 2, 2], 'attention'],
    [[-1, -1, 9], 'nowhere'],
    [[2, 2, 0], 'nowhere'],
    [[0, 0, 0], 'nowhere'],
  ] as const)('have %j spreads from the neighbours under %s', (spreads, list) => {
    expect(listed(judgeAt(spreads))).toBe(list);
  });

  it('say why: the figure, the neighbours, the rank, the periods, the trend and the target', () => {
    const worse = judgeAt([0, 0.5, 1, 1.5, 2], { half: 0.3, choice: { targets: [target(5)] } });
    expect(rankAttention([worse]).attention[0]?.reason).toBe(
      '20.555% in 2024/25 against 14.500%, the neighbours’ average; rank 24 of 24; worse in 3 of 3 years; getting worse; target off course',
    );
    const better = judgeAt([-0.2, -0.5, -1, -1.5, -2], { half: 0.3, choice: { targets: [target(50)] } });
    expect(rankAttention([better]).goodNews[0]?.reason).toBe(
      '8.445% in 2024/25 against 14.500%, the neighbours’ average; rank 1 of 24; better in 3 of 3 years; getting better; target met',
    );
  });

  it('begin with the strongest, ties by name, and hold no more than they are asked for', () => {
    const verdicts = (['B', 'C', 'A'] as const).map((name) => judgeAt([1, 1, 1], { name }));
    const strongest = judgeAt([2, 2, 2], { name: 'Z' });
    const names = (most?: number): readonly string[] =>
      rankAttention([...verdicts, strongest], most).attention.map(({ verdict }) => verdict.indicator.name);
    expect(names()).toEqual(['Z', 'A', 'B', 'C']);
    expect(names(2)).toEqual(['Z', 'A']);
  });
});
