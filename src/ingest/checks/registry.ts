/** Every rule that a reading is held against before it is stored. */
import type { Problem } from '../../domain/problem.ts';
import type { Reading } from '../family.ts';
import { olderThanStored, stepChange } from './against-stored.ts';
import { benchmarkRange } from './benchmark-range.ts';
import type { Check, CheckContext } from './check.ts';
import { englandMissing } from './england-missing.ts';
import { farFromHistory } from './far-from-history.ts';
import { limitsReversed } from './limits-reversed.ts';
import { mostlySuppressed } from './mostly-suppressed.ts';
import { spreadsheetDate, textColumn } from './not-figures.ts';
import { smallCounts } from './small-counts.ts';

const CHECKS = [
  benchmarkRange,
  englandMissing,
  mostlySuppressed,
  farFromHistory,
  limitsReversed,
  stepChange,
  olderThanStored,
  textColumn,
  spreadsheetDate,
  smallCounts,
] as const satisfies readonly Check[];

/** Rules that are kept elsewhere: by the readers, row by row, and where a file is held against what is stored. */
const OTHER_RULES = [
  { code: 'duplicate', explain: 'The same figure stands in the file twice with different values; the first is kept.' },
  { code: 'repeated-cell', explain: 'The same figure stands in the file twice with the same value; it counts once.' },
  { code: 'impossible-period', explain: 'A row whose period cannot be one is left out.' },
  { code: 'period-shape', explain: 'A period’s tag contradicts its shape, as 202425 called a calendar year does.' },
  {
    code: 'marker-never-seen',
    explain: 'Text that is neither a number nor a marker publishers use is kept as written.',
  },
  {
    code: 'unknown-area',
    explain: 'An area that is not in the list is kept under its own name and compared with nobody.',
  },
  {
    code: 'two-of-one-name',
    explain: 'A name without a code that another authority had before: each period is given to the one of its time.',
  },
  { code: 'joint-area', explain: 'A row for several authorities together is given to none of them.' },
  { code: 'area-disagrees', explain: 'Number and code of a row name different authorities; the number is followed.' },
  {
    code: 'number-and-marker',
    explain: 'A cell with both a number and the marker of a missing one counts as missing.',
  },
  {
    code: 'trend-label',
    explain: 'The publisher’s own label of the trend is held against the one that is worked out here from its figures.',
  },
  {
    code: 'comparison-label',
    explain: 'The publisher’s own comparison with England is held against the one that is worked out here.',
  },
  {
    code: 'older-file',
    explain:
      'Figures lie in the order of their files’ dates: where two files have one figure, the later file is shown.',
  },
] as const satisfies readonly Rule[];

type Rule = Pick<Check, 'code' | 'explain'>;

/** Every rule that a person may be told of. */
export const RULES: readonly Rule[] = [...CHECKS, ...OTHER_RULES];

/** The rule behind a problem in a sentence; undefined where the message says all there is to say. */
export function explainRule({ code }: Problem): string | undefined {
  return RULES.find((rule) => rule.code === code)?.explain;
}

/** A problem with the rule behind it, where there is one. */
export function withRule(problem: Problem): Problem {
  const rule = explainRule(problem);
  return rule === undefined ? problem : { ...problem, rule };
}

/** The problems of all rules. */
export function runChecks(reading: Reading, context: CheckContext): readonly Problem[] {
  return CHECKS.flatMap((check) => check.run(reading, context));
}
