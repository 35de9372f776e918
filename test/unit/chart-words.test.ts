import { describe, expect, test } from 'vitest';
import { drawDistribution } from '../../src/chart/forms/distribution.ts';
import { drawGap } from '../../src/chart/forms/gap.ts';
import { drawMultiples } from '../../src/chart/forms/multiples.ts';
import { drawTrend } from '../../src/chart/forms/trend.ts';
import type { ChartItem, ChartSeries } from '../../src/chart/inputs.ts';
import type { Scene } from '../../src/chart/scene.ts';
import { CASES } from '../gallery/cases.ts';
import type { Written } from '../gallery/made.ts';
import { CAPTION, england, home, points, RATE, SHARE, toValue, years } from '../gallery/made.ts';

const ROOM = { width: 900, height: 420 };
const WORDS = { title: 'Title', caption: CAPTION } as const;
const three = years(2023, 3);

const textsOf = (scene: Scene): readonly string[] =>
  scene.marks.flatMap((mark) => (mark.type === 'text' ? [mark.text, mark.strong ?? ''] : []));

describe.each(CASES)('the words of $name', ({ draw }) => {
  const { description, stops, table } = draw();

  test('are sentences, and nothing in them is a slip of a program', () => {
    expect(description).toMatch(/^\S.*[.]$/s);
    for (const words of [description, table.caption, ...stops.map(({ sentence }) => sentence), ...table.rows.flat()]) {
      expect(words).not.toMatch(/undefined|NaN|null|Infinity|\[object| {2}|\.\.|^\W*[,;]/);
    }
  });

  test('fill a table whose every column has a name of its own', () => {
    expect(table.columns.every((name) => name !== '')).toBe(true);
    expect(new Set(table.columns).size).toBe(table.columns.length);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });
});

describe('all authorities', () => {
  const item = (name: string, written: Written, role: ChartItem['role'] = 'other'): ChartItem => ({
    id: name,
    role,
    name,
    value: toValue(written),
  });

  const draw = (items: readonly ChartItem[]): Scene =>
    drawDistribution(
      { ...WORDS, measure: SHARE, start: 'zero', period: '2024/25', items, benchmarks: [], cuts: [2, 4, 6] },
      ROOM,
    );

  test('are gone through from the lowest to the highest, home in its place', () => {
    const scene = draw([item('A', 7), item('Derby', 4.5, 'home'), item('B', 1), item('C', 5)]);
    expect(scene.stops.map(({ series, step }) => [series, step])).toEqual([
      ['B', 0],
      ['Derby', 1],
      ['C', 2],
      ['A', 3],
    ]);
    expect(scene.description).toBe(
      `${SHARE.name}, ${SHARE.unit}, 2024/25: 4 authorities from 1.0% to 7.0%. Derby 4.5%. The quarters of authorities meet at 2.0%, 4.0% and 6.0%; A is best.`,
    );
    expect(textsOf(scene).join()).not.toContain('without a figure');
  });

  test('without a figure are counted beside the unit, and home’s reason is said', () => {
    const scene = draw([item('A', 7), item('Derby', 'c', 'home'), item('B', 'c')]);
    expect(textsOf(scene)[0]).toContain('; 2 without a figure');
    expect(scene.description).toContain('1 authority from 7.0% to 7.0%. Derby suppressed');
    expect(draw([item('Derby', 'c', 'home')]).description).toContain(': No figures published.');
  });

  test('that are provisional are said to be so: all of them, or how many', () => {
    const all = draw([item('A', '7p'), item('Derby', '4.5p', 'home'), item('B', 'c')]);
    expect(textsOf(all)[0]).toContain('; provisional; 1 without a figure');
    const some = draw([item('A', '7p'), item('Derby', 4.5, 'home'), item('B', '2e')]);
    expect(textsOf(some)[0]).toContain('; 2 of 3 are provisional or estimated');
    expect(textsOf(draw([item('A', 7)]))[0]).not.toContain('provisional');
  });

  test('have cuts with decimals enough that home stands on its own side of each', () => {
    expect(draw([item('A', 7), item('Derby', 4.02, 'home'), item('B', 1)]).description).toContain(
      '2.00%, 4.00% and 6.00%',
    );
  });
});

describe('a gap in words', () => {
  const draw = (group: readonly Written[], counterpart: readonly Written[]): string =>
    drawGap(
      {
        ...WORDS,
        measure: SHARE,
        start: 'fitted',
        group: { id: 'g', role: 'home', name: 'Free school meals', points: points(three, group) },
        counterpart: { id: 'c', role: 'counterpart', name: 'All others', points: points(three, counterpart) },
      },
      ROOM,
    ).description;

  test('says the latest gap and the first', () => {
    expect(draw([50, 51, 52], [70, 72, 75])).toContain('The gap is 23.0 points in 2024/25; 20.0 points in 2022/23.');
    expect(draw([50, 'c', 'c'], [70, 72, 75])).toContain('The gap is 20.0 points in 2022/23.');
  });

  test('says where there is none', () => {
    expect(draw([50, 'c', 51], ['c', 72, 'c'])).toContain('There is no period in which both have a figure.');
  });
});

describe('a trend', () => {
  const around = (series: ChartSeries): ChartSeries => ({
    ...series,
    points: series.points.map((point) => ({ ...point, value: { number: 5, lower: 4, upper: 6 } })),
  });
  const draw = (...series: readonly ChartSeries[]): Scene =>
    drawTrend({ ...WORDS, measure: SHARE, start: 'fitted', series }, ROOM);

  test('has intervals around home’s points and around nobody else’s', () => {
    const { marks } = draw(around(home(three, [5, 5, 5])), around(england(three, [5, 5, 5])));
    const bands = marks.filter((mark) => mark.type === 'path' && mark.fill && mark.opacity !== undefined);
    expect(bands.map(({ series }) => series)).toEqual(['E06000015']);
  });

  test('says of a line that ends early in which period, and of one without figures why', () => {
    const texts = textsOf(draw(home(three, [5, 'c', 'x']), england(three, [5, 6, 7]))).join('|');
    expect(texts).toContain('5.0% (2022/23)');
    expect(texts).toContain('7.0%');
    expect(texts).not.toContain('7.0% (');
    expect(textsOf(draw(home(three, ['x', 'x', 'c']), england(three, [5, 6, 7]))).join('|')).toContain('suppressed');
  });
});

describe('small multiples', () => {
  const scene = drawMultiples(
    {
      ...WORDS,
      panels: [
        { id: 'a', measure: SHARE, series: [home(three, [5, 6, 7])] },
        { id: 'b', measure: RATE, series: [home(three, ['c', 'c', 'c'])] },
      ],
    },
    ROOM,
  );

  test('are said panel by panel, with what is missing', () => {
    expect(scene.stops.map(({ sentence }) => sentence)).toEqual([
      'NEET 16–17. Derby, 2024/25: 7.0%',
      'Injury admissions. No figures',
    ]);
  });

  test('are a table of the latest figures', () => {
    expect(scene.table).toEqual({
      caption: 'Title',
      columns: ['Indicator', 'Unit', 'Period', 'Value'],
      rows: [
        [SHARE.name, SHARE.unit, '2024/25', '7.0%'],
        [RATE.name, RATE.unit, '', 'suppressed'],
      ],
    });
  });
});
