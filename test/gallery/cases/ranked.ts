import type { NeighboursInput, RankedItem } from '../../../src/chart/forms/neighbours.ts';
import { drawNeighbours } from '../../../src/chart/forms/neighbours.ts';
import type { ChartItem } from '../../../src/chart/inputs.ts';
import type { ChartSize } from '../../../src/chart/scene.ts';
import type { Case, Written } from '../made.ts';
import { CAPTION, NEIGHBOURS, RATE, SCORE, SHARE, toValue } from '../made.ts';

const VALUES = [3.9, 3.6, 2.9, 5.4, 4.3, 6.1, 4.9, 3.5, 4.6, 3.2];

function ranked(home: Written, values: readonly Written[], names: readonly string[] = NEIGHBOURS): RankedItem[] {
  const all = [
    { id: 'E06000015', role: 'home', name: 'Derby', value: toValue(home) } as const,
    ...names.map((name, i) => ({ id: `N${String(i)}`, role: 'neighbour', name, value: toValue(values[i]) }) as const),
  ];
  const numberOf = (item: RankedItem): number => (item.value && 'number' in item.value ? item.value.number : Infinity);
  const sorted = all.sort((a, b) => numberOf(a) - numberOf(b));
  return sorted.map((item, i) => (numberOf(item) === Infinity ? item : { ...item, rank: `${String(i + 1)} of 11` }));
}

const lines = (england: number, mean: number): ChartItem[] => [
  { id: 'E92000001', role: 'england', name: 'England', value: { number: england } },
  { id: 'neighbour-mean', role: 'neighbour-mean', name: 'average', value: { number: mean }, note: '10 of 10' },
];

function input(items: readonly RankedItem[], more: Partial<NeighboursInput> = {}): NeighboursInput {
  return {
    title: 'Derby and its ten statistical neighbours, 2024/25',
    caption: CAPTION,
    measure: SHARE,
    start: 'zero',
    period: '2024/25',
    items,
    benchmarks: lines(3.4, 4.2),
    ...more,
  };
}

const made = (
  name: string,
  about: string,
  of: () => NeighboursInput,
  own: ChartSize = { width: 480, height: 340 },
): Case => ({
  name: `neighbours-${name}`,
  about,
  draw: (size = own) => drawNeighbours(of(), size),
});

const LONG = [
  'Bournemouth, Christchurch and Poole',
  'Kingston upon Hull, City of',
  'Redcar and Cleveland',
  ...NEIGHBOURS.slice(3),
];

export const RANKED_CASES: readonly Case[] = [
  made('usual', 'bars from zero, England and the average as lines', () => input(ranked(7.6, VALUES))),
  made('fitted', 'dots, because bars would have to start at zero', () =>
    input(
      ranked(
        42.2,
        VALUES.map((v) => 40 + v),
      ),
      { start: 'fitted', benchmarks: lines(46, 45.2) },
    ),
  ),
  made('missing', 'suppressed neighbours say so, and have no bar', () =>
    input(ranked(7.6, [3.9, 'c', 2.9, 'x', 4.3, 'low', 4.9, 3.5, 4.6, 3.2])),
  ),
  made('provisional', 'outlined bars, home heavier', () =>
    input(ranked('7.6p', ['3.9p', 3.6, 2.9, '5.4p', ...VALUES.slice(4)])),
  ),
  made('home-missing', 'home itself is suppressed', () => input(ranked('c', VALUES))),
  made('ties', 'England and the average are the same', () =>
    input(
      ranked(
        4,
        NEIGHBOURS.map(() => 4),
      ),
      { benchmarks: lines(4, 4) },
    ),
  ),
  made('negative', 'scores below zero', () =>
    input(
      ranked(
        -0.18,
        VALUES.map((v) => (v - 4.2) / 5),
      ),
      { measure: SCORE, benchmarks: lines(-0.03, 0.02) },
    ),
  ),
  made('phone', 'the longest names at 350 pixels', () => input(ranked(7.6, VALUES, LONG)), { width: 350, height: 480 }),
  made('intervals', 'published limits as whiskers', () =>
    input(
      ranked(
        42.1,
        VALUES.map((v) => v * 15),
      ).map((item) =>
        item.value && 'number' in item.value
          ? { ...item, value: { ...item.value, lower: item.value.number - 6, upper: item.value.number + 7 } }
          : item,
      ),
      { measure: RATE, benchmarks: lines(61, 65.3) },
    ),
  ),
];
