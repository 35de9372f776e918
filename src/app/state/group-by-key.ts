/** Lists items under a key, both in the order in which they first come. */
export function groupByKey<T>(items: Iterable<T>, toKey: (item: T) => string): [string, T[]][] {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const key = toKey(item);
    const list = lists.get(key);
    if (list) list.push(item);
    else lists.set(key, [item]);
  }
  return [...lists];
}
