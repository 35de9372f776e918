import { describe, expect, test } from 'vitest';
import { Sorting, sortRows, toStandingKey } from '../../src/render/sorting.svelte.ts';

const identity = (value: number | string | undefined): number | string | undefined => value;

describe('rows', () => {
  test('without a key stay last in either direction', () => {
    expect(sortRows([3, undefined, 1], identity, 'ascending')).toEqual([1, 3, undefined]);
    expect(sortRows([3, undefined, 1], identity, 'descending')).toEqual([3, 1, undefined]);
  });

  test('are in order as numbers, and as words of a language', () => {
    expect(sortRows([10, 9, 100], identity, 'ascending')).toEqual([9, 10, 100]);
    expect(sortRows(['York', 'éclair', 'Derby'], identity, 'ascending')).toEqual(['Derby', 'éclair', 'York']);
  });

  test('that are equal keep the order they had, in either direction', () => {
    const rows = [
      { name: 'first', rank: 1 },
      { name: 'second', rank: 1 },
    ];
    for (const direction of ['ascending', 'descending'] as const) {
      expect(sortRows(rows, (row) => row.rank, direction)).toEqual(rows);
    }
  });
});

test('what is worse stands first, and what cannot be told last either way', () => {
  const answers = ['better', 'cannot-tell', 'worse', undefined, 'similar'];
  const order = ['worse', 'similar', 'better', 'cannot-tell', undefined];
  expect(sortRows(answers, toStandingKey, 'ascending')).toEqual(order);
  expect(sortRows(answers, toStandingKey, 'descending').slice(0, 3)).toEqual(['better', 'similar', 'worse']);
});

test('a column chosen again turns the rows round, and another one starts anew', () => {
  const sorting = new Sorting();
  const keys = { Value: (row: number): number => row, Other: (row: number): number => -row };
  expect(sorting.sort([2, 3, 1], keys)).toEqual([2, 3, 1]);
  sorting.choose('Value');
  expect([sorting.stateOf('Value'), sorting.sort([2, 3, 1], keys)]).toEqual(['ascending', [1, 2, 3]]);
  sorting.choose('Value');
  expect([sorting.stateOf('Value'), sorting.sort([2, 3, 1], keys)]).toEqual(['descending', [3, 2, 1]]);
  sorting.choose('Other');
  expect([sorting.stateOf('Value'), sorting.stateOf('Other')]).toEqual([undefined, 'ascending']);
});
