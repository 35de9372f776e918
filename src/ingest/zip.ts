/**
 * The directory of a zip and the bytes of its entries. Inflating is fflate's; the directory is read here,
 * because fflate does not say which entries are encrypted, and because sizes have to be known beforehand.
 * Layout: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
import { Inflate } from 'fflate';
import { UnreadableError } from './bytes.ts';
import { decodeWindows1252 } from './encoding.ts';
import { guardUnpacked, LARGEST_UNPACKED } from './limits.ts';

export interface ZipEntry {
  readonly path: string;
  readonly size: number;
  readonly packedSize: number;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; nothing else is read. */
  readonly method: number;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const SLICE = 1 << 16;

const damaged = (name: string): UnreadableError =>
  new UnreadableError({
    severity: 'error',
    code: 'damaged-zip',
    message: `“${name}” is damaged or was cut off: its list of files cannot be read. Download it again, or unpack it and load what is inside.`,
  });

function toTime(date: number, time: number): number {
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  return new Date(year, month - 1, day, time >> 11, (time >> 5) & 63, (time & 31) * 2).getTime();
}

function findEnd(view: DataView): number {
  const least = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= least; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

/**
 * What a zip says it holds, folders left out.
 * @throws UnreadableError where it is damaged or unfolds to more than any table
 */
export function readZipDirectory(name: string, bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw damaged(name);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) throw damaged(name);
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const written = bytes.subarray(at + 46, at + 46 + nameLength);
    const path = flags & 0x800 ? new TextDecoder().decode(written) : decodeWindows1252(written);
    const entry: ZipEntry = {
      path: path.replaceAll('\\', '/'),
      encrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      lastModified: toTime(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (!entry.path.endsWith('/')) entries.push(entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The packed bytes of an entry. */
function findPacked(name: string, bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged(name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw damaged(name);
  return bytes.subarray(start, start + packedSize);
}

function* inflate(name: string, bytes: Uint8Array, entry: ZipEntry): Generator<Uint8Array, void> {
  const packed = findPacked(name, bytes, entry);
  const out: Uint8Array[] = [];
  const inflater = new Inflate((chunk) => out.push(chunk));
  let unpacked = 0;
  for (let at = 0; at < packed.length; at += SLICE) {
    try {
      inflater.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    } catch {
      throw damaged(`${name}/${entry.path}`);
    }
    for (const chunk of out) {
      unpacked += chunk.length;
      guardUnpacked(`${name}/${entry.path}`, packed.length, unpacked);
      yield chunk;
    }
    out.length = 0;
  }
  // The directory was believed when sizes were added up; an entry that says another size is not sound.
  if (unpacked !== entry.size) throw damaged(`${name}/${entry.path}`);
}

/** The bytes of an entry, unpacked as they are asked for. @throws UnreadableError while they are taken */
export function inflateEntry(name: string, bytes: Uint8Array, entry: ZipEntry): Iterable<Uint8Array> {
  return entry.method === 0 ? [findPacked(name, bytes, entry)] : inflate(name, bytes, entry);
}

/** @throws UnreadableError where the entries together, as the directory has them, are more than any table */
export function guardDirectory(name: string, packed: number, entries: readonly ZipEntry[]): void {
  let size = 0;
  for (const entry of entries) size += entry.size;
  if (size > LARGEST_UNPACKED) guardUnpacked(name, packed, size);
  for (const entry of entries) guardUnpacked(`${name}/${entry.path}`, entry.packedSize, entry.size);
}
