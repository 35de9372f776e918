import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Palette, Theme, VerdictColours } from '../../src/chart/palette.ts';
import { paletteOf, ragOf, THEMES } from '../../src/chart/palette.ts';
import type { Role } from '../../src/chart/scene.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const part = parseInt(hex.slice(i, i + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT: readonly Role[] = ['ink', 'quiet'];
const MEANT: readonly Role[] = [
  'home',
  'england',
  'region',
  'neighbour-mean',
  'neighbour',
  'other',
  'better',
  'similar',
  'worse',
  'target',
  'counterpart',
  'quartile-a',
  'quartile-d',
];

describe.each(THEMES)('the %s palette', (theme: Theme) => {
  const both: readonly VerdictColours[] = ['blue-orange', 'rag'];
  describe.each(both)('in %s', (colours) => {
    const palette = paletteOf(theme, colours);

    test.each(TEXT)('text in %s stands out from the paper by 4.5 to 1', (role) => {
      expect(contrast(palette[role], palette.paper)).toBeGreaterThanOrEqual(4.5);
    });

    test.each(MEANT)('shapes in %s stand out from the paper by 3 to 1', (role) => {
      expect(contrast(palette[role], palette.paper)).toBeGreaterThanOrEqual(3);
    });

    test('text on a tile of any quartile stands out by 4.5 to 1', () => {
      for (const role of ['quartile-a', 'quartile-d'] as const)
        expect(contrast(palette.paper, palette[role])).toBeGreaterThanOrEqual(4.5);
      for (const role of ['quartile-b', 'quartile-c'] as const)
        expect(contrast(palette.ink, palette[role])).toBeGreaterThanOrEqual(4.5);
    });

    test('better and worse differ in more than a shade', () => {
      expect(palette.better).not.toBe(palette.worse);
    });
  });
});

test('a known pair has the contrast that WCAG gives for it', () => {
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
});

const CSS = fileURLToPath(new URL('../../src/render/roles.css', import.meta.url));

function toRules(palette: Partial<Palette>, indent: string): string {
  return Object.entries(palette)
    .map(([role, colour]) => `${indent}--role-${role}: ${colour};\n`)
    .join('');
}

const QUIETER = 'color-mix(in srgb, CanvasText 60%, Canvas)';
const FAINT = 'color-mix(in srgb, CanvasText 15%, Canvas)';

/**
 * A reader's own colours are few: what has to be told apart is one of them or a mixture of two. Quarters differ in
 * lightness as well, and letters on them, in ink on the middle two and in paper on the others, can be read.
 */
const SYSTEM: Partial<Record<Role, string>> = {
  paper: 'Canvas',
  home: 'Highlight',
  target: 'Highlight',
  better: 'Highlight',
  similar: QUIETER,
  neighbour: QUIETER,
  other: QUIETER,
  grid: FAINT,
  band: FAINT,
  'quartile-a': 'Highlight',
  'quartile-b': 'color-mix(in srgb, Highlight 30%, Canvas)',
  'quartile-c': 'color-mix(in srgb, CanvasText 35%, Canvas)',
};

/** The same colours as custom properties; a system's own where the reader has chosen its colours. */
function toRoleCss(): string {
  const system = Object.fromEntries(
    (Object.keys(paletteOf('light')) as Role[]).map((role) => [role, SYSTEM[role] ?? 'CanvasText']),
  );
  const rag = (theme: Theme, indent: string): string =>
    `${indent}:root[data-colours='rag'] {\n${toRules(ragOf(theme), `${indent}  `)}${indent}}\n`;
  return [
    '/* The palette of src/chart/palette.ts as custom properties. Kept equal by chart-palette.test.ts. */\n:root {\n',
    toRules(paletteOf('light'), '  '),
    `}\n\n${rag('light', '')}`,
    `\n@media (prefers-color-scheme: dark) {\n  :root {\n${toRules(paletteOf('dark'), '    ')}  }\n\n${rag('dark', '  ')}}\n`,
    `\n@media print {\n  :root {\n${toRules(paletteOf('print'), '    ')}  }\n\n${rag('print', '  ')}}\n`,
    `\n@media (forced-colors: active) {\n  :root,\n  :root[data-colours='rag'] {\n${toRules(system, '    ')}  }\n}\n`,
  ].join('');
}

test('the style sheet of live drawings has the colours of the palette', () => {
  const wanted = toRoleCss();
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(CSS, wanted);
  expect(readFileSync(CSS, 'utf8')).toBe(wanted);
});

test('quarters, and better and worse, stay apart where the reader has chosen the colours', () => {
  const of = (roles: readonly Role[]): number => new Set(roles.map((role) => SYSTEM[role] ?? 'CanvasText')).size;
  expect(of(['quartile-a', 'quartile-b', 'quartile-c', 'quartile-d', 'grid'])).toBe(5);
  expect(of(['better', 'similar', 'worse'])).toBe(3);
});
