import { describe, expect, test } from 'vitest';
import { placeLabels } from '../../src/chart/labels.ts';
import { fitText, measureText, wrapText } from '../../src/chart/measure.ts';

describe('placeLabels', () => {
  test('labels that do not touch stay where they are', () => {
    expect(placeLabels([10, 50, 90], [20, 20, 20], 0, 100)).toEqual([10, 50, 90]);
  });

  test('two labels at one place move apart by half each', () => {
    expect(placeLabels([50, 50], [20, 20], 0, 100)).toEqual([40, 60]);
  });

  test('a crowd is moved as one, about its own middle', () => {
    expect(placeLabels([48, 50, 52], [20, 20, 20], 0, 100)).toEqual([30, 50, 70]);
  });

  test('a crowd that comes to touch another carries it along', () => {
    // The last two settle at 51.5 and 71.5, which would cover the first.
    const placed = placeLabels([40, 61, 62], [20, 20, 20], 0, 100);
    expect(placed?.map((at) => Math.round(at * 100) / 100)).toEqual([34.33, 54.33, 74.33]);
    const four = placeLabels([40, 61, 90, 62], [20, 20, 20, 20], 0, 200);
    expect(four?.map((at) => Math.round(at * 100) / 100)).toEqual([33.25, 53.25, 93.25, 73.25]);
  });

  test('labels of different sizes only just touch, and equal wishes keep their order', () => {
    expect(placeLabels([50, 50, 50], [10, 30, 20], 0, 60)).toEqual([5, 25, 50]);
    expect(placeLabels([45, 45, 85], [10, 30, 20], 0, 100)).toEqual([35, 55, 85]);
    expect(placeLabels([10, 90], [50, 50], 0, 100)).toEqual([25, 75]);
  });

  test('labels beyond the frame come inside it', () => {
    expect(placeLabels([-30, 130], [20, 20], 0, 100)).toEqual([10, 90]);
  });

  test('the order given does not matter, the place wanted does', () => {
    expect(placeLabels([60, 55], [20, 20], 0, 100)).toEqual([67.5, 47.5]);
  });

  test('labels that cannot fit are not placed', () => {
    expect(placeLabels([1, 2], [20, 20], 0, 30)).toBeUndefined();
  });

  test('no labels need no room', () => {
    expect(placeLabels([], [], 0, 0)).toEqual([]);
  });
});

describe('text', () => {
  test('width grows with size and weight', () => {
    expect(measureText('Derby', 26)).toBeCloseTo(2 * measureText('Derby', 13));
    expect(measureText('Derby', 13, true)).toBeGreaterThan(measureText('Derby', 13));
  });

  test('figures are all of one width', () => {
    expect(measureText('1111', 13)).toBe(measureText('8888', 13));
  });

  test('text that fits is left alone', () => {
    expect(fitText('Derby', 13, 200)).toBe('Derby');
  });

  test('text that does not fit is shortened with an ellipsis, and then does', () => {
    const short = fitText('Bournemouth, Christchurch and Poole', 13, 120);
    expect(short).toMatch(/^Bournemouth.*…$/);
    expect(measureText(short, 13)).toBeLessThanOrEqual(120);
  });

  test('one letter is kept where there is room for none', () => {
    expect([fitText('Derby', 13, 1), fitText('D', 13, 1)]).toEqual(['D…', 'D…']);
  });

  test('no space is left before the ellipsis', () => {
    const width = measureText('East …', 13);
    expect(fitText('East Midlands', 13, width)).toBe('East…');
  });

  test('lines are broken between words', () => {
    expect(wrapText('one two three', 10, measureText('one two', 10))).toEqual(['one two', 'three']);
  });
});
