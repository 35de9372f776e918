/** Text measured without a page: from a table of character widths, kerning left out. */
import { BOLD, CHARACTERS, REGULAR } from './text-widths.ts';

const UNKNOWN = 667;
const PER_EM = 1000;

const toTable = (widths: readonly number[]): ReadonlyMap<string, number> =>
  new Map(Array.from(CHARACTERS, (character, i) => [character, widths[i] ?? UNKNOWN]));

const regular = toTable(REGULAR);
const bold = toTable(BOLD);

/** Baseline below the middle of a line of figures and capitals, in parts of the type size. */
export const BASELINE = 0.34;
/** Distance of one line of text from the next, in parts of the type size. */
export const LINE = 1.35;

/** Width in pixels, never less than the text takes in Source Sans 3 or Arial. */
export function measureText(text: string, size: number, isBold = false): number {
  const table = isBold ? bold : regular;
  let width = 0;
  for (const character of text) width += table.get(character) ?? UNKNOWN;
  return (width * size) / PER_EM;
}

/** Sums of widths differ by this much according to their order. */
const ROUNDING = 0.01;

/** The text itself where it fits, else as much of it as does, with "…" at the end. */
export function fitText(text: string, size: number, width: number, isBold = false): string {
  if (measureText(text, size, isBold) <= width + ROUNDING) return text;
  let short = text;
  while (short.length > 1 && measureText(`${short.trimEnd()}…`, size, isBold) > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

/** Lines of at most `width` pixels, broken between words; a longer word has a line to itself. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && measureText(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
