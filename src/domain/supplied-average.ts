/** Rows in which a file gives the average of an authority's statistical neighbours itself, as old plans do. */
import type { AreaCode } from './area.ts';
import { toNameKey } from './area.ts';

const NAMES = new Set([
  'statistical neighbours',
  'statistical neighbour average',
  'statistical neighbours average',
  'statistical neighbour mean',
  'statistical neighbours mean',
]);

/** Is this the name of such a row, which is no area? */
export function isSuppliedAverage(name: string): boolean {
  return NAMES.has(toNameKey(name));
}

/** The code under which the areas of a series hold such a row. */
export function findSuppliedAverage(areas: readonly AreaCode[]): AreaCode | undefined {
  return areas.find(isSuppliedAverage);
}
