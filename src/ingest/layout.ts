/**
 * Where in a sheet of records the table stands: title lines above it, the header, how many fields a row
 * has. Decided from the first few hundred records, blank ones included.
 */
import type { Problem } from '../domain/problem.ts';
import { describeDuplicates, describeTwoLines, findTwoLines, fitHeader, joinHeaders, nameColumn } from './header.ts';
import { countFilled, isNumeric, type Line } from './line.ts';

export interface Layout {
  readonly header: readonly string[];
  /** 0 where the table has none and its columns were given names. */
  readonly headerLine: number;
  /** Fields of a usual row; differs from the header's length where the file contradicts itself. */
  readonly fields: number;
  /** Lines above the header that hold something. */
  readonly preamble: readonly Line[];
  /** Place of the first record below the header. */
  readonly firstRow: number;
  /** For each field, whether its cells are mostly numbers. */
  readonly numeric: readonly boolean[];
  /** Do blank lines stand between nearly all records, so that they divide nothing? */
  readonly isSpaced: boolean;
  readonly problems: readonly Problem[];
}

const YEAR = /^(?:19|20)\d{2}(?:\d{2}|[-/]\d{2,4})?$/;
const AREA_CODE = /^[EWSNK]\d{8}$/;

/** The value that occurs most often; of several, the preferred one or else the largest. */
function findMode(values: readonly number[], preferred?: number): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let mode = 0;
  for (const [value, count] of counts) {
    const most = counts.get(mode) ?? 0;
    const wins = mode !== preferred && (value === preferred || value > mode);
    if (count > most || (count === most && wins)) mode = value;
  }
  return mode;
}

/** Programs that take the end of a line for two ends write a blank line after every record. */
function isSpaced(lines: readonly Line[]): boolean {
  const filled = lines.flatMap(({ cells }, i) => (countFilled(cells) > 0 ? [i] : []));
  const spaced = filled.filter((place, i) => i > 0 && place - (filled[i - 1] ?? 0) > 1).length;
  return filled.length >= 3 && spaced >= (filled.length - 1) * 0.8;
}

interface Run {
  /** Place of the first record that is not blank, whether it fills enough of the fields or not. */
  readonly start: number;
  /** Records that fill enough of the fields to be rows. */
  readonly rows: readonly Line[];
}

/** The first run of records without a blank one among them that looks like a table; all of them where none does. */
function findFirstTable(lines: readonly Line[]): Run {
  const usual = findFields(lines.filter(({ cells }) => countFilled(cells) > 0));
  let start = 0;
  let first: number | undefined;
  let rows: Line[] = [];
  for (const [place, line] of [...lines, { line: 0, cells: [] }].entries()) {
    const filled = countFilled(line.cells);
    if (filled >= Math.min(3, usual)) rows.push(line);
    if (rows.length > 0) first ??= start;
    if (filled > 0) continue;
    // What looks like rows further up is not passed over, however few they are.
    if (rows.length >= 3) return { start: first ?? start, rows };
    start = place + 1;
    rows = [];
  }
  return { start: 0, rows: lines };
}

/** The records up to the first blank one; all of them where that one comes first. */
function upToBlank(lines: readonly Line[]): readonly Line[] {
  const blank = lines.findIndex(({ cells }) => countFilled(cells) === 0);
  return blank > 0 ? lines.slice(0, blank) : lines;
}

function findFields(lines: readonly Line[], preferred?: number): number {
  const tabular = lines.filter(({ cells }) => countFilled(cells) >= 2);
  const first = tabular.slice(0, 3);
  if (preferred !== undefined && first.length > 0 && first.every(({ cells }) => cells.length === preferred)) {
    return preferred;
  }
  return findMode(
    (tabular.length > 0 ? tabular : lines).map(({ cells }) => cells.length),
    preferred,
  );
}

/**
 * The first record that fills enough of the fields to be the header: title lines fill one or two, and
 * are often followed by a blank one.
 */
function findHeaderIndex(lines: readonly Line[], fields: number, start: number): number {
  const isAboveBlank = (i: number): boolean => lines.slice(i + 1, i + 2).some(({ cells }) => countFilled(cells) === 0);
  const enough = [fields <= 4 ? Math.max(1, Math.min(fields, Math.max(2, fields - 1))) : Math.ceil(fields / 2), 2, 1];
  for (const least of enough) {
    const index = lines.findIndex(({ cells }, i) => i >= start && countFilled(cells) >= least && !isAboveBlank(i));
    if (index >= 0) return index;
  }
  return -1;
}

function findNumericFields(rows: readonly Line[], fields: number): boolean[] {
  return Array.from({ length: fields }, (_, field) => {
    let filled = 0;
    let numeric = 0;
    for (const { cells } of rows) {
      const cell = cells[field] ?? '';
      if (cell === '') continue;
      filled++;
      if (isNumeric(cell)) numeric++;
    }
    return filled > 0 && numeric / filled >= 0.6;
  });
}

/** Does the first record say values rather than names? A year may be the name of a column. */
function isData(cells: readonly string[], numeric: readonly boolean[]): boolean {
  if (cells.some((cell) => AREA_CODE.test(cell.trim()))) return true;
  const numbers = cells.filter((cell, field) => numeric[field] && isNumeric(cell));
  const plain = numbers.filter((cell) => !YEAR.test(cell.trim()));
  return plain.length > 0 && numbers.length >= numeric.filter(Boolean).length / 2;
}

/** The place of names that stand over every field of such rows with blank lines between; -1 where none do. */
function findNamesAboveBlank(lines: readonly Line[], fields: number, numeric: readonly boolean[]): number {
  const place = lines.findLastIndex(({ cells }) => countFilled(cells) > 0);
  const { cells } = lines[place] ?? { cells: [] };
  const isHeader = fields > 1 && cells.length === fields && countFilled(cells) === fields && !isData(cells, numeric);
  return isHeader ? place : -1;
}

/**
 * The layout of a sheet by its first records.
 * @param lines records with their lines, blank ones included, at least one of them not blank
 */
export function findLayout(lines: readonly Line[]): Layout {
  if (!isSpaced(lines)) return findUnspaced(lines);
  const filled = lines.filter(({ cells }) => countFilled(cells) > 0);
  const layout = findUnspaced(filled);
  const first = filled[layout.firstRow];
  return { ...layout, isSpaced: true, firstRow: first ? lines.indexOf(first) : lines.length };
}

function findUnspaced(lines: readonly Line[]): Layout {
  const { start, rows } = findFirstTable(lines);
  const usual = findFields(rows.filter(({ cells }) => countFilled(cells) > 0));
  const index = findHeaderIndex(lines, usual, start);
  const top = lines[index] ?? { line: 1, cells: [] };
  const below = upToBlank(lines.slice(index + 1)).filter(({ cells }) => countFilled(cells) > 0);
  const tabular = below.filter(({ cells }) => countFilled(cells) >= Math.min(2, usual));
  const preamble = lines.slice(0, index).filter(({ cells }) => countFilled(cells) > 0);
  const fieldsBelow = tabular.length > 0 ? findFields(tabular, top.cells.length) : top.cells.length;
  const numeric = findNumericFields(tabular, fieldsBelow);

  if (tabular.length > 0 && isData(top.cells, numeric)) {
    const names = findNamesAboveBlank(lines.slice(0, index), fieldsBelow, numeric);
    if (names >= 0) {
      const layout = findUnspaced([...lines.slice(0, names + 1), ...lines.slice(index)]);
      return { ...layout, firstRow: layout.firstRow + index - names - 1 };
    }
    const fields = Math.max(fieldsBelow, top.cells.length);
    return {
      header: Array.from({ length: fields }, (_, i) => nameColumn(i)),
      headerLine: 0,
      fields,
      preamble,
      firstRow: index,
      numeric,
      isSpaced: false,
      problems: [
        {
          severity: 'warning',
          code: 'no-header',
          message: `Line ${String(top.line)} is the first of the table and holds values such as “${top.cells.map((cell) => cell.trim()).find((cell) => AREA_CODE.test(cell) || isNumeric(cell)) ?? ''}” where the names of the columns were expected. The columns are called “column 1” onwards; add a first line with their names.`,
          line: top.line,
        },
      ],
    };
  }
  const two = findTwoLines(lines[index - 1], top, below.length > 1 ? below[0] : undefined, numeric);
  const lowest = two ? two[1] : top;
  const names = two ? joinHeaders(two[0].cells, two[1].cells) : top.cells.map((cell) => cell.trim());
  const { header, fields, problem } = fitHeader(names, lowest.line, tabular, fieldsBelow);
  const duplicates = describeDuplicates(header, lowest.line);
  return {
    header,
    headerLine: lowest.line,
    fields,
    preamble: preamble.filter((line) => line !== two?.[0]),
    firstRow: lines.indexOf(lowest) + 1,
    numeric,
    isSpaced: false,
    problems: [
      ...(two ? [describeTwoLines(two[0].line, two[1].line, header)] : []),
      ...(problem ? [problem] : []),
      ...(duplicates ? [duplicates] : []),
    ],
  };
}
