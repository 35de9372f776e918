import { describe, expect, test } from 'vitest';
import type { ChartSize, Mark, Scene } from '../../src/chart/scene.ts';
import { CASES } from '../gallery/cases.ts';

const TIMES = 2;
/** Places are written to a tenth of a pixel, so that a doubled one may differ by two of them. */
const NEAR = 0.21;

const WIDE: ChartSize = { width: 760, height: 420 };
const NARROW: ChartSize = { width: 360, height: 420 };

/** Every length and place of a mark, in order. */
function lengthsOf(mark: Mark): readonly number[] {
  switch (mark.type) {
    case 'path': {
      const written = [...mark.d.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
      return [...written, ...(mark.at ?? []), mark.width, ...(mark.dash?.split(' ').map(Number) ?? [])];
    }
    case 'circle':
      return [mark.x, mark.y, mark.r];
    case 'rect':
      return [mark.x, mark.y, mark.width, mark.height];
    case 'text':
      return [mark.x, mark.y, mark.size];
  }
}

/** What a mark is, whatever its size. */
function natureOf(mark: Mark): readonly unknown[] {
  const commands = mark.type === 'path' ? mark.d.replace(/[-\d. ]+/g, ' ') : '';
  return [mark.type, mark.role, mark.series, mark.type === 'text' ? mark.text : commands];
}

/** The largest difference between the lengths of one picture, doubled, and those of the other. */
function findFarthest(once: Scene, twice: Scene): number {
  const [small, large] = [once.marks.flatMap(lengthsOf), twice.marks.flatMap(lengthsOf)];
  return Math.max(0, ...small.map((length, i) => Math.abs(length * TIMES - (large[i] ?? Infinity))));
}

/** A rug has the size that its table needs; it is made smaller or larger as a whole by whoever places it. */
const SIZED = CASES.filter(({ name }) => !name.startsWith('rug-'));

describe.each([
  ['a page', WIDE],
  ['a telephone', NARROW],
])('a picture for %s', (_, size) => {
  const twice = { width: size.width * TIMES, height: size.height * TIMES, scale: TIMES };

  test.each(SIZED)('$name, twice as large, is the same picture', ({ draw }) => {
    const [small, large] = [draw(size), draw(twice)];
    expect(large.marks.map(natureOf)).toEqual(small.marks.map(natureOf));
    expect(findFarthest(small, large)).toBeLessThanOrEqual(NEAR);
    expect(large.stops.map((stop) => stop.sentence)).toEqual(small.stops.map((stop) => stop.sentence));
    for (const [i, stop] of small.stops.entries()) {
      expect(Math.abs(stop.x * TIMES - (large.stops[i]?.x ?? Infinity))).toBeLessThanOrEqual(NEAR);
      expect(Math.abs(stop.y * TIMES - (large.stops[i]?.y ?? Infinity))).toBeLessThanOrEqual(NEAR);
    }
  });
});
