/** Confidence limits and the two levels that public-health statistics are published at. */

export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

export type ConfidenceLevel = 0.95 | 0.998;

/** Standard normal deviate that leaves half of what a level leaves out above it. */
export const DEVIATES: Readonly<Record<ConfidenceLevel, number>> = {
  0.95: 1.959963984540054,
  0.998: 3.090232306167813,
};
