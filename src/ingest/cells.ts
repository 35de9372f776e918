/**
 * Text of a cell → a number, or a marker kept as it was written. What a publisher or a spreadsheet
 * does to a number is undone here (thousands commas, %, £, a dash for a minus); whatever is not
 * certainly a number stays text. Never a zero for something that is not one.
 */
import { findMissingReason, findStatus, toMarker } from '../domain/value.ts';

/** Which sign stands before the decimals of a column: 1,234.5 or 1.234,5. */
export type DecimalSign = 'point' | 'comma';

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const POINT_GROUPED = /^[+-]?\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?$/;
const COMMA_GROUPED = /^[+-]?\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?:,\d+)?$/;
const COMMA_PLAIN = /^[+-]?\d+(?:,\d+)?$/;
const SURELY_COMMA = /^[+-]?(?:\d{1,3}(?:\.\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,}))$/;
const SURELY_POINT = /^[+-]?(?:\d{1,3}(?:,\d{3})+\.\d+|\d*\.(?:\d{1,2}|\d{4,}))$/;
const STATUS_BESIDE = /^(.*\d%?)\s*(?:\(([preb])\)|([preb]))$/i;

/** Powers of ten that a double holds exactly: a mantissa below 2^53 over one of them is rounded once, as Number() rounds. */
const POWERS_OF_TEN = Array.from({ length: 16 }, (_, n) => 10 ** n);
const MAX_DIGITS = 15;

/** "-12.5" → -12.5, as Number() has it; NaN for anything but plain digits with at most one point. */
function readPlainDigits(text: string): number {
  const length = text.length;
  const negative = text.charCodeAt(0) === 45;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (let i = negative ? 1 : 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (code === 46 && decimals < 0) decimals = 0;
    else return Number.NaN;
  }
  if (digits === 0 || digits > MAX_DIGITS) return Number.NaN;
  const value = decimals > 0 ? mantissa / (POWERS_OF_TEN[decimals] ?? Number.NaN) : mantissa;
  return negative ? -value : value;
}

function toPlainText(text: string, sign: DecimalSign): string | undefined {
  if (sign === 'point') {
    if (PLAIN.test(text)) return text;
    return POINT_GROUPED.test(text) ? text.replace(/[, \u00a0\u202f]/g, '') : undefined;
  }
  if (COMMA_GROUPED.test(text) || COMMA_PLAIN.test(text)) {
    return text.replace(/[. \u00a0\u202f]/g, '').replace(',', '.');
  }
  return undefined;
}

/** A number as people write it, or NaN. */
function readWrittenNumber(written: string, sign: DecimalSign): number {
  const text = written
    .trim()
    .replace(/^[–−]/, '-')
    .replace(/^(-?)£\s*/, '$1')
    .replace(/\s*%$/, '');
  const plain = toPlainText(text, sign);
  const value = plain === undefined ? Number.NaN : Number(plain);
  return Number.isFinite(value) ? value : Number.NaN;
}

/**
 * Which decimal sign a column uses: a comma only where some cell cannot be read with a point and
 * none can only be read with a point.
 */
export function findDecimalSign(cells: Iterable<string>): DecimalSign {
  let comma = false;
  for (const cell of cells) {
    const text = cell.trim();
    if (SURELY_POINT.test(text)) return 'point';
    comma ||= SURELY_COMMA.test(text);
  }
  return comma ? 'comma' : 'point';
}

/** How many decimals a number is written with; 0 for text. */
export function countDecimals(written: string): number {
  return /^[+-]?\d*\.(\d+)%?$/.exec(written.trim())?.[1]?.length ?? 0;
}

/** Is this text a number, or a marker that some publisher uses? */
export function isValueText(written: string): boolean {
  const cell = new CellReader();
  cell.read(written);
  return !Number.isNaN(cell.number) || findMissingReason(cell.marker ?? '') !== undefined;
}

/** Is this text a number? */
export function isNumberText(written: string): boolean {
  return !Number.isNaN(readWrittenNumber(written, 'point'));
}

interface ReadText {
  readonly number: number;
  readonly marker: string | undefined;
}

/**
 * Reads the cells of a column, one at a time, leaving the result in `number` and `marker` so that
 * a million cells make no objects.
 */
export class CellReader {
  /** NaN where the cell holds no number. */
  number = Number.NaN;
  /** The marker (trimmed, lower case), or the letter of a status beside a number; undefined for a plain number. */
  marker: string | undefined = undefined;
  private readonly sign: DecimalSign;
  private readonly known = new Map<string, ReadText>();

  constructor(sign: DecimalSign = 'point') {
    this.sign = sign;
  }

  read(written: string): void {
    const plain = this.sign === 'point' ? readPlainDigits(written) : Number.NaN;
    if (!Number.isNaN(plain)) {
      this.number = plain;
      this.marker = undefined;
      return;
    }
    let read = this.known.get(written);
    if (!read) {
      read = this.readSlowly(written);
      if (this.known.size < 10_000) this.known.set(written, read);
    }
    this.number = read.number;
    this.marker = read.marker;
  }

  private readSlowly(written: string): ReadText {
    const number = readWrittenNumber(written, this.sign);
    if (!Number.isNaN(number)) return { number, marker: undefined };
    const beside = STATUS_BESIDE.exec(written.trim());
    const letter = (beside?.[2] ?? beside?.[3])?.toLowerCase();
    if (beside && letter !== undefined && findStatus(letter)) {
      const value = readWrittenNumber(beside[1] ?? '', this.sign);
      if (!Number.isNaN(value)) return { number: value, marker: letter };
    }
    return { number: Number.NaN, marker: toMarker(written) };
  }
}
