/** The year by which a council plans: 1 April to 31 March. */
import type { Period } from '../../domain/period.ts';
import { toYear } from '../../domain/period.ts';

const APRIL = 3;

export function toCouncilYear(day: Date): Period {
  return toYear('financial', day.getFullYear() + (day.getMonth() >= APRIL ? 1 : 0));
}
