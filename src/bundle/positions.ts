/** Gives every item a position, the same one to items with the same key. */
export class Positions<T> {
  readonly items: T[] = [];
  private readonly known = new Map<string, number>();
  private readonly toKey: (item: T) => string;

  constructor(toKey: (item: T) => string) {
    this.toKey = toKey;
  }

  of(item: T): number {
    const key = this.toKey(item);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}
