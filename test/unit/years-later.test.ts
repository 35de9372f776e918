import { expect, test } from 'vitest';
import type { Period } from '../../src/domain/period.ts';
import { toMonth, toPooled, toQuarter, toSnapshot, toTerm, toYear } from '../../src/domain/period.ts';
import { toYearsLater } from '../../src/domain/years-later.ts';

const CASES: readonly (readonly [before: Period, years: number, after: Period])[] = [
  [toYear('academic', 2025), 2, toYear('academic', 2027)],
  [toYear('financial', 1999), 1, toYear('financial', 2000)],
  [toYear('financial', 2024), 0, toYear('financial', 2024)],
  [toYear('calendar', 2024), 6, toYear('calendar', 2030)],
  [toYear('reporting', 2024), 1, toYear('reporting', 2025)],
  [toPooled('financial', 2022, 2024), 1, toPooled('financial', 2023, 2025)],
  [toSnapshot('2024-03-31'), 3, toSnapshot('2027-03-31')],
  [toSnapshot('2024-02-15'), 1, toSnapshot('2025-02-15')],
  [toMonth(2023, 2), 1, toMonth(2024, 2)],
  [toMonth(2024, 2), 1, toMonth(2025, 2)],
  [toQuarter('financial', 2024, 4), 1, toQuarter('financial', 2025, 4)],
  [toTerm('autumn', 2024), 1, toTerm('autumn', 2025)],
];

test.each(CASES)('$label moved by %i years is the same stretch of that year, worded alike', (before, years, after) => {
  expect(toYearsLater(before, years)).toEqual(after);
});
