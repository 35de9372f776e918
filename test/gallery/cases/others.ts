import { findXmr } from '../../../src/analysis/xmr.ts';
import type { ChangeItem } from '../../../src/chart/forms/change.ts';
import { drawChange } from '../../../src/chart/forms/change.ts';
import { drawGap } from '../../../src/chart/forms/gap.ts';
import { drawMultiples } from '../../../src/chart/forms/multiples.ts';
import type { ProfileAnswer, ProfileRow } from '../../../src/chart/forms/profile.ts';
import { drawProfile } from '../../../src/chart/forms/profile.ts';
import type { RugAnswer } from '../../../src/chart/forms/rug.ts';
import { toRugTable } from '../../../src/chart/forms/rug.ts';
import { drawRug } from '../../../src/chart/forms/rug-picture.ts';
import { drawTileMap } from '../../../src/chart/forms/tile-map.ts';
import type { Judgement } from '../../../src/chart/forms/timeline.ts';
import { drawTimeline } from '../../../src/chart/forms/timeline.ts';
import { drawXmr } from '../../../src/chart/forms/xmr.ts';
import { ENGLAND_GRID } from '../../../src/chart/england-grid.ts';
import { drawFramed } from '../../../src/chart/framed.ts';
import type { Measure } from '../../../src/chart/inputs.ts';
import { hasNumber } from '../../../src/chart/runs.ts';
import type { ChartSize, Scene } from '../../../src/chart/scene.ts';
import { toMonth } from '../../../src/domain/period.ts';
import type { Case, Written } from '../made.ts';
import { average, CAPTION, chance, home, NEIGHBOURS, points, RATE, SCORE, SHARE, toValue, years } from '../made.ts';
import { TREND_CASES } from './trend.ts';

const made = (name: string, about: string, own: ChartSize, draw: (size: ChartSize) => Scene): Case => ({
  name,
  about,
  draw: (size = own) => draw(size),
});

const PAGE: ChartSize = { width: 720, height: 380 };
const PHONE: ChartSize = { width: 350, height: 420 };
const eight = years(2018, 8);

const gap = (group: readonly Written[], counterpart: readonly Written[]) => (size: ChartSize) =>
  drawGap(
    {
      title: 'Free school meals and all other pupils',
      caption: CAPTION,
      measure: { ...SHARE, name: 'Good level of development', unit: '% of pupils', polarity: 'higher' },
      start: 'fitted',
      group: { id: 'fsm', role: 'home', name: 'Free school meals', points: points(eight, group) },
      counterpart: { id: 'other', role: 'counterpart', name: 'All others', points: points(eight, counterpart) },
    },
    size,
  );

const FSM = [52, 54, 55, undefined, undefined, 47, 49, 51.6];
const OTHERS = [71, 72, 73, undefined, undefined, 66, 68, '70.2p'];

function changes(from: readonly Written[], to: readonly Written[]): ChangeItem[] {
  return ['Derby', ...NEIGHBOURS].map((name, i) => ({
    id: `N${String(i)}`,
    role: i === 0 ? 'home' : 'neighbour',
    name,
    from: toValue(from[i]),
    to: toValue(to[i]),
  }));
}

const change = (items: readonly ChangeItem[]) => (size: ChartSize) =>
  drawChange(
    {
      title: 'Change since 2017/18',
      caption: CAPTION,
      measure: SHARE,
      start: 'fitted',
      from: '2017/18',
      to: '2024/25',
      items,
    },
    size,
  );

const row = (
  shortName: string,
  measure: Measure,
  value: Written,
  england: number | undefined,
  spread: ProfileRow['spread'],
  answer: ProfileAnswer,
): ProfileRow => ({
  id: shortName,
  measure: { ...measure, name: shortName, shortName },
  period: '2024/25',
  value: toValue(value),
  england,
  spread,
  answer,
});

const PROFILE: readonly ProfileRow[] = [
  row('NEET 16–17', SHARE, 7.6, 3.4, [0.5, 2.2, 4.4, 9.1], 'worse'),
  row('Injury admissions', RATE, 42.1, 76.1, [36, 60, 90, 150], 'better'),
  row('Progress 8', SCORE, -0.04, -0.03, [-1.1, -0.2, 0.15, 0.6], 'similar'),
  row('Cautioned or sentenced', RATE, 'c', 19, [5, 12, 24, 40], 'cannot tell'),
  row('Children looked after who were convicted', SHARE, '5p', 3, undefined, 'cannot tell'),
  row('All the same', SHARE, 4, 4, [4, 4, 4, 4], 'similar'),
];

const profile = (size: ChartSize): Scene =>
  drawProfile({ title: 'Against England', caption: CAPTION, homeName: 'Derby', rows: PROFILE }, size);

const PANELS = [
  { name: 'NEET 16–17', values: [5, 5.4, 4.6, 5.3, 4.5, 4.2, 3.9, 7.6], measure: SHARE },
  { name: 'Injury admissions', values: [52, 49, 51, 47, 'c', 44, 45, 42], measure: RATE },
  { name: 'Progress 8', values: [-0.1, -0.2, undefined, undefined, undefined, -0.3, -0.2, '-0.18p'], measure: SCORE },
  {
    name: 'Children looked after convicted or cautioned',
    values: ['c', 'c', 'c', 'c', 'c', 'c', 'c', 'c'],
    measure: SHARE,
  },
  { name: 'One point', values: [...Array<undefined>(7), 4], measure: SHARE },
] as const;

const multiples = (size: ChartSize): Scene =>
  drawMultiples(
    {
      title: 'Enjoy and achieve',
      caption: CAPTION,
      panels: PANELS.map(({ name, values, measure }, i) => ({
        id: name,
        measure: { ...measure, shortName: name },
        series: [home(eight, values), ...(i === 0 ? [average(eight, [3.2, 3.2, 3.2, 3.4, 3.2, 3.6, 3.9, 4.2])] : [])],
      })),
    },
    size,
  );

const xmr = (count: number, jump: number) => (size: ChartSize) => {
  const next = chance(11);
  const months = Array.from({ length: count }, (_, i) => toMonth(2024 + Math.floor(i / 12), (i % 12) + 1));
  const series = home(
    months,
    months.map((_, i) => Math.round((40 + next() * 8 + (i > count - 6 ? jump : 0)) * 10) / 10),
  );
  const numbers = series.points.filter(hasNumber).map((point) => point.value.number);
  return drawXmr({ title: 'By month', caption: CAPTION, measure: RATE, series, limits: findXmr(numbers) }, size);
};

const judgement = (published: string, theme: string, grade: string, number: number, best: number): Judgement => ({
  published,
  framework: 'Inspection',
  theme,
  grade,
  number,
  best,
});

const JUDGEMENTS: readonly Judgement[] = [
  judgement('2008-02-19', 'Being healthy', 'Good', 3, 4),
  judgement('2008-02-19', 'Staying safe', 'Adequate', 2, 4),
  judgement('2008-02-19', 'Making a positive contribution', 'Outstanding', 4, 4),
  judgement('2010-11-05', 'Staying safe', 'Inadequate', 4, 1),
  judgement('2012-06-01', 'Staying safe', 'Adequate', 3, 1),
  judgement('2012-06-01', 'Being healthy', 'Good', 2, 1),
  judgement('2017-04-12', 'Staying safe', 'Good', 2, 1),
  judgement('2022-09-20', 'Staying safe', 'Outstanding', 1, 1),
];

const timeline = (size: ChartSize): Scene =>
  drawTimeline({ title: 'Inspection judgements', caption: CAPTION, judgements: JUDGEMENTS }, size);

const BANDS = ['A', 'B', 'C', 'D'] as const;

const tiles = (banded: boolean) => (size: ChartSize) => {
  const next = chance(9);
  const items = [...ENGLAND_GRID.keys()].map((laNumber, i) => {
    const value = i % 23 === 5 ? toValue('c') : { number: Math.round(next() * 80) / 10 };
    const band = BANDS[Math.floor(next() * 4)];
    return {
      id: laNumber,
      laNumber,
      role: laNumber === '831' ? 'home' : 'other',
      name: laNumber === '831' ? 'Derby' : `Authority ${laNumber}`,
      value,
      band: banded && 'number' in (value ?? {}) ? band : undefined,
    } as const;
  });
  return drawTileMap({ title: 'All authorities', caption: CAPTION, measure: SHARE, period: '2024/25', items }, size);
};

const rugRow = (name: string, measure: Measure, cells: readonly (readonly [Written, RugAnswer?])[]) => ({
  id: name,
  measure: { ...measure, shortName: name },
  period: '2024/25',
  cells: cells.map(([written, answer]) => ({ value: toValue(written), answer })),
});

/** At the size it needs, whatever the page has. */
const rug = (): Scene =>
  drawRug(
    toRugTable({
      title: 'Stay safe: latest figures of Derby and its statistical neighbours',
      caption: CAPTION,
      against: 'England',
      areas: ['Derby', 'Stoke-on-Trent', 'Bournemouth, Christchurch and Poole', 'Leeds'].map((name, i) => ({
        id: name,
        name,
        home: i === 0,
      })),
      rows: [
        rugRow('NEET 16–17', SHARE, [[7.6, 'worse'], [3.4, 'similar'], ['c'], [2.1, 'better']]),
        rugRow('Injury admissions', RATE, [[42.1, 'better'], ['x'], [1234.5, 'worse'], [76.1, 'similar']]),
        rugRow('Children looked after who were convicted or cautioned', SHARE, [['5p'], [undefined], [4], [3]]),
      ],
    }),
  );

const framed = (size: ChartSize): Scene =>
  drawFramed((room) => {
    const usual = TREND_CASES.find(({ name }) => name === 'trend-usual');
    if (!usual) throw new Error('the gallery has no trend-usual');
    return usual.draw(room);
  }, size);

export const OTHER_CASES: readonly Case[] = [
  made('gap-usual', 'two groups, years without either, a provisional end', PAGE, gap(FSM, OTHERS)),
  made(
    'gap-one-missing',
    'one group is suppressed where the other is not',
    PAGE,
    gap(['c', 54, 55, 'c', 'c', 47, 49, 'c'], OTHERS),
  ),
  made(
    'gap-crossing',
    'the lines cross',
    PAGE,
    gap([60, 62, 64, 66, 68, 70, 72, 74], [70, 70, 69, 69, 68, 68, 67, 67]),
  ),
  made('gap-phone', 'at 350 pixels', PHONE, gap(FSM, OTHERS)),
  made(
    'change-usual',
    'then and now',
    { width: 520, height: 340 },
    change(changes([5, 4, 4, 3, 6, 5, 6, 4, 4, 5, 3], [7.6, 3.9, 3.6, 2.9, 5.4, 4.3, 6.1, 4.9, 3.5, 4.6, '3.2p'])),
  ),
  made(
    'change-missing',
    'one end missing, both missing, no change',
    { width: 520, height: 340 },
    change(changes([5, 'c', 4, undefined, 6], [7.6, 3.9, 'x', undefined, 6])),
  ),
  made('profile-usual', 'an outcome against England', { width: 560, height: 260 }, profile),
  made('profile-phone', 'at 350 pixels', { width: 350, height: 320 }, profile),
  made('multiples-usual', 'gaps, markers, one point, a long name', { width: 720, height: 220 }, multiples),
  made('multiples-phone', 'at 350 pixels', { width: 350, height: 540 }, multiples),
  made('xmr-usual', 'a change is signalled', PAGE, xmr(24, 14)),
  made('xmr-few', 'too few points for limits', PAGE, xmr(9, 0)),
  made('timeline-usual', 'two ways of numbering grades', { width: 640, height: 220 }, timeline),
  made('timeline-phone', 'at 350 pixels', { width: 350, height: 280 }, timeline),
  made('tile-map-usual', '153 authorities by quarter', { width: 560, height: 840 }, tiles(true)),
  made('tile-map-phone', 'at 350 pixels', { width: 350, height: 560 }, tiles(true)),
  made('tile-map-no-polarity', 'no quarters', { width: 460, height: 700 }, tiles(false)),
  made('rug-usual', 'signs, reasons for no figure, long names, no polarity', { width: 0, height: 0 }, rug),
  made('framed-slide', 'with its title and caption, for a slide', { width: 1920, height: 1080, scale: 2.2 }, framed),
];
