/** Indicators, the outcomes and aims they stand under, and the groups of children they count. */

export type IndicatorId = string;
export type GroupId = string;

/** The group that every child belongs to. */
export const ALL: GroupId = 'all';

/** Which direction is good; 'none' where neither is, or nobody has said. */
export type Polarity = 'higher' | 'lower' | 'none';

export interface Aim {
  readonly id: string;
  readonly name: string;
}

export interface Outcome {
  readonly id: string;
  readonly name: string;
  readonly aims: readonly Aim[];
}

export interface Group {
  readonly id: GroupId;
  readonly name: string;
  /** The group it is held against when a gap is asked for. */
  readonly counterpart?: GroupId;
  /** The group inside a sentence: "pupils eligible for free school meals". */
  readonly plain: string;
}

/** Where a figure of an indicator is found in officers' files (one row of `sources.csv`). */
export interface IndicatorSource {
  readonly indicator: IndicatorId;
  readonly group: GroupId;
  readonly family: string;
  readonly sourceId: string;
}

/** How an indicator is said in a sentence; bundled indicators only. */
export interface Wording {
  readonly form: 'share' | 'measure';
  readonly subject: string;
  readonly predicate: string;
}

export interface Indicator {
  readonly id: IndicatorId;
  readonly name: string;
  readonly shortName: string;
  /** What the number counts, e.g. "% of 16 and 17 year olds" or "per 10,000 aged under 18". */
  readonly unit: string;
  readonly polarity: Polarity;
  readonly decimals: number;
  /** "calendar", "academic", "financial", "snapshot", with "-3" for three years pooled; undefined where the file did not say. */
  readonly periodType?: string;
  /** Undefined while the indicator is unplaced. */
  readonly outcome?: string;
  readonly aim?: string;
  readonly nationalIndicators: readonly string[];
  readonly groups: readonly GroupId[];
  /** A heading of the publisher's own, by which unplaced indicators are listed. */
  readonly topic?: string;
  readonly definition?: string;
  readonly direction?: string;
  readonly publisher?: string;
  readonly publication?: string;
  readonly licence?: string;
  readonly wording?: Wording;
  /** The name under which a publisher's file holds it, where the catalogue gives another id. */
  readonly sourceId?: string;
  /** False where the publisher says that quartiles mean nothing for this measure. */
  readonly banded?: boolean;
}

/** Percentages carry their sign; every other unit is said once, under the title. */
export function isPercentage(indicator: Pick<Indicator, 'unit'>): boolean {
  return indicator.unit.trimStart().startsWith('%');
}
