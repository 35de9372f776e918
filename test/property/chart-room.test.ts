/** Every form stays in the room it is given, in every size of picture and however much it has to show. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGLAND_GRID } from '../../src/chart/england-grid.ts';
import type { ChartFormId, FormChart } from '../../src/chart/forms.ts';
import { drawPageChart } from '../../src/chart/forms.ts';
import { drawFramed } from '../../src/chart/framed.ts';
import type { ChartSize, Mark, Scene } from '../../src/chart/scene.ts';
import { PICTURE_SIZES } from '../../src/export/picture-sizes.ts';
import { EVERY_FORM } from '../fixtures/export/forms.ts';
import { findOutside, findOverlap } from './chart-made.ts';

/** As many as an outcome has indicators, and a third more. */
const MOST = 18;

const NAMES = [
  'NEET 16–17',
  'Children looked after convicted or cautioned',
  'Pupils missing more than half of school',
  'Under-18 conceptions',
];

const repeat = <T>(all: readonly T[], count: number, change: (one: T, i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => all[i % all.length])
    .filter((one) => one !== undefined)
    .map(change);

const nameOf = (i: number): string => `${NAMES[i % NAMES.length] ?? ''} ${String(i)}`;

/** A chart of the same form with so many panels, rows or themes, where it has any. */
function crowd(chart: FormChart, count: number): FormChart {
  switch (chart.form) {
    case 'multiples': {
      const panels = repeat(chart.input.panels, count, (panel, i) => ({
        ...panel,
        id: String(i),
        measure: { ...panel.measure, shortName: nameOf(i) },
      }));
      return { ...chart, input: { ...chart.input, panels } };
    }
    case 'profile': {
      const rows = repeat(chart.input.rows, count, (row, i) => ({
        ...row,
        id: String(i),
        measure: { ...row.measure, shortName: nameOf(i) },
      }));
      return { ...chart, input: { ...chart.input, rows } };
    }
    case 'change': {
      const items = repeat(chart.input.items, count, (item, i) => ({ ...item, id: String(i), name: nameOf(i) }));
      return { ...chart, input: { ...chart.input, items } };
    }
    case 'neighbours': {
      const items = repeat(chart.input.items, count, (item, i) => ({ ...item, id: String(i), name: nameOf(i) }));
      return { ...chart, input: { ...chart.input, items } };
    }
    case 'timeline': {
      const judgements = repeat(chart.input.judgements, count, (one, i) => ({ ...one, theme: nameOf(i % 10) }));
      return { ...chart, input: { ...chart.input, judgements } };
    }
    case 'tile-map': {
      const places = [...ENGLAND_GRID.keys()];
      const items = repeat(chart.input.items, places.length, (item, i) => ({
        ...item,
        id: String(i),
        laNumber: places[i] ?? '',
      }));
      return { ...chart, input: { ...chart.input, items } };
    }
    case 'trend':
    case 'authorities':
    case 'gap':
    case 'xmr':
      return chart;
  }
}

/** Half the width of the widest line, which may stand on the edge. */
const EDGE = 2;

/** Corners of a mark other than text. */
function cornersOf(mark: Mark): readonly (readonly [number, number])[] {
  switch (mark.type) {
    case 'rect':
      return [
        [mark.x, mark.y],
        [mark.x + mark.width, mark.y + mark.height],
      ];
    case 'circle':
      return [
        [mark.x - mark.r, mark.y - mark.r],
        [mark.x + mark.r, mark.y + mark.r],
      ];
    case 'path': {
      const [x, y] = mark.at ?? [0, 0];
      return [...mark.d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, a, b]) => [Number(a) + x, Number(b) + y]);
    }
    case 'text':
      return [];
  }
}

function findMarkOutside(scene: Scene, { scale = 1 }: ChartSize): string | undefined {
  const edge = EDGE * scale;
  const outside = scene.marks.find((mark) =>
    cornersOf(mark).some(
      ([x, y]) => x < -edge || y < -edge || x > scene.width + edge || y > scene.height + edge || Number.isNaN(x + y),
    ),
  );
  return outside && JSON.stringify(outside);
}

function hold(scene: Scene, room: ChartSize): void {
  expect(scene).toMatchObject({ width: room.width, height: room.height });
  expect(findMarkOutside(scene, room)).toBeUndefined();
  expect(findOutside(scene)).toBeUndefined();
  expect(findOverlap(scene)).toBeUndefined();
}

const FIXED = PICTURE_SIZES.filter(({ id }) => id !== 'screen');
const formed = (form: ChartFormId): readonly FormChart[] =>
  EVERY_FORM.map(({ chart }) => chart).filter((chart) => chart.form === form);

describe.each(EVERY_FORM.map(({ chart }) => chart.form))('%s', (form) => {
  test.each(FIXED)('has its words apart in a picture: $name', ({ draw }) => {
    const [chart] = formed(form);
    if (!chart) throw new Error(`no example of ${form}`);
    for (let count = 1; count <= MOST; count++)
      expect(findOverlap(draw(crowd(chart, count), 720)), String(count)).toBeUndefined();
  });

  test('stays in the room that a title and a caption leave it', () => {
    const size = fc.record({
      width: fc.integer({ min: 480, max: 1000 }),
      height: fc.integer({ min: 400, max: 700 }),
      scale: fc.constantFrom(1, 1.2),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...formed(form)),
        fc.integer({ min: 1, max: MOST }),
        size,
        (chart, count, picture) => {
          drawFramed((room) => {
            const scene = drawPageChart(crowd(chart, count), room);
            // The first time it is drawn only to learn its words, over the height of the whole picture.
            hold(scene, room);
            return scene;
          }, picture);
        },
      ),
      { numRuns: 40 },
    );
  });
});
