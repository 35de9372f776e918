/**
 * Figures of long ago. An authority whose figures stopped being published is still compared, in the
 * period of its latest one; but what was so years ago belongs in no count and no list of today.
 */
import type { Period } from '../domain/period.ts';

/** So many years a latest figure may lie behind the others' latest. */
const MOST_YEARS = 2;

/** @param latest the latest period in which any authority has a number */
export function isDated(period: Period, latest: Period): boolean {
  const years = (Date.parse(latest.end) - Date.parse(period.end)) / (365.25 * 86_400_000);
  // Ends of months and leap days move the same day of another year by a day or two.
  return years > MOST_YEARS + 0.01;
}
