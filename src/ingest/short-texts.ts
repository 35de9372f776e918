/**
 * Bytes of short cells as strings. A table says the same few thousand numbers and words again and again: those that
 * came lately are found by their bytes and handed out once more, which makes neither a string nor work for the
 * garbage collector.
 */

/** V8 joins characters into one flat string up to this length; a longer one would be a chain of its parts. */
export const LONGEST_SHORT = 12;

const SLOTS = 4096;
const CHARACTERS = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

export class ShortTexts {
  /** One text in each slot, the last one that belonged there. */
  private readonly kept = new Array<string>(SLOTS).fill('');

  /**
   * The text of the bytes from `start` up to `end`, at most `LONGEST_SHORT`.
   * @returns undefined where they are not all plain ASCII: NUL is not
   */
  find(bytes: Uint8Array, start: number, end: number): string | undefined {
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    const known = this.kept[slot] ?? '';
    if (known.length === end - start) {
      let at = start;
      while (at < end && known.charCodeAt(at - start) === bytes[at]) at++;
      if (at === end) return known;
    }
    const text = toPlainText(bytes, start, end);
    if (text !== undefined) this.kept[slot] = text;
    return text;
  }
}

function toPlainText(bytes: Uint8Array, start: number, end: number): string | undefined {
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    const character = CHARACTERS[byte];
    if (byte === 0 || character === undefined) return undefined;
    text += character;
  }
  return text;
}
