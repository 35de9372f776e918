/** What must hold of the labels of the forms that a page draws besides trend, neighbours and distribution. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findXmr } from '../../src/analysis/xmr.ts';
import { ENGLAND_GRID } from '../../src/chart/england-grid.ts';
import { drawChange } from '../../src/chart/forms/change.ts';
import { drawGap } from '../../src/chart/forms/gap.ts';
import { drawProfile } from '../../src/chart/forms/profile.ts';
import { drawTileMap } from '../../src/chart/forms/tile-map.ts';
import { drawTimeline } from '../../src/chart/forms/timeline.ts';
import { drawXmr } from '../../src/chart/forms/xmr.ts';
import type { ChartSeries } from '../../src/chart/inputs.ts';
import type { Scene } from '../../src/chart/scene.ts';
import { toYear } from '../../src/domain/period.ts';
import { findOutside, findOverlap, lines, measure, number, size, value, words } from './chart-made.ts';

describe('labels of the other forms never overlap and stay inside', () => {
  const hold = (scene: Scene): void => {
    expect(findOverlap(scene)).toBeUndefined();
    expect(findOutside(scene)).toBeUndefined();
  };

  test('of a gap', () => {
    fc.assert(
      fc.property(lines, size, (series, room) => {
        const [group, other] = [series[0], series[1] ?? series[0]];
        if (!group || !other) return;
        const counterpart = { ...other, id: 'C', role: 'counterpart', name: 'Not eligible for free meals' } as const;
        hold(drawGap({ ...words, start: 'fitted', group: { ...group, name: 'Free school meals' }, counterpart }, room));
      }),
    );
  });

  test('of a change', () => {
    const ends = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 12 });
    const tall = fc.record({ width: fc.integer({ min: 320, max: 1400 }), height: fc.constant(600) });
    fc.assert(
      fc.property(ends, tall, (pairs, room) => {
        const items = pairs.map(([from, to], i) => ({
          id: `A${String(i)}`,
          role: i === 0 ? ('home' as const) : ('neighbour' as const),
          name: `Authority ${String(i)}`,
          from,
          to,
        }));
        hold(drawChange({ ...words, start: 'fitted', from: '2017/18', to: '2024/25', items }, room));
      }),
    );
  });

  test('of a profile', () => {
    const rows = fc.array(fc.tuple(value, number, fc.array(number, { minLength: 4, maxLength: 4 })), {
      minLength: 1,
      maxLength: 14,
    });
    const tall = fc.record({ width: fc.integer({ min: 320, max: 1400 }), height: fc.constant(720) });
    fc.assert(
      fc.property(rows, tall, (all, room) => {
        const profile = all.map(([of, england, spread], i) => {
          const [a = 0, b = 0, c = 0, d = 0] = [...spread].sort((x, y) => x - y);
          return {
            id: `R${String(i)}`,
            measure: { ...measure, shortName: `Indicator ${String(i)}` },
            period: '2024/25',
            value: of,
            england,
            spread: [a, b, c, d] as const,
            answer: 'similar' as const,
          };
        });
        hold(drawProfile({ title: 'A', caption: 'B', homeName: 'Derby', rows: profile }, room));
      }),
    );
  });

  test('of ordinary variation', () => {
    const numbers = fc.array(number, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(numbers, size, (all, room) => {
        const points = all.map((n, i) => ({ period: toYear('calendar', 1980 + i), value: { number: n } }));
        const series: ChartSeries = { id: 'H', role: 'home', name: 'Derby', points };
        hold(drawXmr({ ...words, series, limits: findXmr(all) }, room));
      }),
    );
  });

  test('of a timeline of judgements', () => {
    const judgement = fc.record({
      year: fc.integer({ min: 2000, max: 2026 }),
      month: fc.integer({ min: 1, max: 12 }),
      theme: fc.constantFrom('Being healthy', 'Staying safe', 'Enjoying and achieving'),
      number: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(judgement, { minLength: 1, maxLength: 10 }), size, (all, room) => {
        const grades = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'];
        const judgements = all.map(({ year, month, theme, number: grade }) => ({
          published: `${String(year)}-${String(month).padStart(2, '0')}-15`,
          framework: 'Inspection',
          theme,
          grade: grades[grade - 1] ?? '',
          number: grade,
          best: 1,
        }));
        hold(drawTimeline({ title: 'A', caption: 'B', judgements }, room));
      }),
    );
  });

  test('of the tile map', () => {
    const shown = fc.array(value, { minLength: ENGLAND_GRID.size, maxLength: ENGLAND_GRID.size });
    const room = fc.record({ width: fc.integer({ min: 320, max: 700 }), height: fc.integer({ min: 500, max: 900 }) });
    fc.assert(
      fc.property(shown, room, (all, at) => {
        const items = [...ENGLAND_GRID.keys()].map((laNumber, i) => ({
          id: laNumber,
          laNumber,
          role: 'other' as const,
          name: `Authority ${laNumber}`,
          value: all[i],
          band: undefined,
        }));
        hold(drawTileMap({ ...words, period: '2024', items }, at));
      }),
      { numRuns: 20 },
    );
  });
});
