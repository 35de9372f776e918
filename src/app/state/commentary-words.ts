/** Words of the commentary on a page, and of the form in which it is written. */
import type { CommentaryPart, CommentaryText } from '../../domain/written.ts';
import { isEmptyCommentary, PART_TITLES } from '../../domain/written.ts';

export const PART_WORDS = {
  tells: { title: PART_TITLES.tells, hint: 'What is happening, and why it matters here.' },
  doing: { title: PART_TITLES.doing, hint: 'The work under way or agreed.' },
  who: { title: PART_TITLES.who, hint: 'A name or a team, and a date.' },
} as const satisfies Record<CommentaryPart, { title: string; hint: string }>;

/**
 * What is still to be written before a commentary can be kept; undefined where nothing is.
 * @param before is there one on the page, which an empty one would take off it?
 */
export function findGap(text: Pick<CommentaryText, CommentaryPart | 'author'>, before: boolean): string | undefined {
  if (text.author.trim() === '') return 'Say who writes this, so that readers know whom to ask.';
  if (isEmptyCommentary(text) && !before) return 'Write at least one of the three parts.';
  return undefined;
}
