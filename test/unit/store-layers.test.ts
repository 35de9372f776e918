import { describe, expect, test } from 'vitest';
import type { Layer } from '../../src/domain/layers.ts';
import { mergeFigures, placeIndicator } from '../../src/domain/layers.ts';
import { overlaySeries } from '../../src/domain/overlay.ts';
import { toYear } from '../../src/domain/period.ts';
import type { Series } from '../../src/domain/series.ts';
import { valueAt } from '../../src/domain/series.ts';
import {
  bundled,
  DERBY,
  ENGLAND,
  judgement,
  LEICESTER,
  neighbours,
  target,
  toIndicator,
  toSeries,
} from '../fixtures/store/figures.ts';

const at = (series: Series, area: typeof DERBY, year: number) => valueAt(series, area, toYear('calendar', year));
const toLayer = (dated: string, more: Partial<Layer>): Layer => ({
  dated,
  identity: dated,
  explained: false,
  indicators: [],
  groups: [],
  series: [],
  neighbourSets: [],
  targets: [],
  judgements: [],
  ...more,
});
const merge = (...layers: Layer[]) => mergeFigures(bundled, { layers, placements: [] });

describe('a series over another', () => {
  const below = toSeries('neet', 2022, { [DERBY]: [1, 2, 3], [LEICESTER]: [4, 'c', undefined] });

  test('is seen where it has a number', () => {
    expect(at(overlaySeries(below, toSeries('neet', 2023, { [DERBY]: [9] })), DERBY, 2023)).toEqual({ number: 9 });
  });

  test('is seen where it has a marker: the number below was withdrawn', () => {
    const over = overlaySeries(below, toSeries('neet', 2023, { [DERBY]: ['c'] }));
    expect(at(over, DERBY, 2023)).toEqual({ missing: 'suppressed', marker: 'c' });
  });

  test('lets the one below be seen where it has no cell', () => {
    const over = overlaySeries(below, toSeries('neet', 2022, { [DERBY]: [undefined, undefined, 7] }));
    expect([at(over, DERBY, 2022), at(over, DERBY, 2023), at(over, DERBY, 2024)]).toEqual([
      { number: 1 },
      { number: 2 },
      { number: 7 },
    ]);
  });

  test('adds its areas and periods, in order', () => {
    const over = overlaySeries(below, toSeries('neet', 2020, { [ENGLAND]: ['x', 5] }));
    expect(over.periods.map((period) => period.label)).toEqual(['2020', '2021', '2022', '2023', '2024']);
    expect(over.areas).toEqual([DERBY, LEICESTER, ENGLAND]);
    const reversed = overlaySeries(toSeries('neet', 2022, { [ENGLAND]: [1] }), below);
    expect(reversed.areas).toEqual([DERBY, LEICESTER, ENGLAND]);
    expect(at(over, ENGLAND, 2020)).toEqual({ missing: 'not-available', marker: 'x' });
    expect(at(over, LEICESTER, 2023)).toEqual({ missing: 'suppressed', marker: 'c' });
    expect(at(over, ENGLAND, 2022)).toBeUndefined();
  });

  test('keeps markers apart that have different places in the two lists', () => {
    const first = toSeries('neet', 2022, { [DERBY]: ['c', 'x', 'z'] });
    const over = overlaySeries(first, toSeries('neet', 2022, { [DERBY]: ['z', undefined, 'c'] }));
    expect([2022, 2023, 2024].map((year) => at(over, DERBY, year))).toEqual([
      { missing: 'not-applicable', marker: 'z' },
      { missing: 'not-available', marker: 'x' },
      { missing: 'suppressed', marker: 'c' },
    ]);
  });

  test('brings its own limits with a number, and none where it has none', () => {
    const limited = toSeries('neet', 2022, { [DERBY]: [1, 2] }, { lower: [0.5, 1.5], upper: [1.5, 2.5] });
    const plain = toSeries('neet', 2022, { [DERBY]: [3] });
    expect(at(overlaySeries(limited, plain), DERBY, 2022)).toEqual({ number: 3 });
    expect(at(overlaySeries(limited, plain), DERBY, 2023)).toEqual({ number: 2, lower: 1.5, upper: 2.5 });
    expect(at(overlaySeries(plain, limited), DERBY, 2022)).toEqual({ number: 1, lower: 0.5, upper: 1.5 });
  });

  test('words a period that both have', () => {
    const over = overlaySeries(below, {
      ...toSeries('neet', 2022, { [DERBY]: [1] }),
      periods: [{ ...toYear('calendar', 2022), label: 'calendar 2022' }],
    });
    expect(over.periods.map((period) => period.label)).toEqual(['calendar 2022', '2023', '2024']);
  });

  test('leaves both as they were', () => {
    const [one, two] = [structuredClone(below), toSeries('neet', 2020, { [DERBY]: ['x'] })];
    const before = structuredClone([one, two]);
    overlaySeries(one, two);
    expect([one, two]).toEqual(before);
  });
});

describe('an indicator that an officer placed', () => {
  test('keeps what was not said, and has nothing that nobody said', () => {
    const unplaced = toIndicator('clubs');
    expect(placeIndicator(unplaced, { indicator: 'clubs', decimals: 0 })).toStrictEqual({ ...unplaced, decimals: 0 });
    const placed = { ...unplaced, outcome: 'stay-safe', aim: 'home' };
    expect(placeIndicator(placed, { indicator: 'clubs', name: 'Clubs', polarity: 'higher' })).toStrictEqual({
      ...placed,
      name: 'Clubs',
      shortName: 'Clubs',
      polarity: 'higher',
    });
    expect(placeIndicator(placed, { indicator: 'clubs', under: { outcome: 'be-healthy' } })).toStrictEqual({
      ...unplaced,
      outcome: 'be-healthy',
    });
    expect(placeIndicator(placed, { indicator: 'clubs', under: null })).toStrictEqual(unplaced);
  });
});

describe('the periods of a series over another', () => {
  test('that begin and end on the same days are in one order, whichever lies above', () => {
    const one = toSeries('neet', 2024, { [DERBY]: [1] });
    const other = { ...one, periods: [toYear('unknown', 2024)] };
    const kinds = (below: Series, above: Series) => overlaySeries(below, above).periods.map(({ kind }) => kind);
    expect(kinds(one, other)).toEqual(['calendar', 'unknown']);
    expect(kinds(other, one)).toEqual(['calendar', 'unknown']);
  });
});

describe('the markers of a series over another', () => {
  test('are each kept once, however many cells of both have them', () => {
    const below = toSeries('neet', 2022, { [DERBY]: ['c', 'x', 1] });
    const over = overlaySeries(below, toSeries('neet', 2024, { [DERBY]: ['x'], [LEICESTER]: ['c'] }));
    expect(over.markers).toEqual(['c', 'x']);
    expect(at(over, DERBY, 2022)).toMatchObject({ marker: 'c' });
    expect(at(over, DERBY, 2024)).toMatchObject({ marker: 'x' });
    expect(at(over, LEICESTER, 2024)).toMatchObject({ marker: 'c' });
  });
});

describe('merged figures', () => {
  test('call a group as the bundled figures do, else as the latest file does', () => {
    const group = (id: string, name: string) => ({ id, name, plain: name });
    const known = { ...bundled, catalogue: { ...bundled.catalogue, groups: [group('all', 'All children')] } };
    const layers = [
      toLayer('2026-02-01', { groups: [group('all', 'Everybody'), group('carers', 'Young carers')] }),
      toLayer('2026-01-01', { groups: [group('carers', 'Carers'), group('refugees', 'Refugees')] }),
    ];
    const { groups } = mergeFigures(known, { layers, placements: [] }).catalogue;
    expect(groups.map(({ name }) => name)).toEqual(['All children', 'Young carers', 'Refugees']);
  });

  const neet = (value: number) => [toSeries('neet', 2024, { [DERBY]: [value] })];
  const shown = (figures: ReturnType<typeof merge>) => {
    const series = figures.findSeries('neet', 'all');
    return series && at(series, DERBY, 2024);
  };

  test('are the bundled ones where nothing is stored', () => {
    const merged = merge();
    expect([merged.series, merged.catalogue, merged.neighbourSets]).toEqual([
      bundled.series,
      bundled.catalogue,
      bundled.neighbourSets,
    ]);
  });

  test('show the latest file, whatever order they come in, and any file over the bundled figures', () => {
    const old = toLayer('1999-01-01', { identity: 'z', series: neet(1) });
    const late = toLayer('2026-01-01', { identity: 'a', series: neet(2) });
    expect([shown(merge(old, late)), shown(merge(late, old)), shown(merge(old))]).toEqual([
      { number: 2 },
      { number: 2 },
      { number: 1 },
    ]);
  });

  test('settle files of one date by their hash', () => {
    const [a, b] = [
      toLayer('2026-01-01', { identity: 'a', series: neet(1) }),
      toLayer('2026-01-01', { identity: 'b', series: neet(2) }),
    ];
    expect([shown(merge(a, b)), shown(merge(b, a))]).toEqual([{ number: 2 }, { number: 2 }]);
  });

  test('keep the bundled definition of an indicator and add new ones below it', () => {
    const layer = toLayer('2026-01-01', {
      indicators: [toIndicator('days'), toIndicator('neet', { name: 'NEET according to a file' })],
    });
    expect(merge(layer).catalogue.indicators.map(({ id, name }) => [id, name])).toEqual([
      ['neet', 'neet'],
      ['days', 'days'],
    ]);
  });

  test('define a new indicator by a file with its dictionary rather than by a later one without', () => {
    const define = (name: string) => [toIndicator('days', { name })];
    const explained = toLayer('2025-01-01', { explained: true, indicators: define('Days missing') });
    const bare = toLayer('2026-01-01', { indicators: define('DAYS') });
    const later = toLayer('2026-06-01', { indicators: define('DAYS2') });
    expect(merge(bare, explained).findIndicator('days')?.name).toBe('Days missing');
    expect(merge(later, bare).findIndicator('days')?.name).toBe('DAYS2');
  });

  test('name every group that an indicator has figures of', () => {
    const layer = toLayer('2026-01-01', {
      groups: [{ id: 'sen', name: 'SEN', plain: 'pupils with SEN' }],
      series: [toSeries('neet', 2024, { [DERBY]: [9] }, {}, 'sen')],
    });
    expect(merge(layer).findIndicator('neet')?.groups).toEqual(['all', 'sen']);
    expect(merge(layer).catalogue.groups.map((group) => group.id)).toEqual(['all', 'fsm', 'sen']);
  });

  test('take a neighbour set of the same name from the later file, in its old place', () => {
    const set = (id: string, area: typeof DERBY) => ({ ...neighbours, id, of: new Map([[area, []]]) });
    const first = toLayer('2025-01-01', { neighbourSets: [set('own', DERBY), set('sn-2021', DERBY)] });
    const second = toLayer('2026-01-01', { neighbourSets: [set('own', LEICESTER)] });
    const merged = merge(second, first).neighbourSets;
    expect(merged.map(({ id, of }) => [id, ...of.keys()])).toEqual([
      ['sn-2025', DERBY],
      ['own', LEICESTER],
      ['sn-2021', DERBY],
    ]);
  });

  test('keep two judgements whose words only run together to the same', () => {
    const judgements = [
      { ...judgement, framework: 'Area ', theme: 'review' },
      { ...judgement, framework: 'Area', theme: ' review' },
    ];
    const merged = merge(toLayer('2026', { judgements }));
    expect(merged.judgements.filter((one) => judgements.includes(one))).toHaveLength(2);
  });

  test('take a target or a judgement from the later file, and keep the others', () => {
    const layer = toLayer('2026-01-01', {
      targets: [
        { ...target, number: 3 },
        { ...target, area: LEICESTER },
      ],
      judgements: [
        { ...judgement, grade: 'Outstanding', gradeNumber: 4 },
        { ...judgement, theme: 'Looked after children' },
      ],
    });
    const merged = merge(layer);
    expect(merged.targets.map(({ area, number }) => [area, number])).toEqual([
      [DERBY, 3],
      [LEICESTER, 4],
    ]);
    expect(merged.judgements.map(({ theme, grade }) => [theme, grade])).toEqual([
      ['Safeguarding', 'Outstanding'],
      ['Looked after children', 'Good'],
    ]);
  });

  test('place an indicator under an outcome, out of it, and keep what was not said', () => {
    const place = (...placements: Parameters<typeof mergeFigures>[1]['placements']) =>
      mergeFigures(bundled, { layers: [], placements }).findIndicator('neet');
    const [before] = bundled.catalogue.indicators;
    expect(place({ indicator: 'neet', polarity: 'none', decimals: 0 })).toEqual({
      ...before,
      polarity: 'none',
      decimals: 0,
    });
    expect(place({ indicator: 'neet', under: null })).not.toHaveProperty('outcome');
    expect(place({ indicator: 'neet', under: { outcome: 'be-healthy' } })).toMatchObject({ outcome: 'be-healthy' });
    expect(place({ indicator: 'unheard-of', name: 'Nothing' })).toEqual(before);
  });
});
