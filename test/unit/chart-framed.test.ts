import { describe, expect, it } from 'vitest';
import { drawFramed, frameScene } from '../../src/chart/framed.ts';
import type { ChartSize, Scene } from '../../src/chart/scene.ts';

const TITLE = 'Pupils who passed';
const CAPTION = 'Source: DfE. Open Government Licence v3.0.';

/** A chart of one mark of each kind, all of them in its middle, with a stop there. */
function drawMiddle({ width, height }: ChartSize, title = TITLE): Scene {
  const [x, y] = [width / 2, height / 2];
  return {
    width,
    height,
    title,
    description: '',
    caption: CAPTION,
    marks: [
      { type: 'circle', x, y, r: 4, role: 'home' },
      { type: 'path', d: 'M0,0L1,1', at: [x, y], role: 'home', width: 1 },
      { type: 'path', d: `M${String(x)},${String(y)}L0,0`, role: 'home', width: 1 },
    ],
    stops: [{ x, y, series: 'home', step: 0, sentence: 'Here.' }],
    table: { caption: title, columns: [], rows: [] },
  };
}

/** Where the mark, the two paths and the stop of a framed chart stand. */
function placesOf({ marks, stops }: Scene): readonly (readonly [number, number])[] {
  return [
    ...marks.flatMap((mark) => (mark.type === 'circle' ? [[mark.x, mark.y] as const] : [])),
    ...marks.flatMap((mark) => (mark.type === 'path' ? [mark.at ?? ([NaN, NaN] as const)] : [])),
    ...stops.map(({ x, y }) => [x, y] as const),
  ];
}

const textsOf = ({ marks }: Scene) => marks.flatMap((mark) => (mark.type === 'text' ? [mark] : []));

describe('a chart in a frame', () => {
  const scene = frameScene(drawMiddle({ width: 400, height: 200 }));

  it('keeps its size, with its words above and below it', () => {
    const [title, caption] = textsOf(scene);
    expect([title?.text, caption?.text]).toEqual([TITLE, CAPTION]);
    const [[x, y] = [NaN, NaN]] = placesOf(scene);
    const [left, above] = [x - 200, y - 100];
    expect(scene.width).toBe(400 + 2 * left);
    expect(title?.x).toBe(left);
    expect(caption?.x).toBe(left);
    expect(title?.y).toBeGreaterThan(0);
    expect(title?.y).toBeLessThan(above);
    expect(caption?.y).toBeGreaterThan(above + 200);
    expect(caption?.y).toBeLessThan(scene.height);
  });

  it('has its marks, paths and stops moved alike', () => {
    const [circle, placed, plain, stop] = placesOf(scene);
    expect(placed).toEqual(circle);
    expect(stop).toEqual(circle);
    expect(plain).toEqual([(circle?.[0] ?? 0) - 200, (circle?.[1] ?? 0) - 100]);
  });

  it('grows by a line for each line of its title', () => {
    const long = frameScene(drawMiddle({ width: 400, height: 200 }, `${TITLE} and ${TITLE} and ${TITLE}`));
    const lines = textsOf(long).length - 1;
    expect(lines).toBeGreaterThan(1);
    const [first, second] = textsOf(long);
    expect(long.height - scene.height).toBeCloseTo((lines - 1) * ((second?.y ?? 0) - (first?.y ?? 0)));
  });
});

describe('a chart drawn in the room of a frame', () => {
  it('fills what its words leave of the size', () => {
    const sizes: ChartSize[] = [];
    const scene = drawFramed(
      (size) => {
        sizes.push(size);
        return drawMiddle(size);
      },
      { width: 800, height: 600, scale: 2 },
    );
    const drawn = sizes.at(-1);
    expect([scene.width, scene.height]).toEqual([800, 600]);
    const framed = frameScene(drawMiddle({ width: 352, height: 200 }));
    // At twice the scale the frame takes twice the room.
    expect(drawn?.width).toBeCloseTo(800 - 2 * (framed.width - 352));
    expect(drawn?.height).toBeCloseTo(600 - 2 * (framed.height - 200));
    expect(placesOf(scene)[0]?.[0]).toBeCloseTo(400);
  });
});
