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
});
