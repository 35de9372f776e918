/** Which encoding a text is in, and its bytes as UTF-8, which is what everything after this reads. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface FoundEncoding {
  readonly encoding: Encoding;
  /** Length of the byte order mark, which is no part of the text. */
  readonly markLength: number;
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The share of NUL bytes at even and at odd places: Latin text in UTF-16 has one in every other place. */
function countNuls(head: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = Math.max(1, head.length / 2);
  return { even: even / half, odd: odd / half };
}

/** Control characters that no text has; tab, line ends, form feed and the old end-of-file mark are left out. */

const CONTROLS = /[\0-\x08\x0E-\x19\x1B-\x1F\x7F]/g;

/** More control characters than a few, and a larger share than this, is no text. */
const FEW_CONTROLS = 4;
const CONTROL_SHARE = 0.02;

/**
 * Are there more characters of several bytes, whole and allowed, than bytes that belong to none? In
 * Windows-1252 hardly any accented letters meet so that they look like one. A character cut off at the
 * end is forgiven.
 */
function isUtf8(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head, { stream: true });
  const bad = text.match(/\uFFFD/g)?.length ?? 0;
  return bad === 0 || (text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0) > bad;
}

/**
 * The encoding of a text by its first bytes: byte order mark, then the NUL pattern of UTF-16, then
 * UTF-8, else Windows-1252, which every old spreadsheet in Britain writes.
 * @param head as many of the first bytes as can be had cheaply
 * @returns undefined where the bytes are no text in any of them
 */
export function findEncoding(head: Uint8Array): FoundEncoding | undefined {
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, i) => head[i] === byte)) return { encoding, markLength: mark.length };
  }
  if (head.includes(0)) {
    const nuls = countNuls(head);
    if (nuls.odd > 0.4 && nuls.even < 0.1) return { encoding: 'utf-16le', markLength: 0 };
    if (nuls.even > 0.4 && nuls.odd < 0.1) return { encoding: 'utf-16be', markLength: 0 };
  }
  // By the browser's own means: the first loops of a program over so many bytes take longer than reading them.
  const controls = decodeWindows1252(head).match(CONTROLS)?.length ?? 0;
  if (controls > Math.max(FEW_CONTROLS, head.length * CONTROL_SHARE)) return undefined;
  return { encoding: isUtf8(head) ? 'utf-8' : 'windows-1252', markLength: 0 };
}

const windows1252 = new TextDecoder('windows-1252');

/**
 * Bytes of Windows-1252 as text, one character for each byte. Decoded as if more were to come, which
 * changes nothing for this encoding: without that, Node 20 reads 0x80 to 0x9F as control characters.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return windows1252.decode(bytes, { stream: true });
}

/** Turns chunks of bytes into UTF-8, whatever they were; without the byte order mark. */
export class Transcoder {
  private readonly decoder: TextDecoder | undefined;
  private readonly encoder = new TextEncoder();
  private toSkip: number;

  constructor({ encoding, markLength }: FoundEncoding) {
    this.toSkip = markLength;
    if (encoding !== 'utf-8') this.decoder = new TextDecoder(encoding, { ignoreBOM: true });
  }

  /** UTF-8 passes through as it is, so a chunk may be a view of the chunk given. */
  push(chunk: Uint8Array): Uint8Array {
    const skipped = Math.min(this.toSkip, chunk.length);
    this.toSkip -= skipped;
    const rest = chunk.subarray(skipped);
    return this.decoder ? this.encoder.encode(this.decoder.decode(rest, { stream: true })) : rest;
  }

  finish(): Uint8Array {
    return this.decoder ? this.encoder.encode(this.decoder.decode()) : new Uint8Array();
  }
}
