import { describe, expect, test } from 'vitest';
import { drawTimeline } from '../../src/chart/forms/timeline.ts';
import { findGap } from '../../src/app/state/commentary-words.ts';
import { toCouncilYear } from '../../src/app/state/council-year.ts';
import { describeScales, toTimeline } from '../../src/app/state/judgement-chart.ts';
import { readTarget } from '../../src/app/state/target-desk.ts';
import { judgement } from '../fixtures/store/figures.ts';

describe('a target as it is typed', () => {
  test.each([
    ['4.5', 4.5],
    [' 4.5 % ', 4.5],
    ['1,200', 1200],
    ['1,234,567.5', 1_234_567.5],
    ['-3', -3],
    ['0', 0],
  ])('%s is a number', (written, number) => {
    expect(readTarget(written)).toBe(number);
  });

  test.each(['', 'five', '4,5', '1e3', '4.5.1', '0x10', '4 to 5', 'Infinity'])('“%s” is none', (written) => {
    expect(readTarget(written)).toBeUndefined();
  });
});

describe('a commentary', () => {
  const text = { tells: 'More.', doing: '', who: '', author: 'A. Officer' };

  test('needs one part and an author', () => {
    expect(findGap(text, false)).toBeUndefined();
    expect(findGap({ ...text, tells: ' ' }, false)).toContain('one of the three parts');
    expect(findGap({ ...text, author: ' ' }, false)).toContain('who writes');
  });

  test('may be emptied where there is one to take off the page', () => {
    expect(findGap({ ...text, tells: '' }, true)).toBeUndefined();
  });
});

test('a council’s year begins in April', () => {
  expect(toCouncilYear(new Date(2026, 2, 31)).label).toBe('2025/26');
  expect(toCouncilYear(new Date(2026, 3, 1)).label).toBe('2026/27');
});

describe('inspection judgements', () => {
  const later = { ...judgement, published: '2014', framework: 'Single inspection', gradeNumber: 2, bestGradeNumber: 1 };
  const drawn = drawTimeline(toTimeline([judgement, later], 'Judgements', new Date(2026, 10, 22)), {
    width: 900,
    height: 200,
    scale: 1,
  });

  test('say which way the numbers of each framework run', () => {
    expect(describeScales([judgement, later])).toMatch(
      /^1 is the best grade of Single inspection; 4 is the best grade of Joint area review\. .*never averaged\.$/,
    );
  });

  test('are dated with no more than their source says', () => {
    expect(drawn.stops.map((stop) => stop.sentence)).toEqual([
      'Safeguarding, 19 February 2008: Good (Joint area review)',
      'Safeguarding, 2014: Good (Single inspection)',
    ]);
  });

  test('have their grade, number and direction in the table', () => {
    expect(drawn.table.rows.map((row) => row.slice(3))).toEqual([
      ['Good', '3 (4 is best)'],
      ['Good', '2 (1 is best)'],
    ]);
  });
});
