/**
 * The colours of roles, fixed and never rotated. `chart-palette.test` holds their contrast: text
 * 4.5 to 1, and 3 to 1 for shapes whose meaning rests on being seen (WCAG 2.2, 1.4.3 and 1.4.11).
 * `render/roles.css` has the same colours for live drawings; a test keeps the two equal.
 */
import type { Role } from './scene.ts';

export const THEMES = ['light', 'dark', 'print'] as const;
export type Theme = (typeof THEMES)[number];

/** Verdicts in blue against orange, or in the red, amber and green that boards know. */
export type VerdictColours = 'blue-orange' | 'rag';

export type Palette = Readonly<Record<Role, string>>;

const light: Palette = {
  home: '#12436d',
  england: '#3d3d3d',
  region: '#776a94',
  'neighbour-mean': '#1a8a81',
  neighbour: '#8b8478',
  other: '#959084',
  better: '#12436d',
  similar: '#8a8478',
  worse: '#d9560f',
  target: '#a3275f',
  counterpart: '#b5560f',
  'quartile-a': '#12436d',
  'quartile-b': '#a9c6df',
  'quartile-c': '#f6c59f',
  'quartile-d': '#b8430d',
  ink: '#14171a',
  quiet: '#565b61',
  grid: '#e4dfd5',
  paper: '#fbfaf7',
  band: '#efe7d3',
};

const dark: Palette = {
  home: '#8cc0ee',
  england: '#d6d3cc',
  region: '#a99bc9',
  'neighbour-mean': '#4fc4ba',
  neighbour: '#85878b',
  other: '#6f7278',
  better: '#8cc0ee',
  similar: '#8d9095',
  worse: '#f08a4b',
  target: '#ec82b0',
  counterpart: '#eb9a52',
  'quartile-a': '#8cc0ee',
  'quartile-b': '#2c5478',
  'quartile-c': '#7a4a22',
  'quartile-d': '#f0945a',
  ink: '#f2efe9',
  quiet: '#b0b3b8',
  grid: '#30353b',
  paper: '#14171b',
  band: '#23282e',
};

/** Paper is white and the greys a little darker, for printers that drop faint ones. */
const print: Palette = {
  ...light,
  neighbour: '#857e72',
  other: '#918b80',
  grid: '#d9d5cc',
  paper: '#ffffff',
  band: '#e8e4da',
};

const PALETTES: Readonly<Record<Theme, Palette>> = { light, dark, print };

const lightRag: Partial<Palette> = {
  better: '#00703c',
  similar: '#9a7400',
  worse: '#c8321c',
  'quartile-a': '#00703c',
  'quartile-b': '#a8d5b5',
  'quartile-c': '#f7cfa0',
  'quartile-d': '#b82d19',
};

const darkRag: Partial<Palette> = {
  better: '#5fc793',
  similar: '#e0ab3d',
  worse: '#ff8672',
  'quartile-a': '#5fc793',
  'quartile-b': '#23583b',
  'quartile-c': '#78501c',
  'quartile-d': '#ff8672',
};

const RAG: Readonly<Record<Theme, Partial<Palette>>> = { light: lightRag, dark: darkRag, print: lightRag };

/** The colour of every role in a theme. */
export function paletteOf(theme: Theme, colours: VerdictColours = 'blue-orange'): Palette {
  return colours === 'rag' ? { ...PALETTES[theme], ...RAG[theme] } : PALETTES[theme];
}

/** The colours that change where verdicts are red, amber and green. */
export function ragOf(theme: Theme): Partial<Palette> {
  return RAG[theme];
}

/** A role's colour in a live drawing, where the theme of the page decides. */
export function toRoleColour(role: Role): string {
  return `var(--role-${role})`;
}
