import { describe, expect, test } from 'vitest';
import type { CursorKey } from '../../src/chart/cursor.ts';
import { Cursor, isCursorKey } from '../../src/chart/cursor.ts';
import type { Stop } from '../../src/chart/scene.ts';

const stop = (series: string, step: number, x = step * 10, y = 0): Stop => ({
  series,
  step,
  x,
  y,
  sentence: `${series} ${String(step)}`,
});

/** Derby has no figure in the third period; England has no fourth. */
const LINES = [
  ...[0, 1, 3].map((step) => stop('Derby', step, step * 10, 0)),
  ...[0, 1, 2].map((step) => stop('England', step, step * 10, 50)),
];

function press(stops: readonly Stop[], ...keys: CursorKey[]): string | undefined {
  const cursor = new Cursor(stops);
  let at: Stop | undefined;
  for (const key of keys) at = cursor.press(key, at);
  return at?.sentence;
}

describe('the cursor of a chart of lines', () => {
  test('any arrow enters at the latest point of the first series', () => {
    expect(press(LINES, 'ArrowRight')).toBe('Derby 3');
    expect(press(LINES, 'ArrowDown')).toBe('Derby 3');
  });

  test('left goes back in time, over a period without a figure', () => {
    expect(press(LINES, 'ArrowRight', 'ArrowLeft')).toBe('Derby 1');
  });

  test('down goes to the next series at the nearest period, up goes back', () => {
    expect(press(LINES, 'ArrowRight', 'ArrowDown')).toBe('England 2');
    expect(press(LINES, 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp')).toBe('Derby 1');
  });

  test('Home and End go to the ends of the series', () => {
    expect(press(LINES, 'ArrowRight', 'Home')).toBe('Derby 0');
    expect(press(LINES, 'ArrowRight', 'ArrowDown', 'Home', 'End')).toBe('England 2');
  });

  test('at an edge a key stays where it is', () => {
    expect(press(LINES, 'ArrowRight', 'ArrowRight')).toBe('Derby 3');
    expect(press(LINES, 'ArrowRight', 'ArrowUp')).toBe('Derby 3');
    expect(press(LINES, 'ArrowRight', 'ArrowDown', 'ArrowDown')).toBe('England 2');
  });

  test('Escape leaves, and a later arrow enters anew', () => {
    expect(press(LINES, 'ArrowRight', 'Escape')).toBeUndefined();
    expect(press(LINES, 'ArrowRight', 'ArrowLeft', 'Escape', 'ArrowLeft')).toBe('Derby 3');
  });

  test('series are gone through in the order of their stops, steps in their own order', () => {
    expect(press([stop('B', 1), stop('B', 0), stop('A', 0)], 'ArrowRight', 'ArrowLeft')).toBe('B 0');
  });
});

describe('the cursor of a ranked list', () => {
  const list = ['Kirklees', 'Walsall', 'Derby'].map((name, i) => stop(name, i));

  test('it enters at the top', () => {
    expect(press(list, 'ArrowDown')).toBe('Kirklees 0');
  });

  test('right and down both go to the next, left and up to the one before', () => {
    expect(press(list, 'ArrowDown', 'ArrowDown')).toBe('Walsall 1');
    expect(press(list, 'ArrowDown', 'ArrowRight')).toBe('Walsall 1');
    expect(press(list, 'ArrowDown', 'ArrowDown', 'ArrowLeft')).toBe('Kirklees 0');
  });

  test('Home and End go to its first and last', () => {
    expect(press(list, 'ArrowDown', 'End')).toBe('Derby 2');
    expect(press(list, 'ArrowDown', 'End', 'Home')).toBe('Kirklees 0');
  });
});

describe('the cursor of a chart without stops', () => {
  test('no key leads anywhere', () => {
    expect(press([], 'ArrowRight', 'Home', 'ArrowDown')).toBeUndefined();
  });
});

describe('the pointer', () => {
  test('finds the nearest stop within reach', () => {
    expect(new Cursor(LINES).nearest(11, 40, 20)?.sentence).toBe('England 1');
  });

  test('finds none beyond reach', () => {
    expect(new Cursor(LINES).nearest(11, 200, 20)).toBeUndefined();
  });
});

test('keys that are not the cursor’s are left to the page', () => {
  expect(isCursorKey('Tab')).toBe(false);
  expect(isCursorKey('ArrowLeft')).toBe(true);
});
