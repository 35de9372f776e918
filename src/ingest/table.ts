/**
 * From the bytes of one file to the rows of the table in it: encoding, dialect and layout are found from
 * its beginning, then rows are handed out as the bytes stream by.
 */
import { ProblemLog, type Problem } from '../domain/problem.ts';
import { readChunks, UnreadableError } from './bytes.ts';
import type { Member } from './container.ts';
import { isRegular, type Dialect, type RecordFlaw } from './dialect.ts';
import { findEncoding, Transcoder, type Encoding, type FoundEncoding } from './encoding.ts';
import type { TableSample } from './family.ts';
import { findDialect } from './find-dialect.ts';
import { PapaReader } from './irregular.ts';
import { findLayout, type Layout } from './layout.ts';
import { countFilled, type Line } from './line.ts';
import { RowFilter, type RowReader } from './rows.ts';
import { findForeign, isOleFile, isWebPage } from './signature.ts';
import { Splitter } from './splitter.ts';
import type { Sheet } from './workbook.ts';

export type { RowReader } from './rows.ts';

/** How the table stands in its file, all of it found from the file itself. */
export interface TableShape {
  readonly encoding: Encoding;
  /** Absent for the sheet of a workbook. */
  readonly dialect?: Dialect;
  /** Name of the sheet of a workbook. */
  readonly sheet?: string;
  readonly header: readonly string[];
  /** From 1; 0 where there is none and the columns were given names. */
  readonly headerLine: number;
  /** Fields of a usual row: as many as the header has, unless "header-long" is among the problems. */
  readonly fields: number;
  /** Title lines above the header. */
  readonly preamble: readonly Line[];
}

export interface TableResult {
  /** Undefined where no table was found. */
  readonly shape?: TableShape;
  /** Rows handed out, without those that did not fit. */
  readonly rows: number;
  /** Lines below the table. */
  readonly notes: readonly Line[];
  /** Where one of them is an error, what was handed out is not the whole table and must not be kept. */
  readonly problems: readonly Problem[];
}

export interface ReadTableOptions {
  readonly signal?: AbortSignal;
  /** @param bytesRead of the member's `size` */
  readonly onProgress?: (bytesRead: number, rows: number) => void;
}

/** Told the beginning of the table, answers with what shall get its rows; undefined where nothing shall. */
export type BeginTable = (sample: TableSample, shape: TableShape) => RowReader | undefined;

/** Records that are looked at to find the layout. */
const SAMPLE_RECORDS = 256;
const SAMPLE_ROWS = 200;
/** Bytes that are looked at to find encoding and dialect. */
const SAMPLE_BYTES = 1 << 18;

const FLAWS: Readonly<Record<RecordFlaw, { severity: Problem['severity']; what: string }>> = {
  'unbalanced-quote': {
    severity: 'warning',
    what: 'has a quotation mark that nothing closes; it is taken as a character of its cell. Check the cells of that line.',
  },
  'stray-quote': {
    severity: 'warning',
    what: 'has a quotation mark inside a quoted cell; it is taken as a character of the cell. Check the cells of that line.',
  },
  nul: { severity: 'warning', what: 'holds NUL characters, which no text has; they are left out.' },
  'not-utf-8': {
    severity: 'warning',
    what: 'holds characters that are not UTF-8 as the rest of the file is; its cell is read as Windows-1252. Check its accents and dashes.',
  },
};

/** Rows of a sheet end with their last filled cell; those of a table go on to its last column. */
function toEqualWidth(lines: readonly Line[]): Line[] {
  const width = lines.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return lines.map(({ line, cells }) => ({ line, cells: Array.from({ length: width }, (_, i) => cells[i] ?? '') }));
}

/** Takes records, finds the table among them and hands its rows on. */
class TableFinder {
  shape: TableShape | undefined;
  private filter: RowFilter | undefined;
  private waiting: Line[] = [];
  private filled = 0;
  private isAfterBlank = false;
  private wanted = true;

  constructor(
    private readonly fileName: string,
    private readonly form: Pick<TableShape, 'encoding' | 'dialect' | 'sheet'>,
    private readonly begin: BeginTable,
    private readonly problems: ProblemLog,
  ) {}

  get rows(): number {
    return this.filter?.rows ?? 0;
  }

  get notes(): readonly Line[] {
    return this.filter?.notes ?? [];
  }

  /** Is there nothing more to read, whatever follows? */
  get isDone(): boolean {
    return !this.wanted || (this.filter?.isDone ?? false);
  }

  readonly take = (cells: readonly string[], line: number): void => {
    if (this.filter) {
      this.filter.take(cells, line);
      return;
    }
    if (!this.wanted) return;
    const isBlank = countFilled(cells) === 0;
    // Of blank lines one is as good as many.
    if (isBlank && this.isAfterBlank) return;
    this.isAfterBlank = isBlank;
    this.waiting.push({ line, cells: [...cells] });
    if (!isBlank) this.filled++;
    if (this.filled >= SAMPLE_RECORDS) this.decide();
  };

  finish(): void {
    if (!this.filter && this.wanted) this.decide();
    this.filter?.finish();
  }

  private decide(): void {
    const lines = this.form.sheet === undefined ? this.waiting : toEqualWidth(this.waiting);
    this.waiting = [];
    if (this.filled === 0) {
      this.wanted = false;
      this.problems.add({
        severity: 'error',
        code: 'empty-file',
        message: 'The file holds no text, only blank lines. Check that it was saved, then load it again.',
      });
      return;
    }
    const layout = findLayout(lines);
    for (const problem of layout.problems) this.problems.add(problem);
    this.shape = this.toShape(layout);
    const below = lines.slice(layout.firstRow);
    const rows = below.filter(({ cells }) => countFilled(cells) > 0).map(({ cells }) => cells);
    const { header, headerLine } = layout;
    const sample = { fileName: this.fileName, header, headerLine, rows: rows.slice(0, SAMPLE_ROWS) };
    const reader = this.begin(sample, this.shape);
    if (!reader) {
      this.wanted = false;
      return;
    }
    this.filter = new RowFilter(layout, this.form.dialect?.delimiter, reader, this.problems);
    for (const { cells, line } of below) this.filter.take(cells, line);
    if (this.rows === 0 && below.length === 0) {
      this.problems.add({
        severity: 'warning',
        code: 'header-only',
        message: `Line ${String(layout.headerLine)} holds the names of columns, but no row follows. Check that the file is whole.`,
        line: layout.headerLine,
      });
    }
  }

  private toShape({ header, headerLine, fields, preamble }: Layout): TableShape {
    return { ...this.form, header, headerLine, fields, preamble };
  }
}

/** What a file that is no text should be told; undefined where it is text. */
function findNotText(head: Uint8Array, found: FoundEncoding | undefined): Problem | undefined {
  const error = (code: string, message: string): Problem => ({ severity: 'error', code, message });
  if (head.length === 0) {
    return error(
      'empty-file',
      'The file is empty (0 bytes). Check that it was saved or downloaded, then load it again.',
    );
  }
  if (isOleFile(head)) {
    return error('old-workbook', 'This is an old Excel workbook (.xls). Open it and save it as .xlsx or .csv.');
  }
  const foreign = findForeign(head);
  if (foreign) return error('not-text', `This seems to be ${foreign.what}, not a table. ${foreign.remedy}`);
  if (!found) {
    return error(
      'not-text',
      'This is not a text file: it holds bytes that no text has. Save the table as .csv or .xlsx.',
    );
  }
  if (isWebPage(new TextDecoder(found.encoding).decode(head))) {
    return error(
      'web-page',
      'This is a web page, perhaps an error message or a sign-in page that was saved in place of the file. Download the file again.',
    );
  }
  return undefined;
}

/** Gathers the first chunks until there is enough to judge by. */
async function readHead(chunks: AsyncGenerator<Uint8Array, void>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < SAMPLE_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(next.value.slice());
    length += next.value.length;
  }
  const head = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    head.set(part, at);
    at += part.length;
  }
  return head;
}

async function readText(
  member: Member,
  begin: BeginTable,
  { signal, onProgress }: ReadTableOptions,
  problems: ProblemLog,
): Promise<TableFinder | undefined> {
  const chunks = readChunks(member);
  try {
    const head = await readHead(chunks);
    const found = findEncoding(head);
    const notText = findNotText(head, found);
    if (notText || !found) {
      if (notText) problems.add(notText);
      return undefined;
    }
    const transcoder = new Transcoder(found);
    const first = transcoder.push(head);
    const dialect = findDialect(new TextDecoder().decode(first));
    const finder = new TableFinder(member.name, { encoding: found.encoding, dialect }, begin, problems);
    const flaw = (kind: RecordFlaw, line: number): void => {
      const { severity, what } = FLAWS[kind];
      problems.add({ severity, code: kind, message: `Line ${String(line)} ${what}`, line }, kind);
    };
    const reader = isRegular(dialect)
      ? new Splitter(dialect, finder.take, flaw)
      : new PapaReader(dialect, finder.take, flaw);
    let bytesRead = head.length;
    const step = (bytes: Uint8Array): void => {
      signal?.throwIfAborted();
      reader.push(bytes);
      onProgress?.(member.position?.() ?? bytesRead, finder.rows);
    };
    step(first);
    for await (const chunk of chunks) {
      if (finder.isDone) break;
      bytesRead += chunk.length;
      step(transcoder.push(chunk));
    }
    reader.push(transcoder.finish());
    reader.finish();
    finder.finish();
    return finder;
  } finally {
    await chunks.return();
  }
}

function readSheet(
  { name, size }: Member,
  sheet: Sheet,
  begin: BeginTable,
  { signal, onProgress }: ReadTableOptions,
  problems: ProblemLog,
): TableFinder {
  const finder = new TableFinder(name, { encoding: 'utf-8', sheet: sheet.name }, begin, problems);
  for (const { cells, line } of sheet.rows()) {
    signal?.throwIfAborted();
    finder.take(cells, line);
    if (finder.isDone) break;
  }
  finder.finish();
  onProgress?.(size, finder.rows);
  return finder;
}

/**
 * Reads the table that stands in a file.
 * @param begin is told the header and the first rows, and answers with what shall get all rows
 * @throws only the signal's reason, where reading was cancelled
 */
export async function readTable(
  member: Member,
  begin: BeginTable,
  options: ReadTableOptions = {},
): Promise<TableResult> {
  const problems = new ProblemLog();
  let finder: TableFinder | undefined;
  try {
    finder = member.sheet
      ? readSheet(member, member.sheet, begin, options, problems)
      : await readText(member, begin, options, problems);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof UnreadableError)) throw error;
    problems.add(error.problem);
  }
  return {
    ...(finder?.shape ? { shape: finder.shape } : {}),
    rows: finder?.rows ?? 0,
    notes: finder?.notes ?? [],
    problems: problems.all.map((problem) => ({ ...problem, file: member.name })),
  };
}
