/** Points to SVG path data, to a tenth of a pixel. */

export type Point = readonly [x: number, y: number];

/** A tenth of a pixel is as fine as anybody sees; short numbers keep pictures small and diffs readable. */
export function toPixel(n: number): number {
  return Math.round(n * 10) / 10;
}

const at = ([x, y]: Point): string => `${String(toPixel(x))} ${String(toPixel(y))}`;

/** An open line through points. */
export function toLine(points: readonly Point[]): string {
  return points.map((point, i) => `${i === 0 ? 'M' : 'L'}${at(point)}`).join('');
}

/** The closed area between an upper and a lower edge, both from left to right. */
export function toArea(upper: readonly Point[], lower: readonly Point[]): string {
  return `${toLine([...upper, ...lower.toReversed()])}Z`;
}

/** A rectangle from its top left corner to its bottom right one. */
export function toBox([left, top]: Point, [right, bottom]: Point): string {
  return `${toLine([
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ])}Z`;
}

/** A diamond around a point: the shape of a target. */
export function toDiamond([x, y]: Point, r: number): string {
  return `${toLine([
    [x, y - r],
    [x + r, y],
    [x, y + r],
    [x - r, y],
  ])}Z`;
}

/** A small cross: the sign of a figure that is missing. */
export function toCross([x, y]: Point, r: number): string {
  return `${toLine([
    [x - r, y - r],
    [x + r, y + r],
  ])}${toLine([
    [x - r, y + r],
    [x + r, y - r],
  ])}`;
}
