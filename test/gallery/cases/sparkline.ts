import { drawSparkline } from '../../../src/chart/forms/sparkline.ts';
import type { ChartSeries } from '../../../src/chart/inputs.ts';
import type { Case } from '../made.ts';
import { average, CAPTION, home, SHARE, years } from '../made.ts';

const eight = years(2018, 8);
const MEAN = [3.2, 3.2, 3.2, 3.4, 3.2, 3.6, 3.9, 4.2];

const made = (name: string, about: string, series: readonly ChartSeries[]): Case => ({
  name: `sparkline-${name}`,
  about,
  draw: (size = { width: 72, height: 24 }) =>
    drawSparkline({ title: 'NEET 16–17', caption: CAPTION, measure: SHARE, series }, size),
});

export const SPARKLINE_CASES: readonly Case[] = [
  made('usual', 'home and its neighbours’ average', [
    home(eight, [5, 5.4, 4.6, 5.3, 4.5, 4.2, 3.9, 7.6]),
    average(eight, MEAN),
  ]),
  made('one-point', 'home has one point', [home(eight, [...Array<undefined>(7), 7.6]), average(eight, MEAN)]),
  made('gap', 'two years missing, one point alone', [
    home(eight, [5, 5.4, 'c', 'c', 4.5, 'x', 3.9, 7.6]),
    average(eight, MEAN),
  ]),
  made('ended', 'home ended before the others', [home(eight, [5, 5.4, 4.6, 5.3]), average(eight, MEAN)]),
  made('flat', 'never changes', [home(eight, [4, 4, 4, 4, 4, 4, 4, 4])]),
  made('single', 'a single period', [home(eight.slice(7), [4])]),
  made('missing', 'nothing', [home(eight, ['c', 'c', 'c', 'c', 'c', 'c', 'c', 'c'])]),
];
