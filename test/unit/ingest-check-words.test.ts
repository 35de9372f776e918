import { describe, expect, it } from 'vitest';
import type { Series } from '../../src/domain/series.ts';
import { field, FIRST, saidOf, toIndicator, toSeries, type Cell } from '../fixtures/ingest/checks.ts';

describe('what is no figure', () => {
  const words = (...cells: readonly Cell[]): Series => toSeries([[FIRST, ...cells]]);
  const text = (told: string): string =>
    `warning text-column ×1: No numbers at all: Absence (${told}). Turn durations into a number of one unit; leave columns of text out of the file.`;

  it.each([
    ['10:30', 'durations'],
    ['1:02:03', 'durations'],
    ['3 days', 'durations'],
    ['1 week 2 days', 'durations'],
    ['12mins', 'durations'],
    ['1:2', 'text'],
    ['1:234', 'text'],
    ['1:02:3', 'text'],
    ['two hours', 'text'],
    ['10:3', 'text'],
    ['3 daylights', 'text'],
  ])('“%s” is told as %s', (marker, what) => {
    expect(saidOf([words(marker, 'c')])).toEqual([text(`${what}, such as "${marker}"`)]);
  });

  it.each(['day', 'week', 'month', 'year', 'hour', 'minute', 'hr', 'min'])('in %ss is told as durations', (unit) => {
    const toldOf = (marker: string): string | undefined =>
      /Absence \((\w+)/.exec(saidOf([words(marker, 'c')])[0] ?? '')?.[1];
    for (const marker of [`1 ${unit}`, `2 ${unit}s`, `3${unit}s or so`]) expect(toldOf(marker)).toBe('durations');
    for (const marker of [`4 ${unit}x`, `some 5 ${unit}s`]) expect(toldOf(marker)).toBe('text');
  });

  it('is cut after forty characters, and told only where there is no number', () => {
    expect(saidOf([words('x'.repeat(41))])).toEqual([text(`text, such as "${'x'.repeat(40)}"`)]);
    expect(saidOf([words('3 days', 5)])).toEqual([]);
    expect(saidOf([words('c', 'z')])).toEqual([]);
  });

  const date = (told: string): string =>
    `warning spreadsheet-date ×1: ${told}: this looks like a range that a spreadsheet turned into a date (Oct-15 for 10-15). It is kept as written; correct it at the source.`;

  it.each([
    ['size=Oct-15', 'Oct-15'],
    ['size=5-Jan', '5-Jan'],
    ['aged 12-DEC', '12-DEC'],
  ])('%s is told as %s', (id, told) => {
    expect(saidOf([], { indicators: [toIndicator(id, '%')] })).toEqual([date(told)]);
  });

  it.each(['aged 10-15', 'October-15', 'Oct-2015', '123-Jan', '5-January'])('%s is none', (id) => {
    expect(saidOf([], { indicators: [toIndicator(id, '%')] })).toEqual([]);
  });

  it('is looked for in the names of groups, too', () => {
    expect(saidOf([], { groups: [{ id: 'g', name: 'Aged Nov-14', plain: 'aged Nov-14' }] })).toEqual([date('Nov-14')]);
  });
});

describe('small counts', () => {
  const small = (count: number): string =>
    `warning small-counts ×${String(count)}: Counts of 1 to 4 may let somebody be recognised: Absence. Replace them by c, or leave them out, before the figures are shown to a board.`;
  const counts = (...cells: readonly number[]): Series =>
    toSeries([[FIRST, ...cells]], { count: Float64Array.from(cells) });

  it.each([
    [0, false],
    [0.5, false],
    [1, true],
    [4, true],
    [5, false],
  ])('of %d are told: %s', (count, isTold) => {
    expect(saidOf([counts(count)], { family: 'tidy' })).toEqual(isTold ? [small(1)] : []);
  });

  it.each([
    ['tidy', true],
    ['wide', true],
    ['plan', true],
    ['ees', false],
  ])('are told of %s: %s', (family, isTold) => {
    expect(saidOf([counts(3, 2, 9)], { family })).toEqual(isTold ? [small(2)] : []);
  });

  it('are counted once where the figure is the count, by its unit or by its name', () => {
    expect(saidOf([counts(3)], { family: 'wide', unit: 'number' })).toEqual([small(1)]);
    expect(saidOf([toSeries([[FIRST, 3, 4]])], { family: 'wide', unit: 'number' })).toEqual([small(2)]);
    const named = [toIndicator('i', '', 'Number of carers')];
    expect(saidOf([toSeries([[FIRST, 3]])], { family: 'wide', indicators: named })).toHaveLength(1);
    expect(saidOf([toSeries([[FIRST, 3]])], { family: 'wide', unit: '%' })).toEqual([]);
  });
});

describe('several indicators', () => {
  it('are counted and three of them named', () => {
    const of = (indicator: string): Series =>
      toSeries(
        field(() => [5], 10),
        { indicator },
      );
    expect(saidOf(['a', 'b', 'c', 'd'].map(of))).toEqual([
      'warning england-missing ×4: England has no figure for the latest period: Measure a; Measure b; Measure c; and 1 more. It is never worked out from the authorities; the comparison with England stays empty.',
    ]);
  });
});
