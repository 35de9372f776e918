/** A chart on its way out of the dashboard, with all that its receiver needs to cite and trust it. Plain data. */
import type { PageChart } from '../chart/forms.ts';
import type { Commentary, CommentaryPart } from '../domain/written.ts';

/** What officers wrote about it, in Markdown, with the period's label. */
export interface OutgoingCommentary extends Pick<Commentary, CommentaryPart | 'author' | 'at'> {
  readonly period: string;
}

export interface OutgoingChart<Kind extends PageChart = PageChart> {
  readonly chart: Kind;
  /** What the figures say in a few words: the title of a slide. */
  readonly finding: string;
  /** The same in one or two sentences. */
  readonly sentence: string;
  /** What somebody who presents it may want to say: the comparison and its notes, a paragraph each. */
  readonly notes: readonly string[];
  /** What officers wrote, for whom a deck is to carry it; never inside a link that others may read. */
  readonly commentary?: OutgoingCommentary;
  /** Area, indicator, period and chart: "derby-neet-16-17-2024-25-trend". */
  readonly fileName: string;
  /** The hash under which an embed shows it with the latest figures; absent where no address does. */
  readonly address?: string;
}

export function titleOf(chart: PageChart): string {
  return chart.form === 'drawn' ? chart.scene.title : chart.input.title;
}

export function captionOf(chart: PageChart): string {
  return chart.form === 'drawn' ? chart.scene.caption : chart.input.caption;
}
