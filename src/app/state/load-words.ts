/** Words of the load page. */
import { describeSpan } from '../../analysis/period-words.ts';
import type { CellChange, ChangeKind } from '../../domain/changes.ts';
import type { Period } from '../../domain/period.ts';
import type { Problem, Severity } from '../../domain/problem.ts';
import type { ChangePreview, FilePreview } from '../../load/preview.ts';
import type { BesideCounts, BesideKind, BesidesPreview } from '../../load/preview-besides.ts';
import { groupByKey } from './group-by-key.ts';

export const SEVERITY_WORDS = { error: 'Error', warning: 'Warning', note: 'Note' } as const satisfies Record<
  Severity,
  string
>;

/** "1 row", "5,010 rows". */
export function countWords(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

/** "12 indicators, 9,737 numbers, 283 markers", of a file that was stored; what holds no figure is said to hold none. */
export function describeHeld({
  indicators,
  numbers,
  markers,
}: Readonly<Record<'indicators' | 'numbers' | 'markers', number>>): string {
  if (indicators === 0) return 'no figures';
  return [countWords(indicators, 'indicator'), countWords(numbers, 'number'), countWords(markers, 'marker')].join(', ');
}

/** "2015/16 to 2024/25", "2024/25". */
export function describePeriods(periods: readonly Period[]): string {
  const [first, last] = [periods[0], periods.at(-1)];
  return first && last ? describeSpan(first, last) : '';
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

const BESIDE_WORDS = { new: 'new', changed: 'changed', same: 'unchanged' } as const satisfies Record<
  BesideKind,
  string
>;

function describeBesideCounts(noun: string, counts: BesideCounts): readonly string[] {
  const parts = (['new', 'changed', 'same'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind].toLocaleString('en-GB')} ${BESIDE_WORDS[kind]}`);
  return parts.length > 0 ? [`${noun}: ${parts.join(', ')}`] : [];
}

/** "3 versions of commentary", "1 setting": each kind that there is any of. */
function describeWords({ commentary, settings }: NonNullable<BesidesPreview['words']>): readonly string[] {
  return [
    ...(commentary > 0 ? [`${countWords(commentary, 'version')} of commentary`] : []),
    ...(settings > 0 ? [countWords(settings, 'setting')] : []),
  ];
}

/** "Targets: 2 new, 1 changed", one line for each kind of thing that is no figure; none where there is nothing. */
export function describeBesides({ neighbourSets, targets, judgements, words }: BesidesPreview): readonly string[] {
  return [
    ...neighbourSets.map(
      ({ name, kind, authorities }) =>
        `${name}, for ${String(authorities)} ${authorities === 1 ? 'authority' : 'authorities'}: ${BESIDE_WORDS[kind]}`,
    ),
    ...describeBesideCounts('Targets', targets),
    ...describeBesideCounts('Judgements', judgements),
    ...(words ? describeWords(words) : []),
  ];
}

/** "3 targets (2 unchanged)"; nothing where there are none. */
function describeBesidePart(words: (count: number) => string, { new: added, changed, same }: BesideCounts): string[] {
  const all = added + changed + same;
  if (all === 0) return [];
  const unchanged = same === all ? ' (unchanged)' : same > 0 ? ` (${same.toLocaleString('en-GB')} unchanged)` : '';
  return [`${words(all)}${unchanged}`];
}

function countSets(sets: BesidesPreview['neighbourSets']): BesideCounts {
  const counts = { new: 0, changed: 0, same: 0 };
  for (const { kind } of sets) counts[kind]++;
  return counts;
}

/** "1 indicator with 7 numbers, 2 targets (unchanged)": what a load brought, each kind that it brought any of. */
export function describeBrought(
  files: readonly Readonly<Record<'indicators' | 'numbers', number>>[],
  { neighbourSets, targets, judgements, words }: BesidesPreview,
): string {
  const sum = (of: 'numbers' | 'indicators'): number => files.reduce((total, file) => total + file[of], 0);
  return [
    ...(sum('indicators') > 0
      ? [`${countWords(sum('indicators'), 'indicator')} with ${countWords(sum('numbers'), 'number')}`]
      : []),
    ...describeBesidePart((sets) => `${countWords(sets, 'set')} of neighbours`, countSets(neighbourSets)),
    ...describeBesidePart((count) => countWords(count, 'target'), targets),
    ...describeBesidePart((count) => countWords(count, 'judgement'), judgements),
    ...(words ? describeWords(words) : []),
  ].join(', ');
}

/** Would all that is shown stay as it is? */
export function isUnchanged(
  { counts }: Pick<ChangePreview, 'counts'>,
  { neighbourSets, targets, judgements, words }: BesidesPreview,
): boolean {
  const { unchanged: _, ...changed } = counts;
  const besides = [countSets(neighbourSets), targets, judgements];
  return (
    words === undefined &&
    Object.values(changed).every((count) => count === 0) &&
    besides.every((one) => one.new + one.changed === 0)
  );
}

/** Whether a file can be stored, in a few words. */
export function describeOutcome(
  { accepted, problems, rows }: Pick<FilePreview, 'accepted' | 'problems' | 'rows'>,
  alreadyStored: boolean,
): { readonly kind: 'refused' | 'stored' | 'good'; readonly words: string } {
  if (!accepted) return { kind: 'refused', words: 'Cannot be stored.' };
  if (alreadyStored) return { kind: 'stored', words: 'Stored already: it will be left out.' };
  const left = problems.some(({ severity }) => severity === 'error');
  if (left) return { kind: 'good', words: 'Can be stored in part: what could not be read is left out.' };
  return { kind: 'good', words: rows > 0 ? 'Can be stored.' : '' };
}

/** What many problems of one kind have in common: "12 areas are not in the list: Drby, Nowhere and 10 more". */
export function describeMany(problems: readonly Problem[]): string {
  const [first] = problems;
  const names = problems.flatMap(({ message }) => /^"([^"]+)"/.exec(message)?.[1] ?? []);
  const told = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` and ${String(names.length - 3)} more` : '';
  const what = first?.code === 'unknown-area' ? 'areas are not in the list' : 'times the same kind of problem';
  if (told !== '') return `${String(problems.length)} ${what}: ${told}${more}`;
  return `${first?.message ?? ''} And ${String(problems.length - 1)} more like it`;
}

/** The new figures of one indicator, group and area, in order of their periods. */
export interface NewFigures<Change> {
  readonly first: Change;
  readonly last: Change;
  readonly count: number;
}

/** New figures by what they are of: a new indicator brings one for each of its periods. */
export function gatherNew<Change extends CellChange>(
  changes: readonly Change[],
  /** Names the indicator and the group. */
  toKey: (change: Change) => string,
): readonly NewFigures<Change>[] {
  const added = changes.filter(({ kind }) => kind === 'new');
  return groupByKey(added, (change) => `${toKey(change)} ${change.area}`).flatMap(([, same]) => {
    const [first] = same;
    const last = same.at(-1);
    return first && last ? [{ first, last, count: same.length }] : [];
  });
}
