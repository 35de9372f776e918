/** Every file family that can be read. A new one is a file in `formats/` and a line here. */
import type { Family } from './family.ts';
import { dfe } from './formats/dfe.ts';
import { ees } from './formats/ees.ts';
import { fingertips } from './formats/fingertips.ts';
import { judgements } from './formats/judgements.ts';
import { lait } from './formats/lait.ts';
import { MAPPED } from './formats/mapped.ts';
import { neighbours } from './formats/neighbours.ts';
import { plan, tidy } from './formats/tidy.ts';
import { wide } from './formats/wide.ts';
import { words } from './formats/words.ts';

export const FAMILIES = [
  ees,
  lait,
  fingertips,
  neighbours,
  judgements,
  words,
  plan,
  tidy,
  wide,
  dfe,
] as const satisfies readonly Family[];

/** A family by its name; what explains other files has none here and keeps its own words. */
export function nameFamily(id: string): string {
  return [...FAMILIES, MAPPED].find((family) => family.id === id)?.name ?? id;
}
