/**
 * Finds the delimiter, quote and escape of a text by how well they make a table of its beginning.
 * The measure is that of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row
 * and type patterns" (2019): rows of few different widths, and cells that look like values.
 */
import Papa from 'papaparse';
import type { Dialect } from './dialect.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Tried only where every comma is followed by a space, and where nothing else splits the rows. */
const COMMA_SPACE = ', ';
const LAST_RESORTS = [' '] as const;

const ROWS = 200;
/** A wider beginning than this tells no more. */
const LONGEST_SAMPLE = 1 << 18;

/** Numbers with whatever stands around them, words and codes; nothing that could be several cells. */
const VALUE = /^(?:|[-+–−£$€<>~]*\s?\d[\d,. ]*%?|[\p{L}\p{N}_*.:%#-][\p{L}\p{N} _/&'’().:%+*#@=?!–-]*)$/u;

/** 0 to about the number of rows: how much of a table these rows are. */
function measureTable(rows: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  let cells = 0;
  let values = 0;
  for (const row of rows) {
    if (row.every((cell) => cell.trim() === '')) continue;
    widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    cells += row.length;
    for (const cell of row) if (VALUE.test(cell)) values++;
  }
  let pattern = 0;
  // A small constant keeps a text of one column above nothing at all.
  for (const [width, count] of widths) pattern += count * Math.max(0.001, (width - 1) / width);
  return cells === 0 ? 0 : (pattern / widths.size) * (values / cells);
}

function countFields(text: string, quoted: string): number {
  const field = new RegExp(`(?:^|[,;\\t|\\n] ?)${quoted}(?= ?[,;\\t|\\r\\n]|$)`, 'g');
  return text.match(field)?.length ?? 0;
}

/** An apostrophe before one of =+-@ keeps spreadsheets from taking a cell for a formula: it opens no quoted field. */
function findQuote(text: string): string {
  return countFields(text, "'(?![=+@-])[^'\\n]+'") > countFields(text, '"[^"\\n]*"') ? "'" : '"';
}

/** A backslash before a quote that does not end its field, where no quote is doubled inside a field. */
function findEscape(text: string, quote: string): string {
  const escaped = new RegExp(`\\\\${quote}(?! *(?:[,;\\t|\\r\\n]|$))`);
  const doubled = new RegExp(`[^,;\\t|\\r\\n${quote}]${quote}${quote}[^,;\\t|\\r\\n${quote}]`);
  return escaped.test(text) && !doubled.test(text) ? '\\' : quote;
}

function findCandidates(text: string): readonly string[] {
  const commas = text.match(/,/g)?.length ?? 0;
  const spaced = text.match(/, /g)?.length ?? 0;
  return commas > 0 && spaced === commas ? [...DELIMITERS, COMMA_SPACE] : DELIMITERS;
}

/** The characters by which the text is a table; comma and double quote where nothing speaks for others. */
export function findDialect(beginning: string): Dialect {
  const text = beginning.slice(0, LONGEST_SAMPLE);
  const quote = findQuote(text);
  const escape = findEscape(text, quote);
  const said = /^\uFEFF?"?sep=(.)"?\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return { delimiter: said, quote, escape };
  const newline = text.includes('\n') ? (text.includes('\r\n') ? '\r\n' : '\n') : '\r';
  const measure = (delimiter: string): number => {
    const config = { delimiter, quoteChar: quote, escapeChar: escape, newline, preview: ROWS } as const;
    return measureTable(Papa.parse<string[]>(text, config).data);
  };
  const findBest = (delimiters: readonly string[]): { delimiter: string; score: number } =>
    delimiters
      .map((delimiter) => ({ delimiter, score: measure(delimiter) }))
      .reduce((best, next) => (next.score > best.score ? next : best));
  const best = findBest(findCandidates(text));
  // Without any delimiter a row scores a thousandth.
  if (best.score <= 0.001 * ROWS) {
    const last = findBest(LAST_RESORTS);
    if (last.score > best.score) return { delimiter: last.delimiter, quote, escape };
  }
  return { delimiter: best.delimiter, quote, escape };
}
