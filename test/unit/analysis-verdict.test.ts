import { describe, expect, it } from 'vitest';
import { rankAttention } from '../../src/analysis/attention.ts';
import { findInterval } from '../../src/analysis/interval.ts';
import { countMovements } from '../../src/analysis/overview.ts';
import { describeVerdict } from '../../src/analysis/sentence.ts';
import { describeFinding } from '../../src/analysis/title.ts';
import type { Verdict, VerdictChoice } from '../../src/analysis/verdict.ts';
import { judge } from '../../src/analysis/verdict.ts';
import { ENGLAND } from '../../src/domain/area.ts';
import { ALL } from '../../src/domain/indicator.ts';
import type { Period } from '../../src/domain/period.ts';
import { toPooled, toSnapshot } from '../../src/domain/period.ts';
import type { Cell } from '../fixtures/analysis/world.ts';
import {
  academic,
  FORMER,
  HOME,
  indicator,
  makeAreas,
  makeFigures,
  makeSeries,
  REGION,
  toCode,
} from '../fixtures/analysis/world.ts';

const FIVE = [2021, 2022, 2023, 2024, 2025].map(academic);

interface Given {
  readonly home: readonly Cell[];
  readonly england?: readonly Cell[];
  readonly others?: (n: number) => readonly Cell[];
  readonly authorities?: number;
  readonly periods?: readonly Period[];
  readonly of?: Parameters<typeof indicator>[0];
  readonly extra?: readonly (readonly [typeof HOME, readonly Cell[]])[];
  readonly choice?: Partial<VerdictChoice>;
}

/** The verdict on home among 24 authorities, the others at 10, 11, 12 … in every period. */
function judgeHome(given: Given): Verdict {
  const { home, authorities = 24, periods = FIVE, of = {}, choice = {}, extra = [] } = given;
  const others = given.others ?? ((n) => periods.map(() => 9 + n));
  const it1 = indicator(of);
  const series = makeSeries(it1, ALL, periods, [
    [ENGLAND, given.england ?? periods.map(() => 20)],
    [REGION, periods.map(() => 21)],
    [HOME, home],
    ...Array.from({ length: authorities - 1 }, (_, n) => [toCode(n + 1), others(n + 1)] as const),
    ...extra,
  ]);
  const verdict = judge(makeFigures(makeAreas(authorities), [it1], [series]), {
    home: HOME,
    indicator: it1,
    group: ALL,
    ...choice,
  });
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

const around = (number: number, half: number): Cell => ({ number, lower: number - half, upper: number + half });

describe('a verdict against its benchmarks', () => {
  it('goes by the interval where the publisher gives one', () => {
    const { england, neighbours, interval } = judgeHome({ home: [1, 1, 1, 1, around(25, 2)] });
    expect(interval).toMatchObject({ lower: 23, upper: 27, source: 'published' });
    expect(england).toMatchObject({ answer: 'worse', by: 'interval', benchmark: 20, difference: 5 });
    expect(england.rule).toBe(
      'The 95% interval of the figure, 23.0% to 27.0% (published), lies above England at 20.0%.',
    );
    expect(neighbours.rule).toContain('There is no official test against such an average');
  });

  it('goes by size where there is no interval, and says that this is no test', () => {
    const { england } = judgeHome({ home: [1, 1, 1, 1, 25] });
    expect(england).toMatchObject({ answer: 'worse', by: 'size' });
    expect(england.rule).toMatch(/^No interval is published, so this goes by size and is no test\./);
    // Home and others 10 … 32: a quarter of their interquartile range is some 2.9 points.
    expect(judgeHome({ home: [1, 1, 1, 1, 22] }).england.answer).toBe('similar');
  });

  it('opens to the numbers of its rule, with a decimal more than the figures have', () => {
    expect(judgeHome({ home: [1, 1, 1, 1, 25] }).england.rule).toMatch(
      /^No interval is published, so this goes by size and is no test\. The difference from England is 5\.00 points; to count, it must be larger than \d\.\d\d points \(a quarter of the interquartile range of 24 authorities\) and than 0\.1 points \(the rounding of the figures\)\.$/,
    );
  });

  it('cannot tell from fewer than five neighbours or fewer than twenty authorities', () => {
    const few = judgeHome({ home: [1, 1, 1, 1, 25], others: (n) => [1, 1, 1, 1, n <= 6 ? 'c' : 9 + n] });
    expect(few.neighbours).toMatchObject({ answer: 'cannot-tell', by: undefined });
    expect(few.neighbours.rule).toBe('Figures are published for 4 of the 10 neighbours; 5 are needed.');
    const small = judgeHome({ home: [1, 1, 1, 1, 25], authorities: 19 });
    expect(small.england).toMatchObject({ answer: 'cannot-tell' });
    expect(judgeHome({ home: [1, 1, 1, 1, 25], authorities: 20 }).england.answer).toBe('worse');
  });

  it('cannot tell against a total: no average lies outside the range of its authorities', () => {
    const { england } = judgeHome({ home: [1, 1, 1, 1, 25], england: [1, 1, 1, 1, 9000] });
    expect(england.answer).toBe('cannot-tell');
    expect(england.rule).toContain('outside the range of all authorities');
  });

  it('cannot tell where England has no figure', () => {
    const { england, notes } = judgeHome({ home: [1, 1, 1, 1, 25], england: [1, 1, 1, 20, 'x'] });
    expect(england).toMatchObject({ answer: 'cannot-tell', rule: 'There is no figure for England in this period.' });
    expect(notes).toContain('England has no figure for 2024/25; its latest is for 2023/24.');
  });

  it('says lower or higher without polarity', () => {
    const { england, comparison } = judgeHome({ home: [1, 1, 1, 1, 28], of: { polarity: 'none' } });
    expect(england.answer).toBe('higher');
    expect(comparison.rank).toBeUndefined();
  });

  it('may take the median of the neighbours for the mean', () => {
    const others = (n: number): readonly Cell[] => [1, 1, 1, 1, n === 1 ? 900 : 9 + n];
    const home = [1, 1, 1, 1, 25];
    expect(judgeHome({ home, others }).neighbours.benchmark).toBeGreaterThan(100);
    const median = judgeHome({ home, others, choice: { average: 'median' } });
    expect(median.neighbours.benchmark).toBe(15.5);
    expect(describeVerdict(median)).toContain('the neighbours’ median (15.5%)');
  });
});

describe('an interval of a figure', () => {
  const share = { unit: '% of pupils', decimals: 1 };

  it('is the published one before any that could be calculated', () => {
    const value = { number: 50, lower: 1, upper: 2, count: 50, denominator: 100 };
    expect(findInterval(value, share)).toMatchObject({ lower: 1, upper: 2, source: 'published' });
  });

  it('is calculated by Wilson for a percentage and by Byar for a rate, and says so', () => {
    expect(findInterval({ number: 50, count: 50, denominator: 100 }, share)).toMatchObject({
      lower: expect.closeTo(40.383, 3) as number,
      method: 'calculated here by Wilson’s method',
    });
    const rate = { unit: 'per 10,000 aged under 18', decimals: 1 };
    expect(findInterval({ number: 65, count: 65, denominator: 10_000 }, rate)).toMatchObject({
      lower: expect.closeTo(50.163, 3) as number,
      method: 'calculated here by Byar’s method',
    });
    expect(findInterval({ number: 5, count: 5, denominator: 10_000 }, rate)?.method).toContain('exact Poisson');
  });

  it('is not calculated from counts that do not give the figure', () => {
    expect(findInterval({ number: 52.4, count: 50, denominator: 100 }, share)).toBeUndefined();
    expect(
      findInterval({ number: 15.9, count: 159, denominator: 10 }, { unit: 'mean score', decimals: 1 }),
    ).toBeUndefined();
    expect(findInterval({ missing: 'suppressed', marker: 'c' }, share)).toBeUndefined();
  });
});

describe('the direction of a verdict', () => {
  it('is tested over five years where there are intervals', () => {
    const rising = [10, 12, 14, 16, 18].map((number) => around(number, 1));
    expect(judgeHome({ home: rising }).direction).toMatchObject({ answer: 'worse' });
    expect(judgeHome({ home: rising }).direction.rule).toMatch(
      /^Five points weighted by the 95% intervals, 2020\/21 to 2024\/25: χ² for trend 153\.7, significant above 9\.5; the slope keeps its sign whichever year is left out\.$/,
    );
    expect(judgeHome({ home: rising, of: { polarity: 'higher' } }).direction.answer).toBe('better');
    expect(judgeHome({ home: rising, of: { polarity: 'none' } }).direction.answer).toBe('higher');
    expect(judgeHome({ home: [10, 11, 10, 11, 10].map((n) => around(n, 5)) }).direction.answer).toBe('no-clear-change');
    expect(describeVerdict(judgeHome({ home: rising }))).toContain('it has been getting worse over five years');
  });

  it('is tested by counts for a percentage without limits', () => {
    const home = [10, 12, 14, 16, 18].map((number) => ({ number, count: number * 50, denominator: 5000 }));
    expect(judgeHome({ home }).direction).toMatchObject({ answer: 'worse', trend: { method: 'counts' } });
    expect(judgeHome({ home }).direction.rule).toContain('Five points by the counts');
  });

  it('cannot be told without intervals or counts; the last change stays a plain fact', () => {
    const { direction, lastChange } = judgeHome({ home: [10, 12, 14, 16, 18] });
    expect(direction.answer).toBe('cannot-tell');
    expect(lastChange).toMatchObject({ before: 16, change: 2 });
  });

  it('skips a missing year and says which', () => {
    const periods = [2020, 2021, 2022, 2023, 2024, 2025].map(academic);
    const home = [10, 12, 'c', 14, 16, 18].map((cell) => (typeof cell === 'number' ? around(cell, 1) : cell));
    const { direction } = judgeHome({ home, periods });
    expect(direction.answer).toBe('worse');
    expect(direction.rule).toContain('2019/20 to 2024/25, 2021/22 missing');
  });

  it('does not reach back over a break in the series', () => {
    const home = [10, 12, { number: 14, lower: 13, upper: 15, status: 'break' as const }, 16, 18].map((cell) =>
      typeof cell === 'number' ? around(cell, 1) : cell,
    );
    const { direction, notes } = judgeHome({ home });
    expect(direction.answer).toBe('cannot-tell');
    expect(direction.rule).toBe('A trend needs five years; there are 3 since the break in the series in 2022/23.');
    expect(notes).toContain(
      'The figure for 2022/23 follows a break in the series: figures before it were counted differently.',
    );
  });

  it('does not rest on years that overlap', () => {
    const periods = [2018, 2019, 2020, 2021, 2022].map((year) => toPooled('calendar', year, year + 2));
    const home = [10, 12, 14, 16, 18].map((number) => around(number, 1));
    expect(judgeHome({ home, periods }).direction).toMatchObject({
      answer: 'cannot-tell',
      rule: 'A trend is tested over five separate years; these figures pool several years.',
    });
  });
});

describe('the notes of a verdict', () => {
  it('say that home is late, why, and what is compared instead', () => {
    const verdict = judgeHome({ home: [1, 1, 1, 24, 'c'] });
    expect(verdict.period.label).toBe('2023/24');
    expect(verdict.comparison.england).toEqual({ number: 20 });
    expect(verdict.notes[0]).toBe(
      'There is no figure for Hometon in 2024/25 (suppressed: too few children to publish); the latest is for 2023/24, and that is compared.',
    );
  });

  it('say what is provisional, what is missing, and how few the neighbours are', () => {
    const { notes } = judgeHome({
      home: [24, 'c', undefined, 24, { number: 24, status: 'provisional' }],
      others: (n) => [1, 1, 1, 1, n <= 2 ? 'c' : 9 + n],
    });
    expect(notes).toEqual([
      'The figure for 2024/25 is provisional and may be revised.',
      'The neighbours’ average rests on 8 of 10; it rested on 10 in 2023/24, so its change since then is affected.',
      'There is no figure for 2021/22 (suppressed: too few children to publish).',
      'There is no figure for 2022/23.',
    ]);
  });

  it('do not count the years before the first figure as missing', () => {
    expect(judgeHome({ home: ['c', undefined, 24, 24, 24] }).notes).toEqual([]);
  });

  it('name a former authority that is counted in the ranking', () => {
    const { notes } = judgeHome({ home: [1, 1, 1, 1, 24], extra: [[FORMER, [1, 1, 1, 1, 2]]] });
    expect(notes).toEqual([
      'The ranking counts Old Shire, which no longer exists but is still reported by the publisher.',
    ]);
  });

  it('say that quartiles mean nothing where the publisher says so', () => {
    expect(judgeHome({ home: [1, 1, 1, 1, 24], of: { banded: false } }).notes).toEqual([
      'The publisher gives no quartiles for this measure.',
    ]);
  });
});

describe('the words of a verdict', () => {
  it('say that a figure is missing, and claim nothing', () => {
    const verdict = judgeHome({ home: ['c', 'c', 'c', 'c', 'c'] });
    expect(describeVerdict(verdict)).toBe(
      'Not in education, employment or training: no figure for Hometon in 2024/25 (suppressed: too few children to publish).',
    );
    expect(describeFinding(verdict)).toBe('NEET: suppressed in 2024/25');
  });

  it('compare figures as they are shown: 7.64 after 7.56 is the same', () => {
    const verdict = judgeHome({ home: [1, 1, 1, 7.56, 7.6] });
    expect(describeVerdict(verdict)).toContain('stood at 7.6% in 2024/25, the same as the year before');
    expect(describeFinding(verdict)).toContain('NEET unchanged at 7.6% in 2024/25');
  });

  it.each([
    [3.9, 7.6, 'nearly doubled to 7.6% in a year'],
    [4.1, 7.6, 'rose to 7.6% in a year'],
    [3.8, 7.6, 'doubled to 7.6% in a year'],
    [3, 7.6, 'more than doubled to 7.6% in a year'],
    [8, 4, 'halved to 4.0% in a year'],
    [8, 3, 'more than halved to 3.0% in a year'],
    [0.4, 0.8, 'rose to 0.8% in a year'],
    [8, 7, 'fell to 7.0% in a year'],
  ])('from %d to %d say “%s”', (before, now, words) => {
    expect(describeFinding(judgeHome({ home: [1, 1, 1, before, now] }))).toContain(`NEET ${words}`);
  });

  it('say since when for a day, and nothing of a period that is not the one before', () => {
    const days = ['2021', '2022', '2023', '2024', '2025'].map((year) => toSnapshot(`${year}-03-31`));
    const on = judgeHome({ home: [1, 1, 1, 20, 24], periods: days });
    expect(describeVerdict(on)).toContain('stood at 24.0% on 31 March 2025, up from 20.0% a year earlier');
    const skipped = judgeHome({ home: [1, 1, 20, 'c', 24], periods: days });
    expect(describeVerdict(skipped)).not.toContain('from');
    expect(describeFinding(skipped)).toBe('NEET at 24.0% on 31 March 2025, above the neighbours’ average');
  });

  it('call no place notable among ten authorities or fewer', () => {
    const of = (authorities: number) => judgeHome({ home: [1, 1, 1, 1, 2], authorities });
    expect(describeFinding(of(11))).toBe('NEET rose to 2.0% in a year, the lowest of 11 authorities');
    expect(describeVerdict(of(11))).toContain('and the lowest of 11 authorities');
    expect(describeFinding(of(10))).toBe('NEET rose to 2.0% in a year');
    expect(describeVerdict(of(10))).toContain('and 1st of 10 authorities (1st is best)');
  });

  it('give no reason for a figure that was not published', () => {
    const { notes } = judgeHome({ home: [24, { missing: 'not-published', marker: '-' }, 24, 24, 24] });
    expect(notes).toEqual(['There is no figure for 2021/22 (not published).']);
  });

  it('narrow the subject to a group that is not the usual one', () => {
    const wording = { form: 'share', subject: 'pupils', predicate: 'met the standard' } as const;
    const it1 = indicator({ groups: [ALL, 'fsm'], wording });
    const series = makeSeries(it1, 'fsm', FIVE, [[HOME, [1, 1, 1, 1, 30]]]);
    const figures = makeFigures(makeAreas(3), [it1], [series]);
    const verdict = judge(figures, { home: HOME, indicator: it1, group: 'fsm' });
    expect(verdict && describeVerdict(verdict)).toBe(
      '30.0% of pupils eligible for free school meals met the standard in 2024/25, up from 1.0% the year before.',
    );
    expect(verdict && describeFinding(verdict)).toBe(
      'NEET for pupils eligible for free school meals rose to 30.0% in a year',
    );
  });
});

describe('attention', () => {
  const others = (n: number): readonly Cell[] => FIVE.map(() => 9 + n);

  it('is for what is on the worse side for more than one year', () => {
    const { attention, goodNews } = rankAttention([judgeHome({ home: [20, 20, 24, 25, 26], others })]);
    expect(attention.map(({ verdict }) => verdict.indicator.id)).toEqual(['neet']);
    expect(goodNews).toEqual([]);
  });

  it('is never for one noisy year', () => {
    const noisy = judgeHome({ home: [12, 12, 12, 12, 30], others });
    expect(noisy.neighbours.answer).toBe('worse');
    expect(rankAttention([noisy])).toEqual({ attention: [], goodNews: [] });
  });

  it('is never for an indicator without polarity', () => {
    const plain = judgeHome({ home: [30, 30, 30, 30, 30], others, of: { polarity: 'none' } });
    expect(rankAttention([plain])).toEqual({ attention: [], goodNews: [] });
  });

  it('gives the good news likewise, and its reason', () => {
    const { goodNews } = rankAttention([judgeHome({ home: [10, 10, 10, 10, 10], others })]);
    expect(goodNews[0]?.reason).toBe(
      '10.0% in 2024/25 against 14.5%, the neighbours’ average; rank 1 of 24; better in 3 of 3 years',
    );
  });

  it('counts no year for more than three spreads', () => {
    const [far] = rankAttention([judgeHome({ home: [90, 90, 90, 90, 90], others })]).attention;
    expect(far?.score).toBeCloseTo(3, 12);
  });

  it('weighs a trend that is tested', () => {
    const limited = (half: number) =>
      rankAttention([judgeHome({ home: [20, 22, 24, 26, 28].map((n) => around(n, half)), others })]).attention[0];
    const [wide, narrow] = [limited(5), limited(1)];
    expect(wide?.verdict.direction.answer).toBe('no-clear-change');
    expect(narrow && wide && narrow.score - wide.score).toBeCloseTo(0.5, 12);
    expect(narrow?.reason).toContain('getting worse');
    const falling = [12, 11.5, 11, 10.5, 10].map((n) => around(n, 0.2));
    const [good] = rankAttention([judgeHome({ home: falling, others })]).goodNews;
    const [steady] = rankAttention([judgeHome({ home: falling.map(() => around(10, 0.2)), others })]).goodNews;
    expect(good?.reason).toContain('getting better');
    expect(good && steady && good.score).toBeLessThan((steady?.score ?? 0) - 0.2);
  });

  it('weighs a target that is off course', () => {
    const home = [20, 20, 24, 25, 26];
    const target = { indicator: 'neet', group: ALL, area: HOME, period: academic(2025), number: 10 };
    const [plain] = rankAttention([judgeHome({ home, others })]).attention;
    const [missed] = rankAttention([judgeHome({ home, others, choice: { targets: [target] } })]).attention;
    expect(missed && plain && missed.score - plain.score).toBeCloseTo(0.5, 12);
    expect(missed?.reason).toContain('target off course');
  });

  it('lists no more than asked for', () => {
    const verdict = judgeHome({ home: [20, 20, 24, 25, 26], others });
    expect(rankAttention([verdict, verdict, verdict], 2).attention).toHaveLength(2);
  });
});

describe('movement', () => {
  it('is counted at the decimals shown, by the polarity', () => {
    const moved = (before: number, now: number, polarity: 'lower' | 'higher' | 'none') =>
      judgeHome({ home: [1, 1, 1, before, now], of: { polarity } });
    const counts = countMovements([
      moved(5, 4, 'lower'),
      moved(4, 5, 'lower'),
      moved(4, 5, 'higher'),
      moved(4.01, 4.04, 'higher'),
      moved(4, 5, 'none'),
    ]);
    expect(counts).toEqual({ improved: 2, worsened: 1, unchanged: 1, unknown: 1 });
  });
});
