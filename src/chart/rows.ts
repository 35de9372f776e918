/** Rows with a name at the left, a drawing in the middle and a value at the right. */
import { BASELINE, fitText, measureText } from './measure.ts';
import type { Mark, Role, TextMark } from './scene.ts';
import type { Type } from './type.ts';
import { NARROW, toType } from './type.ts';

export interface RowWords {
  readonly id: string;
  readonly name: string;
  /** At the right end, in one column. */
  readonly value: string;
  readonly strong: boolean;
  /** Words in place of a number are quieter than numbers. */
  readonly valueRole: Role;
}

export interface PlacedRows {
  readonly type: Type;
  /** Edges of the middle, where things are drawn. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly row: number;
  /** Names stand above what they name. */
  readonly stacked: boolean;
  readonly width: number;
}

/** Widest that names may be before they stand above, as shares of a narrow and a wide chart. */
const WIDEST = { narrow: 0.36, wide: 0.4 } as const;

/** Heights in pixels at scale 1 below which a row has smaller type: one with its name above, and one with it beside. */
const LEAST = { stacked: 29, beside: 15 } as const;

/** Rows of equal height. Where they are too low for the type they have a smaller one, which is then theirs. */
export function placeRows(
  rows: readonly RowWords[],
  place: { readonly width: number; readonly top: number; readonly bottom: number },
  wanted: Type,
): PlacedRows {
  const widthOf = (text: (row: RowWords) => string, type: Type): number =>
    Math.max(0, ...rows.map((row) => measureText(text(row), type.label, row.strong)));
  const share = place.width / wanted.scale < NARROW ? WIDEST.narrow : WIDEST.wide;
  const row = (place.bottom - place.top) / Math.max(1, rows.length);
  const stacked = widthOf(({ name }) => name, wanted) > place.width * share;
  const type = toType(Math.min(wanted.scale, row / (stacked ? LEAST.stacked : LEAST.beside)));
  return {
    type,
    left: stacked ? 0 : widthOf(({ name }) => name, type) + type.gap * 1.5,
    right: place.width - widthOf(({ value }) => value, type) - type.gap * 1.5,
    top: place.top,
    bottom: place.bottom,
    row,
    stacked,
    width: place.width,
  };
}

/** Middle of the drawing of a row; under its name where names are stacked. */
export function middleOf(rows: PlacedRows, index: number): number {
  return rows.top + (index + (rows.stacked ? 0.72 : 0.5)) * rows.row;
}

/** Where upright lines may be drawn: everywhere, or between the names where these stand above. */
export function toSpans(rows: PlacedRows, count: number): readonly (readonly [number, number])[] {
  if (!rows.stacked) return [[rows.top, rows.bottom]];
  return Array.from({ length: count }, (_, i) => {
    const y = middleOf(rows, i);
    return [y - rows.row * 0.22, y + rows.row * 0.28];
  });
}

/** The name and the value of a row. */
export function drawRowWords(words: RowWords, index: number, rows: PlacedRows): Mark[] {
  const { type, stacked } = rows;
  const middle = middleOf(rows, index);
  const nameY = stacked ? rows.top + (index + 0.28) * rows.row : middle;
  const shared = { type: 'text', size: type.label, series: words.id, ...(words.strong ? { bold: true } : {}) } as const;
  const name: TextMark = {
    ...shared,
    x: stacked ? 0 : rows.left - type.gap * 1.5,
    y: nameY + type.label * BASELINE,
    text: fitText(words.name, type.label, stacked ? rows.width : rows.left - type.gap, words.strong),
    role: 'ink',
    anchor: stacked ? 'start' : 'end',
  };
  const value: TextMark = {
    ...shared,
    x: rows.width,
    y: middle + type.label * BASELINE,
    text: words.value,
    role: words.valueRole,
    anchor: 'end',
  };
  return [name, value];
}
