/** What a publisher itself says of its figures in words: never shown, only held against what is worked out here. */
import type { GroupId, IndicatorId } from './indicator.ts';

/** 'trend' is said of a series up to a period; 'england' compares one figure with England's. */
export type LabelKind = 'trend' | 'england';

/** The labels of one kind on the figures of one series, as a matrix that lies over the series' own. */
export interface PublishedLabels {
  readonly indicator: IndicatorId;
  readonly group: GroupId;
  readonly kind: LabelKind;
  /** The column they stand in, as its header names it. */
  readonly column: string;
  /** As written, each once. */
  readonly words: readonly string[];
  /** areas × periods of the series: index into `words` plus one; 0 where there is no label. */
  readonly marks: Uint8Array;
}
