import { describe, expect, test } from 'vitest';
import { placeUnderUnit } from '../../src/chart/grid.ts';
import { measureText } from '../../src/chart/measure.ts';
import { toType } from '../../src/chart/type.ts';

const UNIT = 'emergency admissions per 10,000 children aged 0 to 14 who live in the authority';
const type = toType();

const place = (width: number, height: number, parts: readonly (string | undefined)[] = [UNIT, 'axis starts at 20']) => {
  const { unit, top } = placeUnderUnit(
    (more) => ({ top: more }),
    () => parts,
    { width, height },
    type,
  );
  return { lines: unit.flatMap((mark) => (mark.type === 'text' ? [mark] : [])), top };
};

describe('the words above a plot', () => {
  test('stand in one line where there is room, which moves nothing', () => {
    const { lines, top } = place(700, 300);
    expect(lines.map(({ text }) => text)).toEqual([`${UNIT}; axis starts at 20`]);
    expect(top).toBe(0);
  });

  test('stand whole in as many lines as they take, and move the plot down by those', () => {
    const { lines, top } = place(320, 400);
    expect(lines.map(({ text }) => text).join(' ')).toBe(`${UNIT}; axis starts at 20`);
    expect(lines.length).toBeGreaterThan(1);
    for (const { text, size } of lines) expect(measureText(text, size)).toBeLessThanOrEqual(320);
    expect((lines.at(-1)?.y ?? 0) - (lines[0]?.y ?? 0)).toBeCloseTo(top);
  });

  test('are cut where they would take more than a fifth of the height', () => {
    const { lines, top } = place(120, 160);
    expect(top).toBeLessThan(160 / 5);
    expect(lines.at(-1)?.text).toMatch(/…$/);
    expect(
      lines
        .slice(0, -1)
        .map(({ text }) => text)
        .join(' '),
    ).not.toContain('…');
  });

  test('leave out what is not to be said, and are nothing where there is nothing', () => {
    expect(place(700, 300, ['%', undefined, '']).lines.map(({ text }) => text)).toEqual(['%']);
    expect(place(700, 300, [undefined])).toEqual({ lines: [], top: 0 });
  });

  test('follow from the plot as it is placed', () => {
    const { unit } = placeUnderUnit(
      (more) => ({ start: more === 0 ? 'starts at 20' : 'never asked again' }),
      ({ start }) => [start, UNIT],
      { width: 320, height: 400 },
      type,
    );
    expect(unit[0]).toMatchObject({ text: expect.stringMatching(/^starts at 20; /) as string });
  });
});
