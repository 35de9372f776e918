/** Gives every item a position, the same one to items with the same key. */
export class Positions<T> {
  readonly items: T[] = [];
  private readonly known = new Map<string, number>();
  /** Of items that came before themselves: no key has to be put together for them. */
  private readonly seen = new Map<T, number>();
  private readonly toKey: (item: T) => string;

  constructor(toKey: (item: T) => string) {
    this.toKey = toKey;
  }

  of(item: T): number {
    const seen = this.seen.get(item);
    if (seen !== undefined) return seen;
    const key = this.toKey(item);
    const at = this.known.get(key) ?? this.items.push(item) - 1;
    this.known.set(key, at);
    this.seen.set(item, at);
    return at;
  }
}
