/**
 * Cells in, matrices out. Readers of files push one cell at a time, in whatever order the file has
 * them; nothing is kept per row but a few numbers, so that a million rows fit in a worker.
 */
import type { AreaCode } from './area.ts';
import type { GroupId, IndicatorId } from './indicator.ts';
import type { Period } from './period.ts';
import { comparePeriods, toPeriodKey } from './period.ts';
import type { Series, SideColumn } from './series.ts';
import { SIDE_COLUMNS, toSeriesKey } from './series.ts';

/** A cell that a file gave twice, with both places. */
export interface Duplicate {
  readonly indicator: IndicatorId;
  readonly group: GroupId;
  readonly area: AreaCode;
  readonly period: Period;
  readonly line: number;
  readonly firstLine: number;
  /** Do both rows say the same? */
  readonly same: boolean;
}

/** Grows by doubling; one column of cells. */
class Column<T extends Float64Array | Int32Array | Uint8Array> {
  private readonly grow: (length: number) => T;
  data: T;
  constructor(grow: (length: number) => T) {
    this.grow = grow;
    this.data = grow(64);
  }
  set(index: number, value: number): void {
    if (index >= this.data.length) {
      const larger = this.grow(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[index] = value;
  }
}

const floats = (fill?: number) => (length: number) => {
  const made = new Float64Array(length);
  return fill === undefined ? made : made.fill(fill);
};

/** The cells of one indicator and group as they arrive. */
export class SeriesCells {
  readonly indicator: IndicatorId;
  readonly group: GroupId;
  length = 0;
  readonly areas = new Column((n) => new Int32Array(n));
  readonly periods = new Column((n) => new Int32Array(n));
  readonly lines = new Column((n) => new Int32Array(n));
  readonly numbers = new Column(floats());
  readonly marks = new Column((n) => new Uint8Array(n));
  readonly sides: Partial<Record<SideColumn, Column<Float64Array>>> = {};
  readonly markers: string[] = [];

  constructor(indicator: IndicatorId, group: GroupId) {
    this.indicator = indicator;
    this.group = group;
  }

  toMark(marker: string): number {
    let index = this.markers.indexOf(marker);
    if (index < 0) index = this.markers.push(marker) - 1;
    return Math.min(index + 1, 255);
  }

  setSide(side: SideColumn, value: number): void {
    const column = (this.sides[side] ??= new Column(floats(Number.NaN)));
    column.set(this.length - 1, value);
  }
}

/** Interns areas and periods of one file and keeps its cells, series by series. */
export class SeriesBuilder {
  readonly areas: AreaCode[] = [];
  readonly periods: Period[] = [];
  private readonly areaIndex = new Map<string, number>();
  private readonly periodIndex = new Map<string, number>();
  private readonly cells = new Map<string, SeriesCells>();

  toAreaIndex(code: AreaCode): number {
    const known = this.areaIndex.get(code);
    if (known !== undefined) return known;
    this.areaIndex.set(code, this.areas.length);
    return this.areas.push(code) - 1;
  }

  toPeriodIndex(period: Period): number {
    const key = toPeriodKey(period);
    const known = this.periodIndex.get(key);
    if (known !== undefined) return known;
    this.periodIndex.set(key, this.periods.length);
    return this.periods.push(period) - 1;
  }

  /** The cells of a series, made on first use. Readers keep the result rather than ask per row. */
  seriesOf(indicator: IndicatorId, group: GroupId): SeriesCells {
    const key = toSeriesKey(indicator, group);
    let cells = this.cells.get(key);
    if (!cells) {
      cells = new SeriesCells(indicator, group);
      this.cells.set(key, cells);
    }
    return cells;
  }

  /**
   * Adds one cell.
   * @param number NaN where the cell has only a marker
   * @param marker as written (trimmed, lower case), or undefined for a plain number
   */
  push(
    cells: SeriesCells,
    area: number,
    period: number,
    number: number,
    marker: string | undefined,
    line: number,
  ): void {
    const at = cells.length;
    cells.areas.set(at, area);
    cells.periods.set(at, period);
    cells.lines.set(at, line);
    cells.numbers.set(at, number);
    cells.marks.set(at, marker === undefined ? 0 : cells.toMark(marker));
    cells.length = at + 1;
  }

  get all(): readonly SeriesCells[] {
    return [...this.cells.values()];
  }

  /** The matrices, and every cell that came more than once (the first one counts). */
  build(): { series: Series[]; duplicates: Duplicate[] } {
    const duplicates: Duplicate[] = [];
    const series = this.all.map((cells) => this.toSeries(cells, duplicates));
    return { series, duplicates };
  }

  private toSeries(cells: SeriesCells, duplicates: Duplicate[]): Series {
    const periodsUsed = new Set<number>();
    const areasUsed = new Set<number>();
    for (let i = 0; i < cells.length; i++) {
      periodsUsed.add(cells.periods.data[i] ?? 0);
      areasUsed.add(cells.areas.data[i] ?? 0);
    }
    const periodOrder = [...periodsUsed].sort((a, b) => {
      const [left, right] = [this.periods[a], this.periods[b]];
      return left && right ? comparePeriods(left, right) : 0;
    });
    const areaOrder = [...areasUsed].sort((a, b) => ((this.areas[a] ?? '') < (this.areas[b] ?? '') ? -1 : 1));
    const periodAt = new Map(periodOrder.map((p, i) => [p, i]));
    const areaAt = new Map(areaOrder.map((a, i) => [a, i]));
    const size = periodOrder.length * areaOrder.length;
    const numbers = new Float64Array(size).fill(Number.NaN);
    const marks = new Uint8Array(size);
    const from = new Int32Array(size).fill(-1);
    for (let i = 0; i < cells.length; i++) {
      const index =
        (areaAt.get(cells.areas.data[i] ?? 0) ?? 0) * periodOrder.length +
        (periodAt.get(cells.periods.data[i] ?? 0) ?? 0);
      const first = from[index] ?? -1;
      if (first >= 0) {
        duplicates.push(this.toDuplicate(cells, first, i));
        continue;
      }
      from[index] = i;
      numbers[index] = cells.numbers.data[i] ?? Number.NaN;
      marks[index] = cells.marks.data[i] ?? 0;
    }
    const sides: Partial<Record<SideColumn, Float64Array>> = {};
    for (const side of SIDE_COLUMNS) {
      const column = cells.sides[side];
      if (column) sides[side] = Float64Array.from(from, (i) => (i < 0 ? Number.NaN : (column.data[i] ?? Number.NaN)));
    }
    return {
      indicator: cells.indicator,
      group: cells.group,
      areas: areaOrder.flatMap((a) => this.areas[a] ?? []),
      periods: periodOrder.flatMap((p) => this.periods[p] ?? []),
      numbers,
      marks,
      markers: [...cells.markers],
      ...sides,
    };
  }

  private toDuplicate(cells: SeriesCells, first: number, second: number): Duplicate {
    const area = this.areas[cells.areas.data[second] ?? 0];
    const period = this.periods[cells.periods.data[second] ?? 0];
    if (area === undefined || period === undefined)
      throw new Error('a cell names an area or period that was never added');
    return {
      indicator: cells.indicator,
      group: cells.group,
      area,
      period,
      line: cells.lines.data[second] ?? 0,
      firstLine: cells.lines.data[first] ?? 0,
      same:
        Object.is(cells.numbers.data[first], cells.numbers.data[second]) &&
        cells.marks.data[first] === cells.marks.data[second],
    };
  }
}
