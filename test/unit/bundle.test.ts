import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBundle, toBundle } from '../../src/bundle/bundle.ts';
import { createFigures } from '../../src/domain/figures.ts';
import { valueAt } from '../../src/domain/series.ts';
import { toSeriesKey } from '../../src/domain/series.ts';
import { arbitrarySeries } from '../fixtures/store/arbitrary.ts';
import {
  bundled,
  catalogue,
  DERBY,
  judgement,
  LEICESTER,
  neighbours,
  areas,
  target,
} from '../fixtures/store/figures.ts';

const MADE = '2026-11-22';
const throughJson = (json: unknown): unknown => JSON.parse(JSON.stringify(json));
/** A bundle of the small figures with one thing in it spoilt. */
function spoil(change: (bundle: Record<string, unknown>) => void): unknown {
  const copy = throughJson(toBundle(bundled, MADE)) as Record<string, unknown>;
  change(copy);
  return copy;
}
const seriesOf = (bundle: Record<string, unknown>): Record<string, unknown> =>
  (bundle['series'] as Record<string, unknown>[])[0] ?? {};

describe('a bundle', () => {
  test('gives back everything it was made from', () => {
    const read = readBundle(throughJson(toBundle(bundled, MADE)));
    expect(read.catalogue).toEqual(catalogue);
    expect(read.areas).toEqual(areas);
    expect(read.neighbourSets).toEqual([neighbours]);
    expect(read.series).toEqual(bundled.series);
    expect([read.targets, read.judgements]).toEqual([[target], [judgement]]);
  });

  test('keeps a marker, a marker beside a number and a cell that is not there apart', () => {
    const series = readBundle(throughJson(toBundle(bundled, MADE))).findSeries('neet', 'all');
    const [first, second, third] = series?.periods ?? [];
    if (!series || !first || !second || !third) throw new Error('the series is gone');
    expect(valueAt(series, DERBY, second)).toEqual({ missing: 'suppressed', marker: 'c' });
    expect(valueAt(series, DERBY, third)).toEqual({ number: 7.6, status: 'provisional', denominator: 10 });
    expect(valueAt(series, LEICESTER, second)).toBeUndefined();
  });

  test('has columns beside the numbers only where a series has them', () => {
    const [series] = toBundle(bundled, MADE).series;
    expect(Object.keys(series ?? {}).sort()).toEqual(
      ['areas', 'denominator', 'group', 'indicator', 'marks', 'numbers', 'periods'].sort(),
    );
  });

  test('lists shared areas and periods once', () => {
    const [one] = bundled.series;
    if (!one) throw new Error('no series');
    const twice = createFigures({ ...bundled, series: [one, { ...one, group: 'fsm', areas: [...one.areas] }] });
    const bundle = toBundle(twice, MADE);
    expect([bundle.series.length, bundle.areaLists.length, bundle.periodLists.length]).toEqual([2, 1, 1]);
  });

  test('gives back any series exactly, to the last bit of every number', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(arbitrarySeries(), { selector: (s) => toSeriesKey(s.indicator, s.group), minLength: 1 }),
        (series) => {
          const read = readBundle(throughJson(toBundle(createFigures({ ...bundled, series }), MADE)));
          expect(read.series).toEqual(series);
        },
      ),
    );
  });

  test('keeps names with markup and prototype keys as the text they are', () => {
    const name = '<img src=x onerror=alert(1)>';
    const [one] = bundled.series;
    if (!one) throw new Error('no series');
    const indicators = [{ ...bundled.catalogue.indicators[0], id: '__proto__', name }] as typeof catalogue.indicators;
    const figures = createFigures({
      ...bundled,
      catalogue: { ...catalogue, indicators },
      series: [{ ...one, indicator: '__proto__' }],
    });
    const read = readBundle(throughJson(toBundle(figures, MADE)));
    expect(read.findIndicator('__proto__')?.name).toBe(name);
    expect(read.findSeries('__proto__', 'all')?.numbers).toEqual(one.numbers);
  });
});

describe('a document that is no sound bundle is refused with its reason', () => {
  test.each([
    ['a list', [], 'this is not a document of figures'],
    ['nothing', null, 'this is not a document of figures'],
    ['something else', { format: 'geojson' }, 'this is not a document of figures'],
    ['a later version', spoil((b) => (b['version'] = 2)), 'are in version 2 of their format'],
    ['a missing part', spoil((b) => delete b['codes']), 'damaged at "codes"'],
    [
      'too few numbers',
      spoil((b) => (seriesOf(b)['numbers'] as number[]).pop()),
      '8 cells where its areas and periods make 9',
    ],
    [
      'text for a number',
      spoil((b) => (seriesOf(b)['numbers'] = [1, 2, 3, 4, 5, 6, 7, 8, '9'])),
      '"9" in cell 8, which is no number',
    ],
    [
      'a marker outside the table',
      spoil((b) => (seriesOf(b)['marks'] = [['c', [9]]])),
      'the marker "c" in a cell that it does not have',
    ],
    ['a list that is not there', spoil((b) => (seriesOf(b)['areas'] = 7)), 'refers to entry 7'],
    [
      'an unknown level',
      spoil(
        (b) =>
          ((b['areas'] as { level: string }[])[0] = { ...(b['areas'] as { level: string }[])[0], level: 'planet' }),
      ),
      'damaged at "areas.0.level"',
    ],
  ])('%s', (_, json, reason) => {
    expect(() => readBundle(json)).toThrow(reason);
  });
});
