import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/analysis/verdict.ts';
import { describeLastChange } from '../../src/app/state/verdict-words.ts';
import { toYear } from '../../src/domain/period.ts';

const PERCENTAGE = { unit: '% of pupils', decimals: 1 };
const moved = (change: number): Pick<Verdict, 'indicator' | 'lastChange'> => ({
  indicator: {
    ...PERCENTAGE,
    id: 'a',
    name: 'A',
    shortName: 'A',
    polarity: 'lower',
    nationalIndicators: [],
    groups: ['all'],
  },
  lastChange: { from: toYear('academic', 2024), before: 4, change },
});

describe('the change beside the latest figure', () => {
  it('is named with its size and the period before', () => {
    expect(describeLastChange(moved(3.7))).toBe(', up 3.7 points on 2023/24');
    expect(describeLastChange(moved(-0.6))).toBe(', down 0.6 points on 2023/24');
  });

  it('is no change only where nothing is left of it at the decimals shown', () => {
    expect(describeLastChange(moved(0.04))).toBe(', as in 2023/24');
    expect(describeLastChange(moved(0))).toBe(', as in 2023/24');
  });

  it('is left out where the periods are not consecutive', () => {
    expect(describeLastChange({ ...moved(1), lastChange: undefined })).toBe('');
  });
});
