import { describe, expect, it } from 'vitest';
import {
  comparePeriods,
  isConsecutive,
  isOverlapping,
  monthsLong,
  toMonth,
  toPeriodKey,
  toPooled,
  toQuarter,
  toSnapshot,
  toTerm,
  toYear,
} from '../../src/domain/period.ts';

describe('a period', () => {
  it('is the year that ends in the year named', () => {
    expect(toYear('academic', 2024)).toEqual({
      kind: 'academic',
      start: '2023-09-01',
      end: '2024-08-31',
      label: '2023/24',
    });
    expect(toYear('financial', 2000).label).toBe('1999/00');
    expect(toYear('reporting', 2025).label).toBe('2025');
  });

  it('ends on the last day of its last month, in leap years too', () => {
    expect(toMonth(2024, 2).end).toBe('2024-02-29');
    expect(toMonth(2023, 2).end).toBe('2023-02-28');
    expect(toQuarter('financial', 2024, 4)).toMatchObject({
      start: '2025-01-01',
      end: '2025-03-31',
      label: 'Q4 2024/25',
    });
    expect(toTerm('autumn and spring', 2025)).toMatchObject({ start: '2024-09-01', end: '2025-04-30' });
  });

  it('has the same key however it is called', () => {
    expect(toPeriodKey(toYear('financial', 2025, '2025'))).toBe(toPeriodKey(toYear('financial', 2025)));
    expect(toPeriodKey(toYear('financial', 2025))).not.toBe(toPeriodKey(toYear('reporting', 2025)));
  });

  it('is ordered by its end, then by its start', () => {
    const periods = [toPooled('calendar', 2022, 2024), toYear('calendar', 2024), toYear('academic', 2024)];
    expect(periods.sort(comparePeriods).map(({ kind }) => kind)).toEqual(['academic', 'pooled', 'calendar']);
  });

  it('follows another of its kind only where nothing lies between', () => {
    expect(isConsecutive(toYear('academic', 2023), toYear('academic', 2024))).toBe(true);
    expect(isConsecutive(toYear('academic', 2022), toYear('academic', 2024))).toBe(false);
    expect(isConsecutive(toYear('academic', 2023), toYear('financial', 2024))).toBe(false);
    expect(isConsecutive(toMonth(2023, 12), toMonth(2024, 1))).toBe(true);
    expect(isConsecutive(toQuarter('calendar', 2023, 4), toQuarter('calendar', 2024, 1))).toBe(true);
    expect(isConsecutive(toSnapshot('2024-03-31'), toSnapshot('2025-03-31'))).toBe(true);
    expect(isConsecutive(toPooled('calendar', 2020, 2022), toPooled('calendar', 2021, 2023))).toBe(true);
  });

  it('overlaps where it shares a day', () => {
    expect(isOverlapping(toPooled('calendar', 2020, 2022), toPooled('calendar', 2021, 2023))).toBe(true);
    expect(isOverlapping(toYear('calendar', 2020), toYear('calendar', 2021))).toBe(false);
    expect(monthsLong(toPooled('calendar', 2020, 2022))).toBe(36);
  });

  it('is named by its month as British English has it', () => {
    const names = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const name = names.format(new Date(Date.UTC(2024, month - 1, 1)));
      expect(toMonth(2024, month).label).toBe(`${name} 2024`);
      expect(toSnapshot(`2024-${String(month).padStart(2, '0')}-05`).label).toBe(`5 ${name} 2024`);
    }
  });

  it.each([
    ['autumn', '2024-09-01', '2024-12-31', 'Autumn term 2024/25'],
    ['spring', '2025-01-01', '2025-04-30', 'Spring term 2024/25'],
    ['summer', '2025-05-01', '2025-08-31', 'Summer term 2024/25'],
    ['autumn and spring', '2024-09-01', '2025-04-30', 'Autumn and spring term 2024/25'],
  ] as const)('is the %s term of an academic year, from %s to %s', (name, start, end, label) => {
    expect(toTerm(name, 2025)).toEqual({ kind: 'term', start, end, label });
  });

  it.each([
    ['calendar', 1, '2024-01-01', '2024-03-31', 'Q1 2024'],
    ['calendar', 4, '2024-10-01', '2024-12-31', 'Q4 2024'],
    ['financial', 1, '2024-04-01', '2024-06-30', 'Q1 2024/25'],
    ['financial', 3, '2024-10-01', '2024-12-31', 'Q3 2024/25'],
    ['financial', 4, '2025-01-01', '2025-03-31', 'Q4 2024/25'],
  ] as const)('is a quarter of a %s year: the %ith from %s to %s', (basis, quarter, start, end, label) => {
    expect(toQuarter(basis, 2024, quarter)).toEqual({ kind: 'quarter', start, end, label });
  });

  it('is several years taken together, from the start of the first to the end of the last', () => {
    expect(toPooled('financial', 2022, 2024)).toEqual({
      kind: 'pooled',
      start: '2021-04-01',
      end: '2024-03-31',
      label: '2021/22 to 2023/24',
    });
  });

  it('follows the one before it in its own step and no other', () => {
    expect(isConsecutive(toMonth(2024, 1), toMonth(2024, 3))).toBe(false);
    expect(isConsecutive(toMonth(2024, 2), toMonth(2024, 1))).toBe(false);
    expect(isConsecutive(toQuarter('calendar', 2024, 1), toQuarter('calendar', 2024, 3))).toBe(false);
    expect(isConsecutive(toTerm('autumn', 2025), toTerm('spring', 2025))).toBe(true);
    expect(isConsecutive(toTerm('autumn', 2025), toTerm('summer', 2025))).toBe(false);
    expect(isConsecutive(toTerm('spring', 2025), toTerm('autumn', 2025))).toBe(false);
    expect(isConsecutive(toPooled('calendar', 2020, 2022), toPooled('calendar', 2020, 2023))).toBe(false);
    expect(isConsecutive(toSnapshot('2024-03-31'), toSnapshot('2024-09-30'))).toBe(false);
  });

  it('equals itself in order, and shares the day on which one ends and the other begins', () => {
    expect(comparePeriods(toYear('calendar', 2024), toYear('calendar', 2024))).toBe(0);
    expect(comparePeriods(toYear('calendar', 2024), toPooled('calendar', 2022, 2024))).toBe(1);
    expect(comparePeriods(toPooled('calendar', 2022, 2024), toYear('calendar', 2024))).toBe(-1);
    expect(comparePeriods(toYear('calendar', 2024), toPooled('calendar', 2020, 2023))).toBe(1);
    expect(comparePeriods(toPooled('calendar', 2020, 2024), toYear('calendar', 2023))).toBe(1);
    expect(comparePeriods(toYear('calendar', 2023), toPooled('calendar', 2020, 2024))).toBe(-1);
    expect(comparePeriods(toPooled('calendar', 2020, 2023), toYear('calendar', 2024))).toBe(-1);
    const [year, lastDay, nextDay] = [toYear('calendar', 2024), toSnapshot('2024-12-31'), toSnapshot('2025-01-01')];
    expect([isOverlapping(year, lastDay), isOverlapping(lastDay, year)]).toEqual([true, true]);
    expect([isOverlapping(year, nextDay), isOverlapping(nextDay, year)]).toEqual([false, false]);
  });

  it('has no length where it is a day', () => {
    expect(monthsLong(toSnapshot('2024-03-31'))).toBe(0);
    expect(monthsLong(toMonth(2024, 2))).toBe(1);
    expect(monthsLong(toYear('academic', 2024))).toBe(12);
  });
});
