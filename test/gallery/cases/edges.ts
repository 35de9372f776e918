/** What publishers do to any figure, in the forms whose own cases do not have it. */
import { findXmr } from '../../../src/analysis/xmr.ts';
import { drawChange } from '../../../src/chart/forms/change.ts';
import { drawDistribution } from '../../../src/chart/forms/distribution.ts';
import { drawGap } from '../../../src/chart/forms/gap.ts';
import { drawMultiples } from '../../../src/chart/forms/multiples.ts';
import { drawNeighbours } from '../../../src/chart/forms/neighbours.ts';
import { drawTileMap } from '../../../src/chart/forms/tile-map.ts';
import { drawTimeline } from '../../../src/chart/forms/timeline.ts';
import { drawXmr } from '../../../src/chart/forms/xmr.ts';
import { ENGLAND_GRID } from '../../../src/chart/england-grid.ts';
import type { ChartItem, Measure } from '../../../src/chart/inputs.ts';
import { hasNumber } from '../../../src/chart/runs.ts';
import type { ChartSize, Scene } from '../../../src/chart/scene.ts';
import { toQuarter } from '../../../src/domain/period.ts';
import type { Period } from '../../../src/domain/period.ts';
import type { Case, Written } from '../made.ts';
import { CAPTION, home, NEIGHBOURS, points, RATE, SCORE, SHARE, toValue, years } from '../made.ts';

const WIDE: ChartSize = { width: 620, height: 320 };
const PHONE: ChartSize = { width: 350, height: 480 };
const TAKE_UP: Measure = { ...SHARE, name: 'Nursery take-up', shortName: 'Nursery take-up', unit: '% of 3 year olds' };

const made = (name: string, about: string, own: ChartSize, draw: (size: ChartSize) => Scene): Case => ({
  name,
  about,
  draw: (size = own) => draw(size),
});

const gap =
  (measure: Measure, periods: readonly Period[], group: readonly Written[], others: readonly Written[]) =>
  (size: ChartSize): Scene =>
    drawGap(
      {
        title: 'Looked-after children and all children',
        caption: CAPTION,
        measure,
        start: 'fitted',
        group: { id: 'looked-after', role: 'home', name: 'Looked after', points: points(periods, group) },
        counterpart: { id: 'all', role: 'counterpart', name: 'All children', points: points(periods, others) },
      },
      size,
    );

const LONG = NEIGHBOURS.map((name) => `${name} and its surroundings`);

const change =
  (measure: Measure, from: readonly Written[], to: readonly Written[], names = ['Derby', ...NEIGHBOURS]) =>
  (size: ChartSize): Scene =>
    drawChange(
      {
        title: 'Change since 2017/18',
        caption: CAPTION,
        measure,
        start: 'fitted',
        from: '2017/18',
        to: '2024/25',
        items: from.map((value, i) => ({
          id: `N${String(i)}`,
          role: i === 0 ? 'home' : 'neighbour',
          name: names[i] ?? '',
          from: toValue(value),
          to: toValue(to[i]),
        })),
      },
      size,
    );

const items = (values: readonly Written[]): ChartItem[] =>
  values.map((value, i) => ({
    id: `N${String(i)}`,
    role: i === 0 ? 'home' : 'neighbour',
    name: i === 0 ? 'Derby' : (NEIGHBOURS[i - 1] ?? `Authority ${String(i)}`),
    value: toValue(value),
  }));

const neighbours =
  (measure: Measure, values: readonly Written[]) =>
  (size: ChartSize): Scene =>
    drawNeighbours(
      {
        title: 'Derby and its neighbours',
        caption: CAPTION,
        measure,
        start: 'zero',
        period: '2024/25',
        items: items(values),
        benchmarks: [],
      },
      size,
    );

const distribution =
  (measure: Measure, values: readonly Written[], cuts: readonly [number, number, number]) =>
  (size: ChartSize): Scene =>
    drawDistribution(
      {
        title: 'All authorities',
        caption: CAPTION,
        measure,
        start: 'fitted',
        period: '2024/25',
        items: items(values),
        benchmarks: [],
        cuts,
      },
      size,
    );

const xmr =
  (written: readonly Written[]) =>
  (size: ChartSize): Scene => {
    const quarters = written.map((_, i) => toQuarter('financial', 2022 + Math.floor(i / 4), (i % 4) + 1));
    const series = home(quarters, written);
    const limits = findXmr(series.points.filter(hasNumber).map(({ value }) => value.number));
    return drawXmr({ title: 'By quarter', caption: CAPTION, measure: RATE, series, limits }, size);
  };

const eight = years(2018, 8);
const twenty = years(2006, 20);

export const EDGE_CASES: readonly Case[] = [
  made(
    'gap-negative',
    'scores on both sides of zero',
    WIDE,
    gap(SCORE, eight, [-1.2, -1.1, -1.3, -1, -0.9, -1.1, -1, -0.8], [0, 0.1, -0.1, 0.05, 0, -0.05, 0.1, 0]),
  ),
  made('gap-one-point', 'a single period', WIDE, gap(SHARE, eight.slice(7), [33], [57])),
  made(
    'gap-all-missing',
    'nothing was published of either',
    WIDE,
    gap(
      SHARE,
      eight,
      eight.map(() => 'c'),
      eight.map(() => 'x'),
    ),
  ),
  made(
    'gap-twenty-years',
    'with a break, and years without a figure',
    WIDE,
    gap(
      SHARE,
      twenty,
      twenty.map((_, i) => (i === 7 ? 'c' : i === 12 ? '52b' : 40 + i)),
      twenty.map((_, i) => 60 + i),
    ),
  ),
  made(
    'change-negative',
    'scores on both sides of zero, and no change',
    WIDE,
    change(SCORE, [-0.4, 0.2, 0.1, 0], [0.1, -0.3, 0.1, 'c']),
  ),
  made(
    'change-over-100',
    'take-up over a hundred, a provisional end',
    WIDE,
    change(TAKE_UP, [98, 101.5, 88], ['103.2p', 99, 95]),
  ),
  made(
    'change-phone',
    'long names at 350 pixels',
    PHONE,
    change(SHARE, [5, 4, 4, 3, 6], [7.6, 3.9, 3.6, 2.9, 5.4], ['Derby', ...LONG]),
  ),
  made('change-all-missing', 'neither end was published', WIDE, change(SHARE, ['c', 'c', 'x'], ['c', 'x', 'z'])),
  made('neighbours-over-100', 'take-up over a hundred', WIDE, neighbours(TAKE_UP, [103.2, 99, 95, 101, 88, 100])),
  made('neighbours-all-missing', 'nobody has a figure', WIDE, neighbours(SHARE, ['c', 'c', 'x', 'z'])),
  made(
    'distribution-negative',
    'scores on both sides of zero',
    WIDE,
    distribution(SCORE, [-0.04, -1.1, -0.6, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.4, 0.6], [-0.3, -0.04, 0.2]),
  ),
  made(
    'distribution-over-100',
    'take-up over a hundred, some provisional',
    WIDE,
    distribution(TAKE_UP, ['103.2p', 88, 90, 92, 95, 96, 99, 100, '101p', 102, 'c'], [92, 97, 101]),
  ),
  made('multiples-all-missing', 'nothing was published', { width: 400, height: 110 }, (size) =>
    drawMultiples(
      {
        title: 'Stay safe',
        caption: CAPTION,
        panels: [
          {
            id: 'a',
            measure: SHARE,
            series: [
              home(
                eight,
                eight.map(() => 'c'),
              ),
            ],
          },
        ],
      },
      size,
    ),
  ),
  made(
    'xmr-missing',
    'by quarter, one suppressed, the last provisional',
    WIDE,
    xmr([41, 43, 40, 42, 'c', 44, 41, 43, 42, 40, 43, 42, 41, '58p']),
  ),
  made('xmr-all-missing', 'nothing was published', WIDE, xmr(['c', 'c', 'x', 'c'])),
  made('timeline-one', 'a single judgement', { width: 640, height: 140 }, (size) =>
    drawTimeline(
      {
        title: 'Inspection judgements',
        caption: CAPTION,
        judgements: [
          {
            published: '2022-09-20',
            framework: 'Inspection',
            theme: 'Staying safe',
            grade: 'Good',
            number: 2,
            best: 1,
          },
        ],
      },
      size,
    ),
  ),
  made('tile-map-all-missing', 'nobody has a figure', { width: 360, height: 560 }, (size) =>
    drawTileMap(
      {
        title: 'All authorities',
        caption: CAPTION,
        measure: SHARE,
        period: '2024/25',
        items: [...ENGLAND_GRID.keys()].map((laNumber) => ({
          id: laNumber,
          laNumber,
          role: laNumber === '831' ? 'home' : 'other',
          name: laNumber === '831' ? 'Derby' : `Authority ${laNumber}`,
          value: toValue('c'),
          band: undefined,
        })),
      },
      size,
    ),
  ),
];
