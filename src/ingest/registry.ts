/** Every file family that can be read. A new one is a file in `formats/` and a line here. */
import type { Family } from './family.ts';
import { ees } from './formats/ees.ts';
import { lait } from './formats/lait.ts';
import { neighbours } from './formats/neighbours.ts';
import { plan, tidy } from './formats/tidy.ts';
import { wide } from './formats/wide.ts';

export const FAMILIES = [ees, lait, neighbours, plan, tidy, wide] as const satisfies readonly Family[];
