/**
 * What charts are made of: columns of values with names and roles, before any pixel is known.
 * `from-figures.ts` makes them from figures and a choice; a test or the gallery types them by hand.
 */
import type { Indicator } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import type { Measured, Value } from '../domain/value.ts';
import { isMeasured } from '../domain/value.ts';
import type { Role } from './scene.ts';

/** What a chart must know of an indicator to write its numbers. */
export type Measure = Pick<Indicator, 'name' | 'shortName' | 'unit' | 'decimals' | 'polarity'>;

/** The words around a chart. The caption holds source, date and licence. */
export interface ChartWords {
  readonly title: string;
  readonly caption: string;
}

/** Where a value axis begins: at zero, or fitted to the figures and marked as such. */
export type AxisStart = 'fitted' | 'zero';

export interface ChartPoint {
  readonly period: Period;
  /** Undefined where the file had no such cell. */
  readonly value: Value | undefined;
  /** Said after the value: "average of 9 of 10". */
  readonly note?: string;
}

/** One line of a chart: an area, or an average of some. */
export interface ChartSeries {
  /** The area's code, so that a highlight carries from one chart of a page to the next. */
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly points: readonly ChartPoint[];
}

/** A value with a name in one period: a bar, a dot, a tile. */
export interface ChartItem {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly value: Value | undefined;
  readonly note?: string;
}

/** A named value that is a number. */
export type NumberItem = ChartItem & { readonly value: Measured };

export function hasItemNumber(item: ChartItem): item is NumberItem {
  return isMeasured(item.value);
}
