/** Which group an indicator is judged by where only one can be. */
import type { GroupId, Indicator } from '../domain/indicator.ts';
import { ALL } from '../domain/indicator.ts';

/** All children where the indicator has them, else its first group. */
export function primaryGroupOf(indicator: Pick<Indicator, 'groups'>): GroupId {
  return indicator.groups.includes(ALL) ? ALL : (indicator.groups[0] ?? ALL);
}
