/** Figures and sizes of any kind for charts, and what their labels must never do. */
import fc from 'fast-check';
import type { ChartSeries } from '../../src/chart/inputs.ts';
import { measureText } from '../../src/chart/measure.ts';
import type { Mark, PathMark, Role, Scene, TextMark } from '../../src/chart/scene.ts';
import { toYear } from '../../src/domain/period.ts';
import type { Value } from '../../src/domain/value.ts';

export const number = fc.double({ min: -500, max: 5000, noNaN: true });
export const value: fc.Arbitrary<Value | undefined> = fc.oneof(
  { weight: 6, arbitrary: number.map((n) => ({ number: n })) },
  { weight: 1, arbitrary: number.map((n) => ({ number: n, status: 'provisional' as const })) },
  { weight: 1, arbitrary: number.map((n) => ({ number: n, status: 'break' as const })) },
  { weight: 1, arbitrary: fc.constant({ missing: 'suppressed' as const, marker: 'c' }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

export const ROLES: readonly Role[] = ['home', 'england', 'region', 'neighbour-mean', 'neighbour', 'neighbour'];

export const FIRST = 2010;
export const lines: fc.Arbitrary<ChartSeries[]> = fc
  .tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: ROLES.length }))
  .chain(([periods, series]) =>
    fc.array(fc.array(value, { minLength: periods, maxLength: periods }), { minLength: series, maxLength: series }),
  )
  .map((rows) =>
    rows.map((row, i) => ({
      id: `S${String(i)}`,
      role: ROLES[i] ?? 'neighbour',
      name: ['Derby', 'England', 'Yorkshire and The Humber', 'Neighbours’ average'][i] ?? `Neighbour ${String(i)}`,
      points: row.map((of, year) => ({ period: toYear('academic', FIRST + year), value: of })),
    })),
  );

export const size = fc.record({
  width: fc.integer({ min: 320, max: 1400 }),
  height: fc.integer({ min: 320, max: 700 }),
});
export const measure = { name: 'A', shortName: 'A', unit: '% of all', decimals: 1, polarity: 'lower' } as const;
export const words = { title: 'A', caption: 'B', measure };

const isText = (mark: Mark): mark is TextMark => mark.type === 'text';
export const isPath = (mark: Mark): mark is PathMark => mark.type === 'path';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

/** The room a text takes, by the height of its capitals and figures. */
function toBox(mark: TextMark): Box {
  const strong = mark.strong === undefined ? 0 : measureText(` ${mark.strong}`, mark.size, true);
  const width = measureText(mark.text, mark.size, mark.bold) + strong;
  const left = mark.anchor === 'start' ? mark.x : mark.anchor === 'end' ? mark.x - width : mark.x - width / 2;
  return { left, right: left + width, top: mark.y - mark.size * 0.7, bottom: mark.y, text: mark.text };
}

const EDGE = 0.5;

export function findOverlap(scene: Scene): string | undefined {
  const boxes = scene.marks.filter(isText).map(toBox);
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      if (a.left < b.right - EDGE && b.left < a.right - EDGE && a.top < b.bottom - EDGE && b.top < a.bottom - EDGE)
        return `“${a.text}” and “${b.text}”`;
    }
  }
  return undefined;
}

export function findOutside(scene: Scene): string | undefined {
  return scene.marks
    .filter(isText)
    .map(toBox)
    .find((b) => b.left < -EDGE || b.right > scene.width + EDGE || b.top < -EDGE || b.bottom > scene.height + EDGE)
    ?.text;
}
