/** What must hold of every picture, whatever the figures. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawDistribution } from '../../src/chart/forms/distribution.ts';
import { drawNeighbours } from '../../src/chart/forms/neighbours.ts';
import { drawTrend } from '../../src/chart/forms/trend.ts';
import type { ChartItem, ChartSeries } from '../../src/chart/inputs.ts';
import { placeLabels } from '../../src/chart/labels.ts';
import type { Scene } from '../../src/chart/scene.ts';
import { placeValueAxis } from '../../src/chart/value-axis.ts';
import { toYear } from '../../src/domain/period.ts';
import { isMeasured } from '../../src/domain/value.ts';
import {
  FIRST,
  findOutside,
  findOverlap,
  isPath,
  lines,
  measure,
  number,
  ROLES,
  size,
  value,
  words,
} from './chart-made.ts';

describe('labels', () => {
  test('placed apart never overlap and never leave their frame', () => {
    const label = fc.tuple(fc.double({ min: -50, max: 450, noNaN: true }), fc.double({ min: 1, max: 30, noNaN: true }));
    fc.assert(
      fc.property(fc.array(label, { maxLength: 15 }), (all) => {
        const sizes = all.map(([, of]) => of);
        const placed = placeLabels(
          all.map(([at]) => at),
          sizes,
          0,
          400,
        );
        const total = sizes.reduce((sum, of) => sum + of, 0);
        expect(placed === undefined).toBe(total > 400 + 1e-6);
        const boxes = (placed ?? []).map((at, i) => [at - (sizes[i] ?? 0) / 2, at + (sizes[i] ?? 0) / 2] as const);
        boxes.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        for (const [i, [from, to]] of boxes.entries()) {
          expect(from).toBeGreaterThanOrEqual(-1e-6);
          expect(to).toBeLessThanOrEqual(400 + 1e-6);
          expect(from).toBeGreaterThanOrEqual((boxes[i - 1]?.[1] ?? 0) - 1e-6);
        }
      }),
    );
  });

  test('that need not move do not', () => {
    const apart = fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(apart, (at) => {
        const wanted = at.map((i) => i * 20);
        placeLabels(
          wanted,
          wanted.map(() => 20),
          0,
          400,
        )?.forEach((placed, i) => {
          expect(placed).toBeCloseTo(wanted[i] ?? 0, 6);
        });
      }),
    );
  });

  test('of a trend never overlap and stay inside, at any width', () => {
    fc.assert(
      fc.property(lines, size, (series, room) => {
        const scene = drawTrend({ ...words, start: 'fitted', series }, room);
        expect(findOverlap(scene)).toBeUndefined();
        expect(findOutside(scene)).toBeUndefined();
      }),
    );
  });

  test('of ranked neighbours never overlap and stay inside', () => {
    const items = fc.array(value, { minLength: 1, maxLength: 11 }).map((values) =>
      values.map((of, i): ChartItem => ({
        id: `A${String(i)}`,
        role: i === 0 ? 'home' : 'neighbour',
        name: `Authority ${String(i)}`,
        value: of,
      })),
    );
    const benchmarks = fc.tuple(number, number).map(([england, mean]): ChartItem[] => [
      { id: 'E', role: 'england', name: 'England', value: { number: england } },
      { id: 'M', role: 'neighbour-mean', name: 'Neighbours’ average', value: { number: mean } },
    ]);
    fc.assert(
      fc.property(items, benchmarks, size, fc.constantFrom('zero', 'fitted'), (of, beside, room, start) => {
        const scene = drawNeighbours({ ...words, start, period: '2024', items: of, benchmarks: beside }, room);
        expect(findOverlap(scene)).toBeUndefined();
        expect(findOutside(scene)).toBeUndefined();
      }),
    );
  });

  test('of a distribution never overlap and stay inside, however close the cuts', () => {
    const all = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 4, maxLength: 153 });
    fc.assert(
      fc.property(all, fc.boolean(), size, (numbers, close, room) => {
        const sorted = [...numbers].sort((a, b) => a - b);
        const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
        const middle = at(0.5);
        const scene = drawDistribution(
          {
            ...words,
            start: 'fitted',
            period: '2024',
            items: numbers.map((n, i) => ({
              id: `A${String(i)}`,
              role: i === 0 ? 'home' : 'other',
              name: `A${String(i)}`,
              value: { number: n },
            })),
            benchmarks: [{ id: 'E', role: 'england', name: 'England', value: { number: middle } }],
            cuts: close ? [middle, middle, middle] : [at(0.25), middle, at(0.75)],
          },
          room,
        );
        expect(findOverlap(scene)).toBeUndefined();
        expect(findOutside(scene)).toBeUndefined();
      }),
    );
  });
});

/** Horizontal ends of every straight piece of the lines of a role. */
function piecesOf(scene: Scene, series: string): (readonly [number, number])[] {
  return scene.marks
    .filter(isPath)
    .filter((mark) => mark.series === series && !mark.fill)
    .flatMap((mark) => mark.d.split('M').slice(1))
    .flatMap((line) => {
      const xs = line.split('L').map((point) => Number(point.split(' ')[0]));
      return xs.slice(1).map((x, i) => [xs[i] ?? 0, x] as const);
    });
}

describe('lines', () => {
  test('never bridge a period without a figure', () => {
    fc.assert(
      fc.property(lines, (series) => {
        const scene = drawTrend({ ...words, start: 'fitted', series }, { width: 1400, height: 600 });
        const stops = new Map(scene.stops.map((stop) => [`${stop.series} ${String(stop.step)}`, stop]));
        for (const line of series) {
          const steps = line.points.map((_, i) => stops.get(`${line.id} ${String(i)}`)?.x);
          const missing = line.points.flatMap((point, i) => (isMeasured(point.value) ? [] : (steps[i] ?? [])));
          const known = scene.stops.filter((stop) => stop.series === line.id);
          const first = Math.min(...known.map((stop) => stop.x));
          const last = Math.max(...known.map((stop) => stop.x));
          for (const [from, to] of piecesOf(scene, line.id)) {
            if (from < first - 1 || to > last + 1) continue;
            // The crosses under the plot are the only pieces at a missing period, and they are short.
            if (to - from <= 6.5) continue;
            for (const x of missing) expect(x <= from + 1 || x >= to - 1).toBe(true);
          }
        }
      }),
    );
  });

  test('join exactly the consecutive pairs that both have a figure and no break', () => {
    fc.assert(
      fc.property(lines, (series) => {
        const [line] = series;
        if (!line) return;
        const scene = drawTrend({ ...words, start: 'zero', series: [line] }, { width: 1400, height: 600 });
        const joined = scene.marks
          .filter(isPath)
          .filter((mark) => mark.series === line.id && mark.width === 3)
          .reduce((sum, mark) => sum + (mark.d.match(/L/g)?.length ?? 0), 0);
        const pairs = line.points.slice(1).filter((point, i) => {
          const before = line.points[i]?.value;
          return isMeasured(point.value) && point.value.status !== 'break' && isMeasured(before);
        });
        expect(joined).toBe(pairs.length);
      }),
    );
  });

  test('a marker is never a point, least of all at zero', () => {
    fc.assert(
      fc.property(lines, (series) => {
        const [line] = series;
        if (!line) return;
        const scene = drawTrend({ ...words, start: 'zero', series: [line] }, { width: 1400, height: 600 });
        const circles = scene.marks.filter((mark) => mark.type === 'circle').length;
        expect(circles).toBe(line.points.filter((point) => isMeasured(point.value)).length);
      }),
    );
  });
});

describe('scales', () => {
  test('are monotone and hold every value', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('zero', 'fitted', 'exact'),
        (all, start) => {
          const axis = placeValueAxis(all, { measure, start, from: 300, to: 20, spacing: 50 });
          const sorted = [...all].sort((a, b) => a - b).map(axis.toPixel);
          for (const [i, y] of sorted.entries()) {
            expect(y).toBeLessThanOrEqual((sorted[i - 1] ?? 300) + 0.01);
            expect(y).toBeGreaterThanOrEqual(20 - 0.01);
          }
        },
      ),
    );
  });
});

test('twelve lines of twenty points are laid out within 4 ms', () => {
  const series = Array.from({ length: 12 }, (_, i): ChartSeries => ({
    id: `S${String(i)}`,
    role: ROLES[i] ?? 'neighbour',
    name: `Authority ${String(i)}`,
    points: Array.from({ length: 20 }, (_, year) => ({
      period: toYear('academic', FIRST + year),
      value: { number: Math.sin(year + i) * 10 + 20 },
    })),
  }));
  const once = (): number => {
    const before = performance.now();
    drawTrend({ ...words, start: 'fitted', series }, { width: 720, height: 400 });
    return performance.now() - before;
  };
  // The quickest of many: what the layout costs, without whatever else the machine was doing.
  expect(Math.min(...Array.from({ length: 80 }, once))).toBeLessThanOrEqual(4);
});
