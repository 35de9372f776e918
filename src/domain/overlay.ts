/** One series laid over another: cell by cell, the upper one is seen where it has a cell. */
import type { AreaCode } from './area.ts';
import type { Period } from './period.ts';
import { comparePeriods, toPeriodKey } from './period.ts';
import type { Series, SideColumn } from './series.ts';
import { findAreaIndex, findPeriodIndex, SIDE_COLUMNS } from './series.ts';

/** Is there a cell at this position: a number or a marker? */
export function hasCell(series: Series, index: number): boolean {
  return !Number.isNaN(series.numbers[index] ?? Number.NaN) || (series.marks[index] ?? 0) > 0;
}

function unionAreas(below: Series, above: Series): readonly AreaCode[] {
  return [...new Set([...below.areas, ...above.areas])].sort();
}

/** Periods of both in order; where both have one, it is worded as the upper one does. */
function unionPeriods(below: Series, above: Series): readonly Period[] {
  const byKey = new Map([...below.periods, ...above.periods].map((period) => [toPeriodKey(period), period]));
  return [...byKey.values()].sort((a, b) => comparePeriods(a, b) || (toPeriodKey(a) < toPeriodKey(b) ? -1 : 1));
}

/** A dense matrix that series are written into one after the other. */
class Canvas {
  private readonly areas: readonly AreaCode[];
  private readonly periods: readonly Period[];
  private readonly numbers: Float64Array;
  private readonly marks: Uint8Array;
  private readonly markers: string[] = [];
  private readonly sides: Partial<Record<SideColumn, Float64Array>> = {};

  constructor(areas: readonly AreaCode[], periods: readonly Period[], sides: readonly SideColumn[]) {
    this.areas = areas;
    this.periods = periods;
    const size = areas.length * periods.length;
    this.numbers = new Float64Array(size).fill(Number.NaN);
    this.marks = new Uint8Array(size);
    for (const side of sides) this.sides[side] = new Float64Array(size).fill(Number.NaN);
  }

  /** Writes every cell of a series over what is there; a cell brings its own sides or none. */
  draw(series: Series): void {
    const toMark = series.markers.map((marker) => this.toMark(marker));
    const periodAt = this.periods.map((period) => findPeriodIndex(series, period));
    for (const [row, area] of this.areas.entries()) {
      const from = findAreaIndex(series, area);
      if (from < 0) continue;
      for (const [column, period] of periodAt.entries()) {
        const source = from * series.periods.length + period;
        if (period < 0 || !hasCell(series, source)) continue;
        const target = row * this.periods.length + column;
        this.numbers[target] = series.numbers[source] ?? Number.NaN;
        this.marks[target] = toMark[(series.marks[source] ?? 0) - 1] ?? 0;
        for (const side of SIDE_COLUMNS) {
          const drawn = this.sides[side];
          if (drawn) drawn[target] = series[side]?.[source] ?? Number.NaN;
        }
      }
    }
  }

  private toMark(marker: string): number {
    const known = this.markers.indexOf(marker);
    return (known < 0 ? this.markers.push(marker) - 1 : known) + 1;
  }

  toSeries(of: Pick<Series, 'indicator' | 'group'>): Series {
    return {
      indicator: of.indicator,
      group: of.group,
      areas: this.areas,
      periods: this.periods,
      numbers: this.numbers,
      marks: this.marks,
      markers: this.markers,
      ...this.sides,
    };
  }
}

/**
 * The cells of both series, the upper one's where both have one. A marker above replaces a number
 * below (the figure was withdrawn); a cell that is not there above leaves the one below.
 * @returns a new series over the areas and periods of both; neither argument is changed
 */
export function overlaySeries(below: Series, above: Series): Series {
  const sides = SIDE_COLUMNS.filter((side) => below[side] ?? above[side]);
  const canvas = new Canvas(unionAreas(below, above), unionPeriods(below, above), sides);
  canvas.draw(below);
  canvas.draw(above);
  return canvas.toSeries(above);
}
