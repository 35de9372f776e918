import { describe, expect, test } from 'vitest';
import { placeTimeAxis, toTimeline } from '../../src/chart/time-axis.ts';
import { placeValueAxis } from '../../src/chart/value-axis.ts';
import type { ValueAxisOptions } from '../../src/chart/value-axis.ts';
import { toMonth, toPooled, toSnapshot, toTerm, toYear } from '../../src/domain/period.ts';

const PERCENT: ValueAxisOptions = { measure: { unit: '% of pupils' }, start: 'fitted', from: 300, to: 0, spacing: 60 };
const labels = (values: readonly number[], more: Partial<ValueAxisOptions> = {}): string[] =>
  placeValueAxis(values, { ...PERCENT, ...more }).ticks.map((tick) => tick.label);

describe('a value axis', () => {
  test('says the unit once, at its top', () => {
    expect(labels([2, 8])).toEqual(['0', '2', '4', '6', '8%']);
  });

  test('a unit that is no percentage is not on it at all', () => {
    expect(labels([2, 8], { measure: { unit: 'per 10,000' } })).toEqual(['0', '2', '4', '6', '8']);
  });

  test('fitted, it leaves zero out where that gains room, and says where it starts', () => {
    const axis = placeValueAxis([88, 96], PERCENT);
    expect(axis.broken).toBe('axis starts at 88%');
    expect(axis.zero).toBeUndefined();
  });

  test('fitted, it keeps zero where leaving it out would gain little', () => {
    expect(placeValueAxis([3, 8], PERCENT).broken).toBeUndefined();
  });

  test('from zero, it starts there however far the values are', () => {
    expect(labels([88, 96], { start: 'zero' })[0]).toBe('0');
  });

  test('negative values have a true minus sign and zero is on the axis', () => {
    expect(labels([-0.4, 0.1], { measure: { unit: 'score' } })).toContain('−0.4');
    expect(placeValueAxis([-0.4, 0.1], PERCENT).zero).toBeDefined();
  });

  test('only negative values end at zero rather than start there', () => {
    expect(placeValueAxis([-5, -1], { ...PERCENT, start: 'zero' }).zero).toBe(0);
  });

  test('keeps everything on it, however little lies beyond zero', () => {
    for (const values of [
      [-5, 0.5],
      [-0.5, 5],
      [-96, -88],
      [-8, -2],
      [0.2, 0.9],
      [0, 5],
      [-5, 0],
    ]) {
      const axis = placeValueAxis(values, PERCENT);
      for (const value of values) {
        expect(axis.toPixel(value), `${String(value)} of ${String(values)}`).toBeGreaterThanOrEqual(0);
        expect(axis.toPixel(value), `${String(value)} of ${String(values)}`).toBeLessThanOrEqual(300);
      }
    }
  });

  test('begins or ends at zero where the values reach half of the way to it', () => {
    const ends = (...values: readonly number[]): readonly (string | undefined)[] => {
      const ticks = labels(values, { measure: { unit: 'score' } });
      return [ticks[0], ticks.at(-1)];
    };
    expect(ends(0.2, 0.8)).toEqual(['0.0', '0.8']);
    expect(ends(-0.8, -0.2)).toEqual(['−0.8', '0.0']);
    expect(ends(0.39, 0.8)[0]).toBe('0.0');
    expect(ends(0.41, 0.8)[0]).toBe('0.4');
    expect(ends(-0.8, -0.41)[1]).toBe('−0.4');
  });

  test('takes the noise of a spreadsheet for no difference, and next to nothing for zero', () => {
    const [one, other] = [0.1 + 0.2, 0.3];
    expect(labels([one, other])).toEqual(labels([one]));
    expect(labels([1e-7, -1e-7])).toEqual(labels([0]));
    expect(labels([1e-5, 3e-5], { measure: { unit: 'score' } })).not.toEqual(
      labels([0], { measure: { unit: 'score' } }),
    );
  });

  test('percentages over 100 are not cut', () => {
    const axis = placeValueAxis([96, 108], PERCENT);
    expect(axis.toPixel(108)).toBeGreaterThanOrEqual(0);
  });

  test('no values map to the middle, without ticks', () => {
    const axis = placeValueAxis([], PERCENT);
    expect(axis.ticks).toEqual([]);
    expect(axis.toPixel(7)).toBe(150);
    expect(placeValueAxis([], { ...PERCENT, to: 100 }).toPixel(7)).toBe(200);
  });

  test('equal values stand inside the axis, not on its edge', () => {
    const at = placeValueAxis([4, 4], PERCENT).toPixel(4);
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(300);
  });
});

describe('a time axis', () => {
  const years = (kind: 'academic' | 'calendar', from: number, count: number) =>
    Array.from({ length: count }, (_, i) => toYear(kind, from + i));

  test('places a period by its end', () => {
    const axis = placeTimeAxis(
      toTimeline([toYear('calendar', 2020), toYear('calendar', 2024), toYear('academic', 2022)]),
      0,
      1461,
      12,
    );
    expect(axis.toPixel(toYear('academic', 2022))).toBeCloseTo(608, 0);
  });

  test('a single period stands in the middle', () => {
    expect(placeTimeAxis([toYear('calendar', 2020)], 0, 100, 12).toPixel(toYear('calendar', 2020))).toBe(50);
  });

  test('the same period is there once, however often it comes', () => {
    expect(toTimeline([toYear('calendar', 2020), toYear('calendar', 2020)])).toHaveLength(1);
  });

  test('the latest period is always labelled, and the others at a regular step', () => {
    const ticks = placeTimeAxis(years('academic', 2006, 20), 0, 500, 12).ticks.map((tick) => tick.label);
    expect(ticks.at(-1)).toBe('2024/25');
    expect(ticks.length).toBeLessThan(12);
    const ends = ticks.map((label) => Number(label.slice(0, 4)));
    expect(new Set(ends.slice(1).map((end, i) => end - (ends[i] ?? 0))).size).toBe(1);
  });

  test('snapshots on one day say the day once and label the year', () => {
    const axis = placeTimeAxis([toSnapshot('2023-03-31'), toSnapshot('2024-03-31')], 0, 500, 12);
    expect(axis.ticks.map((tick) => tick.label)).toEqual(['2023', '2024']);
    expect(axis.note).toBe('31 March each year');
  });

  test('snapshots on different days keep their day', () => {
    const axis = placeTimeAxis([toSnapshot('2023-03-31'), toSnapshot('2023-09-30')], 0, 500, 12);
    expect(axis.ticks.map((tick) => tick.label)).toEqual(['31 Mar 2023', '30 Sep 2023']);
  });

  test('months, terms and pooled years are shortened', () => {
    const label = (period: Parameters<typeof placeTimeAxis>[0]) => placeTimeAxis(period, 0, 500, 12).ticks[0]?.label;
    expect(label([toMonth(2024, 9)])).toBe('Sep 2024');
    expect(label([toTerm('autumn', 2024)])).toBe('Autumn 2023/24');
    expect(label([toPooled('calendar', 2020, 2022)])).toBe('2020–2022');
  });

  test('no periods have no labels', () => {
    expect(placeTimeAxis([], 0, 500, 12).ticks).toEqual([]);
  });
});
