/** The folder `data/` → the JSON document that the dashboard carries, by the dashboard's own ingest. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { toBundle } from '../src/bundle/bundle.ts';
import type { Problem } from '../src/domain/problem.ts';
import { readBundledData } from '../src/ingest/bundled.ts';

const MOST_SHOWN = 20;

/** The message with its place before it, unless it names the file itself. */
function describeProblem({ file, line, column, message }: Problem): string {
  if (file !== undefined && message.includes(`data/${file}`)) return message;
  const place = [
    file ? `data/${file}` : 'data/',
    ...(line === undefined ? [] : [`line ${String(line)}`]),
    ...(column === undefined ? [] : [`column "${column}"`]),
  ];
  return `${place.join(', ')}: ${message}`;
}

/**
 * The day the figures were last changed: that of their last commit, so that every clone builds the same document,
 * or of the folder itself where there is no history.
 * @returns ISO date
 */
export function findDataDate(folder: string): string {
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%cs', '--', folder], { cwd: folder, encoding: 'utf8' });
  const committed = (stdout as string | null)?.trim();
  return committed || statSync(folder).mtime.toISOString().slice(0, 10);
}

/**
 * @param files every file of the folder as text, by its path from there
 * @param made the day of the figures, ISO date
 * @throws Error naming file, line and column where a file cannot be read whole: a warning that an officer may accept
 *   would be a figure lost in data of our own
 */
export function toBundleJson(files: ReadonlyMap<string, string>, made: string): string {
  const { figures, problems } = readBundledData(files);
  const errors = problems.filter((problem) => problem.severity !== 'note');
  if (errors.length === 0) return JSON.stringify(toBundle(figures, made));
  const shown = errors.slice(0, MOST_SHOWN).map(describeProblem);
  const more = errors.length > shown.length ? [`and ${String(errors.length - shown.length)} more`] : [];
  throw new Error(['The bundled figures cannot be read, so nothing is built.', ...shown, ...more].join('\n'));
}
