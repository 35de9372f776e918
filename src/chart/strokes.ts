/** How the line of each role is drawn: colour is never the only difference. */
import type { Role } from './scene.ts';

export interface Stroke {
  readonly width: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
  /** Radius of a point that stands by itself, filled. */
  readonly point: number;
}

const THIN: Stroke = { width: 1, point: 2, opacity: 0.55 };

const STROKES: Partial<Readonly<Record<Role, Stroke>>> = {
  home: { width: 3, point: 4 },
  counterpart: { width: 2.25, dash: [9, 3], point: 3.5 },
  england: { width: 1.75, dash: [7, 4], point: 3 },
  region: { width: 1.25, dash: [4, 3], point: 2.5 },
  'neighbour-mean': { width: 2.25, dash: [2, 3], point: 3 },
  other: { width: 1.75, point: 3 },
  target: { width: 1.5, dash: [10, 3, 2, 3], point: 4 },
};

export function strokeOf(role: Role): Stroke {
  return STROKES[role] ?? THIN;
}

/** Lines of one role that have a name each differ by these, in this order and from the first again: solid, dotted, … */
const MANNERS: readonly Pick<Stroke, 'dash'>[] = [
  {},
  { dash: [1.5, 2.5] },
  { dash: [11, 3] },
  { dash: [9, 2.5, 1.5, 2.5] },
  { dash: [4.5, 2] },
  { dash: [9, 2.5, 1.5, 2.5, 1.5, 2.5] },
];

/** How each line is drawn, by its id: by its role, and those of "other" areas each in a manner of its own. */
export function toStrokes(
  series: readonly { readonly id: string; readonly role: Role }[],
): ReadonlyMap<string, Stroke> {
  let others = 0;
  return new Map(
    series.map(({ id, role }) => {
      const manner = role === 'other' ? MANNERS[others++ % MANNERS.length] : undefined;
      return [id, { ...strokeOf(role), ...manner }];
    }),
  );
}

/** The dash pattern at a scale, as SVG writes it; undefined for a solid line. */
export function toDash(stroke: Pick<Stroke, 'dash'>, scale: number): string | undefined {
  return stroke.dash?.map((n) => String(n * scale)).join(' ');
}

/** Drawn in this order, the first at the back. */
const LAYERS: readonly Role[] = [
  'other',
  'neighbour',
  'region',
  'england',
  'target',
  'neighbour-mean',
  'counterpart',
  'home',
];

/** Back to front. */
export function compareLayers(a: Role, b: Role): number {
  return LAYERS.indexOf(a) - LAYERS.indexOf(b);
}
