import { describe, expect, test } from 'vitest';
import type { TrendInput } from '../../src/chart/forms/trend.ts';
import { drawTrend } from '../../src/chart/forms/trend.ts';
import type { ChartSeries } from '../../src/chart/inputs.ts';
import { toRuns } from '../../src/chart/runs.ts';
import type { CircleMark, Mark, PathMark, Scene, TextMark } from '../../src/chart/scene.ts';
import { toYear } from '../../src/domain/period.ts';
import { average, CAPTION, england, home, neighbours, points, SHARE, years } from '../gallery/made.ts';

const five = years(2021, 5);

function draw(series: readonly ChartSeries[], more: Partial<TrendInput> = {}, width = 720): Scene {
  return drawTrend(
    { title: 'NEET', caption: CAPTION, measure: SHARE, start: 'zero', series, ...more },
    { width, height: 400 },
  );
}

const isPath = (mark: Mark): mark is PathMark => mark.type === 'path';
const isCircle = (mark: Mark): mark is CircleMark => mark.type === 'circle';
const isText = (mark: Mark): mark is TextMark => mark.type === 'text';
const texts = (scene: Scene): string[] =>
  scene.marks.filter(isText).map((mark) => (mark.strong === undefined ? mark.text : `${mark.text} ${mark.strong}`));
const linesOf = (scene: Scene, role: string): PathMark[] =>
  scene.marks
    .filter(isPath)
    .filter((mark) => mark.role === role && (mark.d.match(/[ML]/g)?.length ?? 0) > 1 && mark.width > 1.5);
const pointsOf = (scene: Scene, role: string): CircleMark[] =>
  scene.marks.filter(isCircle).filter((mark) => mark.role === role);

describe('the line of a trend', () => {
  test('a missing year in the middle makes two lines of one', () => {
    expect(linesOf(draw([home(five, [1, 2, 'c', 4, 5])]), 'home')).toHaveLength(2);
  });

  test('an isolated point is a point, for England too', () => {
    const scene = draw([home(five, [1, undefined, 2, undefined, 3]), england(five, [1, undefined, 2, undefined, 3])]);
    expect(linesOf(scene, 'home')).toHaveLength(0);
    expect(pointsOf(scene, 'home')).toHaveLength(3);
    expect(pointsOf(scene, 'england')).toHaveLength(3);
  });

  test('a year of which no row exists is a gap as well', () => {
    const scattered = [five[0], five[1], five[3], five[4]].flatMap((period) => period ?? []);
    expect(toRuns(points(scattered, [1, 2, 3, 4])).map((run) => run.length)).toEqual([2, 2]);
  });

  test('a break in the series is not joined to what was before it, and is named', () => {
    const scene = draw([home(five, [1, 2, '7b', 7, 7])]);
    expect(linesOf(scene, 'home')).toHaveLength(2);
    expect(texts(scene)).toContain('break');
  });

  test('a provisional point is hollow, and the chart says what that means', () => {
    const scene = draw([home(five, [1, 2, 3, 4, '5p'])]);
    expect(pointsOf(scene, 'home').filter((mark) => mark.hollow)).toHaveLength(1);
    expect(texts(scene)[0]).toContain('hollow points are provisional');
  });

  test('a suppressed point has its word and no place on the scale', () => {
    const scene = draw([home(five, [1, 2, 'c', 4, 5])]);
    expect(texts(scene)).toContain('suppressed');
    expect(pointsOf(scene, 'home')).toHaveLength(4);
  });

  test('neighbouring years with one reason have one word', () => {
    expect(texts(draw([home(five, [1, 'c', 'c', 'c', 5])])).filter((text) => text === 'suppressed')).toHaveLength(1);
  });
});

describe('names and values of a trend', () => {
  test('stand at the ends of lines on a wide chart', () => {
    const scene = draw([home(five, [1, 2, 3, 4, 5]), england(five, [1, 1, 1, 1, 1])]);
    expect(texts(scene)).toEqual(expect.arrayContaining(['Derby 5.0%', 'England 1.0%']));
  });

  test('stand below on a narrow one, and neighbours have a key there', () => {
    const scene = draw([home(five, [1, 2, 3, 4, 5]), ...neighbours(five, 3, 1)], {}, 350);
    expect(texts(scene)).toContain('Neighbours');
    const own = scene.marks.filter(isText).find((mark) => mark.text === 'Derby');
    expect(own?.y).toBeGreaterThan(330);
  });

  test('a line that ended earlier says when', () => {
    expect(texts(draw([home(five, [1, 2, 3]), england(five, [1, 1, 1, 1, 1])]))).toContain('Derby 3.0% (2022/23)');
  });

  test('home without a figure says so rather than vanish', () => {
    const scene = draw([home(five, ['c', 'c', 'c', 'c', 'c']), england(five, [1, 1, 1, 1, 1])]);
    expect(texts(scene)).toContain('Derby suppressed');
  });

  test('with no figures at all it says that none were published', () => {
    expect(texts(draw([home(five, ['c', 'c', 'c', 'c', 'c'])]))).toContain('No figures published');
  });

  test('a target is named with its number', () => {
    const target = [
      { period: toYear('academic', 2025), number: 5 },
      { period: toYear('academic', 2027), number: 3 },
    ];
    expect(texts(draw([home(five, [1, 2, 3, 4, 5])], { target }))).toContain('Target 3.0%');
  });
});

describe('what is said of a trend', () => {
  const scene = draw([
    home(five, [1, 2, 'c', 4, '5p']),
    england(five, [1, 1, 1, 1, 1]),
    average(five, [2, 2, 2, 2, 2]),
  ]);

  test('every figure and marker is a stop with a sentence', () => {
    const said = scene.stops.map((stop) => stop.sentence);
    expect(said).toContain('Derby, 2022/23: suppressed (too few children to publish)');
    expect(said).toContain('Derby, 2024/25: 5.0%, provisional');
    expect(said).toContain('Neighbours’ average, 2024/25: 2.0%, average of 10 of 10');
    expect(said).toHaveLength(15);
  });

  test('the stops of one period share their step', () => {
    expect(new Set(scene.stops.map((stop) => stop.step))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  test('the description gives the latest value, where it came from and what is missing', () => {
    expect(scene.description).toContain('Derby 5.0% in 2024/25, up from 1.0% in 2020/21.');
    expect(scene.description).toContain('England 1.0% in 2024/25, the same as in 2020/21.');
    expect(scene.description).toContain('No figure for Derby in 2022/23 (suppressed).');
  });

  test('the table has a row for each period and a column for each line', () => {
    expect(scene.table.columns).toEqual(['Period', 'Derby', 'England', 'Neighbours’ average']);
    expect(scene.table.rows[2]).toEqual(['2022/23', 'suppressed', '1.0%', '2.0%']);
    expect(scene.table.rows[4]?.[1]).toBe('5.0% (provisional)');
  });
});
