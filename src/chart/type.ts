/** Sizes of type and of the spaces measured by it, in pixels at scale 1. */

export interface Type {
  readonly scale: number;
  /** Ticks, notes, units. */
  readonly small: number;
  /** Names and values. */
  readonly label: number;
  /** From one line of labels to the next. */
  readonly line: number;
  /** The smallest space between two things. */
  readonly gap: number;
}

export function toType(scale = 1): Type {
  return { scale, small: 12 * scale, label: 13 * scale, line: 18 * scale, gap: 6 * scale };
}

/** Narrower than this, in pixels at scale 1, names stand under the chart rather than beside it. */
export const NARROW = 480;
