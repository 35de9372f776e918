/**
 * Whose figures an average of neighbours rests on. Where they are not the same from one period to the
 * next, part of the average's change is only theirs who came or went, and it has to be said.
 */
import type { AreaCode } from '../domain/area.ts';
import type { Value } from '../domain/value.ts';
import { isMeasured } from '../domain/value.ts';

/** The neighbours that have a number. */
export function findMembers(
  neighbours: readonly AreaCode[],
  valueOf: (area: AreaCode) => Value | undefined,
): readonly AreaCode[] {
  return neighbours.filter((area) => isMeasured(valueOf(area)));
}

/** Is a step from one average to the next affected by who is in them? A step from or to none is no step. */
export function isStepAffected(before: readonly AreaCode[], now: readonly AreaCode[]): boolean {
  if (before.length === 0 || now.length === 0) return false;
  return before.length !== now.length || before.some((area) => !now.includes(area));
}
