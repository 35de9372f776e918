/**
 * Golden pictures: every case of the gallery drawn again and compared. A picture that differs is
 * written beside the expected one as NAME.actual.svg; `UPDATE_GOLDEN=1` accepts what is drawn now.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { toSvg } from '../../src/render/svg.ts';
import { CASES } from './cases.ts';

const GOLDEN = fileURLToPath(new URL('golden/', import.meta.url));
const update = process.env['UPDATE_GOLDEN'] === '1';

describe('the gallery', () => {
  mkdirSync(GOLDEN, { recursive: true });

  test.each(CASES)('$name is drawn as before: $about', ({ name, draw }) => {
    const expected = `${GOLDEN}${name}.svg`;
    const actual = `${GOLDEN}${name}.actual.svg`;
    const drawn = toSvg(draw(), { kind: 'web', theme: 'light' });
    if (update) writeFileSync(expected, drawn);
    const known = existsSync(expected) ? readFileSync(expected, 'utf8') : '';
    if (known === drawn) rmSync(actual, { force: true });
    else writeFileSync(actual, drawn);
    expect(drawn === known, `${name} differs: compare ${actual} with ${expected}, then UPDATE_GOLDEN=1`).toBe(true);
  });

  test('every golden picture has its case', () => {
    const names = new Set(CASES.map(({ name }) => `${name}.svg`));
    const left = readdirSync(GOLDEN).filter(
      (file) => file.endsWith('.svg') && !file.endsWith('.actual.svg') && !names.has(file),
    );
    expect(left).toEqual([]);
  });

  test('every case has a name of its own', () => {
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  });
});
