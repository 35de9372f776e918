import { describe, expect, it } from 'vitest';
import type { ProfileAnswer, ProfileRow } from '../../src/chart/forms/profile.ts';
import { drawProfile } from '../../src/chart/forms/profile.ts';
import type { Mark, Scene } from '../../src/chart/scene.ts';

const SHARE = { name: 'Pupils who passed', shortName: 'Passed', unit: '%', decimals: 1, polarity: 'higher' } as const;
const ROW: ProfileRow = {
  id: 'passed',
  measure: SHARE,
  period: '2024/25',
  value: { number: 30 },
  england: 20,
  spread: [0, 10, 25, 40],
  answer: 'better',
};

const draw = (...rows: readonly Partial<ProfileRow>[]): Scene =>
  drawProfile(
    { title: 'Against England', caption: '', homeName: 'Derby', rows: rows.map((row) => ({ ...ROW, ...row })) },
    { width: 600, height: 200 },
  );
/** Home's mark of the only row: the last that is drawn. */
const homeOf = (row: Partial<ProfileRow>): Mark | undefined =>
  draw(row).marks.findLast((mark) => 'series' in mark && mark.series === 'passed');
const barsOf = (scene: Scene) =>
  scene.marks.flatMap((mark) => (mark.type === 'rect' && mark.role === 'neighbour' ? [mark] : []));
const stopOf = (row: Partial<ProfileRow>): number => draw(row).stops[0]?.x ?? Number.NaN;

describe('a row of a profile', () => {
  it('has home in a shape and a colour for each answer', () => {
    const answers: readonly ProfileAnswer[] = ['better', 'worse', 'similar', 'cannot tell'];
    const marks = answers.map((answer) => homeOf({ answer }));
    expect(marks.map((mark) => [mark?.type, mark?.role, mark?.type === 'circle' && mark.hollow === true])).toEqual([
      ['circle', 'better', false],
      ['path', 'worse', false],
      ['rect', 'similar', false],
      ['circle', 'quiet', true],
    ]);
  });

  it('has home no mark where there is no figure, but a stop in the middle that says so', () => {
    const suppressed = draw({ value: { missing: 'suppressed', marker: 'c' } });
    expect(barsOf(suppressed)).toHaveLength(2);
    expect(suppressed.marks.filter((mark) => mark.type === 'circle')).toEqual([]);
    const [bar] = barsOf(suppressed);
    expect(suppressed.stops[0]?.x).toBeCloseTo((bar?.x ?? 0) + (bar?.width ?? 0) / 2);
    expect(suppressed.stops[0]?.sentence).toContain('suppressed');
  });

  it('has no scale where England or the spread is missing', () => {
    for (const missing of [{ england: undefined }, { spread: undefined }] as const) {
      const scene = draw(missing, {});
      expect(barsOf(scene)).toHaveLength(2);
      expect(scene.stops.map(({ step }) => step)).toEqual([0, 1]);
    }
    expect(draw({ england: undefined }).stops[0]?.sentence).toBe(
      'Passed, 2024/25: Derby 30.0%, England no figure, better than England',
    );
  });

  it('has the better at the right, whichever way is good', () => {
    const lower = { ...SHARE, polarity: 'lower' } as const;
    const middle = stopOf({ value: { number: 20 } });
    expect(stopOf({})).toBeGreaterThan(middle);
    expect(stopOf({ measure: lower })).toBeLessThan(middle);
    expect(stopOf({}) - middle).toBeCloseTo(middle - stopOf({ measure: lower }));
  });

  it('reaches with the farther of its worst and its best from England to the edge', () => {
    const middle = stopOf({ value: { number: 20 } });
    const [whole, half] = barsOf(draw({}));
    const right = (whole?.x ?? 0) + (whole?.width ?? 0);
    expect(whole?.x).toBeCloseTo(2 * middle - right);
    expect((half?.x ?? 0) - middle).toBeCloseTo((10 - 20) * ((right - middle) / 20));
    expect(half?.width).toBeCloseTo((25 - 10) * ((right - middle) / 20));
    // Its best is twice as far as its worst: the same edge, and half of the way to the other.
    const [uneven] = barsOf(draw({ spread: [10, 15, 30, 40] }));
    expect((uneven?.x ?? 0) + (uneven?.width ?? 0)).toBeCloseTo(right);
    expect(uneven?.x).toBeCloseTo(middle - (right - middle) / 2);
    const [worse] = barsOf(draw({ spread: [0, 15, 20, 30] }));
    expect(worse?.x).toBeCloseTo(2 * middle - right);
  });

  it('has all in the middle where all authorities have England’s figure', () => {
    const middle = stopOf({ value: { number: 20 } });
    const same = { spread: [20, 20, 20, 20], value: { number: 20 } } as const;
    expect(stopOf(same)).toBeCloseTo(middle);
    expect(barsOf(draw(same)).map(({ x, width }) => [x, width])).toEqual([
      [middle, 0],
      [middle, 0],
    ]);
  });

  it('is said in words, and stands in the table with what is missing left empty', () => {
    const scene = draw({ answer: 'similar' }, { id: 'x', answer: 'cannot tell', england: undefined, value: undefined });
    expect(scene.stops.map(({ sentence }) => sentence)).toEqual([
      'Passed, 2024/25: Derby 30.0%, England 20.0%, similar to England',
      'Passed, 2024/25: Derby no figure, England no figure, cannot tell',
    ]);
    expect(scene.table.rows).toEqual([
      ['Pupils who passed', '%', '2024/25', '30.0%', '20.0%', 'similar'],
      ['Pupils who passed', '%', '2024/25', '', '', 'cannot tell'],
    ]);
  });
});

describe('the head of a profile', () => {
  const wordsOf = (width: number): readonly string[] =>
    drawProfile({ title: '', caption: '', homeName: 'Derby', rows: [ROW] }, { width, height: 200 }).marks.flatMap(
      (mark) => (mark.type === 'text' && ['worst', 'England', 'best'].includes(mark.text) ? [mark.text] : []),
    );

  it('names both ends where there is room beside England', () => {
    expect(wordsOf(600)).toEqual(['worst', 'England', 'best']);
    expect(wordsOf(60)).toEqual(['England']);
  });
});
