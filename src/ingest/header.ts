/** The names of the columns: from one line or two, as many as a row has fields, and each its own. */
import type { Problem } from '../domain/problem.ts';
import { countFilled, type Line } from './line.ts';

const isRepetitive = (names: readonly string[]): boolean => new Set(names).size < names.length;

/**
 * The two lines over which names stand, where they do: the upper one is merged over several columns, so
 * that its cells are empty or repeated, and the lower one has words where the rows have numbers.
 */
export function findTwoLines(
  above: Line | undefined,
  top: Line,
  next: Line | undefined,
  numeric: readonly boolean[],
): readonly [upper: Line, lower: Line] | undefined {
  const names = top.cells.filter((cell) => cell.trim() !== '');
  if (above && isRepetitive(names) && countFilled(above.cells) >= 2 && above.cells.length === top.cells.length) {
    return [above, top];
  }
  const isMerged = names.length < numeric.length || isRepetitive(names);
  if (!isMerged || next?.cells.length !== top.cells.length) return undefined;
  const places = numeric.flatMap((is, i) => (is ? [i] : []));
  const isWords = places.length > 0 && places.every((i) => /\p{L}{2}/u.test(next.cells[i] ?? ''));
  return isWords ? [top, next] : undefined;
}

/** "2023 number": each name of the lower line after the one that stands, merged, above it. */
export function joinHeaders(upper: readonly string[], lower: readonly string[]): string[] {
  let above = '';
  return lower.map((name, i) => {
    above = upper[i]?.trim() ? (upper[i] ?? '') : above;
    return `${above.trim()} ${name.trim()}`.trim();
  });
}

/** What a column is called that has no name. @param index from 0 */
export const nameColumn = (index: number): string => `column ${String(index + 1)}`;

/** Names that more than one column has; undefined where each has its own. */
export function describeDuplicates(header: readonly string[], line: number): Problem | undefined {
  const places = new Map<string, number[]>();
  header.forEach((name, i) => {
    if (name !== '') places.set(name, [...(places.get(name) ?? []), i + 1]);
  });
  const repeated = [...places].filter(([, at]) => at.length > 1);
  const [first] = repeated;
  if (!first) return undefined;
  const [name, at] = first;
  const others =
    repeated.length > 1 ? ` (and ${String(repeated.length - 1)} more name${repeated.length === 2 ? '' : 's'})` : '';
  return {
    severity: 'warning',
    code: 'duplicate-header',
    message: `The header names “${name}” in columns ${at.join(', ')}${others}; names should differ. Columns are told apart by their place; rename them if values end up in the wrong one.`,
    line,
    column: name,
    count: repeated.length,
  };
}

export function describeTwoLines(upper: number, lower: number, header: readonly string[]): Problem {
  return {
    severity: 'note',
    code: 'two-line-header',
    message: `Names of columns stand on lines ${String(upper)} and ${String(lower)}; they are joined, as in “${header.at(-1) ?? ''}”.`,
    line: lower,
  };
}

/** Makes the header as long as the rows are, or says why it cannot. */
export function fitHeader(
  names: readonly string[],
  line: number,
  rows: readonly Line[],
  fields: number,
): { header: readonly string[]; fields: number; problem?: Problem } {
  if (names.length === fields || rows.length === 0) return { header: names, fields: names.length };
  const found = `The header on line ${String(line)} names ${String(names.length)} columns but rows have ${String(fields)} fields`;
  if (names.length < fields) {
    const extra = rows.some(({ cells }) => countFilled(cells.slice(names.length)) > 0);
    if (!extra) return { header: names, fields: names.length };
    const added = Array.from({ length: fields - names.length }, (_, i) => nameColumn(names.length + i));
    return {
      header: [...names, ...added],
      fields,
      problem: {
        severity: 'warning',
        code: 'header-short',
        message: `${found}; the last are called “${added[0] ?? ''}” onwards. Check that each name stands over its own column.`,
        line,
      },
    };
  }
  const unnamed = names.slice(fields).every((name) => name === '');
  if (unnamed) return { header: names.slice(0, fields), fields };
  return {
    header: names,
    fields,
    problem: {
      severity: 'warning',
      code: 'header-long',
      message: `${found}, so some name stands over no column of its own and which one cannot be told from the rows. Check that each name stands over its own column.`,
      line,
    },
  };
}
