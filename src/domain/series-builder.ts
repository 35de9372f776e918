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

const FIRST_CAPACITY = 64;
/** Marks are bytes, 0 is "none" and the last one is kept for texts beyond what a byte can tell apart. */
const MAX_MARK = 255;
/** What a cell is marked with once a series has more different texts than a byte can count. */
export const OTHER_TEXT = 'other text';

/** What a place takes: area, period and line, beside each other so that a row touches little memory. */
const PLACE = 3;

/** Where cells stand: area, period and line, shared by the value columns of one file's rows. */
export class CellPlaces {
  length = 0;
  private table = new Int32Array(FIRST_CAPACITY * PLACE);

  /** Adds a place. @returns its position, to set the cells at */
  add(area: number, period: number, line: number): number {
    const at = this.length * PLACE;
    if (at === this.table.length) this.table = grow(this.table, new Int32Array(at * 2));
    this.table[at] = area;
    this.table[at + 1] = period;
    this.table[at + 2] = line;
    return this.length++;
  }

  areaAt(at: number): number {
    return this.table[at * PLACE] ?? 0;
  }

  periodAt(at: number): number {
    return this.table[at * PLACE + 1] ?? 0;
  }

  lineAt(at: number): number {
    return this.table[at * PLACE + 2] ?? 0;
  }

  /** The same areas and periods in the same order? Most series of a file have them. */
  isLike({ length, table }: CellPlaces): boolean {
    if (length !== this.length) return false;
    for (let at = 0; at < length * PLACE; at += PLACE) {
      if (table[at] !== this.table[at] || table[at + 1] !== this.table[at + 1]) return false;
    }
    return true;
  }
}

function grow<T extends Float64Array | Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The cells of one indicator and group as they arrive. */
export class SeriesCells {
  readonly indicator: IndicatorId;
  readonly group: GroupId;
  readonly places: CellPlaces;
  readonly markers: string[] = [];
  readonly sides: Partial<Record<SideColumn, Float64Array>> = {};
  numbers = new Float64Array(FIRST_CAPACITY);
  marks = new Uint8Array(FIRST_CAPACITY);
  private last = 0;

  constructor(indicator: IndicatorId, group: GroupId, places: CellPlaces) {
    this.indicator = indicator;
    this.group = group;
    this.places = places;
  }

  /**
   * Sets the cell of a place.
   * @param number NaN where the cell has only a marker
   * @param marker as written (trimmed, lower case), or undefined for a plain number
   */
  set(at: number, number: number, marker: string | undefined): void {
    if (at >= this.numbers.length) {
      this.numbers = grow(this.numbers, new Float64Array(this.numbers.length * 2));
      this.marks = grow(this.marks, new Uint8Array(this.marks.length * 2));
    }
    this.last = at;
    this.numbers[at] = number;
    if (marker !== undefined) this.marks[at] = this.toMark(marker);
  }

  /** Sets what stands beside the number that was set last. */
  setSide(side: SideColumn, value: number): void {
    let column = this.sides[side];
    if (!column || column.length < this.numbers.length) {
      const larger = new Float64Array(this.numbers.length).fill(Number.NaN);
      column = column ? grow(column, larger) : larger;
      this.sides[side] = column;
    }
    column[this.last] = value;
  }

  private toMark(marker: string): number {
    const known = this.markers.indexOf(marker);
    if (known >= 0) return known + 1;
    if (this.markers.length < MAX_MARK - 1) return this.markers.push(marker);
    if (this.markers.length < MAX_MARK) this.markers.push(OTHER_TEXT);
    return MAX_MARK;
  }
}

/** How the places of one table of rows lie in a matrix of areas × periods. */
interface Layout {
  /** In the order of the matrix; the series of one layout share these arrays. */
  readonly areas: readonly AreaCode[];
  readonly periods: readonly Period[];
  /** For each cell of the matrix the place that fills it, or -1. */
  readonly from: Int32Array;
  /** Pairs of places that name the same cell: the first one and the repeated one. */
  readonly repeats: readonly (readonly [first: number, repeated: number])[];
}

/** Which of `count` indexes occur. */
function toUsed(indexAt: (at: number) => number, length: number, count: number): number[] {
  const isUsed = new Uint8Array(count);
  for (let at = 0; at < length; at++) isUsed[indexAt(at)] = 1;
  const used: number[] = [];
  isUsed.forEach((flag, index) => {
    if (flag === 1) used.push(index);
  });
  return used;
}

/** By position, as `placeMarks`: a function called for each of millions of cells takes three times as long. */
function placeNumbers(column: Float64Array, from: Int32Array): Float64Array {
  const placed = new Float64Array(from.length);
  for (let position = 0; position < from.length; position++) {
    const place = from[position] ?? -1;
    placed[position] = place < 0 ? Number.NaN : (column[place] ?? Number.NaN);
  }
  return placed;
}

function placeMarks(column: Uint8Array, from: Int32Array): Uint8Array {
  const placed = new Uint8Array(from.length);
  for (let position = 0; position < from.length; position++) {
    const place = from[position] ?? -1;
    if (place >= 0) placed[position] = column[place] ?? 0;
  }
  return placed;
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

  /** Of a period that a file writes in two ways ("2007", "2006/07") each has its own: a series keeps what it was called in it. */
  toPeriodIndex(period: Period): number {
    const key = `${toPeriodKey(period)} ${period.label}`;
    const known = this.periodIndex.get(key);
    if (known !== undefined) return known;
    this.periodIndex.set(key, this.periods.length);
    return this.periods.push(period) - 1;
  }

  /**
   * The cells of a series, made on first use. Readers keep the result rather than ask per row.
   * @param places shared with other series whose cells stand in the same rows; its own by default
   */
  seriesOf(indicator: IndicatorId, group: GroupId, places?: CellPlaces): SeriesCells {
    const key = toSeriesKey(indicator, group);
    let cells = this.cells.get(key);
    if (!cells) {
      cells = new SeriesCells(indicator, group, places ?? new CellPlaces());
      this.cells.set(key, cells);
    }
    return cells;
  }

  /** Adds one cell to a series that has places of its own; see `SeriesCells.set` for number and marker. */
  push(
    cells: SeriesCells,
    area: number,
    period: number,
    number: number,
    marker: string | undefined,
    line: number,
  ): void {
    cells.set(cells.places.add(area, period, line), number, marker);
  }

  get all(): readonly SeriesCells[] {
    return [...this.cells.values()];
  }

  /** The matrices, and every cell that came more than once (the first one counts). */
  build(): { series: Series[]; duplicates: Duplicate[] } {
    const duplicates: Duplicate[] = [];
    const layouts = new Map<CellPlaces, Layout>();
    let last: CellPlaces | undefined;
    const series = this.all.map((cells) => {
      const { places } = cells;
      const same = last?.isLike(places) === true ? last : places;
      const layout = layouts.get(same) ?? this.toLayout(same);
      layouts.set(places, layout);
      last = places;
      for (const [first, repeated] of layout.repeats) duplicates.push(this.toDuplicate(cells, first, repeated));
      return this.toSeries(cells, layout);
    });
    return { series, duplicates };
  }

  private toLayout(places: CellPlaces): Layout {
    const { length } = places;
    const written = toUsed((at) => places.periodAt(at), length, this.periods.length).sort((a, b) => {
      const [left, right] = [this.periods[a], this.periods[b]];
      return left && right ? comparePeriods(left, right) : 0;
    });
    const areas = toUsed((at) => places.areaAt(at), length, this.areas.length).sort((a, b) =>
      (this.areas[a] ?? '') < (this.areas[b] ?? '') ? -1 : 1,
    );
    const columns = new Map<string, number>();
    const periods: Period[] = [];
    const periodAt = new Int32Array(this.periods.length);
    for (const index of written) {
      const period = this.periods[index];
      if (!period) continue;
      const at = columns.get(toPeriodKey(period)) ?? periods.push(period) - 1;
      columns.set(toPeriodKey(period), at);
      periodAt[index] = at;
    }
    const areaAt = new Int32Array(this.areas.length);
    areas.forEach((area, at) => (areaAt[area] = at));
    const from = new Int32Array(areas.length * periods.length).fill(-1);
    const repeats: [number, number][] = [];
    for (let i = 0; i < length; i++) {
      const area = areaAt[places.areaAt(i)] ?? 0;
      const position = area * periods.length + (periodAt[places.periodAt(i)] ?? 0);
      const first = from[position] ?? -1;
      if (first < 0) from[position] = i;
      else repeats.push([first, i]);
    }
    return {
      areas: areas.flatMap((area) => this.areas[area] ?? []),
      periods,
      from,
      repeats,
    };
  }

  private toSeries(cells: SeriesCells, { areas, periods, from }: Layout): Series {
    const sides: Partial<Record<SideColumn, Float64Array>> = {};
    for (const side of SIDE_COLUMNS) {
      const column = cells.sides[side];
      if (column) sides[side] = placeNumbers(column, from);
    }
    return {
      indicator: cells.indicator,
      group: cells.group,
      areas,
      periods,
      numbers: placeNumbers(cells.numbers, from),
      marks: placeMarks(cells.marks, from),
      markers: [...cells.markers],
      ...sides,
    };
  }

  private toDuplicate(cells: SeriesCells, first: number, repeated: number): Duplicate {
    const { places } = cells;
    const area = this.areas[places.areaAt(repeated)];
    const period = this.periods[places.periodAt(repeated)];
    if (area === undefined || period === undefined)
      throw new Error('a cell names an area or period that was never added');
    return {
      indicator: cells.indicator,
      group: cells.group,
      area,
      period,
      line: places.lineAt(repeated),
      firstLine: places.lineAt(first),
      same: Object.is(cells.numbers[first], cells.numbers[repeated]) && cells.marks[first] === cells.marks[repeated],
    };
  }
}
