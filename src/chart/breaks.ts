/** Where a series is counted in another way than before: no line crosses it, and an upright rule says why. */
import type { Period } from '../domain/period.ts';
import type { ChartSeries } from './inputs.ts';
import { measureText } from './measure.ts';
import { toLine } from './path.ts';
import { hasNumber } from './runs.ts';
import type { Mark } from './scene.ts';
import type { PlacedTimeChart } from './time-chart.ts';

/** An upright rule before each period from which the figures are counted in another way. */
export function drawBreaks(all: readonly ChartSeries[], { frame, time, type }: PlacedTimeChart): Mark[] {
  const broken = new Map<number, Period>();
  for (const series of all) {
    if (series.role === 'neighbour') continue;
    for (const point of series.points) {
      if (hasNumber(point) && point.value.status === 'break') broken.set(time.indexOf(point.period), point.period);
    }
  }
  let edge = -Infinity;
  const width = measureText('break', type.small);
  const inOrder = [...broken].sort(([a], [b]) => a - b);
  return inOrder.flatMap(([index, period]): Mark[] => {
    const before = time.periods[index - 1];
    const x = before ? (time.toPixel(before) + time.toPixel(period)) / 2 : time.toPixel(period) - type.gap;
    const d = toLine([
      [x, frame.top],
      [x, frame.bottom],
    ]);
    const dash = `${String(type.scale)} ${String(3 * type.scale)}`;
    const rule: Mark = { type: 'path', d, role: 'quiet', width: type.scale, dash };
    const start = Math.min(x + type.gap / 2, frame.right - width);
    if (start < edge) return [rule];
    edge = start + width + type.gap / 2;
    return [
      rule,
      {
        type: 'text',
        x: start,
        y: frame.top + type.small * 0.9,
        text: 'break',
        size: type.small,
        role: 'quiet',
        anchor: 'start',
      },
    ];
  });
}
