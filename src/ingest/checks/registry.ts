/** Every rule that a reading is held against before it is stored. */
import type { Problem } from '../../domain/problem.ts';
import type { Reading } from '../family.ts';
import type { Check, CheckContext } from './check.ts';

export const CHECKS = [] as const satisfies readonly Check[];

/** The problems of all rules. */
export function runChecks(reading: Reading, context: CheckContext): readonly Problem[] {
  return (CHECKS as readonly Check[]).flatMap((check) => check.run(reading, context));
}
