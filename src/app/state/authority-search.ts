/** Type-ahead over the authorities. */
import type { Area } from '../../domain/area.ts';
import { toNameKey } from '../../domain/area.ts';

/**
 * The authorities that a typed text may mean, best first: the name itself, names that begin with
 * it, names with a word that begins with it, names that hold it. DfE numbers and ONS codes work too.
 */
export function findAuthorities(authorities: readonly Area[], typed: string): readonly Area[] {
  const key = toNameKey(typed);
  if (key === '') return authorities;
  const score = (area: Area): number => {
    const name = toNameKey(area.name);
    if (name === key || area.laNumber === key || area.code.toLowerCase() === key) return 0;
    if (name.startsWith(key)) return 1;
    if (name.includes(` ${key}`)) return 2;
    return name.includes(key) ? 3 : 4;
  };
  return authorities
    .map((area) => ({ area, at: score(area) }))
    .filter(({ at }) => at < 4)
    .sort((a, b) => a.at - b.at)
    .map(({ area }) => area);
}
