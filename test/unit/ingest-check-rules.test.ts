import { describe, expect, it } from 'vitest';
import { ENGLAND } from '../../src/domain/area.ts';
import type { Series } from '../../src/domain/series.ts';
import { describeSome } from '../../src/ingest/checks/check.ts';
import { isCountUnit, numberAt } from '../../src/ingest/checks/field.ts';
import {
  field,
  FIRST,
  GONE,
  REGION,
  saidOf,
  toIndicator,
  toSeries,
  type Cell,
  type Row,
} from '../fixtures/ingest/checks.ts';

describe('names in a message', () => {
  it.each([
    [['A'], 'A'],
    [['A', 'A'], 'A'],
    [['A', 'B', 'C'], 'A; B; C'],
    [['A', 'B', 'C', 'D', 'D'], 'A; B; C; and 1 more'],
    [['A', 'B', 'C', 'D', 'E'], 'A; B; C; and 2 more'],
  ])('%j are said as “%s”', (names, words) => {
    expect(describeSome(names)).toBe(words);
  });
});

describe('the number in a cell', () => {
  it('is none where a series has no such area or period, or a marker there', () => {
    const series = toSeries([
      [FIRST, 1, 2],
      [ENGLAND, 3, 'c'],
    ]);
    const cells = [
      [0, 1],
      [1, 0],
      [1, 1],
      [-1, 1],
      [1, -1],
      [2, 0],
    ] as const;
    expect(cells.map(([area, period]) => numberAt(series, area, period))).toEqual([2, 3, NaN, NaN, NaN, NaN]);
  });
});

describe('England outside the range of the authorities', () => {
  const RANGE =
    'warning benchmark-outside-range ×1: England’s figure lies outside the range of the authorities: Absence. It may be a total or a sum of rates; do not compare with it before that is clear.';
  const withEngland = (england: Cell, count = 25): Series =>
    toSeries([...field((place) => [10 + place], count), [ENGLAND, england]]);

  it.each([
    ['the lowest of 10', 10, false],
    ['below it', 9.9, true],
    ['the highest of 34', 34, false],
    ['above it', 34.1, true],
  ])('is not where it has %s', (_, england, isTold) => {
    expect(saidOf([withEngland(england)])).toEqual(isTold ? [RANGE] : []);
  });

  it('is told from twenty authorities on', () => {
    expect(saidOf([withEngland(90, 20)])).toEqual([RANGE]);
    expect(saidOf([withEngland(90, 19)])).toEqual([]);
    const fewNumbers = toSeries([...field((place) => [place < 19 ? 10 + place : 'z']), [ENGLAND, 90]]);
    expect(saidOf([fewNumbers])).toEqual([]);
  });

  it('is looked for in every period', () => {
    expect(saidOf([toSeries([...field((place) => [10 + place, 10 + place]), [ENGLAND, 90, 12]])])).toEqual([RANGE]);
  });

  it('is what a count is, by its unit, its name or its size', () => {
    expect(saidOf([withEngland(550)], { unit: 'number of children' })).toEqual([]);
    const named = [toIndicator('i', '%', 'Number of children')];
    expect(saidOf([withEngland(550)], { indicators: named })).toEqual([]);
    for (const name of ['Numbered houses', 'The number of children']) {
      expect(saidOf([withEngland(550)], { indicators: [toIndicator('i', '%', name)] })).toHaveLength(1);
    }
    // The authorities come to 550; nine tenths of that are 495.
    expect(saidOf([withEngland(495)], { unit: '' })).toEqual([]);
    expect(saidOf([withEngland(494)], { unit: '' })).toEqual([RANGE]);
    expect(saidOf([withEngland(550)], { unit: 'per 10,000' })).toEqual([RANGE]);
  });

  it.each([
    'number',
    'Numbers of pupils',
    'count',
    'total',
    'spend',
    'expenditure, £',
    'cases',
    'entries',
    'Headcount',
  ])('is no matter for the unit “%s”', (unit) => {
    expect(isCountUnit(unit)).toBe(true);
  });

  it.each(['', '%', 'per 1,000', 'discount', 'subtotals', 'accounts', 'suspended'])(
    'is one for the unit “%s”',
    (unit) => {
      expect(isCountUnit(unit)).toBe(false);
    },
  );
});

describe('England without a latest figure', () => {
  const MISSING =
    'warning england-missing ×1: England has no figure for the latest period: Absence. It is never worked out from the authorities; the comparison with England stays empty.';

  it('is told where ten authorities have one', () => {
    expect(saidOf([toSeries([...field(() => [5, 5], 10), [ENGLAND, 5, 'z']])])).toEqual([MISSING]);
    expect(saidOf([toSeries([...field(() => [5, 5], 9), [ENGLAND, 5, 'z']])])).toEqual([]);
    expect(saidOf([toSeries(field(() => [5, 5], 10))])).toEqual([MISSING]);
  });

  it('is no matter where only an earlier figure is missing, or nobody has the latest', () => {
    expect(saidOf([toSeries([...field(() => [5, 5]), [ENGLAND, 'z', 5]])])).toEqual([]);
    expect(saidOf([toSeries([...field(() => [5, 'z']), [ENGLAND, 5, 'z']])])).toEqual([]);
  });

  it('does not count authorities that are no more, or regions', () => {
    expect(saidOf([toSeries([...field(() => [5], 9), [GONE, 5], [REGION, 5]])])).toEqual([]);
  });
});

describe('figures that are mostly suppressed', () => {
  const HIDDEN =
    'warning mostly-suppressed ×1: More than half of the authorities’ figures are suppressed: Absence. Averages and ranks rest on the few that are left.';
  /** The first so many of ten authorities, in two years, are marked. */
  const withMarker = (marker: string, count: number, authorities = 10): Series =>
    toSeries([
      ...field((place) => [place * 2 < count ? marker : 5, place * 2 + 1 < count ? marker : 5], authorities),
      [ENGLAND, 5, 5],
    ]);

  it('are told past the half', () => {
    expect(saidOf([withMarker('c', 10)])).toEqual([]);
    expect(saidOf([withMarker('c', 11)])).toEqual([HIDDEN]);
  });

  it('are told of ten authorities and more, and of suppressed figures only', () => {
    expect(saidOf([withMarker('c', 11, 9)])).toEqual([]);
    expect(saidOf([withMarker('z', 11)])).toEqual([]);
  });

  it('are weighed among the cells that the file has', () => {
    const other: Row[] = field((place) => [place < 6 ? 'c' : place < 9 ? 'z' : 5, Number.NaN], 10);
    expect(saidOf([toSeries([...other, [ENGLAND, 5, 5]])])).toEqual([HIDDEN]);
    const half: Row[] = field((place) => [place < 5 ? 'c' : place < 9 ? 'z' : 5, Number.NaN], 10);
    expect(saidOf([toSeries([...half, [ENGLAND, 5, 5]])])).toEqual([]);
  });
});

describe('a percentage far from its own history', () => {
  const history = (...cells: readonly Cell[]): Series =>
    toSeries([
      [FIRST, ...cells],
      [ENGLAND, ...cells.map(() => 5)],
    ]);
  const far = (words: string): string =>
    `warning far-from-history ×1: Percentages far outside their own history: Place 0, Absence: ${words}. Check them at the publisher before they are shown.`;

  it.each([
    ['ten points above', [5, 5, 5, 5, 15], '15, before 5 to 5'],
    ['ten points below', [20, 20, 20, 20, 10], '10, before 20 to 20'],
    ['more than three widths above', [4, 6, 8, 6, 20.5], '20.5, before 4 to 8'],
    ['more than three widths below', [44, 46, 48, 46, 31.5], '31.5, before 44 to 48'],
  ])('is told %s', (_, cells, words) => {
    expect(saidOf([history(...cells)])).toEqual([far(words)]);
  });

  it.each([
    ['less than ten points away', [5, 5, 5, 5, 14.9]],
    ['three widths away and no more', [4, 6, 8, 6, 20]],
    ['of three earlier years', [5, 5, 5, 50]],
    ['of three that are known', [5, 5, 'c', 5, 50]],
    ['inside its range', [5, 50, 5, 50, 20]],
  ])('is not told where it is %s', (_, cells) => {
    expect(saidOf([history(...cells)])).toEqual([]);
  });

  it('is not told of a rate, of England or of a region', () => {
    expect(saidOf([history(5, 5, 5, 5, 50)], { unit: 'per 1,000' })).toEqual([]);
    expect(
      saidOf([
        toSeries([
          [ENGLAND, 5, 5, 5, 5, 50],
          [REGION, 5, 5, 5, 5, 50],
        ]),
      ]),
    ).toEqual([]);
  });
});

describe('limits', () => {
  const withLimits = (lower: readonly number[], upper: readonly number[]): Series =>
    toSeries(
      [
        [FIRST, 5, 6],
        [ENGLAND, 5, 6],
      ],
      { lower: Float64Array.from(lower), upper: Float64Array.from(upper) },
    );

  it('are told where a lower one lies above its upper one, with the first of them', () => {
    expect(saidOf([withLimits([4, 7, 4, 8], [6, 5, 6, 5])])).toEqual([
      'warning limits-reversed ×2: A lower limit lies above its upper one: Absence, Place 0, 2002 (7 to 5); Absence, England, 2002 (8 to 5). Check whether the two columns were swapped; an interval drawn from them means nothing.',
    ]);
  });

  it('are sound where they are equal, or where one is missing', () => {
    expect(saidOf([withLimits([5, Number.NaN, 4, 8], [5, 5, 6, Number.NaN])])).toEqual([]);
    expect(
      saidOf([
        toSeries(
          [
            [FIRST, 5],
            [ENGLAND, 5],
          ],
          { lower: Float64Array.of(9, 9) },
        ),
      ]),
    ).toEqual([]);
  });
});

describe('beside what is stored', () => {
  const now = (number: number, count = 25): Series =>
    toSeries([...field(() => [number, number], count), [ENGLAND, number, number]]);
  const step = (words: string): string =>
    `warning step-change ×1: Figures differ from what is stored by a step: Absence (${words} times what it was). Check whether unit or definition changed before storing.`;

  it.each([
    [20, []],
    [20.1, [step('2.0')]],
    [5, []],
    [4.9, [step('0.49')]],
    [1000, [step('1.0e+2')]],
  ])('10 that became %d is a step: %j', (number, told) => {
    expect(saidOf([now(number)], { unit: 'score', stored: () => now(10) })).toEqual(told);
  });

  it('a step of figures below one is one too, and of none it is not', () => {
    expect(saidOf([now(0.9)], { unit: 'score', stored: () => now(0.1) })).toEqual([step('9.0')]);
    expect(saidOf([now(0)], { unit: 'score', stored: () => now(0.1) })).toEqual([]);
    expect(saidOf([now(0.1)], { unit: 'score', stored: () => now(0) })).toEqual([]);
  });

  it('a step is told from twenty authorities on, by the one in the middle', () => {
    expect(saidOf([now(50, 20)], { unit: 'score', stored: () => now(10) })).toEqual([step('5.0')]);
    expect(saidOf([now(50, 19)], { unit: 'score', stored: () => now(10) })).toEqual([]);
    const mixed = (changed: number): Series =>
      toSeries([...field((place) => [place < changed ? 50 : 10]), [ENGLAND, 20]]);
    expect(saidOf([mixed(13)], { unit: 'score', stored: () => now(10) })).toContain(step('5.0'));
    expect(saidOf([mixed(12)], { unit: 'score', stored: () => now(10) })).not.toContain(step('5.0'));
  });

  it('a figure of nought is no measure of a step', () => {
    expect(saidOf([now(0)], { unit: 'score', stored: () => now(10) })).toEqual([]);
    expect(saidOf([now(10)], { unit: 'score', stored: () => now(0) })).toEqual([]);
  });

  it('a file that ends earlier is noted with both periods, and one that ends as late is not', () => {
    const early = toSeries([
      [FIRST, 5],
      [ENGLAND, 5],
    ]);
    const late = toSeries([
      [FIRST, 5, 5],
      [ENGLAND, 5, 5],
    ]);
    expect(saidOf([early], { stored: () => late })).toEqual([
      'note older-than-stored ×1: The file ends earlier than what is stored: Absence (2001 here, 2002 stored). What is stored for later periods stays.',
    ]);
    expect(saidOf([late], { stored: () => late })).toEqual([]);
    expect(saidOf([late], { stored: () => early })).toEqual([]);
    expect(saidOf([early], { stored: () => undefined })).toEqual([]);
  });
});
