/** The periods that the rows of one file name; each way of writing one is read once. */
import type { Period } from '../domain/period.ts';
import type { ProblemLog } from '../domain/problem.ts';
import type { SeriesBuilder } from '../domain/series-builder.ts';
import { toStatusMarker } from '../domain/value.ts';
import type { PeriodHint, ReadPeriod } from './period.ts';
import { readPeriod } from './period.ts';

/** What a way of writing a period came to. */
export interface WrittenPeriod {
  /** Index in the series builder, -1 where it is no period. */
  readonly index: number;
  readonly period: Period | undefined;
  /** The letter that marks the numbers of this period: "p" for "2025 (prov)". */
  readonly marker: string | undefined;
}

/** The periods of a file as one way of reading them has them. */
export class PeriodBook {
  private readonly known = new Map<string, WrittenPeriod>();
  private readonly builder: SeriesBuilder;
  private readonly log: ProblemLog;
  private readonly read: (written: string) => ReadPeriod;
  private readonly column: string;
  private readonly unreadable = new Map<string, { readonly line: number; readonly reason: string; rows: number }>();

  constructor(builder: SeriesBuilder, log: ProblemLog, column: string, read: (written: string) => ReadPeriod) {
    this.builder = builder;
    this.log = log;
    this.column = column;
    this.read = read;
  }

  get(written: string, line: number): WrittenPeriod {
    let known = this.known.get(written);
    if (!known) {
      known = this.look(written, line);
      this.known.set(written, known);
    }
    if (known.index < 0) {
      const entry = this.unreadable.get(written);
      if (entry) entry.rows++;
    }
    return known;
  }

  private look(written: string, line: number): WrittenPeriod {
    const read = this.read(written);
    if (!('period' in read)) {
      this.unreadable.set(written, { line, reason: read.reason, rows: 0 });
      return { index: -1, period: undefined, marker: undefined };
    }
    if (read.warning !== undefined) {
      this.log.add({ severity: 'warning', code: 'period-shape', message: read.warning, line, column: this.column });
    }
    return {
      index: this.builder.toPeriodIndex(read.period),
      period: read.period,
      marker: read.status ? toStatusMarker(read.status) : undefined,
    };
  }

  /** Says which rows were left out because they name no period. */
  report(): void {
    for (const { line, reason, rows } of this.unreadable.values()) {
      this.log.add({
        severity: 'error',
        code: 'impossible-period',
        message: `${reason}. ${rows === 1 ? 'The row was' : `The ${String(rows)} rows, from line ${String(line)} on, were`} left out; correct the period and load the file again.`,
        line,
        column: this.column,
        count: rows,
      });
    }
  }
}

/** The books of a file, one for each hint, so that catalogued indicators have the catalogue's kind of period. */
export class PeriodsInFile {
  private readonly books = new Map<PeriodHint | undefined, PeriodBook>();
  private readonly make: (hint: PeriodHint | undefined) => PeriodBook;

  constructor(
    builder: SeriesBuilder,
    log: ProblemLog,
    column: string,
    read: (written: string, hint: PeriodHint | undefined) => ReadPeriod = readPeriod,
  ) {
    this.make = (hint) => new PeriodBook(builder, log, column, (written) => read(written, hint));
  }

  bookFor(hint: PeriodHint | undefined): PeriodBook {
    let book = this.books.get(hint);
    if (!book) {
      book = this.make(hint);
      this.books.set(hint, book);
    }
    return book;
  }

  report(): void {
    for (const book of this.books.values()) book.report();
  }
}
