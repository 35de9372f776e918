/**
 * Where the keyboard or the pointer rests in a chart. One tab stop per chart; left and right go
 * along a series, up and down from series to series, Home and End to its ends, Escape leaves.
 * Pure: a test presses keys, the drawing shows where the cursor stands.
 */
import type { Stop } from './scene.ts';

const CURSOR_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Escape'] as const;
export type CursorKey = (typeof CURSOR_KEYS)[number];

export function isCursorKey(key: string): key is CursorKey {
  return (CURSOR_KEYS as readonly string[]).includes(key);
}

/** The stops of a chart in the order in which keys go through them. */
export class Cursor {
  private readonly series: readonly (readonly Stop[])[];

  /** @param stops in order of series; within a series in any order */
  constructor(stops: readonly Stop[]) {
    const bySeries = new Map<string, Stop[]>();
    for (const stop of stops) {
      const known = bySeries.get(stop.series);
      if (known) known.push(stop);
      else bySeries.set(stop.series, [stop]);
    }
    this.series = [...bySeries.values()].map((of) => of.toSorted((a, b) => a.step - b.step));
  }

  /** Where a first key lands: the latest point of the first series, or the first of a ranked list. */
  get start(): Stop | undefined {
    const first = this.series[0];
    return this.isList ? first?.[0] : first?.at(-1);
  }

  /** Every series has one stop: a ranked list, where all four arrows go through the series. */
  private get isList(): boolean {
    return this.series.every((stops) => stops.length === 1);
  }

  /**
   * The stop that a key leads to.
   * @param from where the cursor stands, or undefined where it is not in the chart
   * @returns `from` at an edge; undefined after Escape and in a chart without stops
   */
  press(key: CursorKey, from: Stop | undefined): Stop | undefined {
    if (key === 'Escape') return undefined;
    if (!from) return this.start;
    const row = this.series.findIndex((stops) => stops.some((stop) => stop.series === from.series));
    const stops = this.series[row] ?? [];
    const position = stops.findIndex((stop) => stop.step === from.step);
    const along = (by: number): Stop => stops[position + by] ?? from;
    const across = (by: number): Stop => nearestStep(this.series[row + by], from.step) ?? from;
    const { isList } = this;
    switch (key) {
      case 'ArrowLeft':
        return isList ? across(-1) : along(-1);
      case 'ArrowRight':
        return isList ? across(1) : along(1);
      case 'ArrowUp':
        return across(-1);
      case 'ArrowDown':
        return across(1);
      case 'Home':
        return (isList ? this.series[0]?.[0] : stops[0]) ?? from;
      case 'End':
        return (isList ? this.series.at(-1)?.[0] : stops.at(-1)) ?? from;
    }
  }

  /** The stop nearest to a point, or undefined where none is within `reach` pixels. */
  nearest(x: number, y: number, reach: number): Stop | undefined {
    let best: Stop | undefined;
    let least = reach * reach;
    for (const stop of this.series.flat()) {
      const distance = (stop.x - x) ** 2 + (stop.y - y) ** 2;
      if (distance < least || (best === undefined && distance === least)) {
        best = stop;
        least = distance;
      }
    }
    return best;
  }
}

function nearestStep(stops: readonly Stop[] | undefined, step: number): Stop | undefined {
  return stops?.reduce((best, stop) => (Math.abs(stop.step - step) < Math.abs(best.step - step) ? stop : best));
}
