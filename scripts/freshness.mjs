/** Is what was built newer than everything it was built from? */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

const SOURCES = [
  'src',
  'data',
  'public',
  'scripts',
  'docs/handbook',
  'docs/method.md',
  'index.html',
  'embed.html',
  'pack.html',
  'vite.config.ts',
  'package-lock.json',
];

/**
 * The latest change below a path, in milliseconds. Folders count too: theirs is the trace of a removed file.
 * @param {string} path
 * @returns {number}
 */
function findLatestChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, findLatestChange(join(path, name))), stat.mtimeMs);
}

/**
 * @param {string} built the file that the build writes last
 * @param {string} [root] the project's folder
 */
export function isFresh(built, root = ROOT) {
  const made = statSync(join(root, built), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.every((source) => findLatestChange(join(root, source)) < made);
}
