/**
 * The rows of the table: what stands below the header, each with as many fields as the header has.
 * Blank lines, notes and a second table are no rows; what does not fit is mended or reported.
 */
import type { Problem, ProblemLog } from '../domain/problem.ts';
import type { Layout } from './layout.ts';
import { countFilled, isNumeric, type Line } from './line.ts';

export interface RowReader {
  /** @param cells valid only during the call: copy what is to be kept. @param line from 1 */
  push(cells: readonly string[], line: number): void;
  /** Gets rows with more fields than the header; without it they are left out, for they may be shifted. */
  pushMisfit?(cells: readonly string[], line: number): void;
}

const NOTE_START = /^(?:notes?\b|sources?\b|©|\(c\)|crown copyright|footnotes?\b|key\b|\*|†|\[|\(\w\)|\d+[.)] )/i;
const NOTE_WORDS = 5;

function isWordy(text: string): boolean {
  return NOTE_START.test(text.trim()) || text.trim().split(/\s+/).length >= NOTE_WORDS;
}

/** Merges cells that one unquoted thousands comma has torn apart; undefined unless there is just one way. */
function mendThousands(cells: readonly string[], fields: number): string[] | undefined {
  if (cells.length !== fields + 1) return undefined;
  let place = -1;
  for (let i = 0; i + 1 < cells.length; i++) {
    if (!/^-?[1-9]\d{0,2}$/.test(cells[i] ?? '') || !/^\d{3}(?:\.\d+)?$/.test(cells[i + 1] ?? '')) continue;
    if (place >= 0) return undefined;
    place = i;
  }
  if (place < 0) return undefined;
  return [...cells.slice(0, place), `${cells[place] ?? ''},${cells[place + 1] ?? ''}`, ...cells.slice(place + 2)];
}

export class RowFilter {
  rows = 0;
  /** Lines below the table that hold something. */
  readonly notes: Line[] = [];
  /** Lines that may be notes, unless the table goes on below them. */
  private pending: Line[] = [];
  private afterBlank = false;
  private done = false;
  private readonly padded: string[] = [];

  constructor(
    private readonly layout: Layout,
    /** Undefined for a sheet, whose rows end with their last filled cell. */
    private readonly delimiter: string | undefined,
    private readonly reader: RowReader,
    private readonly problems: ProblemLog,
  ) {}

  /** Has a second table begun, so that there is nothing more to read? */
  get isDone(): boolean {
    return this.done;
  }

  take(cells: readonly string[], line: number): void {
    const { fields, header } = this.layout;
    const usual = cells.length === fields && cells[0] !== '' && cells[1] !== '' && !this.afterBlank;
    if (usual && this.pending.length === 0 && cells[0] !== header[0] && fields > 1) {
      this.rows++;
      this.reader.push(cells, line);
      return;
    }
    if (!this.done) this.takeUnusual(cells, line);
  }

  finish(): void {
    this.notes.push(...this.pending);
    this.pending = [];
  }

  private takeUnusual(found: readonly string[], line: number): void {
    const cells = this.splitOtherwise(found, line) ?? found;
    const filled = countFilled(cells);
    if (filled === 0) {
      this.afterBlank = !this.layout.isSpaced;
      return;
    }
    if (this.isNote(cells, filled)) {
      this.pending.push({ line, cells: [...cells] });
      return;
    }
    if (this.isHeaderAgain(cells)) {
      this.report('repeated-header', 'note', line, 'repeats the header; it is no row and is left out.');
      return;
    }
    if (this.afterBlank && this.isSecondTable(cells)) {
      this.done = true;
      this.report(
        'second-table',
        'warning',
        line,
        'begins a second table. Only the first is read: save the other as a file of its own and load that too.',
      );
      return;
    }
    for (const note of this.pending) {
      this.report(
        'line-in-table',
        'warning',
        note.line,
        `stands among the rows but holds only “${note.cells.find((c) => c !== '') ?? ''}”; it is taken for a heading or a note and left out.`,
      );
    }
    this.pending = [];
    this.afterBlank = false;
    this.takeRow(cells, line);
  }

  /** The cells of a line that has a delimiter of its own and as many fields by it as the others have. */
  private splitOtherwise(cells: readonly string[], line: number): readonly string[] | undefined {
    const { fields } = this.layout;
    const [only = ''] = cells;
    if (cells.length > 1 || fields < 3 || this.delimiter === undefined) return undefined;
    const other = [',', ';', '\t', '|'].find((one) => one !== this.delimiter && only.split(one).length === fields);
    if (other === undefined) return undefined;
    this.report('other-delimiter', 'warning', line, 'has another delimiter than the rest; it is read by its own.');
    return only.split(other);
  }

  private isNote(cells: readonly string[], filled: number): boolean {
    const { fields } = this.layout;
    const text = cells.find((cell) => cell.trim() !== '') ?? '';
    if (fields === 1) return this.afterBlank && isWordy(text);
    // A sentence with commas falls into a few cells, but not into as many as a row has.
    const sentence = cells.length < fields ? cells.join(',') : '';
    if (NOTE_START.test(sentence) || (this.afterBlank && isWordy(sentence))) return true;
    return filled === 1 && (isWordy(text) || (this.afterBlank && fields > 2 && !isNumeric(text)));
  }

  private isHeaderAgain(cells: readonly string[]): boolean {
    const { header, headerLine } = this.layout;
    return headerLine > 0 && cells.length === header.length && cells.every((cell, i) => cell.trim() === header[i]);
  }

  /** Words where the table has numbers, or another number of fields. */
  private isSecondTable(cells: readonly string[]): boolean {
    const { numeric, fields } = this.layout;
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.length < 2 || filled.some((cell) => isNumeric(cell) && !/^\d{4}$/.test(cell.trim()))) return false;
    if (cells.length !== fields) return new Set(filled).size === filled.length;
    const places = numeric.flatMap((is, i) => (is ? [i] : []));
    const words = places.filter((i) => /\p{L}{3}/u.test(cells[i] ?? ''));
    const blank = places.filter((i) => (cells[i] ?? '').trim() === '');
    return places.length > 0 && words.length > 0 && words.length + blank.length >= places.length / 2;
  }

  private takeRow(cells: readonly string[], line: number): void {
    const { fields } = this.layout;
    if (cells.length === fields) this.push(cells, line);
    else if (cells.length < fields) this.takeShort(cells, line);
    else this.takeLong(cells, line);
  }

  private push(cells: readonly string[], line: number): void {
    this.rows++;
    this.reader.push(cells, line);
  }

  private takeShort(cells: readonly string[], line: number): void {
    const { fields } = this.layout;
    if (this.delimiter === undefined) {
      this.pushPadded(cells, line);
      return;
    }
    this.report(
      'short-row',
      'warning',
      line,
      `has ${String(cells.length)} field${cells.length === 1 ? '' : 's'} where ${String(fields)} were expected; the missing ones at its end are taken as empty. Check that the line is whole.`,
    );
    this.pushPadded(cells, line);
  }

  private pushPadded(cells: readonly string[], line: number): void {
    this.padded.length = 0;
    for (let i = 0; i < this.layout.fields; i++) this.padded.push(cells[i] ?? '');
    this.push(this.padded, line);
  }

  private takeLong(cells: readonly string[], line: number): void {
    const { fields } = this.layout;
    if (countFilled(cells.slice(fields)) === 0) {
      this.push(cells.slice(0, fields), line);
      return;
    }
    const found = `has ${String(cells.length)} fields where ${String(fields)} were expected`;
    const mended = mendThousands(cells, fields);
    if (mended) {
      this.report('torn-number', 'warning', line, `${found}; a number with a thousands comma is put together again.`);
      this.push(mended, line);
      return;
    }
    this.report(
      'long-row',
      'warning',
      line,
      `${found}, so its values may stand in the wrong columns; the row is left out. Look for an unquoted comma, such as 1,234, and put the cell in quotes.`,
    );
    this.reader.pushMisfit?.(cells, line);
  }

  /** Reported once for each kind of trouble, with its first line and how often. */
  private report(code: string, severity: Problem['severity'], line: number, what: string): void {
    this.problems.add({ severity, code, message: `Line ${String(line)} ${what}`, line }, code);
  }
}
