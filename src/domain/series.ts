/**
 * A series: one indicator and one group, every area and period, as a dense matrix.
 * This is the form in which figures are stored, carried in a bundle and compared.
 */
import type { AreaCode } from './area.ts';
import type { GroupId, IndicatorId } from './indicator.ts';
import type { Period } from './period.ts';
import { toPeriodKey } from './period.ts';
import type { Measured, Value } from './value.ts';
import { findCellNote, findMissingReason, findStatus, toWrittenMarker } from './value.ts';

export interface Series {
  readonly indicator: IndicatorId;
  readonly group: GroupId;
  readonly areas: readonly AreaCode[];
  /** In order of their end dates. */
  readonly periods: readonly Period[];
  /** areas × periods, area by area. NaN where there is no number; read it through `valueAt`. */
  readonly numbers: Float64Array;
  /** Index into `markers` plus one; 0 where the cell has no marker. */
  readonly marks: Uint8Array;
  /** The markers of this series, as written (trimmed, lower case). */
  readonly markers: readonly string[];
  readonly lower?: Float64Array;
  readonly upper?: Float64Array;
  readonly count?: Float64Array;
  readonly denominator?: Float64Array;
}

/** The parts of a cell that some publishers give beside the number. */
export const SIDE_COLUMNS = ['lower', 'upper', 'count', 'denominator'] as const;
export type SideColumn = (typeof SIDE_COLUMNS)[number];

/** One key for an indicator and group. */
export function toSeriesKey(indicator: IndicatorId, group: GroupId): string {
  return `${indicator}\u001f${group}`;
}

/** The value in a cell by position; undefined where the file had no such cell. */
export function valueAtIndex(series: Series, area: number, period: number): Value | undefined {
  if (area < 0 || period < 0) return undefined;
  const index = area * series.periods.length + period;
  const number = series.numbers[index];
  const mark = series.marks[index];
  if (number === undefined || mark === undefined) return undefined;
  const marker = mark === 0 ? undefined : series.markers[mark - 1];
  const note = marker === undefined ? undefined : findCellNote(marker);
  const noted = note === undefined ? {} : { note };
  if (Number.isNaN(number)) {
    return marker === undefined
      ? undefined
      : { missing: findMissingReason(marker) ?? 'unknown-marker', marker: toWrittenMarker(marker), ...noted };
  }
  const status = marker === undefined ? undefined : findStatus(marker);
  const sides: Partial<Record<SideColumn, number>> = {};
  for (const side of SIDE_COLUMNS) {
    const beside = series[side]?.[index];
    if (beside !== undefined && !Number.isNaN(beside)) sides[side] = beside;
  }
  return { number, ...(status ? { status } : {}), ...sides, ...noted } satisfies Measured;
}

const areaIndexes = new WeakMap<Series, Map<string, number>>();
const periodIndexes = new WeakMap<Series, Map<string, number>>();

/** Position of an area in a series, or -1. */
export function findAreaIndex(series: Series, area: AreaCode): number {
  let index = areaIndexes.get(series);
  if (!index) {
    index = new Map(series.areas.map((code, i) => [code, i]));
    areaIndexes.set(series, index);
  }
  return index.get(area) ?? -1;
}

/** Position of a period in a series, or -1. */
export function findPeriodIndex(series: Series, period: Period): number {
  let index = periodIndexes.get(series);
  if (!index) {
    index = new Map(series.periods.map((p, i) => [toPeriodKey(p), i]));
    periodIndexes.set(series, index);
  }
  return index.get(toPeriodKey(period)) ?? -1;
}

/** The value of an area in a period; undefined where there is no such cell. */
export function valueAt(series: Series, area: AreaCode, period: Period): Value | undefined {
  return valueAtIndex(series, findAreaIndex(series, area), findPeriodIndex(series, period));
}
