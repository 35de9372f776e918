/** Changes of figures that show nowhere. */
import type { CellChange } from '../domain/changes.ts';
import { describeMissing, isMeasured } from '../domain/value.ts';
import { roundTo } from './format.ts';

/**
 * `decimals`: numbers that differ only in decimals which are not shown; `sign`: cells without a number whose sign is
 * another one for the same reason.
 */
export type Unseen = 'decimals' | 'sign';

/** What of a change nobody sees; undefined for one that can be seen. */
export function findUnseen({ before, after }: CellChange, decimals: number): Unseen | undefined {
  if (before === undefined) return undefined;
  if (!isMeasured(before)) {
    return !isMeasured(after) && describeMissing(before) === describeMissing(after) ? 'sign' : undefined;
  }
  if (!isMeasured(after) || before.number === after.number || before.status !== after.status) return undefined;
  return roundTo(before.number, decimals) === roundTo(after.number, decimals) ? 'decimals' : undefined;
}
