/** Where the pages of figures get what they show: from the browser's store, or from a board pack. */
import type { Figures } from '../../domain/figures.ts';
import type { IndicatorId } from '../../domain/indicator.ts';
import type { Problem } from '../../domain/problem.ts';
import type { CommentaryText, SettingName, TargetWord, Written } from '../../domain/written.ts';

/** What is written on a page of figures. */
export interface PageWords {
  readonly targets?: readonly TargetWord[];
  readonly commentary?: readonly CommentaryText[];
  readonly settings?: ReadonlyMap<SettingName, string>;
}

export interface FigureSource {
  readonly figures: Figures;
  readonly written: Written;
  /** Is everything there that is kept, so that what is missing is missing? */
  readonly isReady: boolean;
  /** Why less is shown than there is, if so. */
  readonly problem: Problem | undefined;
  /** The day that pictures and captions give: today, or that of the pack. */
  readonly made: Date;
  /** The files that brought figures of an indicator, the latest first. */
  filesOf(indicator: IndicatorId): readonly { readonly name: string }[];
  /** Keeps what is written. @returns what went wrong, if anything */
  say(words: PageWords): Promise<Problem | undefined>;
}
