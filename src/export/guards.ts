/**
 * Whether something that was read from outside is what it should be. Plain functions rather than a library's
 * schemas, because an embed carries them into every page that shows one.
 */
export type Guard<T> = (found: unknown) => found is T;

type Guards = Readonly<Record<string, Guard<unknown>>>;
type Guarded<G> = G extends Guard<infer T> ? T : never;

export const isText: Guard<string> = (found) => typeof found === 'string';
export const isFlag: Guard<boolean> = (found) => typeof found === 'boolean';
export const isNumber: Guard<number> = (found): found is number => Number.isFinite(found);
export const isAbsent: Guard<undefined> = (found) => found === undefined;

export function isMatch(pattern: RegExp): Guard<string> {
  return (found): found is string => isText(found) && pattern.test(found);
}

/** One of the words that are the keys of a record, which the compiler keeps complete. */
export function isKeyOf<Word extends string>(words: Readonly<Record<Word, unknown>>): Guard<Word> {
  return (found): found is Word => isText(found) && Object.hasOwn(words, found);
}

export function isWord<Word extends string>(word: Word): Guard<Word> {
  return (found): found is Word => found === word;
}

export function isListOf<T>(isItem: Guard<T>): Guard<readonly T[]> {
  return (found): found is readonly T[] => Array.isArray(found) && found.every(isItem);
}

/** A list of so many, one guard for each place. */
export function isTuple<Items extends readonly unknown[]>(
  ...guards: { readonly [I in keyof Items]: Guard<Items[I]> }
): Guard<Items> {
  return (found): found is Items =>
    Array.isArray(found) && found.length === guards.length && guards.every((isItem, i) => isItem(found[i]));
}

export function isAnyOf<Kinds extends readonly unknown[]>(
  ...guards: { readonly [I in keyof Kinds]: Guard<Kinds[I]> }
): Guard<Kinds[number]> {
  return (found): found is Kinds[number] => guards.some((isKind) => isKind(found));
}

type Shape<Properties extends Guards> = { readonly [Key in keyof Properties]: Guarded<Properties[Key]> };

/** An object with these properties, and with those of `optional` that it has at all; others are left alone. */
export function isShape<Needed extends Guards>(needed: Needed): Guard<Shape<Needed>>;
export function isShape<Needed extends Guards, Optional extends Guards>(
  needed: Needed,
  optional: Optional,
): Guard<Shape<Needed> & Partial<Shape<Optional>>>;
export function isShape(needed: Guards, optional: Guards = {}): Guard<object> {
  const checks = Object.entries(needed);
  const others = Object.entries(optional);
  return (found): found is object => {
    if (typeof found !== 'object' || found === null) return false;
    const at = new Map<string, unknown>(Object.entries(found));
    return (
      checks.every(([key, isRight]) => isRight(at.get(key))) &&
      others.every(([key, isRight]) => !at.has(key) || isRight(at.get(key)))
    );
  };
}
