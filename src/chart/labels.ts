/**
 * Labels moved apart by as little as possible. Least squares under an order is isotonic regression,
 * solved by pooling adjacent violators (Ayer and others 1955; Best and Chakravarti 1990).
 */

interface Pool {
  sum: number;
  count: number;
}

const meanOf = (pool: Pool): number => pool.sum / pool.count;

/**
 * Centres along one axis, so that no two labels overlap and none leaves `from` … `to`.
 * @param wanted where each would like its centre
 * @param sizes extent of each along the axis, space around it included
 * @returns centres in the order given, or undefined where they cannot all fit
 */
export function placeLabels(
  wanted: readonly number[],
  sizes: readonly number[],
  from: number,
  to: number,
): number[] | undefined {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  // With the extents before it taken off, each label has only to stay above the one before.
  const offsets: number[] = [];
  let used = 0;
  for (const i of order) {
    const size = sizes[i] ?? 0;
    offsets.push(used + size / 2);
    used += size;
  }
  const slack = to - from - used;
  if (slack < -1e-6) return undefined;
  const pools: Pool[] = [];
  order.forEach((i, position) => {
    pools.push({ sum: (wanted[i] ?? 0) - (offsets[position] ?? 0), count: 1 });
    for (let last = pools.at(-1), before = pools.at(-2); last && before && meanOf(before) > meanOf(last);) {
      before.sum += last.sum;
      before.count += last.count;
      pools.pop();
      last = pools.at(-1);
      before = pools.at(-2);
    }
  });
  const placed = new Array<number>(wanted.length).fill(from);
  let position = 0;
  for (const pool of pools) {
    const base = Math.min(Math.max(meanOf(pool), from), from + Math.max(slack, 0));
    for (let k = 0; k < pool.count; k++, position++) {
      const i = order[position];
      if (i !== undefined) placed[i] = base + (offsets[position] ?? 0);
    }
  }
  return placed;
}
