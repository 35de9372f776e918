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
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 ? odd++ : even++;
  const half = Math.max(1, head.length / 2);
  return { even: even / half, odd: odd / half };
}

/** Control characters that no text has; tab, line ends, form feed and the old end-of-file mark are left out. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a) || byte === 0x7f;
}

/** A share of control characters above this is no text. */
const CONTROL_LIMIT = 0.02;

/** Is every byte sequence whole and allowed? A sequence cut off at the end is forgiven. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * The encoding of a text by its first bytes: byte order mark, then the NUL pattern of UTF-16, then
 * strict UTF-8, else Windows-1252, which every old spreadsheet in Britain writes.
 * @param head as many of the first bytes as can be had cheaply
 * @returns undefined where the bytes are no text in any of them
 */
export function findEncoding(head: Uint8Array): FoundEncoding | undefined {
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, i) => head[i] === byte)) return { encoding, markLength: mark.length };
  }
  const nuls = countNuls(head);
  if (nuls.odd > 0.4 && nuls.even < 0.1) return { encoding: 'utf-16le', markLength: 0 };
  if (nuls.even > 0.4 && nuls.odd < 0.1) return { encoding: 'utf-16be', markLength: 0 };
  let controls = 0;
  for (const byte of head) if (isControl(byte)) controls++;
  if (controls > head.length * CONTROL_LIMIT) return undefined;
  return { encoding: isUtf8(head) ? 'utf-8' : 'windows-1252', markLength: 0 };
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
    const rest = skipped > 0 ? chunk.subarray(skipped) : chunk;
    return this.decoder ? this.encoder.encode(this.decoder.decode(rest, { stream: true })) : rest;
  }

  finish(): Uint8Array {
    return this.decoder ? this.encoder.encode(this.decoder.decode()) : new Uint8Array();
  }
}
