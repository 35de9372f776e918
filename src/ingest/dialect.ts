/** The characters by which a text is a table. */

export interface Dialect {
  /** Between two fields; mostly one character. */
  readonly delimiter: string;
  /** Around a field that holds delimiters or line breaks. */
  readonly quote: string;
  /** Before a quote that is part of the field; mostly the quote itself. */
  readonly escape: string;
}

/** Gets each record of a text; the array is used again for the next one, so copy what is to be kept. */
export type TakeRecord = (cells: readonly string[], line: number) => void;

/** What a reader of records had to do to read on; the line is where it began. */
export type RecordFlaw = 'unbalanced-quote' | 'stray-quote' | 'nul' | 'not-utf-8';
export type TakeFlaw = (flaw: RecordFlaw, line: number) => void;

/** Text in UTF-8 goes in, records come out. */
export interface RecordReader {
  push(bytes: Uint8Array): void;
  finish(): void;
}

/** Can the splitter read it? Everything else is PapaParse's. */
export function isRegular({ delimiter, quote, escape }: Dialect): boolean {
  return delimiter.length === 1 && escape === quote;
}
