/**
 * The colours of roles, fixed and never rotated. `palette.test` holds their contrast: text 4.5 to 1,
 * and 3 to 1 for shapes whose meaning rests on being seen (WCAG 2.2, 1.4.3 and 1.4.11).
 */
import type { Role } from './scene.ts';

export const THEMES = ['light', 'dark', 'print'] as const;
export type Theme = (typeof THEMES)[number];

export type Palette = Readonly<Record<Role, string>>;

const light: Palette = {
  home: '#12436d',
  england: '#3d3d3d',
  region: '#776a94',
  'neighbour-mean': '#1a8a81',
  neighbour: '#8b8478',
  other: '#9a9488',
  better: '#12436d',
  similar: '#8a8478',
  worse: '#c4470d',
  target: '#a3275f',
  counterpart: '#b5560f',
  'quartile-a': '#12436d',
  'quartile-b': '#a9c6df',
  'quartile-c': '#f6c59f',
  'quartile-d': '#b8430d',
  ink: '#1b1a17',
  quiet: '#5f5a51',
  grid: '#e3dfd6',
  paper: '#fbfaf6',
  band: '#ece8df',
};

const dark: Palette = {
  home: '#7fb8ec',
  england: '#d6d3cc',
  region: '#a99bc9',
  'neighbour-mean': '#4fc4ba',
  neighbour: '#7d7a74',
  other: '#6d6a65',
  better: '#7fb8ec',
  similar: '#908c84',
  worse: '#f08a4b',
  target: '#ec82b0',
  counterpart: '#eb9a52',
  'quartile-a': '#86bbeb',
  'quartile-b': '#2c5478',
  'quartile-c': '#7a4a22',
  'quartile-d': '#f0945a',
  ink: '#f1efe9',
  quiet: '#b3aea4',
  grid: '#33322f',
  paper: '#191917',
  band: '#262522',
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

export const PALETTES = { light, dark, print } satisfies Record<Theme, Palette>;

/** The custom property that a live drawing takes a role's colour from. */
export function toRoleVariable(role: Role): string {
  return `--role-${role}`;
}
