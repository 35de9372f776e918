/**
 * `ecm table FILE`: the table that stands in a file, before any meaning is given to it, as clean CSV on
 * standard output; what was found wrong on standard error.
 */
import { once } from 'node:events';
import { basename } from 'node:path';
import type { Writable } from 'node:stream';
import type { Problem } from '../domain/problem.ts';
import { openFile } from '../ingest/container.ts';
import { readTable } from '../ingest/table.ts';
import { openInput } from './file-input.ts';

const USAGE = 'usage: ecm table FILE\n';
/** Characters gathered before they are written. */
const BLOCK = 1 << 18;

/** A cell as RFC 4180 has it: in quotes only where it needs them. */
function toCsvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function toCsvLine(cells: readonly string[]): string {
  // A line with nothing on it would be read as a blank one.
  return cells.length === 1 && cells[0] === '' ? '""\n' : `${cells.map(toCsvCell).join(',')}\n`;
}

/** "warning: file.csv:12: …" */
export function describeProblem({ severity, file, line, message, count = 1 }: Problem): string {
  const place =
    file === undefined && line !== undefined
      ? `line ${String(line)}`
      : [file, line].filter((part) => part !== undefined).join(':');
  const times = count > 1 ? ` (${String(count)} times)` : '';
  return `${severity}: ${place === '' ? '' : `${place}: `}${message}${times}\n`;
}

/** @returns exit status: 0 where a table was found and read, 1 where none was, 2 for wrong usage */
export async function runTable(
  args: readonly string[],
  out: Writable = process.stdout,
  err: Writable = process.stderr,
): Promise<number> {
  const [path] = args;
  if (path === undefined || args.length !== 1 || path.startsWith('-')) {
    err.write(USAGE);
    return 2;
  }
  const input = await openInput(path);
  if ('problem' in input) {
    err.write(describeProblem(input.problem));
    return 1;
  }
  const { members, problems } = await openFile(input);
  for (const problem of problems) err.write(describeProblem(problem));
  const [member, ...others] = members;
  if (!member) return 1;
  if (others.length > 0) {
    const names = others.map(({ name }) => name).join(', ');
    err.write(`note: ${basename(path)}: several files are packed in it; this is “${member.name}”, not ${names}\n`);
  }

  let text = '';
  const push = (cells: readonly string[]): void => {
    text += toCsvLine(cells);
    if (text.length < BLOCK) return;
    out.write(text);
    text = '';
  };
  const result = await readTable(member, (_, shape) => {
    push(shape.header);
    return { push, pushMisfit: push };
  });
  if (text !== '' && !out.write(text)) await once(out, 'drain');
  for (const problem of result.problems) err.write(describeProblem(problem));
  const failed = result.problems.some(({ severity }) => severity === 'error');
  return failed ? 1 : 0;
}
