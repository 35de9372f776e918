import { describe, expect, test } from 'vitest';
import { judge } from '../../src/analysis/verdict.ts';
import { buildAreasTrend } from '../../src/chart/build/areas-trend.ts';
import { buildChange } from '../../src/chart/build/change.ts';
import { buildGap } from '../../src/chart/build/gap.ts';
import { buildMultiples } from '../../src/chart/build/multiples.ts';
import { buildProfile } from '../../src/chart/build/profile.ts';
import { buildRug } from '../../src/chart/build/rug.ts';
import { buildTileMap } from '../../src/chart/build/tile-map.ts';
import { buildXmr } from '../../src/chart/build/xmr.ts';
import { buildDistribution, buildNeighbours, buildSparkline, buildTrend } from '../../src/chart/from-figures.ts';
import { ENGLAND } from '../../src/domain/area.ts';
import type { Figures } from '../../src/domain/figures.ts';
import type { Group, Indicator } from '../../src/domain/indicator.ts';
import { ALL } from '../../src/domain/indicator.ts';
import type { Period } from '../../src/domain/period.ts';
import { toMonth, toPooled } from '../../src/domain/period.ts';
import type { Cell, Cells } from '../fixtures/analysis/world.ts';
import {
  academic,
  GROUPS,
  HOME,
  indicator,
  makeAreas,
  makeFigures,
  makeSeries,
  REGION,
  toCode,
} from '../fixtures/analysis/world.ts';

const WORDS = { title: 'Title', caption: 'Source: made up.' };
const AUTHORITIES = 24;
const areas = makeAreas(AUTHORITIES);
const neet = indicator();
const suppressed: Cell = { missing: 'suppressed', marker: 'c' };

/** England 5, home as given, the n-th authority n in the last period and the same before. */
function toCells(home: readonly Cell[], england: Cell = 5): Cells {
  const along = (cell: Cell): Cell[] => home.map(() => cell);
  return [
    [ENGLAND, along(england)],
    [REGION, along(6)],
    [HOME, home],
    ...Array.from({ length: AUTHORITIES - 1 }, (_, n) => [toCode(n + 1), along(n + 1)] as const),
  ];
}

function worldOf(home: readonly Cell[], of: Indicator = neet, periods?: readonly Period[]): Figures {
  const years = periods ?? home.map((_, i) => academic(2025 - home.length + 1 + i));
  return makeFigures(areas, [of], [makeSeries(of, ALL, years, toCells(home))]);
}

const choiceOf = (of: Indicator = neet) =>
  ({ ...WORDS, home: HOME, indicator: of, group: ALL, start: 'zero', average: 'mean' }) as const;

function verdictsOf(figures: Figures, ...of: readonly Indicator[]) {
  return of.flatMap((one) => judge(figures, { home: HOME, indicator: one, group: ALL }) ?? []);
}

describe('a trend from figures', () => {
  test('has home, England, the region, the average and ten neighbours, in this order', () => {
    const trend = buildTrend(worldOf([4, 3]), choiceOf());
    expect(trend?.series.map(({ role }) => role)).toEqual([
      'home',
      'england',
      'region',
      'neighbour-mean',
      ...Array.from({ length: 10 }, () => 'neighbour'),
    ]);
    expect(trend?.series[3]?.points[0]).toMatchObject({ value: { number: 5.5 }, note: 'mean of 10 of 10' });
  });

  test('begins and ends where any line has a cell', () => {
    const periods = [academic(2022), academic(2023), academic(2024)];
    const series = makeSeries(neet, ALL, periods, [[HOME, [undefined, suppressed, undefined]]]);
    const trend = buildTrend(makeFigures(areas, [neet], [series]), choiceOf());
    expect(trend?.series[0]?.points.map(({ period }) => period.label)).toEqual(['2022/23']);
  });

  test('shrinks to home and the average in a sparkline', () => {
    const roles = buildSparkline(worldOf([4, 3]), choiceOf())?.series.map(({ role }) => role);
    expect(roles).toEqual(['home', 'neighbour-mean']);
  });

  test('of any areas keeps each under its name, home first', () => {
    const choice = { ...choiceOf(), areas: [toCode(3), ENGLAND, HOME, REGION] };
    const lines = buildAreasTrend(worldOf([4, 3]), choice)?.series.map(({ role, name }) => [role, name]);
    expect(lines).toEqual([
      ['home', 'Hometon'],
      ['other', 'Borough 03'],
      ['england', 'England'],
      ['region', 'Midshire'],
    ]);
  });
});

describe('one period from figures', () => {
  test('ranks home among its neighbours, best first', () => {
    const ranked = buildNeighbours(worldOf([4, 2.5]), choiceOf());
    expect(ranked?.items.slice(0, 4).map(({ name }) => name)).toEqual([
      'Borough 01',
      'Borough 02',
      'Hometon',
      'Borough 03',
    ]);
    expect(ranked?.items[2]).toMatchObject({ role: 'home', rank: '3 of 11' });
    expect(ranked?.benchmarks.map(({ name }) => name)).toEqual(['England', 'Neighbours’ average']);
  });

  test('says where home stands among all authorities', () => {
    const strip = buildDistribution(worldOf([4, 2.5]), choiceOf());
    expect(strip?.items.find(({ role }) => role === 'home')?.note).toBe('3 of 24, quartile A');
    expect(strip?.items.filter(({ role }) => role === 'neighbour')).toHaveLength(10);
  });

  test('gives every authority its quarter, and none where there is no polarity', () => {
    const bands = (of: Indicator) => buildTileMap(worldOf([4, 2.5], of), choiceOf(of))?.items.map(({ band }) => band);
    expect(bands(neet)?.filter((band) => band === 'A')).toHaveLength(6);
    expect(bands(neet)?.filter((band) => band === 'D')).toHaveLength(6);
    expect(new Set(bands(indicator({ polarity: 'none' })))).toEqual(new Set([undefined]));
    expect(new Set(bands(indicator({ banded: false })))).toEqual(new Set([undefined]));
  });

  test('leaves a suppressed authority without a quarter', () => {
    const home = buildTileMap(worldOf([4, suppressed]), choiceOf())?.items.find(({ role }) => role === 'home');
    expect(home).toMatchObject({ value: { missing: 'suppressed' }, band: undefined });
  });
});

describe('a change from figures', () => {
  test('runs from the earliest figure to the latest and names both in its title', () => {
    const change = buildChange(worldOf([undefined, 9, 7, 6]), choiceOf());
    expect(change).toMatchObject({ title: 'Title from 2022/23 to 2024/25', from: '2022/23', to: '2024/25' });
    expect(change?.items[0]).toMatchObject({ role: 'home', from: { number: 9 }, to: { number: 6 } });
  });

  test('puts first whoever moved furthest towards what is better', () => {
    const of = indicator({ polarity: 'higher' });
    expect(buildChange(worldOf([9, 6], of), choiceOf(of))?.items.at(-1)?.role).toBe('home');
    expect(buildChange(worldOf([9, 6]), choiceOf())?.items[0]?.role).toBe('home');
  });

  test('begins after the last break, before which children were counted in another way', () => {
    const broken: Cell = { number: 8, status: 'break' };
    expect(buildChange(worldOf([20, 19, broken, 6]), choiceOf())?.from).toBe('2023/24');
    expect(buildChange(worldOf([20, 19, 8, broken]), choiceOf())).toBeUndefined();
  });

  test('is not drawn between pooled periods that share a year', () => {
    const pooled = (last: number): Period => toPooled('calendar', last - 2, last);
    const overlapping = worldOf([9, 8, 7], neet, [pooled(2022), pooled(2023), pooled(2024)]);
    const apart = worldOf([9, 8], neet, [pooled(2021), pooled(2024)]);
    expect(buildChange(overlapping, choiceOf())).toBeUndefined();
    expect(buildChange(apart, choiceOf())?.items).toHaveLength(12);
  });

  test('is not drawn where home has no figure now', () => {
    expect(buildChange(worldOf([9, 8, suppressed]), choiceOf())).toBeUndefined();
  });
});

describe('a profile from verdicts', () => {
  const share = indicator({ id: 'share', shortName: 'Share', polarity: 'higher' });
  const plain = indicator({ id: 'plain', shortName: 'Plain', polarity: 'none' });
  const unknown = indicator({ id: 'unknown', shortName: 'Unknown' });
  const series = (of: Indicator, home: Cell) => makeSeries(of, ALL, [academic(2025)], toCells([home], 12));
  const figures = makeFigures(
    areas,
    [neet, share, plain, unknown],
    [series(neet, 4), series(share, 1), series(plain, 1), series(unknown, suppressed)],
  );
  const profile = buildProfile(figures, verdictsOf(figures, neet, share, plain, unknown), WORDS);

  test('leaves out what has no polarity, and puts the worst place first and no place last', () => {
    expect(profile.rows.map(({ measure }) => measure.shortName)).toEqual(['Share', 'NEET', 'Unknown']);
  });

  test('spreads each row over all authorities and holds home against England', () => {
    expect(profile.rows[0]).toMatchObject({ spread: [1, 5.75, 17.25, 23], england: 12, answer: 'worse' });
    expect(profile.rows[1]).toMatchObject({ spread: [1, 5.75, 17.25, 23], england: 12, answer: 'better' });
    expect(profile.rows[2]?.answer).toBe('cannot tell');
  });
});

describe('a rug from figures', () => {
  const figures = worldOf([4, 11]);
  const toRug = (of: Indicator, world: Figures = figures) =>
    buildRug(world, {
      ...WORDS,
      home: HOME,
      areas: [HOME, toCode(1), ENGLAND],
      subjects: [{ indicator: of, group: ALL, period: academic(2025) }],
    });

  test('holds every area against England, and England against nothing', () => {
    const { rows, areas: columns } = toRug(neet);
    expect(columns.map(({ name, home }) => [name, home])).toEqual([
      ['Hometon', true],
      ['Borough 01', false],
      ['England', false],
    ]);
    expect(rows[0]?.cells.map(({ answer }) => answer)).toEqual(['worse', 'better', undefined]);
  });

  test('keeps the reason of an empty cell and judges nothing without polarity', () => {
    expect(toRug(neet, worldOf([4, suppressed])).rows[0]?.cells[0]).toEqual({ value: suppressed, answer: undefined });
    const of = indicator({ polarity: 'none' });
    expect(toRug(of, worldOf([4, 11], of)).rows[0]?.cells.map(({ answer }) => answer)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('has no row for what has no series', () => {
    expect(toRug(indicator({ id: 'other' })).rows).toEqual([]);
  });
});

test('small multiples have a panel for each verdict with home and the average', () => {
  const figures = worldOf([4, 3]);
  const { panels } = buildMultiples(figures, { ...WORDS, verdicts: verdictsOf(figures, neet) });
  expect(panels.map(({ series }) => series.map(({ role }) => role))).toEqual([['home', 'neighbour-mean']]);
});

describe('a run chart from figures', () => {
  const months = (count: number): Period[] => Array.from({ length: count }, (_, i) => toMonth(2024, i + 1));
  const steady = (count: number): number[] => Array.from({ length: count }, (_, i) => 10 + (i % 2));

  test('needs twelve figures of home', () => {
    expect(buildXmr(worldOf(steady(12), neet, months(12)), choiceOf())?.limits?.mean).toBe(10.5);
    expect(buildXmr(worldOf(steady(11), neet, months(11)), choiceOf())).toBeUndefined();
    expect(buildXmr(worldOf([...steady(11), suppressed], neet, months(12)), choiceOf())).toBeUndefined();
  });

  test('counts them from the last break', () => {
    const broken = [...steady(3), { number: 40, status: 'break' } as const, ...steady(11)];
    const periods = Array.from({ length: 15 }, (_, i) => academic(2011 + i));
    expect(buildXmr(worldOf(broken, neet, periods), choiceOf())?.series.points).toHaveLength(12);
    expect(buildXmr(worldOf(broken.slice(0, 14), neet, periods.slice(0, 14)), choiceOf())).toBeUndefined();
  });

  test('is not drawn of pooled years, each of which holds most of the one before', () => {
    const periods = Array.from({ length: 12 }, (_, i) => toPooled('calendar', 2010 + i, 2012 + i));
    expect(buildXmr(worldOf(steady(12), neet, periods), choiceOf())).toBeUndefined();
  });
});

describe('a gap from figures', () => {
  const of = indicator({ groups: ['fsm', 'not-fsm'] });
  const [group, counterpart] = ['fsm', 'not-fsm'].map((id) => GROUPS.find((one) => one.id === id)) as [Group, Group];
  const years = [academic(2024), academic(2025)];
  const fsm = makeSeries(of, 'fsm', years, [[HOME, [60, suppressed]]]);
  const others = makeSeries(of, 'not-fsm', years, [[HOME, [80, 82]]]);
  const build = (...series: readonly (typeof fsm)[]) => {
    const gap = { indicator: of, group, counterpart, home: HOME };
    return buildGap(makeFigures(areas, [of], series), { ...WORDS, gap, start: 'fitted' });
  };

  test('has a line for each of both groups, named after them', () => {
    const lines = [build(fsm, others)?.group, build(fsm, others)?.counterpart];
    expect(lines.map((line) => [line?.name, line?.role])).toEqual([
      ['Free school meals', 'home'],
      ['Not eligible', 'counterpart'],
    ]);
    expect(lines[0]?.points[1]?.value).toEqual(suppressed);
  });

  test('is none where a group has no series', () => {
    expect(build(fsm)).toBeUndefined();
  });
});
