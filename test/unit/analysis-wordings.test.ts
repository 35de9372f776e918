import { describe, expect, it } from 'vitest';
import { describeArea } from '../../src/analysis/area-words.ts';
import { describeExtreme, toOrdinal } from '../../src/analysis/ordinal.ts';
import { describeBefore, describeList, describeStep, describeWhen } from '../../src/analysis/period-words.ts';
import { toMonth, toPooled, toQuarter, toSnapshot, toTerm, toYear } from '../../src/domain/period.ts';

describe('a period in a sentence', () => {
  it.each([
    [toYear('academic', 2025), 'in 2024/25', 'the year before', 'in a year'],
    [toSnapshot('2025-03-31'), 'on 31 March 2025', 'a year earlier', 'in a year'],
    [toPooled('calendar', 2020, 2022), 'over 2020 to 2022', 'over 2020 to 2022', 'on the period before'],
    [toTerm('autumn', 2025), 'in the autumn term 2024/25', 'the term before', 'in a term'],
    [toMonth(2025, 6), 'in June 2025', 'the month before', 'in a month'],
    [toQuarter('financial', 2024, 1), 'in Q1 2024/25', 'the quarter before', 'in a quarter'],
  ])('%s is %s', (period, when, before, step) => {
    expect([describeWhen(period), describeBefore(period), describeStep(period)]).toEqual([when, before, step]);
  });

  it('shares its preposition with others', () => {
    expect(describeWhen(toYear('calendar', 2019), toYear('calendar', 2020), toYear('calendar', 2021))).toBe(
      'in 2019, 2020 and 2021',
    );
  });
});

describe('a place in words', () => {
  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [102, '102nd'],
    [111, '111th'],
    [150, '150th'],
  ])('%d is %s', (place, ordinal) => {
    expect(toOrdinal(place)).toBe(ordinal);
  });

  it('is the highest, the second highest, or shared', () => {
    expect(describeExtreme(1, 'highest', 1)).toBe('the highest');
    expect(describeExtreme(2, 'lowest', 1)).toBe('the second lowest');
    expect(describeExtreme(1, 'lowest', 3)).toBe('the joint lowest');
    expect(() => describeExtreme(6, 'lowest', 1)).toThrow(RangeError);
  });
});

describe('areas in a sentence', () => {
  it('have an article where English gives them one', () => {
    expect(
      ['East Midlands', 'East of England', 'London', 'Yorkshire and The Humber', 'South West'].map(describeArea),
    ).toEqual(['the East Midlands', 'the East of England', 'London', 'Yorkshire and The Humber', 'the South West']);
  });

  it('are listed as one says them', () => {
    expect([describeList(['a']), describeList(['a', 'b']), describeList(['a', 'b', 'c'])]).toEqual([
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});
