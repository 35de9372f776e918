/**
 * Figures as they are shown: rounded half away from zero at the indicator's decimals, thousands
 * separated by commas, a true minus sign, the percent sign where the unit is one.
 */
import type { Indicator } from '../domain/indicator.ts';
import { isPercentage } from '../domain/indicator.ts';
import type { Value } from '../domain/value.ts';
import { describeMissing, isMeasured } from '../domain/value.ts';

/** What a figure needs to know of its indicator to be written. */
export type Scale = Pick<Indicator, 'unit' | 'decimals'>;

/** Significant digits that a double holds for certain; what lies beyond is noise of the spreadsheet. */
const SIGNIFICANT = 15;

/**
 * Rounds half away from zero: 2.675 → 2.68, −0.5 → −1. Works on the decimal digits, because in
 * binary 2.675 is a little less than it says.
 */
export function roundTo(number: number, decimals: number): number {
  if (!Number.isFinite(number) || Math.abs(number) >= 1e15) return number;
  const [mantissa = '0', exponent = '0'] = String(Number(Math.abs(number).toPrecision(SIGNIFICANT))).split('e');
  const scaled = Math.round(Number(`${mantissa}e${String(Number(exponent) + decimals)}`));
  const rounded = Number(`${String(scaled)}e${String(-decimals)}`);
  return number < 0 && rounded !== 0 ? -rounded : rounded;
}

const formats = new Map<number, Intl.NumberFormat>();

/** "1,234.5", "−0.3"; no unit. */
export function formatNumber(number: number, decimals: number): string {
  let style = formats.get(decimals);
  if (!style) {
    style = new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formats.set(decimals, style);
  }
  return style.format(roundTo(number, decimals)).replace('-', '−');
}

/** A number of an indicator: "7.6%", "16.6". */
export function formatFigure(number: number, scale: Scale): string {
  return `${formatNumber(number, scale.decimals)}${isPercentage(scale) ? '%' : ''}`;
}

/** A cell as it is shown: the number, the marker's words, or "no figure" where there is no cell. */
export function formatValue(value: Value | undefined, scale: Scale): string {
  if (value === undefined) return 'no figure';
  return isMeasured(value) ? formatFigure(value.number, scale) : describeMissing(value);
}

/** The size of a difference, without its sign: "3.7 points" for a percentage, else "3.7". */
export function formatDifference(difference: number, scale: Scale): string {
  const size = formatNumber(Math.abs(difference), scale.decimals);
  if (!isPercentage(scale)) return size;
  return `${size} ${size === '1' ? 'point' : 'points'}`;
}

/** A change with its sign: "+3.7 points", "−12", "0.0 points". */
export function formatChange(change: number, scale: Scale): string {
  const rounded = roundTo(change, scale.decimals);
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${formatDifference(change, scale)}`;
}

/** More decimals than this and two numbers are as good as equal. */
const MOST_DECIMALS = 10;

/**
 * Decimals enough that a value, as shown, stands on the same side of every cut as it does unrounded:
 * a label must never contradict the band it explains.
 */
export function decimalsToTell(value: number, cuts: readonly number[], decimals: number): number {
  for (let shown = decimals; shown < MOST_DECIMALS; shown++) {
    const rounded = roundTo(value, shown);
    if (cuts.every((cut) => Math.sign(rounded - roundTo(cut, shown)) === Math.sign(value - cut))) return shown;
  }
  return MOST_DECIMALS;
}
