/**
 * What officers write themselves, beside the figures: targets, commentary, comparison groups and
 * settings. Nothing that was written is ever changed: a later word lies above an earlier one, so
 * what two officers wrote can be put together in any order.
 */
import type { Area, AreaCode } from './area.ts';
import type { NeighbourSet } from './figures.ts';
import type { GroupId, IndicatorId } from './indicator.ts';
import type { Period } from './period.ts';
import { toPeriodKey } from './period.ts';
import type { Target } from './target.ts';

/** A target as it was typed; null in place of the number takes back what was typed before. */
export type TargetWord = Omit<Target, 'number'> & { readonly number: number | null };

/** What a commentary is about. */
export type Subject =
  | { readonly kind: 'indicator'; readonly indicator: IndicatorId; readonly group: GroupId }
  | { readonly kind: 'outcome'; readonly outcome: string };

/** The three parts of a commentary, in Markdown; each may be empty. */
export const COMMENTARY_PARTS = ['tells', 'doing', 'who'] as const;
export type CommentaryPart = (typeof COMMENTARY_PARTS)[number];

export const PART_TITLES = {
  tells: 'What it tells us',
  doing: 'What we are doing',
  who: 'Who, by when',
} as const satisfies Record<CommentaryPart, string>;

export interface CommentaryText extends Readonly<Record<CommentaryPart, string>> {
  readonly about: Subject;
  readonly area: AreaCode;
  /** The period that it speaks of. */
  readonly period: Period;
  readonly author: string;
}

/** A commentary that was kept. One whose parts are all empty takes the earlier ones off the page. */
export interface Commentary extends CommentaryText {
  /** When it was written, ISO date and time. */
  readonly at: string;
}

/** Authorities that a partnership chose to compare itself with; none of them takes the group away. */
export interface ComparisonGroup {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly AreaCode[];
}

/** Who writes here, and what slides look like: a colour, and a template's theme as JSON. */
export const SETTINGS = ['author', 'deck-colour', 'deck-theme'] as const;
export type SettingName = (typeof SETTINGS)[number];

export interface Written {
  /** In the order in which they were said, as is the commentary. */
  readonly targets: readonly TargetWord[];
  readonly commentary: readonly Commentary[];
  readonly comparisonGroups: readonly ComparisonGroup[];
  readonly settings: ReadonlyMap<SettingName, string>;
}

/** What officers wrote and chose elsewhere, as a load brings it: it stands for as long as the load does. */
export interface BroughtWords {
  /** Every version. */
  readonly commentary: readonly Commentary[];
  readonly settings: readonly (readonly [SettingName, string])[];
}

export const NOTHING_WRITTEN: Written = { targets: [], commentary: [], comparisonGroups: [], settings: new Map() };

/** What makes two targets the same one: a later one replaces the earlier. */
export function toTargetKey({ indicator, group, area, period }: Omit<TargetWord, 'number'>): string {
  return [indicator, group, area, toPeriodKey(period)].join('\u001f');
}

/** The last word on each target over those of files; one that was taken back shows the file's again. */
export function mergeTargets(loaded: readonly Target[], typed: readonly TargetWord[]): readonly Target[] {
  const merged = new Map(loaded.map((target) => [toTargetKey(target), target]));
  const last = new Map(typed.map((word) => [toTargetKey(word), word]));
  for (const [key, { number, ...word }] of last) if (number !== null) merged.set(key, { ...word, number });
  return [...merged.values()];
}

/** The last word on each comparison group, as a set that stands beside the publishers' own. */
export function toOwnSets(groups: readonly ComparisonGroup[], areas: readonly Area[]): readonly NeighbourSet[] {
  return findComparisonGroups(groups).map(({ id, name, areas: chosen }) => ({
    id,
    name,
    isOwn: true,
    of: new Map(
      areas.map(({ code }) => [
        code,
        chosen.filter((area) => area !== code).map((area) => ({ area, closeness: 'chosen here' })),
      ]),
    ),
  }));
}

/** The groups that there are now, in the order in which they were first named. */
export function findComparisonGroups(said: readonly ComparisonGroup[]): readonly ComparisonGroup[] {
  return [...new Map(said.map((group) => [group.id, group])).values()].filter((group) => group.areas.length > 0);
}

function toSubjectKey(about: Subject): string {
  return about.kind === 'indicator' ? `${about.indicator}\u001f${about.group}` : about.outcome;
}

/** What stands on the page now: the latest version, where that does not take the earlier ones off it. */
export function findShownCommentary(
  all: readonly Commentary[],
  about: Subject,
  area: AreaCode,
): Commentary | undefined {
  const [latest] = findCommentary(all, about, area);
  return latest && !isEmptyCommentary(latest) ? latest : undefined;
}

/** Everything that was written about one subject for one area, the latest first. */
export function findCommentary(all: readonly Commentary[], about: Subject, area: AreaCode): readonly Commentary[] {
  const key = toSubjectKey(about);
  return all
    .filter((one) => one.area === area && one.about.kind === about.kind && toSubjectKey(one.about) === key)
    .toReversed();
}

export function isEmptyCommentary(text: Pick<CommentaryText, CommentaryPart>): boolean {
  return COMMENTARY_PARTS.every((part) => text[part].trim() === '');
}
