/** Signs under a plot for the periods of a series without a number, with the word for why. */
import { describeMissing, isMeasured } from '../domain/value.ts';
import type { ChartSeries } from './inputs.ts';
import { BASELINE, measureText } from './measure.ts';
import { toCross } from './path.ts';
import type { Mark } from './scene.ts';
import type { TimeAxis } from './time-axis.ts';
import type { Type } from './type.ts';

interface Stretch {
  readonly word: string;
  readonly at: number[];
}

/** Neighbouring periods without a number for the same reason; cells that do not exist are not marked. */
function toStretches(series: ChartSeries, time: TimeAxis): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | undefined;
  for (const { period, value } of series.points) {
    if (!value || isMeasured(value)) {
      open = undefined;
      continue;
    }
    const word = describeMissing(value);
    if (open?.word !== word) stretches.push((open = { word, at: [] }));
    open.at.push(time.toPixel(period));
  }
  return stretches;
}

/** Does the series have a marker that has to be shown? */
export function hasMarkers(series: ChartSeries): boolean {
  return series.points.some(({ value }) => value !== undefined && !isMeasured(value));
}

/** Height of the strip of crosses and words. */
export function missingHeight(type: Type): number {
  return type.small * 2.6;
}

/**
 * A cross for each period, and the word once for each stretch, under it where there is room.
 * @param top upper edge of the strip
 */
export function drawMissing(
  series: ChartSeries,
  time: TimeAxis,
  place: { readonly top: number; readonly left: number; readonly right: number },
  type: Type,
): Mark[] {
  const y = place.top + type.small * 0.7;
  let edge = -Infinity;
  return toStretches(series, time).flatMap((stretch): Mark[] => {
    const crosses = stretch.at.map((x): Mark => ({
      type: 'path',
      d: toCross([x, y], 3 * type.scale),
      role: series.role,
      width: 1.5 * type.scale,
      series: series.id,
    }));
    const width = measureText(stretch.word, type.small);
    const first = stretch.at[0] ?? 0;
    const middle = (first + (stretch.at.at(-1) ?? first)) / 2;
    const centre = Math.min(Math.max(middle, place.left + width / 2), place.right - width / 2);
    if (centre - width / 2 < edge) return crosses;
    edge = centre + width / 2 + type.gap;
    const word: Mark = {
      type: 'text',
      x: centre,
      y: y + type.small * (1.1 + BASELINE),
      text: stretch.word,
      size: type.small,
      role: 'quiet',
      anchor: 'middle',
      series: series.id,
    };
    return [...crosses, word];
  });
}
