import { describe, expect, it } from 'vitest';
import { findChange } from '../../src/analysis/change.ts';
import { compare } from '../../src/analysis/compare.ts';
import { findLatestFor, findLatestPeriod } from '../../src/analysis/latest.ts';
import { averageNeighbours } from '../../src/analysis/neighbour-average.ts';
import { findQuartile, toQuantileGroups, toQuartileCuts } from '../../src/analysis/quantile.ts';
import { findRank } from '../../src/analysis/rank.ts';
import { compareByPeriod } from '../../src/analysis/table.ts';
import { ENGLAND } from '../../src/domain/area.ts';
import { ALL } from '../../src/domain/indicator.ts';
import type { Cell } from '../fixtures/analysis/world.ts';
import {
  academic,
  FORMER,
  HOME,
  indicator,
  JOINT,
  makeAreas,
  makeFigures,
  makeSeries,
  REGION,
  toCode,
} from '../fixtures/analysis/world.ts';

const years = [academic(2023), academic(2024), academic(2025)];
const areas = makeAreas(20);

/** Home 5, the others 1, 2, 3 … 19 in the last year; half of that before. */
const ordinary = (home: readonly Cell[]) => [
  [ENGLAND, [4, 5, 6]] as const,
  [REGION, [5, 6, 7]] as const,
  [HOME, home] as const,
  ...Array.from({ length: 19 }, (_, n) => [toCode(n + 1), [undefined, (n + 1) / 2, n + 1]] as const),
];

function compareOrdinary(
  home: readonly Cell[],
  given: Parameters<typeof indicator>[0] = {},
  extra: readonly (readonly [typeof HOME, readonly Cell[]])[] = [],
) {
  const it = indicator(given);
  const figures = makeFigures(areas, [it], [makeSeries(it, ALL, years, [...ordinary(home), ...extra])]);
  return { figures, comparison: compare(figures, { home: HOME, indicator: it, group: ALL }), indicator: it };
}

describe('a comparison', () => {
  it('takes England and the region as published', () => {
    const { comparison } = compareOrdinary([undefined, 4, 5]);
    expect(comparison?.england).toEqual({ number: 6 });
    expect(comparison?.regionValue).toEqual({ number: 7 });
    expect(comparison?.period.label).toBe('2024/25');
  });

  it('averages the ten neighbours and says how many it rests on', () => {
    const { comparison } = compareOrdinary([undefined, 4, 5]);
    expect(comparison?.neighbours).toEqual({ mean: 5.5, median: 5.5, n: 10, of: 10 });
  });

  it('leaves a suppressed neighbour out of the average and out of the ranking', () => {
    const { figures, indicator: it } = compareOrdinary([undefined, 4, 5]);
    const series = figures.findSeries(it.id, ALL);
    const cells = (series?.areas ?? []).map((code) => [code, [code === toCode(10) ? 'c' : 5]] as const);
    const hidden = makeFigures(areas, [it], [makeSeries(it, ALL, [academic(2025)], cells)]);
    const comparison = compare(hidden, { home: HOME, indicator: it, group: ALL });
    expect(comparison?.neighbours).toEqual({ mean: 5, median: 5, n: 9, of: 10 });
    expect(comparison?.rank).toEqual({ rank: 1, of: 19 });
    expect(comparison?.neighbourRows.at(-1)).toMatchObject({ area: toCode(10), rank: undefined });
  });

  it('ranks among all authorities and shares the best rank between ties', () => {
    const { comparison } = compareOrdinary([undefined, 4, 5]);
    expect(comparison?.rank).toEqual({ rank: 5, of: 20 });
    expect(comparison?.published).toBe(20);
  });

  it('turns the rank round where higher is better', () => {
    expect(compareOrdinary([undefined, 4, 5], { polarity: 'higher' }).comparison?.rank).toEqual({ rank: 15, of: 20 });
  });

  it('has neither rank nor quartile without polarity, but says how many authorities have a number', () => {
    const { comparison } = compareOrdinary([undefined, 4, 5], { polarity: 'none' });
    expect(comparison?.rank).toBeUndefined();
    expect(comparison?.quartile).toBeUndefined();
    expect(comparison?.published).toBe(20);
  });

  it('has a rank but no quartile where the publisher says that quartiles mean nothing', () => {
    const { comparison } = compareOrdinary([undefined, 4, 5], { banded: false });
    expect(comparison?.rank).toEqual({ rank: 5, of: 20 });
    expect(comparison?.quartile).toBeUndefined();
  });

  it('counts an abolished authority that is still reported, and names it', () => {
    const { comparison } = compareOrdinary([undefined, 4, 5], {}, [[FORMER, [undefined, undefined, 1]]]);
    expect(comparison?.rank).toEqual({ rank: 6, of: 21 });
    expect(comparison?.formerRanked).toEqual([FORMER]);
  });

  it('never ranks a joint row', () => {
    const { comparison } = compareOrdinary([undefined, 4, 5], {}, [[JOINT, [undefined, undefined, 1]]]);
    expect(comparison?.rank).toEqual({ rank: 5, of: 20 });
  });

  it('lists home and its neighbours best first, the missing ones last', () => {
    const { comparison } = compareOrdinary([undefined, 4, 5]);
    const rows = comparison?.neighbourRows ?? [];
    expect(rows).toHaveLength(11);
    expect(rows.map((row) => row.rank?.rank)).toEqual([1, 2, 3, 4, 5, 5, 7, 8, 9, 10, 11]);
    expect(rows.filter((row) => row.home).map((row) => row.area)).toEqual([HOME]);
  });

  it('keeps the marker of home in the latest period, with neither rank nor change', () => {
    const { comparison } = compareOrdinary([undefined, 4, 'c']);
    expect(comparison?.value).toEqual({ missing: 'suppressed', marker: 'c' });
    expect(comparison?.rank).toBeUndefined();
    expect(comparison?.quartile).toBeUndefined();
    expect(comparison?.change).toBeUndefined();
    expect(comparison?.neighbours.n).toBe(10);
  });

  it('is undefined where there is no such series', () => {
    const { figures, indicator: it } = compareOrdinary([undefined, 4, 5]);
    expect(compare(figures, { home: HOME, indicator: it, group: 'fsm' })).toBeUndefined();
    expect(compareByPeriod(figures, { home: HOME, indicator: it, group: 'fsm' })).toEqual([]);
  });

  it('compares at the period asked for', () => {
    const { figures, indicator: it } = compareOrdinary([undefined, 4, 5]);
    const comparison = compare(figures, { home: HOME, indicator: it, group: ALL, period: academic(2024) });
    expect(comparison).toMatchObject({ value: { number: 4 }, england: { number: 5 }, change: undefined });
  });
});

describe('the table of a comparison', () => {
  it('has a row for each period, earliest first, gaps included', () => {
    const { figures, indicator: it } = compareOrdinary([undefined, 'c', 5]);
    const rows = compareByPeriod(figures, { home: HOME, indicator: it, group: ALL });
    expect(rows.map((row) => row.period.label)).toEqual(['2022/23', '2023/24', '2024/25']);
    expect(rows.map((row) => row.home)).toEqual([undefined, { missing: 'suppressed', marker: 'c' }, { number: 5 }]);
    expect(rows.map((row) => row.neighbours.n)).toEqual([0, 10, 10]);
  });
});

describe('the latest period', () => {
  const it1 = indicator();
  const series = makeSeries(it1, ALL, years, [
    [ENGLAND, [1, 2, 3]],
    [HOME, [1, 'c', 'c']],
    [toCode(1), [1, 2, 'c']],
  ]);

  it('is the latest in which an authority has a number, not the latest with a row', () => {
    expect(findLatestPeriod(series, [HOME, toCode(1)])?.label).toBe('2023/24');
  });

  it('of home is the latest in which home has a number', () => {
    expect(findLatestFor(series, HOME)?.label).toBe('2022/23');
    expect(findLatestFor(series, toCode(1), academic(2023))?.label).toBe('2022/23');
  });

  it('is undefined where nobody has a number', () => {
    expect(findLatestPeriod(series, [toCode(7)])).toBeUndefined();
    expect(findLatestFor(series, toCode(7))).toBeUndefined();
  });
});

describe('a change', () => {
  const of = (periods: readonly ReturnType<typeof academic>[], cells: readonly Cell[]) =>
    findChange(makeSeries(indicator(), ALL, periods, [[HOME, cells]]), HOME, academic(2025));

  it('is the latest minus the one before', () => {
    expect(of([academic(2024), academic(2025)], [4, 7])).toBe(3);
  });

  it('does not bridge a missing year', () => {
    expect(of([academic(2023), academic(2025)], [4, 7])).toBeUndefined();
    expect(of([academic(2023), academic(2024), academic(2025)], [4, 'c', 7])).toBeUndefined();
  });
});

describe('an average of neighbours', () => {
  it('is missing where all are', () => {
    expect(averageNeighbours([undefined, undefined])).toEqual({ mean: undefined, median: undefined, n: 0, of: 2 });
  });

  it('counts a zero as a number', () => {
    expect(averageNeighbours([0, 3, undefined])).toEqual({ mean: 1.5, median: 1.5, n: 2, of: 3 });
  });
});

describe('a rank', () => {
  it('is shared at its best by ties', () => {
    expect(findRank(2, [1, 2, 2, 3], 'lower')).toEqual({ rank: 2, of: 4 });
    expect(findRank(2, [1, 2, 2, 3], 'higher')).toEqual({ rank: 2, of: 4 });
    expect(findRank(3, [1, 2, 2, 3], 'lower')).toEqual({ rank: 4, of: 4 });
  });
});

describe('a quartile', () => {
  const cuts = toQuartileCuts([1, 2, 3, 4]);

  it('has the cut points of type 7', () => {
    expect(cuts).toEqual([1.75, 2.5, 3.25]);
    expect(toQuartileCuts([])).toBeUndefined();
  });

  it.each([
    [1.75, 'A', 'D'],
    [1.76, 'B', 'C'],
    [2.5, 'B', 'C'],
    [3.25, 'C', 'B'],
    [3.26, 'D', 'A'],
  ] as const)('puts %d into %s where lower is better and into %s where higher is', (value, lower, higher) => {
    if (!cuts) throw new Error('no cuts');
    expect(findQuartile(value, cuts, 'lower')?.band).toBe(lower);
    expect(findQuartile(value, cuts, 'higher')?.band).toBe(higher);
    expect(findQuartile(value, cuts, 'none')).toBeUndefined();
  });
});

describe('quintiles', () => {
  it('divide ten numbers into five pairs', () => {
    expect(toQuantileGroups([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  it('count from the largest where inverted', () => {
    expect(toQuantileGroups([1, 2, 3, 4, 5], 5, true)).toEqual([5, 4, 3, 2, 1]);
  });

  it('never part equal numbers', () => {
    expect(new Set(toQuantileGroups([7, 7, 7, 7, 7, 7])).size).toBe(1);
  });

  it('are missing where there are fewer numbers than parts', () => {
    expect(toQuantileGroups([1, 2, undefined, 3, 4])).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});
