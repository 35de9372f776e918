import { describe, expect, it } from 'vitest';
import { describeSpan } from '../../src/analysis/period-words.ts';
import { toPooled, toYear } from '../../src/domain/period.ts';

describe('a span of periods', () => {
  it('runs from the first to the last, or is the one', () => {
    expect(describeSpan(toYear('academic', 2016), toYear('academic', 2025))).toBe('2015/16 to 2024/25');
    expect(describeSpan(toYear('calendar', 2024), toYear('calendar', 2024))).toBe('2024');
  });

  it('keeps pooled years apart from the span', () => {
    expect(describeSpan(toPooled('calendar', 2014, 2016), toPooled('calendar', 2020, 2022))).toBe(
      '2014–2016 to 2020–2022',
    );
    expect(describeSpan(toPooled('calendar', 2020, 2022), toPooled('calendar', 2020, 2022))).toBe('2020 to 2022');
  });
});
