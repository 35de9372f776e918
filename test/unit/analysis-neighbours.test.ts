import { describe, expect, it } from 'vitest';
import { describeArea } from '../../src/analysis/area-words.ts';
import { rankAttention } from '../../src/analysis/attention.ts';
import { isDated } from '../../src/analysis/dated.ts';
import { averageNeighbours, describeRests } from '../../src/analysis/neighbour-average.ts';
import { isStepAffected } from '../../src/analysis/neighbour-members.ts';
import { countMovements, countStandings } from '../../src/analysis/overview.ts';
import { compareByPeriod } from '../../src/analysis/table.ts';
import type { Verdict } from '../../src/analysis/verdict.ts';
import { judge } from '../../src/analysis/verdict.ts';
import { ENGLAND } from '../../src/domain/area.ts';
import { ALL } from '../../src/domain/indicator.ts';
import { toSnapshot } from '../../src/domain/period.ts';
import type { Cell } from '../fixtures/analysis/world.ts';
import { academic, HOME, indicator, makeAreas, makeFigures, makeSeries, toCode } from '../fixtures/analysis/world.ts';

const PERIODS = [2020, 2021, 2022, 2023, 2024, 2025].map(academic);
const it1 = indicator();

function makeWorld(home: readonly Cell[], others: (n: number) => readonly Cell[]) {
  const series = makeSeries(it1, ALL, PERIODS, [
    [ENGLAND, PERIODS.map(() => 15)],
    [HOME, home],
    ...Array.from({ length: 23 }, (_, n) => [toCode(n + 1), others(n + 1)] as const),
  ]);
  return makeFigures(makeAreas(24), [it1], [series]);
}

function judgeHome(home: readonly Cell[], others = (n: number): readonly Cell[] => PERIODS.map(() => 9 + n)): Verdict {
  const verdict = judge(makeWorld(home, others), { home: HOME, indicator: it1, group: ALL });
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

describe('an average of neighbours', () => {
  it('says how many it rests on, and of fewer than three that they are too few', () => {
    const rests = (known: number) =>
      describeRests(averageNeighbours(Array.from({ length: 10 }, (_, n) => (n < known ? n : undefined))));
    expect(rests(10)).toBe('10 of 10');
    expect(rests(3)).toBe('3 of 10');
    expect(rests(2)).toBe('2 of 10, too few to stand for all');
    expect(rests(0)).toBe('0 of 10');
  });

  it('has a step that is affected where a neighbour came, went or was replaced', () => {
    const [a, b, c] = [toCode(1), toCode(2), toCode(3)];
    expect(isStepAffected([a, b], [b, a])).toBe(false);
    expect(isStepAffected([a, b], [a])).toBe(true);
    expect(isStepAffected([a], [a, b])).toBe(true);
    expect(isStepAffected([a, b], [a, c])).toBe(true);
    expect(isStepAffected([], [a])).toBe(false);
    expect(isStepAffected([a], [])).toBe(false);
  });

  it('is marked in the table in the periods whose step is affected', () => {
    // The first neighbour is missing in the third period alone.
    const figures = makeWorld([5, 5, 5, 5, 5, 5], (n) => PERIODS.map((_, at) => (n === 1 && at === 2 ? 'c' : 9 + n)));
    const rows = compareByPeriod(figures, { home: HOME, indicator: it1, group: ALL });
    expect(rows.map((row) => row.isStepAffected)).toEqual([false, false, true, true, false, false]);
  });

  it('has a note where its last step is affected', () => {
    const replaced = judgeHome([5, 5, 5, 5, 5, 5], (n) =>
      PERIODS.map((_, at) => ((n === 1 && at === 5) || (n === 2 && at === 4) ? 'c' : 9 + n)),
    );
    expect(replaced.notes).toEqual([
      'The neighbours’ average rests on 9 of 10; it rested on other ones in 2023/24, so its change since then is affected.',
    ]);
    const came = judgeHome([5, 5, 5, 5, 5, 5], (n) => PERIODS.map((_, at) => (n === 1 && at === 4 ? 'c' : 9 + n)));
    expect(came.notes).toEqual([
      'The neighbours’ average rests on 10 of 10; it rested on 9 in 2023/24, so its change since then is affected.',
    ]);
    const steady = judgeHome([5, 5, 5, 5, 5, 5], (n) => PERIODS.map(() => (n === 1 ? 'c' : 9 + n)));
    expect(steady.notes).toEqual(['The neighbours’ average rests on 9 of 10.']);
  });
});

describe('a figure of long ago', () => {
  it('is dated more than two years after the others went on', () => {
    expect(isDated(academic(2023), academic(2025))).toBe(false);
    expect(isDated(academic(2022), academic(2025))).toBe(true);
    expect(isDated(toSnapshot('2022-03-31'), toSnapshot('2024-03-31'))).toBe(false);
    expect(isDated(toSnapshot('2022-03-31'), toSnapshot('2025-03-31'))).toBe(true);
  });

  it('is compared in its own period, and counts in no list and no total of today', () => {
    const dated = judgeHome([40, 40, 40, 'c', 'c', 'c']);
    const recent = judgeHome([30, 40, 40, 41, 'c', 'c']);
    expect(dated).toMatchObject({ dated: true, neighbours: { answer: 'worse' } });
    expect(recent).toMatchObject({ dated: false, neighbours: { answer: 'worse' } });
    expect(dated.notes.slice(0, 2)).toEqual([
      'There is no figure for Hometon in 2024/25 (suppressed: too few children to publish); the latest is for 2021/22, and that is compared.',
      'It is too old to count in the totals and lists of today.',
    ]);
    expect(recent.notes[1]).toBeUndefined();
    expect(rankAttention([dated]).attention).toEqual([]);
    expect(rankAttention([recent]).attention).toHaveLength(1);
    expect(countStandings([dated, recent])).toEqual({ better: 0, similar: 0, worse: 1, unjudged: 1 });
    expect(countMovements([dated, recent])).toEqual({ improved: 0, worsened: 1, unchanged: 0, unknown: 1 });
  });
});

describe('an area in a sentence', () => {
  it.each([
    ['East Midlands', 'the East Midlands'],
    ['North East', 'the North East'],
    ['Isles of Scilly', 'the Isles of Scilly'],
    ['City of London', 'the City of London'],
    ['London', 'London'],
    ['South Tyneside', 'South Tyneside'],
    ['North East Lincolnshire', 'North East Lincolnshire'],
    ['Yorkshire and The Humber', 'Yorkshire and The Humber'],
  ])('%s is %s', (name, said) => {
    expect(describeArea(name)).toBe(said);
  });
});
