/** Dots along a line, piled up where they would overlap (Wilkinson's dot plot on a fixed grid). */

export interface StackedDot {
  readonly x: number;
  /** Dots below it in its pile. */
  readonly below: number;
}

/** Piles dots of one diameter; every dot stands within half a diameter of where it belongs. */
export function stackDots(xs: readonly number[], diameter: number, from: number): StackedDot[] {
  const piles = new Map<number, number>();
  return xs.map((x) => {
    const column = Math.round((x - from) / diameter);
    const below = piles.get(column) ?? 0;
    piles.set(column, below + 1);
    return { x: from + column * diameter, below };
  });
}

const highestPile = (xs: readonly number[], radius: number, from: number): number =>
  Math.max(0, ...stackDots(xs, 2 * radius, from).map((dot) => dot.below + 1));

/** So many steps lie between the largest and the smallest radius, whatever the scale. */
const STEPS = 6;

/** The largest radius, by those steps, at which the highest pile is no higher than `height`. */
export function findRadius(
  xs: readonly number[],
  from: number,
  height: number,
  largest: number,
  smallest: number,
): number {
  for (let step = 0; step < STEPS; step++) {
    const radius = largest - (step * (largest - smallest)) / STEPS;
    if (highestPile(xs, radius, from) * 2 * radius <= height) return radius;
  }
  return smallest;
}

/** From one dot of a pile to the next: a diameter, or less where the highest pile would leave the chart. */
export function findStep(xs: readonly number[], radius: number, from: number, height: number): number {
  const highest = highestPile(xs, radius, from);
  return highest * 2 * radius <= height ? 2 * radius : Math.max(height - 2 * radius, 0) / Math.max(highest - 1, 1);
}
