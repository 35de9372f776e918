import type { DistributionInput } from '../../../src/chart/forms/distribution.ts';
import { drawDistribution } from '../../../src/chart/forms/distribution.ts';
import type { ChartItem } from '../../../src/chart/inputs.ts';
import type { ChartSize } from '../../../src/chart/scene.ts';
import type { Case, Written } from '../made.ts';
import { CAPTION, chance, SHARE, toValue } from '../made.ts';

/** 152 others about a level and home, with every fifteenth a neighbour. */
function authorities(home: Written, draw: (next: () => number) => number): ChartItem[] {
  const next = chance(5);
  const others = Array.from({ length: 152 }, (_, i): ChartItem => {
    const number = Math.round(draw(next) * 10) / 10;
    return {
      id: `A${String(i)}`,
      role: i % 15 === 7 ? 'neighbour' : 'other',
      name: `Authority ${String(i + 1)}`,
      value: { number },
    };
  });
  return [{ id: 'E06000015', role: 'home', name: 'Derby', value: toValue(home), note: '152 of 153' }, ...others];
}

const hump = (next: () => number): number => 1 + (next() + next() + next()) * 2;

function input(items: readonly ChartItem[], more: Partial<DistributionInput> = {}): DistributionInput {
  return {
    title: 'All 153 authorities, 2024/25',
    caption: CAPTION,
    measure: SHARE,
    start: 'zero',
    period: '2024/25',
    items,
    benchmarks: [
      { id: 'E92000001', role: 'england', name: 'England', value: { number: 3.4 } },
      { id: 'neighbour-mean', role: 'neighbour-mean', name: 'average', value: { number: 4.2 } },
    ],
    cuts: [2.9, 3.8, 4.9],
    ...more,
  };
}

const made = (
  name: string,
  about: string,
  of: () => DistributionInput,
  own: ChartSize = { width: 560, height: 230 },
): Case => ({
  name: `distribution-${name}`,
  about,
  draw: (size = own) => drawDistribution(of(), size),
});

export const DISTRIBUTION_CASES: readonly Case[] = [
  made('usual', '153 authorities', () => input(authorities(7.6, hump))),
  made('close-cuts', 'quarters too close for their letters', () =>
    input(
      authorities(12, (next) => 2 + next() * 0.4),
      { cuts: [2.1, 2.2, 2.3] },
    ),
  ),
  made('pile', 'nearly all at one value', () =>
    input(
      authorities(3, (next) => (next() < 0.9 ? 3 : 4)),
      { cuts: [3, 3, 3] },
    ),
  ),
  made('home-missing', 'home is suppressed, and some others too', () => {
    const items = authorities('c', hump).map((item, i) => (i % 20 === 3 ? { ...item, value: toValue('c') } : item));
    return input(items);
  }),
  made('no-polarity', 'no quarters where neither direction is good', () => {
    const { cuts: _, ...rest } = input(authorities(4.4, hump), { measure: { ...SHARE, polarity: 'none' } });
    return rest;
  }),
  made('phone', 'at 350 pixels', () => input(authorities(7.6, hump)), { width: 350, height: 230 }),
  made('none', 'nobody has a figure', () =>
    input(
      authorities('c', hump).map((item) => ({ ...item, value: toValue('c') })),
      { benchmarks: [], cuts: [0, 0, 0] },
    ),
  ),
];
