/** Values to pixels along one direction, with round ticks that say the unit once. */
import { nice, ticks as toTicks, tickStep } from 'd3-array';
import { formatNumber } from '../analysis/format.ts';
import { isPercentage } from '../domain/indicator.ts';
import type { AxisStart, Measure } from './inputs.ts';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface ValueAxis {
  readonly toPixel: (value: number) => number;
  readonly ticks: readonly Tick[];
  /** Pixel of zero where zero is on the axis. */
  readonly zero: number | undefined;
  /** "axis starts at 40%" where zero is left out of an axis of positive values. */
  readonly broken: string | undefined;
}

export interface ValueAxisOptions {
  readonly measure: Pick<Measure, 'unit'>;
  /** 'exact' ends at the lowest and highest value rather than at round ones. */
  readonly start: AxisStart | 'exact';
  /** Pixel of the lowest value. */
  readonly from: number;
  /** Pixel of the highest value. */
  readonly to: number;
  /** Pixels between ticks, about. */
  readonly spacing: number;
}

/** Zero is shown anyway where leaving it out would save less than this share of the axis. */
const WORTH_BREAKING = 0.5;
/** Values closer together than this, as a share of their size, differ by the noise of a spreadsheet. */
const NOISE = 1e-9;
/** No indicator is published to so many decimals that a value below this is not zero. */
const NOTHING = 1e-6;

function toDomain(values: Iterable<number>, start: ValueAxisOptions['start']): [number, number] | undefined {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return undefined;
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (size < NOTHING) low = high = 0;
  else if (high - low < size * NOISE) low = high;
  if (start === 'zero') return [Math.min(low, 0), Math.max(high, 0) || (low < 0 ? 0 : 1)];
  if (start === 'exact' && low < high) return [low, high];
  if (low > 0 && low < WORTH_BREAKING * high) return [0, high];
  if (high < 0 && high > WORTH_BREAKING * low) return [low, 0];
  if (low < high) return [low, high];
  const around = Math.abs(low) * 0.1 || 1;
  return [low - around, high + around];
}

/**
 * Places a value axis. Without any value it has no ticks and maps everything to its middle.
 * @param values everything that has to be inside: points, intervals, benchmarks
 */
export function placeValueAxis(values: Iterable<number>, options: ValueAxisOptions): ValueAxis {
  const { from, to, measure } = options;
  const extent = toDomain(values, options.start);
  if (!extent) return { toPixel: () => (from + to) / 2, ticks: [], zero: undefined, broken: undefined };
  const count = Math.max(2, Math.min(6, Math.round(Math.abs(to - from) / options.spacing)));
  const [low, high] = options.start === 'exact' ? extent : nice(...extent, count);
  const toPixel = (value: number): number => {
    const share = (value - low) / (high - low);
    return from * (1 - share) + to * share;
  };
  const steps = toTicks(low, high, count);
  const decimals = Math.max(0, -Math.floor(Math.log10(tickStep(low, high, count))));
  const write = (value: number): string => formatNumber(value, decimals);
  const sign = isPercentage(measure) ? '%' : '';
  const ticks = steps.map((value, i) => ({
    at: toPixel(value),
    label: `${write(value)}${i === steps.length - 1 ? sign : ''}`,
  }));
  return {
    toPixel,
    ticks,
    zero: low <= 0 && high >= 0 ? toPixel(0) : undefined,
    broken: low > 0 ? `axis starts at ${write(low)}${sign}` : undefined,
  };
}
