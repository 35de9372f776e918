import { describe, expect, it } from 'vitest';
import { findDueTarget, judgeTarget, toTargetLine } from '../../src/analysis/target-course.ts';
import { judge } from '../../src/analysis/verdict.ts';
import { ALL } from '../../src/domain/indicator.ts';
import type { Target } from '../../src/domain/target.ts';
import { academic, HOME, indicator, makeAreas, makeFigures, makeSeries } from '../fixtures/analysis/world.ts';

const neet = indicator();

const target = (endYear: number, number: number, baseline?: readonly [endYear: number, number: number]): Target => ({
  indicator: neet.id,
  group: ALL,
  area: HOME,
  period: academic(endYear),
  number,
  ...(baseline ? { baseline: { period: academic(baseline[0]), number: baseline[1] } } : {}),
});

const at = (endYear: number, number: number) => ({ period: academic(endYear), number });

describe('the line to a target', () => {
  it('is straight between the ends of the two periods', () => {
    expect(toTargetLine(at(2021, 8), at(2025, 4), academic(2023))).toBeCloseTo(6, 2);
    expect(toTargetLine(at(2021, 8), at(2025, 4), academic(2021))).toBe(8);
    expect(toTargetLine(at(2021, 8), at(2025, 4), academic(2025))).toBe(4);
  });

  it('does not run backwards', () => {
    expect(toTargetLine(at(2025, 8), at(2025, 4), academic(2025))).toBeUndefined();
  });
});

describe('a target', () => {
  it('is met where the figure reaches it, before its date or at it', () => {
    expect(judgeTarget(target(2027, 5), at(2025, 5), neet).course).toBe('met');
    expect(judgeTarget(target(2025, 5), at(2025, 4.9), neet).course).toBe('met');
  });

  it('is off course where its date is past and it was not met', () => {
    const verdict = judgeTarget(target(2025, 5), at(2025, 5.1), neet);
    expect(verdict.course).toBe('off-course');
    expect(verdict.rule).toBe('The target is 5.0% in 2024/25; it was 5.1% in 2024/25, so it was not met.');
  });

  it('is on course at the line from its baseline, and off course beyond it', () => {
    const halfway = target(2027, 4, [2023, 8]);
    expect(judgeTarget(halfway, at(2025, 5.9), neet).course).toBe('on-course');
    const off = judgeTarget(halfway, at(2025, 6.1), neet);
    expect(off.course).toBe('off-course');
    expect(off.expected).toBeCloseTo(6, 2);
    expect(off.rule).toContain('the straight line from 8.0% in 2022/23 stands at 6.0%');
  });

  it('cannot be told on its way without a baseline, nor without a figure', () => {
    expect(judgeTarget(target(2027, 4), at(2025, 6), neet).course).toBe('cannot-tell');
    expect(judgeTarget(target(2027, 4), undefined, neet).course).toBe('cannot-tell');
  });

  it('cannot be told where there is no figure since its baseline', () => {
    const { course, rule } = judgeTarget(target(2027, 4, [2025, 6]), at(2025, 6), neet);
    expect(course).toBe('cannot-tell');
    expect(rule).toContain('no figure since the baseline');
  });

  it('goes the way of the polarity: higher is better turns it round', () => {
    const higher = indicator({ polarity: 'higher' });
    expect(judgeTarget(target(2025, 90), at(2025, 91), higher).course).toBe('met');
    expect(judgeTarget(target(2025, 90), at(2025, 90), higher).course).toBe('met');
    expect(judgeTarget(target(2025, 90), at(2025, 89), higher).course).toBe('off-course');
  });

  it('without polarity goes the way from its baseline, and nowhere without one', () => {
    const none = indicator({ polarity: 'none' });
    expect(judgeTarget(target(2025, 60, [2023, 80]), at(2025, 59), none).course).toBe('met');
    expect(judgeTarget(target(2025, 60), at(2025, 59), none).course).toBe('cannot-tell');
  });
});

describe('of several targets', () => {
  it('the next one due is judged, or the last where all are past', () => {
    const all = [target(2027, 4), target(2024, 6), target(2026, 5)];
    expect(findDueTarget(all, academic(2025))?.number).toBe(5);
    expect(findDueTarget(all, academic(2026))?.number).toBe(5);
    expect(findDueTarget(all, academic(2030))?.number).toBe(4);
    expect(findDueTarget([], academic(2025))).toBeUndefined();
  });

  it('one that is past is judged by the figure of its own period', () => {
    const periods = [academic(2023), academic(2024), academic(2025)];
    const series = makeSeries(neet, ALL, periods, [[HOME, [5, 4, 9]]]);
    const figures = makeFigures(makeAreas(2), [neet], [series]);
    const targets = [target(2024, 4), { ...target(2024, 1), group: 'fsm' }];
    const verdict = judge(figures, { home: HOME, indicator: neet, group: ALL, targets });
    expect(verdict?.target).toMatchObject({ course: 'met', target: { number: 4 } });
  });
});
