/** How wide charts were drawn, by the place they stand at, for the next chart that stands there. */
const widths = new Map<string, number>();

/** @returns pixels; 0 where nothing has stood there yet, or the place has no name */
export const findLastWidth = (place: string | undefined): number =>
  place === undefined ? 0 : (widths.get(place) ?? 0);

export function keepWidth(place: string | undefined, width: number): void {
  if (place !== undefined) widths.set(place, width);
}
