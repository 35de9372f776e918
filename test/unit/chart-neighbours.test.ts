import { describe, expect, it } from 'vitest';
import { drawNeighbours } from '../../src/chart/forms/neighbours.ts';
import type { AxisStart, ChartItem } from '../../src/chart/inputs.ts';
import type { Mark } from '../../src/chart/scene.ts';
import type { Value } from '../../src/domain/value.ts';

const SHARE = { name: 'Pupils who passed', shortName: 'Passed', unit: '%', decimals: 1, polarity: 'higher' } as const;

const toItem = (id: string, value: Value, role: ChartItem['role'] = 'neighbour'): ChartItem => ({
  id,
  role,
  name: id,
  value,
});
const marksOf = (
  items: readonly ChartItem[],
  start: AxisStart,
  benchmarks: readonly ChartItem[] = [],
): readonly Mark[] =>
  drawNeighbours(
    { title: 'Among its neighbours', caption: '', measure: SHARE, start, period: '2024/25', items, benchmarks },
    { width: 600, height: 200 },
  ).marks;

/** The last of the marks of a row that is a point, or its bar's end. */
const endOf = (marks: readonly Mark[], id: string): number => {
  const own = marks.flatMap((mark) =>
    'series' in mark && mark.series === id && (mark.type === 'circle' || mark.type === 'rect') ? [mark] : [],
  );
  const mark = own.at(-1);
  return mark?.type === 'rect' ? mark.x + mark.width : (mark?.x ?? Number.NaN);
};

describe('the axis of neighbours', () => {
  it.each<AxisStart>(['fitted', 'zero'])('has room for the intervals of its figures: %s', (start) => {
    const other = toItem('Leicester', { number: 8 });
    const plain = marksOf([toItem('Derby', { number: 5 }, 'home'), other], start);
    const wide = marksOf([toItem('Derby', { number: 5, lower: 1, upper: 30 }, 'home'), other], start);
    expect(endOf(wide, 'Leicester')).toBeLessThan(endOf(plain, 'Leicester') - 50);
  });

  it('has room for benchmarks that are numbers', () => {
    const items = [toItem('Derby', { number: 5 }, 'home'), toItem('Leicester', { number: 8 })];
    const far = marksOf(items, 'zero', [toItem('England', { number: 40 }, 'england')]);
    expect(endOf(far, 'Leicester')).toBeLessThan(endOf(marksOf(items, 'zero'), 'Leicester') - 50);
    const none = marksOf(items, 'zero', [toItem('England', { missing: 'suppressed', marker: 'c' }, 'england')]);
    expect(endOf(none, 'Leicester')).toBeCloseTo(endOf(marksOf(items, 'zero'), 'Leicester'));
  });
});
