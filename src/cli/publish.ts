/** `ecm publish FOLDER`: writes the index by which the dashboard beside the folder offers its files to every visitor. */
import { readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Writable } from 'node:stream';
import { hashFile } from '../ingest/hash.ts';
import { readFiles } from '../ingest/read.ts';
import { loadBundled } from './bundled.ts';
import { openInput } from './file-input.ts';
import { describeProblem } from './table.ts';

const USAGE = `usage: ecm publish FOLDER
  FOLDER  the folder data/ beside the index.html of a deployed site, with the files that every visitor is offered
`;
const INDEX = 'index.json';
/** What the dashboard reads; anything else in the folder is left alone. */
const FILES_OF_FIGURES = /\.(csv|tsv|txt|gz|zip|xlsx)$/i;

interface Found {
  readonly path: string;
  readonly changed: number;
}

/** Files of figures below a folder, the oldest first: of the same figure the later file has the last word. */
async function findFiles(folder: string): Promise<readonly Found[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && FILES_OF_FIGURES.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(paths.map(async (path) => ({ path, changed: (await stat(path)).mtimeMs })));
  return found.sort((a, b) => a.changed - b.changed || (a.path < b.path ? -1 : 1));
}

/** @returns exit status: 0 where the index was written, 1 where a file cannot be loaded, 2 for wrong usage */
export async function runPublish(
  args: readonly string[],
  out: Writable = process.stdout,
  err: Writable = process.stderr,
): Promise<number> {
  const [folder] = args;
  if (folder === undefined || args.length > 1 || folder.startsWith('-')) {
    err.write(USAGE);
    return 2;
  }
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    err.write(`error: ${folder}: There is no such folder. Check the path.\n`);
    return 2;
  }
  const found = await findFiles(folder);
  if (found.length === 0) {
    err.write(
      `error: ${folder} holds no file of figures (.csv, .tsv, .txt, .gz, .zip or .xlsx), so nothing was published.\n`,
    );
    return 1;
  }
  const listed = await Promise.all(
    found.map(async ({ path }) => ({
      path: relative(folder, path).split(sep).join('/'),
      input: await openInput(path),
    })),
  );
  const inputs = listed.flatMap(({ input }) => ('problem' in input ? [] : input));
  const { areas, catalogue } = loadBundled();
  const readings = await readFiles(inputs, { areas, catalogue });
  const errors = [
    ...listed.flatMap(({ input }) => ('problem' in input ? input.problem : [])),
    ...readings.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error')),
  ];
  for (const error of errors) err.write(describeProblem(error));
  if (inputs.length < listed.length || readings.some(({ accepted }) => !accepted)) {
    err.write(
      `error: ${INDEX} was not written, because visitors could not load everything in ${folder}. Mend or remove what the lines above name, then publish again.\n`,
    );
    return 1;
  }
  const files = [];
  for (const { path, input } of listed) {
    if ('problem' in input) continue;
    files.push({ path, name: input.name, sha256: await hashFile(input), size: input.size });
  }
  const index = join(folder, INDEX);
  // A visitor who comes meanwhile gets the old index or the new one.
  await writeFile(`${index}.new`, `${JSON.stringify({ updated: new Date().toISOString(), files }, undefined, 2)}\n`);
  await rename(`${index}.new`, index);
  out.write(`${index}: ${String(files.length)} ${files.length === 1 ? 'file' : 'files'}\n`);
  return 0;
}
