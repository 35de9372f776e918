/** Short ways of writing chart inputs by hand, for the gallery and for tests. */
import type { Measure, ChartPoint, ChartSeries } from '../../src/chart/inputs.ts';
import type { Scene, ChartSize } from '../../src/chart/scene.ts';
import type { Period } from '../../src/domain/period.ts';
import { toYear } from '../../src/domain/period.ts';
import type { Status, Value } from '../../src/domain/value.ts';
import { findMissingReason, findStatus } from '../../src/domain/value.ts';

/** A picture of the gallery: its name is that of its golden file. */
export interface Case {
  readonly name: string;
  /** What is hard about it. */
  readonly about: string;
  readonly draw: (size?: ChartSize) => Scene;
}

export const SHARE: Measure = {
  name: 'Not in education, employment or training, aged 16 and 17',
  shortName: 'NEET 16–17',
  unit: '% of 16 and 17 year olds',
  decimals: 1,
  polarity: 'lower',
};

export const RATE: Measure = {
  name: 'Hospital admissions for injuries, aged 0 to 14',
  shortName: 'Injury admissions',
  unit: 'per 10,000 aged 0 to 14',
  decimals: 1,
  polarity: 'lower',
};

export const SCORE: Measure = {
  name: 'Progress 8',
  shortName: 'Progress 8',
  unit: 'average score',
  decimals: 2,
  polarity: 'higher',
};

export const CAPTION =
  'Department for Education, participation and NEET by local authority. Open Government Licence v3.0. Made 22 November 2026.';

/** A cell as it might be written: a number, a number with a status letter ("7.6p"), a marker, or undefined. */
export type Written = number | string | undefined;

export function toValue(written: Written): Value | undefined {
  if (written === undefined) return undefined;
  if (typeof written === 'number') return { number: written };
  const parts = /^(-?[\d.]+)([preb])$/.exec(written);
  if (!parts) return { missing: findMissingReason(written) ?? 'unknown-marker', marker: written };
  const status: Status | undefined = findStatus(parts[2] ?? '');
  return { number: Number(parts[1]), ...(status ? { status } : {}) };
}

/** Academic years, the first ending in `end`. */
export function years(end: number, count: number): Period[] {
  return Array.from({ length: count }, (_, i) => toYear('academic', end + i));
}

export function points(periods: readonly Period[], written: readonly Written[]): ChartPoint[] {
  return periods.map((period, i) => ({ period, value: toValue(written[i]) }));
}

export function home(periods: readonly Period[], written: readonly Written[], name = 'Derby'): ChartSeries {
  return { id: 'E06000015', role: 'home', name, points: points(periods, written) };
}

export function england(periods: readonly Period[], written: readonly Written[]): ChartSeries {
  return { id: 'E92000001', role: 'england', name: 'England', points: points(periods, written) };
}

export function region(periods: readonly Period[], written: readonly Written[], name = 'East Midlands'): ChartSeries {
  return { id: 'E12000004', role: 'region', name, points: points(periods, written) };
}

export function average(periods: readonly Period[], written: readonly Written[]): ChartSeries {
  const noted = points(periods, written).map((point) => ({ ...point, note: 'average of 10 of 10' }));
  return { id: 'neighbour-mean', role: 'neighbour-mean', name: 'Neighbours’ average', points: noted };
}

/** The same figures at every run: a small linear congruence in place of chance. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export const NEIGHBOURS = [
  'Bolton',
  'Coventry',
  'Kirklees',
  'Peterborough',
  'Rochdale',
  'Sheffield',
  'Southampton',
  'Stoke-on-Trent',
  'Tameside',
  'Walsall',
] as const;

/** Ten wandering lines about a level. */
export function neighbours(periods: readonly Period[], level: number, spread: number, seed = 7): ChartSeries[] {
  const next = chance(seed);
  return NEIGHBOURS.map((name, i) => {
    let number = level + (next() - 0.5) * 2 * spread;
    const written = periods.map(() => {
      number += (next() - 0.5) * spread * 0.7;
      return Math.round(number * 100) / 100;
    });
    return { id: `N${String(i)}`, role: 'neighbour', name, points: points(periods, written) };
  });
}
