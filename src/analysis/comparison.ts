/**
 * The comparison of one home authority on one indicator, group and period, as `domain.md`
 * section 5 defines it. Types only; `compare.ts` works it out.
 */
import type { AreaCode } from '../domain/area.ts';
import type { GroupId, Indicator } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import type { Value } from '../domain/value.ts';
import type { Peers } from './peers.ts';

/** The plain mean and median of the neighbours' values, and how many of them there are. */
export interface NeighbourAverage {
  readonly mean: number | undefined;
  readonly median: number | undefined;
  /** Neighbours with a number. */
  readonly n: number;
  /** Neighbours in the set: ten. */
  readonly of: number;
}

export interface Rank {
  /** 1 is best for the polarity; ties share the best rank. */
  readonly rank: number;
  readonly of: number;
}

export type QuartileBand = 'A' | 'B' | 'C' | 'D';

export interface Quartile {
  readonly band: QuartileBand;
  /** The three type-7 cut points, ascending, unrounded. */
  readonly cuts: readonly [number, number, number];
}

/** A line of the ranked list of home and its neighbours. */
export interface NeighbourRow {
  readonly area: AreaCode;
  readonly value: Value | undefined;
  readonly rank: Rank | undefined;
  readonly home: boolean;
}

export interface Comparison {
  readonly indicator: Indicator;
  readonly group: GroupId;
  readonly home: AreaCode;
  readonly region: AreaCode | undefined;
  readonly period: Period;
  readonly value: Value | undefined;
  /** Home minus home in the consecutive period before; undefined where either is missing. */
  readonly change: number | undefined;
  readonly england: Value | undefined;
  readonly regionValue: Value | undefined;
  readonly neighbours: NeighbourAverage;
  /** What the neighbours are called: another set than the usual one by its name. */
  readonly peers: Peers;
  /** Among all local authorities for which a value is published in this period. */
  readonly rank: Rank | undefined;
  /** How many local authorities have a number in this period, whether or not they can be ranked. */
  readonly published: number;
  /** Abolished authorities among them, which the publisher still reports: decisions/0010. */
  readonly formerRanked: readonly AreaCode[];
  readonly quartile: Quartile | undefined;
  /** Home and its neighbours, best first (or highest first without polarity), missing ones last. */
  readonly neighbourRows: readonly NeighbourRow[];
}
