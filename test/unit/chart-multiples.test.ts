import { describe, expect, it } from 'vitest';
import { drawMultiples, multiplesHeight } from '../../src/chart/forms/multiples.ts';
import type { ChartSeries } from '../../src/chart/inputs.ts';
import { toYear } from '../../src/domain/period.ts';
import type { Value } from '../../src/domain/value.ts';

const SHARE = { name: 'Pupils who passed', shortName: 'Passed', unit: '%', decimals: 1, polarity: 'higher' } as const;
const SUPPRESSED: Value = { missing: 'suppressed', marker: 'c' };
const UNRELIABLE: Value = { missing: 'unreliable', marker: 'u' };

const toHome = (...values: readonly (Value | undefined)[]): ChartSeries => ({
  id: 'E06000015',
  role: 'home',
  name: 'Derby',
  points: values.map((value, i) => ({ period: toYear('calendar', 2021 + i), value })),
});
const draw = (...series: readonly (readonly ChartSeries[])[]) =>
  drawMultiples(
    {
      title: 'Enjoy and achieve',
      caption: '',
      panels: series.map((own, i) => ({ id: `p${String(i)}`, measure: SHARE, series: own })),
    },
    { width: 700, height: 200 },
  );
const rowOf = (...series: readonly ChartSeries[]): readonly string[] => draw(series).table.rows[0]?.slice(2) ?? [];

describe('the table of small charts', () => {
  it('has the latest number of home with its period', () => {
    expect(rowOf(toHome({ number: 5 }, { number: 7.25 }, SUPPRESSED))).toEqual(['2022', '7.3%']);
  });

  it('has the last reason where there never was a number, and no period', () => {
    expect(rowOf(toHome(SUPPRESSED, SUPPRESSED, UNRELIABLE))).toEqual(['', 'unreliable']);
    expect(rowOf(toHome(UNRELIABLE, SUPPRESSED, undefined))).toEqual(['', 'no figure']);
  });

  it('has no figure where home has no line', () => {
    expect(rowOf({ ...toHome({ number: 5 }), role: 'england' })).toEqual(['', 'no figure']);
  });
});

describe('a stop of small charts', () => {
  it('says the latest figure of every line, or that there are none', () => {
    const england: ChartSeries = {
      ...toHome({ number: 4 }, { number: 6 }),
      id: 'E92000001',
      role: 'england',
      name: 'England',
    };
    const { stops } = draw([toHome({ number: 5 }, SUPPRESSED), england], [toHome(SUPPRESSED)], []);
    expect(stops.map(({ sentence, step, series }) => [series, step, sentence])).toEqual([
      ['p0', 0, 'Passed. Derby, 2021: 5.0%; England, 2022: 6.0%'],
      ['p1', 1, 'Passed. No figures'],
      ['p2', 2, 'Passed. No figures'],
    ]);
  });
});

describe('small charts on a page', () => {
  const heightOf = (count: number, width: number, shortName = 'Passed'): number =>
    multiplesHeight(
      Array.from({ length: count }, (_, i) => ({
        id: `p${String(i)}`,
        measure: { ...SHARE, shortName },
        series: [toHome({ number: 5 })],
      })),
      width,
    );

  it('take a row for as many as stand side by side', () => {
    const row = heightOf(1, 700);
    const heights = Array.from({ length: 12 }, (_, i) => heightOf(i + 1, 700));
    const columns = heights.filter((height) => height === row).length;
    expect(columns).toBeGreaterThan(1);
    expect(heights).toEqual(heights.map((_, i) => row * Math.ceil((i + 1) / columns)));
    expect(heightOf(3, 200)).toBe(3 * heightOf(1, 200));
  });

  it('are higher where a name needs two lines, and no higher for more', () => {
    const long = 'Children looked after continuously for twelve months or more';
    expect(heightOf(2, 700, long)).toBeGreaterThan(heightOf(2, 700));
    expect(heightOf(2, 700, `${long}, ${long}, ${long}`)).toBe(heightOf(2, 700, long));
  });
});
