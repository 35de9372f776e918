/** What one version of a series changes of another: cell by cell, as data. */
import type { AreaCode } from './area.ts';
import type { GroupId, IndicatorId } from './indicator.ts';
import { hasCell } from './overlay.ts';
import type { Period } from './period.ts';
import type { Series } from './series.ts';
import { findAreaIndex, findPeriodIndex, SIDE_COLUMNS, valueAtIndex } from './series.ts';
import type { Value } from './value.ts';
import { isMeasured } from './value.ts';

/**
 * `new`: there was no such cell; `revised`: another number; `withdrawn`: a marker in place of the
 * number; `released`: a number in place of the marker; `remarked`: the same number (or none, as
 * before) with another marker, or with other figures beside it.
 */
export type ChangeKind = 'new' | 'revised' | 'withdrawn' | 'released' | 'remarked';

export interface CellChange {
  readonly kind: ChangeKind;
  readonly area: AreaCode;
  readonly period: Period;
  /** Undefined for a new cell. */
  readonly before: Value | undefined;
  readonly after: Value;
}

export interface SeriesChanges {
  readonly indicator: IndicatorId;
  readonly group: GroupId;
  readonly counts: Readonly<Record<ChangeKind | 'unchanged', number>>;
  /**
   * Every change of a cell that was there before, the largest revision (relative to the old
   * number) first. New cells are counted only, a file may bring a million: see `findNewCells`.
   */
  readonly cells: readonly CellChange[];
}

function isSame(before: Value, after: Value): boolean {
  if (!isMeasured(before)) return !isMeasured(after) && before.marker === after.marker;
  if (!isMeasured(after) || before.number !== after.number || before.status !== after.status) return false;
  return SIDE_COLUMNS.every((side) => before[side] === after[side]);
}

function toKind(before: Value, after: Value): ChangeKind {
  if (!isMeasured(after)) return isMeasured(before) ? 'withdrawn' : 'remarked';
  if (!isMeasured(before)) return 'released';
  return before.number === after.number ? 'remarked' : 'revised';
}

/** How far a number moved, relative to what it was; changes without two numbers come last. */
function toSize({ before, after }: CellChange): number {
  if (!isMeasured(before) || !isMeasured(after)) return -1;
  const moved = Math.abs(after.number - before.number);
  return moved === 0 ? 0 : moved / Math.abs(before.number);
}

/** The largest revision first. */
export function compareChanges(a: CellChange, b: CellChange): number {
  return toSize(b) - toSize(a);
}

function countPresent(series: Series): number {
  let present = 0;
  for (let cell = 0; cell < series.numbers.length; cell++) if (hasCell(series, cell)) present++;
  return present;
}

/**
 * What `after` changes of `before`, in the cells that `after` has. Cells that only `before` has
 * are no change: a file that leaves them out does not take them back.
 * @param before undefined where there was no such series: every cell is new
 */
export function compareSeries(before: Series | undefined, after: Series): SeriesChanges {
  const counts = { new: 0, revised: 0, withdrawn: 0, released: 0, remarked: 0, unchanged: 0 };
  const { indicator, group } = after;
  // A file may bring a million new cells: no value is made of each only to be counted.
  if (!before) return { indicator, group, counts: { ...counts, new: countPresent(after) }, cells: [] };
  const cells: CellChange[] = [];
  const columns = after.periods.map((period) => findPeriodIndex(before, period));
  for (const [row, area] of after.areas.entries()) {
    const rowBefore = findAreaIndex(before, area);
    for (const [column, period] of after.periods.entries()) {
      if (!hasCell(after, row * after.periods.length + column)) continue;
      const old = valueAtIndex(before, rowBefore, columns[column] ?? -1);
      const value = valueAtIndex(after, row, column);
      if (!old || !value) counts.new++;
      else if (isSame(old, value)) counts.unchanged++;
      else {
        const kind = toKind(old, value);
        counts[kind]++;
        cells.push({ kind, area, period, before: old, after: value });
      }
    }
  }
  cells.sort(compareChanges);
  return { indicator, group, counts, cells };
}

/** The cells of one area that `after` has and `before` has not, in order of their periods. */
export function findNewCells(before: Series | undefined, after: Series, area: AreaCode): readonly CellChange[] {
  const row = findAreaIndex(after, area);
  return after.periods.flatMap((period, column): readonly CellChange[] => {
    const value = valueAtIndex(after, row, column);
    const old = before && valueAtIndex(before, findAreaIndex(before, area), findPeriodIndex(before, period));
    return value && !old ? [{ kind: 'new', area, period, before: undefined, after: value }] : [];
  });
}
