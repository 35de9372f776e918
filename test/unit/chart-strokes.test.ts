import { describe, expect, test } from 'vitest';
import { strokeOf, toDash, toStrokes } from '../../src/chart/strokes.ts';
import { CASES } from '../gallery/cases.ts';

describe('strokes', () => {
  test('tell six chosen areas apart without colour', () => {
    const strokes = toStrokes(Array.from({ length: 6 }, (_, i) => ({ id: String(i), role: 'other' as const })));
    const dashes = [...strokes.values()].map((stroke) => toDash(stroke, 1));
    expect(new Set(dashes).size).toBe(6);
    expect(dashes).not.toContain(toDash(strokeOf('england'), 1));
  });

  test('are their role’s for every other line', () => {
    const strokes = toStrokes([
      { id: 'a', role: 'other' },
      { id: 'b', role: 'england' },
      { id: 'c', role: 'other' },
    ]);
    expect(strokes.get('b')).toEqual(strokeOf('england'));
    expect(strokes.get('a')?.dash).toBeUndefined();
    expect(strokes.get('c')?.dash).toBeDefined();
  });

  test('are the same in a line and in its key', () => {
    const marks = CASES.find(({ name }) => name === 'trend-areas')?.draw().marks ?? [];
    const lines = marks.flatMap((mark) => (mark.type === 'path' && mark.role === 'other' ? [mark] : []));
    const dashesOf = new Map<string | undefined, (string | undefined)[]>();
    for (const { series, dash } of lines) dashesOf.set(series, [...(dashesOf.get(series) ?? []), dash]);
    expect(dashesOf.size).toBe(6);
    for (const [series, dashes] of dashesOf) {
      expect(dashes.length, series).toBe(2);
      expect(new Set(dashes).size, series).toBe(1);
    }
  });
});
