import { describe, expect, test } from 'vitest';
import { compareSeries, findNewCells } from '../../src/domain/changes.ts';
import { DERBY, ENGLAND, LEICESTER, toSeries } from '../fixtures/store/figures.ts';

const NONE = { new: 0, revised: 0, withdrawn: 0, released: 0, remarked: 0, unchanged: 0 };

describe('what changes between two versions of a series', () => {
  test('is all new where there was none', () => {
    const { counts, cells } = compareSeries(undefined, toSeries('neet', 2022, { [DERBY]: [1, 'c', undefined] }));
    expect(counts).toEqual({ ...NONE, new: 2 });
    expect(cells).toEqual([]);
  });

  test('is nothing between a series and itself', () => {
    const series = toSeries('neet', 2022, { [DERBY]: [1, 'c', '2 p'] }, { lower: [0, NaN, 1] });
    expect(compareSeries(series, series)).toMatchObject({ counts: { ...NONE, unchanged: 3 }, cells: [] });
  });

  test.each([
    ['another number', 1, 2, 'revised'],
    ['a marker in place of the number', 1, 'c', 'withdrawn'],
    ['a number in place of the marker', 'c', 1, 'released'],
    ['another marker', 'c', 'x', 'remarked'],
    ['the same number, no longer provisional', '1 p', 1, 'remarked'],
  ] as const)('%s', (_, before, after, kind) => {
    const changes = compareSeries(
      toSeries('neet', 2022, { [DERBY]: [before] }),
      toSeries('neet', 2022, { [DERBY]: [after] }),
    );
    expect(changes.counts).toEqual({ ...NONE, [kind]: 1 });
    expect(changes.cells).toMatchObject([{ kind, area: DERBY, period: { label: '2022' } }]);
  });

  test('the same number with other limits is remarked', () => {
    const [before, after] = [0.5, 0.6].map((lower) => toSeries('neet', 2022, { [DERBY]: [1] }, { lower: [lower] }));
    if (!before || !after) throw new Error('no series');
    expect(compareSeries(before, after).cells).toMatchObject([
      { kind: 'remarked', before: { number: 1, lower: 0.5 }, after: { number: 1, lower: 0.6 } },
    ]);
  });

  test('cells that the later version leaves out are no change', () => {
    const before = toSeries('neet', 2022, { [DERBY]: [1, 2], [LEICESTER]: [3, 4] });
    expect(compareSeries(before, toSeries('neet', 2023, { [DERBY]: [2, undefined] })).counts).toEqual({
      ...NONE,
      unchanged: 1,
    });
  });

  test('are told with the largest revision first, relative to what the number was', () => {
    const before = toSeries('neet', 2022, { [ENGLAND]: [1000, 0, 5], [DERBY]: [1, 10, 20] });
    const after = toSeries('neet', 2022, { [ENGLAND]: [1100, 1, 'c'], [DERBY]: [2, 4, 20] });
    expect(compareSeries(before, after).cells.map((change) => [change.area, change.period.label])).toEqual([
      [ENGLAND, '2023'],
      [DERBY, '2022'],
      [DERBY, '2023'],
      [ENGLAND, '2022'],
      [ENGLAND, '2024'],
    ]);
  });
});

describe('the new cells of an area', () => {
  const before = toSeries('neet', 2022, { [DERBY]: [1, undefined], [LEICESTER]: [3, 4] });
  const after = toSeries('neet', 2022, { [DERBY]: [1, 2, 'x'], [LEICESTER]: [3, 4, 5] });

  test('are those that were not there before, in order', () => {
    expect(findNewCells(before, after, DERBY).map(({ period, after: value }) => [period.label, value])).toEqual([
      ['2023', { number: 2 }],
      ['2024', { missing: 'not-available', marker: 'x' }],
    ]);
  });

  test('are all of them where there was no series, and none for an area without cells', () => {
    expect(findNewCells(undefined, after, DERBY)).toHaveLength(3);
    expect(findNewCells(before, after, ENGLAND)).toEqual([]);
  });
});
