/** How an indicator and group are named: the group only where it is not the one the name already means. */
import type { Verdict } from '../../analysis/verdict.ts';

type Named = Pick<Verdict, 'indicator' | 'group'>;

function withGroup(name: string, { indicator, group }: Named): string {
  return group.id === indicator.groups[0] ? name : `${name}: ${group.name}`;
}

/** "Key Stage 4 Attainment 8: Looked after". */
export function toFullName(named: Named): string {
  return withGroup(named.indicator.name, named);
}

/** "Attainment 8: Looked after". */
export function toShortName(named: Named): string {
  return withGroup(named.indicator.shortName, named);
}
