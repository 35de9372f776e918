/**
 * Reads records of every dialect that the splitter does not: a backslash before a quote, a delimiter of
 * several characters. PapaParse does the work; here it is fed text that streams by, told where a record
 * may have been cut off, and kept from swallowing the rest of a file after a quote that nothing closes.
 */
import Papa from 'papaparse';
import type { Dialect, RecordReader, TakeFlaw, TakeRecord } from './dialect.ts';

/** Characters gathered before they are parsed. */
const BLOCK = 1 << 18;
/** A record longer than this has lost a closing quote. */
const LONGEST_RECORD = 1 << 24;
/** After so many lost quotes those of the rest are taken as text: each costs a search through the rest. */
const MOST_MENDED = 8;

export class PapaReader implements RecordReader {
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private text = '';
  private enough: number;
  private line = 1;
  private mended = 0;

  constructor(
    private readonly dialect: Dialect,
    private readonly take: TakeRecord,
    private readonly flaw: TakeFlaw,
    private readonly block = BLOCK,
  ) {
    this.enough = block;
  }

  push(bytes: Uint8Array): void {
    this.text += this.decoder.decode(bytes, { stream: true });
    if (this.text.length >= this.enough) this.parse(false);
  }

  finish(): void {
    this.text += this.decoder.decode();
    this.parse(true);
  }

  private parse(final: boolean): void {
    // A return at the very end may be half of a pair, so it waits for the next character.
    const held = !final && this.text.endsWith('\r') ? '\r' : '';
    let rest = this.text.slice(0, this.text.length - held.length).replace(/\r\n?/g, '\n');
    if (final && rest !== '' && !rest.endsWith('\n')) rest += '\n';
    rest = rest.slice(this.parseRecords(rest));
    while (rest.includes('\n') && (final || rest.length > LONGEST_RECORD || this.mended >= MOST_MENDED)) {
      rest = rest.slice(this.takeLineAsItStands(rest));
      rest = rest.slice(this.parseRecords(rest));
    }
    this.text = rest + held;
    this.enough = Math.max(this.block, this.text.length * 2);
  }

  /** @returns how many characters were whole records */
  private parseRecords(text: string): number {
    if (this.mended >= MOST_MENDED) return 0;
    let consumed = 0;
    const { delimiter, quote, escape } = this.dialect;
    // PapaParse's inner parser hands the row of a step inside an array.
    const step = ({ data: [cells = []], errors, meta }: Papa.ParseStepResult<string[][]>): void => {
      if (errors.length > 0) this.flaw('stray-quote', this.line);
      this.take(this.withoutNuls(cells), this.line);
      this.line += countLineEnds(text, consumed, meta.cursor);
      consumed = meta.cursor;
    };
    const parser = new Papa.Parser({ delimiter, quoteChar: quote, escapeChar: escape, newline: '\n', step });
    parser.parse(text, 0, true);
    return consumed;
  }

  /** Takes one line with its quotes as text. @returns its length */
  private takeLineAsItStands(text: string): number {
    const end = text.indexOf('\n');
    this.mended++;
    this.flaw('unbalanced-quote', this.line);
    this.take(this.withoutNuls(text.slice(0, end).split(this.dialect.delimiter)), this.line);
    this.line++;
    return end + 1;
  }

  private withoutNuls(cells: readonly string[]): readonly string[] {
    if (!cells.some((cell) => cell.includes('\0'))) return cells;
    this.flaw('nul', this.line);
    return cells.map((cell) => cell.replaceAll('\0', ''));
  }
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
