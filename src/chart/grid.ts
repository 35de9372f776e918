/** The quiet parts of a chart: lines at the ticks, their labels, the unit. */
import { BASELINE, fitText, measureText } from './measure.ts';
import { toLine } from './path.ts';
import type { Mark } from './scene.ts';
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

/** The unit and what has to be known to read the axis, once, above the plot. */
export function drawUnit(parts: readonly (string | undefined)[], left: number, width: number, type: Type): Mark {
  const text = parts.filter((part) => part !== undefined && part !== '').join('; ');
  return {
    type: 'text',
    x: left,
    y: type.small,
    text: fitText(text, type.small, width),
    size: type.small,
    role: 'quiet',
    anchor: 'start',
  };
}
