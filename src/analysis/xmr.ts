/**
 * XmR: which points of a run of monthly or quarterly figures are more than its ordinary variation.
 * Source: Wheeler, "Understanding Variation"; NHS England, "Making Data Count".
 */
import { mean } from 'd3-array';

/** Below this many points no limits are drawn. */
export const XMR_POINTS = 12;

/** Moves a mean moving range of two points to three standard deviations: 3 / 1.128. */
const RANGE_TO_LIMIT = 2.66;

const RUN = 7;

export type XmrSignal = 'outside-limits' | 'run-in-one-direction' | 'two-of-three-near-limit' | 'run-on-one-side';

export interface Xmr {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly nearLower: number;
  readonly nearUpper: number;
  /** For each point the first rule it breaks, in the order above; undefined for ordinary variation. */
  readonly signals: readonly (XmrSignal | undefined)[];
}

type Rule = (values: readonly number[], limits: Omit<Xmr, 'signals'>) => readonly (readonly number[])[];

/** Indexes from `start`, `length` of them. */
const span = (start: number, length: number): number[] => Array.from({ length }, (_, i) => start + i);

/** Every window of `length` points in which all satisfy a condition. */
function findWindows(count: number, length: number, all: (index: number) => boolean): number[][] {
  const windows: number[][] = [];
  for (let start = 0; start + length <= count; start++) {
    const window = span(start, length);
    if (window.every(all)) windows.push(window);
  }
  return windows;
}

/** Seven points that rise, or fall, each beyond the one before. */
const findRuns: Rule = (values) => {
  const rises = (index: number): number => Math.sign((values[index] ?? 0) - (values[index - 1] ?? 0));
  const runs: number[][] = [];
  for (let start = 0; start + RUN <= values.length; start++) {
    const steps = span(start + 1, RUN - 1).map(rises);
    if (steps.every((step) => step === 1) || steps.every((step) => step === -1)) runs.push(span(start, RUN));
  }
  return runs;
};

const findNear: Rule = (values, limits) => {
  const sides: readonly ((value: number) => boolean)[] = [
    (value) => value > limits.nearUpper,
    (value) => value < limits.nearLower,
  ];
  const found: number[][] = [];
  for (const isBeyond of sides) {
    for (let start = 0; start + 3 <= values.length; start++) {
      const beyond = span(start, 3).filter((index) => isBeyond(values[index] ?? limits.mean));
      if (beyond.length >= 2) found.push(beyond);
    }
  }
  return found;
};

/** In the order in which a point's first signal is looked for. */
const RULES = [
  [
    'outside-limits',
    (values, { lower, upper }) => values.flatMap((value, index) => (value < lower || value > upper ? [[index]] : [])),
  ],
  ['run-in-one-direction', findRuns],
  ['two-of-three-near-limit', findNear],
  [
    'run-on-one-side',
    (values, limits) => [
      ...findWindows(values.length, RUN, (index) => (values[index] ?? limits.mean) > limits.mean),
      ...findWindows(values.length, RUN, (index) => (values[index] ?? limits.mean) < limits.mean),
    ],
  ],
] as const satisfies readonly (readonly [XmrSignal, Rule])[];

/**
 * Mean, limits (x̄ ± 2.66·mean moving range), near limits (two thirds of the way) and signals.
 * @param values in order of time, none missing
 * @returns undefined with fewer than twelve points
 */
export function findXmr(values: readonly number[]): Xmr | undefined {
  if (values.length < XMR_POINTS) return undefined;
  const centre = mean(values) ?? 0;
  const movingRange = mean(values.slice(1), (value, index) => Math.abs(value - (values[index] ?? 0))) ?? 0;
  const reach = RANGE_TO_LIMIT * movingRange;
  const limits = {
    mean: centre,
    lower: centre - reach,
    upper: centre + reach,
    nearLower: centre - (2 / 3) * reach,
    nearUpper: centre + (2 / 3) * reach,
  };
  const signals: (XmrSignal | undefined)[] = values.map(() => undefined);
  for (const [signal, rule] of RULES) {
    for (const index of rule(values, limits).flat()) signals[index] ??= signal;
  }
  return { ...limits, signals };
}
