import type { TrendInput } from '../../../src/chart/forms/trend.ts';
import { drawTrend } from '../../../src/chart/forms/trend.ts';
import type { ChartSeries } from '../../../src/chart/inputs.ts';
import type { ChartSize } from '../../../src/chart/scene.ts';
import { toMonth, toPooled, toSnapshot, toYear } from '../../../src/domain/period.ts';
import type { Case } from '../made.ts';
import {
  average,
  CAPTION,
  chance,
  england,
  home,
  neighbours,
  points,
  RATE,
  region,
  SCORE,
  SHARE,
  years,
} from '../made.ts';

const eight = years(2018, 8);

const DERBY = [5.0, 5.4, 4.6, 5.3, 4.5, 4.2, 3.9, 7.6];
const ENGLAND = [2.7, 2.6, 2.7, 2.8, 2.6, 2.8, 3.2, 3.4];
const REGION = [3.0, 2.9, 2.7, 2.7, 2.5, 2.4, 2.5, 2.8];
const AVERAGE = [3.2, 3.2, 3.2, 3.4, 3.2, 3.6, 3.9, 4.2];

function trend(series: readonly ChartSeries[], more: Partial<TrendInput> = {}): TrendInput {
  return { title: 'NEET nearly doubled in a year', caption: CAPTION, measure: SHARE, start: 'fitted', series, ...more };
}

const full = (): ChartSeries[] => [
  home(eight, DERBY),
  england(eight, ENGLAND),
  region(eight, REGION),
  average(eight, AVERAGE),
  ...neighbours(eight, 4, 1.4),
];

const PAGE: ChartSize = { width: 720, height: 400 };
const PHONE: ChartSize = { width: 350, height: 380 };
const SLIDE: ChartSize = { width: 1920, height: 860, scale: 2.2 };

const made = (name: string, about: string, input: () => TrendInput, own: ChartSize = PAGE): Case => ({
  name: `trend-${name}`,
  about,
  draw: (size = own) => drawTrend(input(), size),
});

const months = Array.from({ length: 30 }, (_, i) => toMonth(2023 + Math.floor(i / 12), (i % 12) + 1));

export const TREND_CASES: readonly Case[] = [
  made('usual', 'home, England, region, neighbours and their average', () => trend(full(), { start: 'zero' })),
  made('phone', 'names stand below where they have no room beside', () => trend(full()), PHONE),
  made(
    'long-unit',
    'what has to be known stands in as many lines as it takes',
    () =>
      trend([home(eight, [5, 5.4, 4.6, 5.3, 4.5, 4.2, 3.9, '7.6p']), ...neighbours(eight, 4, 1.4)], {
        measure: { ...SHARE, unit: '% of young people aged 16 and 17 known to the authority, December to February' },
      }),
    PHONE,
  ),
  made(
    'areas',
    'chosen areas have a name and a stroke each',
    () =>
      trend([
        home(eight, DERBY),
        england(eight, ENGLAND),
        ...neighbours(eight, 4, 1.4)
          .slice(0, 6)
          .map((series): ChartSeries => ({ ...series, role: 'other' })),
      ]),
    { width: 350, height: 420 },
  ),
  made('slide', 'larger type at 1920 pixels', () => trend(full()), SLIDE),
  made('one-point', 'a single period', () => trend([home(eight.slice(7), [7.6]), england(eight.slice(7), [3.4])])),
  made('isolated', 'points with nothing beside them are seen', () =>
    trend([
      home(eight, [5.0, undefined, 4.6, undefined, 4.5, 4.2, undefined, 7.6]),
      england(eight, [2.7, undefined, 2.7, undefined, 2.6, undefined, 3.2, 3.4]),
      ...neighbours(eight, 4, 1)
        .slice(0, 3)
        .map((s) => ({ ...s, points: s.points.filter((_, i) => i % 2 === 0) })),
    ]),
  ),
  made('all-missing', 'nothing was published', () => trend([home(eight, ['c', 'c', 'x', 'x', 'z', 'c', 'c', 'c'])])),
  made('home-missing', 'the others have figures, home has none', () =>
    trend([home(eight, ['c', 'c', 'c', 'c', 'c', 'c', 'c', 'c']), england(eight, ENGLAND), average(eight, AVERAGE)]),
  ),
  made('suppressed', 'suppressed in the middle, and for another reason', () =>
    trend([home(eight, [5.0, 5.4, 'c', 'c', 4.5, 'x', 3.9, 7.6]), england(eight, ENGLAND), average(eight, AVERAGE)]),
  ),
  made('break', 'a break in the series is not bridged', () =>
    trend([
      home(eight, [5.0, 5.4, 4.6, 5.3, '3.1b', 3.2, 3.0, 3.4]),
      england(eight, [2.7, 2.6, 2.7, 2.8, '1.9b', 2, 2.1, 2]),
    ]),
  ),
  made('provisional', 'a hollow point at the end', () =>
    trend([
      home(eight, [5.0, 5.4, 4.6, 5.3, 4.5, 4.2, 3.9, '7.6p']),
      england(eight, [2.7, 2.6, 2.7, 2.8, 2.6, 2.8, 3.2, '3.4p']),
    ]),
  ),
  made('negative', 'values on both sides of zero', () =>
    trend(
      [
        home(eight, [-0.12, -0.2, -0.31, -0.28, -0.4, -0.35, -0.22, -0.18]),
        england(eight, [-0.03, -0.02, -0.03, -0.03, -0.03, -0.03, -0.03, -0.03]),
        average(eight, [0.05, 0.02, 0.1, -0.04, -0.08, 0, 0.03, 0.06]),
      ],
      { measure: SCORE, title: 'Progress 8' },
    ),
  ),
  made('over-100', 'percentages over 100 are not cut', () =>
    trend([home(eight, [96, 98, 101, 104, 103, 107, 106, 108]), england(eight, [92, 93, 94, 95, 95, 94, 94, 95])], {
      measure: { ...SHARE, name: 'Nursery take-up', unit: '% of three year olds', decimals: 0, polarity: 'higher' },
      title: 'Nursery take-up',
    }),
  ),
  made('long-names', 'the longest names there are', () =>
    trend([
      home(eight, DERBY, 'Bournemouth, Christchurch and Poole'),
      england(eight, ENGLAND),
      region(eight, REGION, 'Yorkshire and The Humber'),
      average(eight, AVERAGE),
    ]),
  ),
  made('ties', 'four lines end at one value', () =>
    trend([
      home(eight, [5, 4, 5, 4, 5, 4, 5, 4]),
      england(eight, [4, 4, 4, 4, 4, 4, 4, 4]),
      region(eight, [3, 4, 3, 4, 3, 4, 3, 4]),
      average(eight, [3, 3.2, 3.4, 3.6, 3.7, 3.8, 3.9, 4]),
    ]),
  ),
  made('ended', 'home’s series ended earlier than the others', () =>
    trend([home(eight, [5.0, 5.4, 4.6, 5.3, 4.5]), england(eight, ENGLAND), average(eight, AVERAGE)]),
  ),
  made('twenty-years', 'labels are thinned, never turned', () => {
    const periods = years(2006, 20);
    const next = chance(3);
    const wander = (from: number) => periods.map((_, i) => from - i * 0.9 + next() * 4);
    return trend([home(periods, wander(41)), england(periods, wander(38)), ...neighbours(periods, 30, 8)], {
      measure: RATE,
      title: 'Injury admissions over twenty years',
    });
  }),
  made('monthly', 'thirty months of local figures', () => {
    const next = chance(11);
    return trend(
      [
        home(
          months,
          months.map(() => 40 + next() * 18),
        ),
      ],
      { measure: RATE, title: 'By month' },
    );
  }),
  made('intervals', 'published limits as a band, beside an isolated point as a bar', () => {
    const values = [52, 49, undefined, 47, undefined, 44, 45, 42];
    return trend(
      [
        {
          ...home(eight, []),
          points: eight.map((period, i) => {
            const number = values[i];
            return {
              period,
              value: number === undefined ? undefined : { number, lower: number - 5, upper: number + 6 },
            };
          }),
        },
        england(eight, [56, 55, 55, 54, 53, 54, 52, 51]),
      ],
      { measure: RATE, title: 'With limits' },
    );
  }),
  made('quartiles-target', 'the middle half of authorities behind, a target ahead', () =>
    trend([home(eight, DERBY), average(eight, AVERAGE)], {
      spread: eight.map((period, i) => ({ period, low: 2.2 + i * 0.05, high: 4.1 + i * 0.12 })),
      target: [
        { period: toYear('academic', 2025), number: 7.6 },
        { period: toYear('academic', 2027), number: 5 },
      ],
    }),
  ),
  made('snapshots', 'one day each year', () => {
    const days = Array.from({ length: 7 }, (_, i) => toSnapshot(`${String(2019 + i)}-03-31`));
    return trend([home(days, [92, 95, 101, 97, 93, 90, 88]), england(days, [64, 65, 67, 67, 70, 71, 70])], {
      measure: { ...RATE, name: 'Children looked after', unit: 'per 10,000 aged under 18', decimals: 0 },
      title: 'Children looked after',
    });
  }),
  made('pooled', 'three years together', () => {
    const pooled = Array.from({ length: 6 }, (_, i) => toPooled('calendar', 2016 + i, 2018 + i));
    return trend(
      [
        home(pooled, [4.4, 4.6, 4.9, 5.1, 4.9, 4.8]),
        { ...england(pooled, []), points: points(pooled, [3.9, 3.9, 3.9, 3.9, 3.9, 4.1]) },
      ],
      {
        measure: { ...RATE, name: 'Infant mortality', unit: 'deaths per 1,000 live births' },
        title: 'Infant mortality',
      },
    );
  }),
];
