/** The quiet parts of a chart: lines at the ticks, their labels, the unit. */
import { BASELINE, fitText, LINE, measureText, wrapText } from './measure.ts';
import { toLine } from './path.ts';
import type { ChartSize, Mark } from './scene.ts';
import type { Type } from './type.ts';
import type { Tick, ValueAxis } from './value-axis.ts';

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for the labels left of a plot. */
export function tickWidth(ticks: readonly Tick[], type: Type): number {
  return Math.max(0, ...ticks.map((tick) => measureText(tick.label, type.small)));
}

/** Horizontal lines with their values at the left; zero is stronger, and so is a start that is not zero marked. */
export function drawValueGrid(axis: ValueAxis, frame: Frame, type: Type): Mark[] {
  const marks: Mark[] = [];
  for (const tick of axis.ticks) {
    const isZero = axis.zero !== undefined && Math.abs(tick.at - axis.zero) < 0.5;
    marks.push({
      type: 'path',
      d: toLine([
        [frame.left, tick.at],
        [frame.right, tick.at],
      ]),
      role: isZero ? 'quiet' : 'grid',
      width: type.scale,
    });
    marks.push({
      type: 'text',
      x: frame.left - type.gap,
      y: tick.at + type.small * BASELINE,
      text: tick.label,
      size: type.small,
      role: 'quiet',
      anchor: 'end',
    });
  }
  if (axis.broken !== undefined) marks.push(drawBreak(frame, type));
  return marks;
}

/** Two waves under the foot of the axis: the sign that it does not start at zero. */
function drawBreak(frame: Frame, type: Type): Mark {
  const r = 2.5 * type.scale;
  const wave = (y: number) => toLine([0, 1, 2, 3, 4].map((i) => [frame.left + i * r, y + (i % 2) * r]));
  const top = frame.bottom + r;
  return { type: 'path', d: `${wave(top)}${wave(top + r)}`, role: 'quiet', width: type.scale };
}

/** Every tick, or every second or third, so that labels beside one another keep apart; the last says the unit. */
export function keepApart(ticks: readonly Tick[], type: Type): readonly Tick[] {
  const apart = Math.abs((ticks[1]?.at ?? Infinity) - (ticks[0]?.at ?? 0));
  const every = Math.ceil((tickWidth(ticks, type) + type.gap) / apart);
  return ticks.filter((_, i) => every <= 1 || (ticks.length - 1 - i) % every === 0);
}

/** Labels under a plot. */
export function drawTimeTicks(ticks: readonly Tick[], top: number, type: Type): Mark[] {
  return ticks.map((tick) => ({
    type: 'text',
    x: tick.at,
    y: top + type.small,
    text: tick.label,
    size: type.small,
    role: 'quiet',
    anchor: 'middle',
  }));
}

interface PlacedUnit {
  readonly marks: readonly Mark[];
  /** Pixels that its further lines take from what stands below it. */
  readonly more: number;
}

/** Its lines may take this share of a chart's height; what goes beyond is cut. */
const MOST_OF_HEIGHT = 0.2;

/** The unit and what has to be known to read the chart, once, above the plot: in as many lines as it takes. */
function placeUnit(parts: readonly (string | undefined)[], size: ChartSize, type: Type): PlacedUnit {
  const text = parts.filter((part) => part !== undefined && part !== '').join('; ');
  const step = type.small * LINE;
  const most = Math.max(1, Math.floor((size.height * MOST_OF_HEIGHT) / step));
  const all = wrapText(text, type.small, size.width);
  const lines = all.length > most ? [...all.slice(0, most - 1), all.slice(most - 1).join(' ')] : all;
  return {
    marks: lines.map((line, i) => ({
      type: 'text',
      x: 0,
      y: type.small + i * step,
      text: fitText(line, type.small, size.width),
      size: type.small,
      role: 'quiet',
      anchor: 'start',
    })),
    more: Math.max(0, lines.length - 1) * step,
  };
}

/**
 * Places a plot under its unit. The words follow from the axes and their lines move the plot down: where there are
 * several lines it is placed anew.
 * @param place the plot so many pixels lower than under a single line
 * @param toParts the unit and what has to be known, of the plot as placed
 */
export function placeUnderUnit<Placed>(
  place: (more: number) => Placed,
  toParts: (placed: Placed) => readonly (string | undefined)[],
  size: ChartSize,
  type: Type,
): Placed & { readonly unit: readonly Mark[] } {
  const once = place(0);
  const { marks, more } = placeUnit(toParts(once), size, type);
  return { ...(more === 0 ? once : place(more)), unit: marks };
}
