/**
 * Splits UTF-8 bytes into records: the fast path for text in which a quote is doubled to be kept, as
 * RFC 4180 has it. Where PapaParse reads a text without complaint, this reads the same.
 *
 * Published tables are sorted, so that most of a row says what the row above said. The bytes that two
 * rows share from their start are compared four at a time and their strings kept as they are; only the
 * rest is searched for delimiters.
 */
import type { Dialect, RecordFlaw, RecordReader, TakeFlaw, TakeRecord } from './dialect.ts';
import { decodeWindows1252 } from './encoding.ts';
import { LONGEST_SHORT, ShortTexts } from './short-texts.ts';

const LF = 10;
const CR = 13;
const SPACE = 32;

/** Bytes gathered before they are split: enough to make the fixed costs of a block small. */
const BLOCK = 1 << 18;
/** A quoted field longer than this has lost its closing quote. */
const LONGEST_QUOTED = 1 << 24;

/** Longer texts than `ShortTexts` keeps are kept column by column, the last of each: up to this many bytes. */
const CACHED_WIDTH = 48;
const CACHE_SLOTS = 64;

class ColumnCache {
  private readonly bytes = new Uint8Array(CACHE_SLOTS * CACHED_WIDTH);
  private readonly lengths = new Uint8Array(CACHE_SLOTS);
  private readonly strings = new Array<string>(CACHE_SLOTS).fill('');

  private static toSlot(buffer: Uint8Array, start: number, end: number): number {
    const last = buffer[end - 1] ?? 0;
    const beforeLast = buffer[end - 2] ?? 0;
    return ((buffer[start] ?? 0) + last * 7 + beforeLast * 31 + (end - start)) % CACHE_SLOTS;
  }

  find(buffer: Uint8Array, start: number, end: number): string | undefined {
    const slot = ColumnCache.toSlot(buffer, start, end);
    if (this.lengths[slot] !== end - start) return undefined;
    let at = slot * CACHED_WIDTH;
    for (let i = start; i < end; i++) if (this.bytes[at++] !== buffer[i]) return undefined;
    return this.strings[slot];
  }

  keep(buffer: Uint8Array, start: number, end: number, text: string): void {
    const slot = ColumnCache.toSlot(buffer, start, end);
    this.lengths[slot] = end - start;
    this.strings[slot] = text;
    this.bytes.set(buffer.subarray(start, end), slot * CACHED_WIDTH);
  }
}

export class Splitter implements RecordReader {
  private readonly quote: number;
  private readonly quoteText: string;
  private readonly doubledQuote: string;
  private readonly delimiter: number;
  /** 1 for the bytes at which the search through an unquoted field stops. */
  private readonly stops = new Uint8Array(256);

  private buffer = new Uint8Array(BLOCK * 2);
  private view = new DataView(this.buffer.buffer);
  private used = 0;
  /** Bytes to gather before the next try; doubled while one record does not fit. */
  private enough: number;
  private line = 1;

  private readonly cells: string[] = [];
  /** Where each field of the last record ended. */
  private ends = new Int32Array(64);
  private readonly caches: (ColumnCache | undefined)[] = [];
  private readonly short = new ShortTexts();

  private readonly utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  /** Set by `readQuoted`: where the field ended, or −1 where its end is not in the buffer. */
  private fieldEnd = 0;
  private linesInRecord = 0;
  /** Of the record that is being read: told once it is whole, for until then it may be read again. */
  private readonly flaws: { readonly flaw: RecordFlaw; readonly line: number }[] = [];

  constructor(
    dialect: Dialect,
    private readonly take: TakeRecord,
    private readonly takeFlaw: TakeFlaw,
    private readonly block = BLOCK,
  ) {
    this.enough = block;
    this.quoteText = dialect.quote;
    this.doubledQuote = dialect.quote + dialect.quote;
    this.quote = dialect.quote.charCodeAt(0);
    this.delimiter = dialect.delimiter.charCodeAt(0);
    for (const byte of [this.delimiter, LF, CR, 0]) this.stops[byte] = 1;
  }

  push(bytes: Uint8Array): void {
    this.append(bytes);
    if (this.used >= this.enough) this.split(false);
  }

  finish(): void {
    this.split(true);
  }

  private append(bytes: Uint8Array): void {
    // Four bytes are compared at a time, and a last line may have to be ended.
    const needed = this.used + bytes.length + 4;
    if (needed > this.buffer.length) {
      const larger = new Uint8Array(Math.max(needed, this.buffer.length * 2));
      larger.set(this.buffer.subarray(0, this.used));
      this.buffer = larger;
      this.view = new DataView(larger.buffer);
    }
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
  }

  /** Splits what is in the buffer up to the last whole record, and keeps the rest for the next time. */
  private split(final: boolean): void {
    if (final && this.used > 0 && !this.isLineEnd(this.used - 1)) this.append(Uint8Array.of(LF));
    let end = this.used;
    while (end > 0 && !this.isLineEnd(end - 1)) end--;
    // Whether a return at the very end begins a pair is told by the next byte.
    if (!final && end === this.used && this.buffer[end - 1] === CR) {
      do end--;
      while (end > 0 && !this.isLineEnd(end - 1));
    }
    const consumed = end > 0 ? this.splitRecords(end, final) : 0;
    this.buffer.copyWithin(0, consumed, this.used);
    this.used -= consumed;
    this.enough = consumed > 0 ? this.used + this.block : this.used * 2;
  }

  private isLineEnd(at: number): boolean {
    return this.buffer[at] === LF || this.buffer[at] === CR;
  }

  /** @returns how many bytes were made into records */
  private splitRecords(end: number, final: boolean): number {
    let previous = -1;
    let start = 0;
    while (start < end) {
      const kept = previous >= 0 ? this.keepPrefix(previous, start) : 0;
      this.linesInRecord = 0;
      if (this.flaws.length > 0) this.flaws.length = 0;
      const next = this.readRecord(start, kept, end, final);
      if (next < 0) return start;
      for (const { flaw, line } of this.flaws) this.takeFlaw(flaw, line);
      this.take(this.cells, this.line);
      // What was mended, or broken over lines, is not the same because its bytes are.
      previous = this.flaws.length > 0 || this.linesInRecord > 0 ? -1 : start;
      this.line += this.linesInRecord + 1;
      start = next;
    }
    return start;
  }

  /** How many fields from the first on are the same as in the record before, byte for byte. */
  private keepPrefix(previous: number, start: number): number {
    const { view, ends, cells } = this;
    let at = start;
    let above = previous;
    // No further than the record above goes: in a file of equal rows each would be compared with all.
    while (above < start && view.getUint32(at) === view.getUint32(above)) {
      at += 4;
      above += 4;
    }
    const shift = start - previous;
    // The last field of the record above ended with its line, so it is always read again.
    const most = cells.length - 1;
    let kept = 0;
    while (kept < most && (ends[kept] ?? 0) < above) {
      ends[kept] = (ends[kept] ?? 0) + shift;
      kept++;
    }
    return kept;
  }

  /** Reads one record into `cells`. @returns where the next one begins, or −1 where this one is not whole yet */
  private readRecord(start: number, kept: number, end: number, final: boolean): number {
    const { buffer, cells, stops, quote, delimiter } = this;
    let column = kept;
    let fieldStart = kept > 0 ? (this.ends[kept - 1] ?? 0) + 1 : start;
    for (;;) {
      let at = fieldStart;
      if (buffer[at] === quote && this.readQuoted(at, column, end, final)) {
        if (this.fieldEnd < 0) return -1;
        at = this.fieldEnd;
      } else {
        while (stops[buffer[at] ?? 0] === 0) at++;
        if (buffer[at] === 0) at = this.passNuls(at);
        cells[column] = at === fieldStart ? '' : this.toText(fieldStart, at, column);
      }
      if (column >= this.ends.length) this.growEnds();
      this.ends[column++] = at;
      const stop = buffer[at];
      fieldStart = at + 1;
      if (stop === delimiter) continue;
      if (cells.length !== column) cells.length = column;
      return stop === CR && buffer[fieldStart] === LF && fieldStart < this.used ? fieldStart + 1 : fieldStart;
    }
  }

  private growEnds(): void {
    const longer = new Int32Array(this.ends.length * 2);
    longer.set(this.ends);
    this.ends = longer;
  }

  /** The end of an unquoted field that holds NUL bytes. */
  private passNuls(from: number): number {
    let at = from;
    while (this.buffer[at] === 0 || this.stops[this.buffer[at] ?? 0] === 0) at++;
    return at;
  }

  /**
   * Reads the quoted field that begins at `start` and leaves its end in `fieldEnd`.
   * @returns false where the quote turned out to be no more than a character of an unquoted field
   */
  private readQuoted(start: number, column: number, end: number, final: boolean): boolean {
    const { buffer, quote } = this;
    let lines = 0;
    let hasDoubled = false;
    let at = start + 1;
    for (; at < end; at++) {
      const byte = buffer[at];
      if (byte === quote) {
        if (buffer[at + 1] === quote && at + 1 < end) {
          hasDoubled = true;
          at++;
          continue;
        }
        const after = this.passSpaces(at + 1);
        if (!this.isFieldEnd(after)) return this.mendQuoted(start, column, end, at);
        const text = this.toText(start + 1, at, column);
        this.cells[column] = hasDoubled ? text.replaceAll(this.doubledQuote, this.quoteText) : text;
        this.linesInRecord += lines;
        this.fieldEnd = after;
        return true;
      }
      if (byte === LF || (byte === CR && buffer[at + 1] !== LF)) lines++;
    }
    if (!final && at - start < LONGEST_QUOTED) {
      this.fieldEnd = -1;
      return true;
    }
    return this.mendQuoted(start, column, end, end);
  }

  private passSpaces(from: number): number {
    let at = from;
    if (this.delimiter !== SPACE) while (this.buffer[at] === SPACE) at++;
    return at;
  }

  private isFieldEnd(at: number): boolean {
    return this.buffer[at] === this.delimiter || this.isLineEnd(at);
  }

  /**
   * A quoted field whose closing quote stands before something else than a delimiter, or nowhere. Where
   * a later quote of the same line closes it, the quotes between are text; else the opening one is. A
   * quote that was met at the beginning of a field closes nothing.
   * @param met the place of the quote that should have closed the field
   */
  private mendQuoted(start: number, column: number, end: number, met: number): boolean {
    const limit = this.buffer[met - 1] === this.delimiter ? met : end;
    for (let at = start + 1; at < limit && !this.isLineEnd(at); at++) {
      if (this.buffer[at] !== this.quote || !this.isFieldEnd(at + 1)) continue;
      this.note('stray-quote');
      this.cells[column] = this.toText(start + 1, at, column).replaceAll(this.doubledQuote, this.quoteText);
      this.fieldEnd = at + 1;
      return true;
    }
    this.note('unbalanced-quote');
    return false;
  }

  private note(flaw: RecordFlaw): void {
    this.flaws.push({ flaw, line: this.line + this.linesInRecord });
  }

  /** The bytes of a field as text, without the NULs among them. */
  private toText(start: number, end: number, column: number): string {
    const length = end - start;
    if (length <= LONGEST_SHORT) return this.short.find(this.buffer, start, end) ?? this.decode(start, end);
    if (length > CACHED_WIDTH) return this.decode(start, end);
    const cache = (this.caches[column] ??= new ColumnCache());
    const known = cache.find(this.buffer, start, end);
    if (known !== undefined) return known;
    const text = this.decode(start, end);
    if (this.flaws.length === 0) cache.keep(this.buffer, start, end, text);
    return text;
  }

  private decode(start: number, end: number): string {
    const bytes = this.buffer.subarray(start, end);
    let text: string;
    try {
      text = this.utf8.decode(bytes);
    } catch {
      text = decodeWindows1252(bytes);
      this.note('not-utf-8');
    }
    if (!text.includes('\0')) return text;
    this.note('nul');
    return text.replaceAll('\0', '');
  }
}
