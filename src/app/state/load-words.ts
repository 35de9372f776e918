/** Words of the load page. */
import type { ChangeKind } from '../../domain/changes.ts';
import type { Period } from '../../domain/period.ts';
import type { Problem, Severity } from '../../domain/problem.ts';

export const SEVERITY_WORDS = { error: 'Error', warning: 'Warning', note: 'Note' } as const satisfies Record<
  Severity,
  string
>;

/** "1 row", "5,010 rows". */
export function countWords(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

/** "2015/16 to 2024/25", "2024/25". */
export function describePeriods(periods: readonly Period[]): string {
  const [first, last] = [periods[0]?.label ?? '', periods.at(-1)?.label ?? ''];
  return first === last ? first : `${first} to ${last}`;
}

/** "line 12, column children_percent, 3 times". */
export function describePlace({ line, column, count }: Problem): string {
  return [
    line === undefined ? '' : `line ${String(line)}`,
    column === undefined ? '' : `column ${column}`,
    count === undefined || count <= 1 ? '' : `${count.toLocaleString('en-GB')} times`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Kinds of change in the order in which they are told. */
export const CHANGE_WORDS = [
  ['new', 'new'],
  ['revised', 'revised'],
  ['withdrawn', 'withdrawn'],
  ['released', 'given a number for the first time'],
  ['remarked', 'marked differently'],
  ['unchanged', 'unchanged'],
] as const satisfies readonly (readonly [ChangeKind | 'unchanged', string])[];
