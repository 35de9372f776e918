/** Which test file reaches which function, and how long each takes. Kept as long as sources and tests stay the same. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../setup.mjs';

/** The folders that are measured. */
export const FOLDERS = ['src/domain', 'src/ingest', 'src/analysis', 'src/chart'];

/** A table that a script has measured: `scripts/measure-font.mjs`. */
const MEASURED = 'src/chart/text-widths.ts';

const CACHE = join(ROOT, '.cache/mutants');

/**
 * @typedef {object} Measured
 * @property {Readonly<Record<string, readonly string[]>>} tests that reach a body ("src/domain/value.ts#3"), the quickest first
 * @property {Readonly<Record<string, number>>} seconds that each takes
 */

/**
 * The TypeScript files at or below a path, relative to the project.
 * @param {string} path
 * @returns {readonly string[]}
 */
export function findSources(path) {
  const whole = join(ROOT, path);
  const found = statSync(whole).isDirectory()
    ? readdirSync(whole, { recursive: true, encoding: 'utf8' }).map((name) => join(whole, name))
    : [whole];
  return found
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => relative(ROOT, name))
    .filter((name) => name !== MEASURED)
    .sort();
}

function toFingerprint() {
  const hash = createHash('sha256');
  for (const folder of ['src', 'test', 'data', 'scripts/mutants']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const path = join(ROOT, folder, name);
      if (statSync(path).isFile()) hash.update(name).update(readFileSync(path));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} list
 * @param {Readonly<Record<string, number>>} seconds
 * @param {readonly string[]} failed
 * @returns {Measured}
 */
function readReached(list, seconds, failed) {
  /** @type {Map<string, string[]>} */
  const tests = new Map();
  for (const line of readFileSync(list, 'utf8').trim().split('\n')) {
    /** @type {{ test: string, reached: readonly string[] }} */
    const { test, reached } = JSON.parse(line);
    const name = relative(ROOT, test);
    if (failed.some((reason) => reason.startsWith(`${name},`))) continue;
    for (const body of reached) tests.set(body, [...(tests.get(body) ?? []), name]);
  }
  for (const found of tests.values()) found.sort((a, b) => (seconds[a] ?? 0) - (seconds[b] ?? 0));
  return { tests: Object.fromEntries(tests), seconds };
}

/**
 * @param {(asked: import('./tests.mjs').Measure, list: string) => Promise<import('./tests.mjs').Outcome>} run
 * @returns {Promise<Measured>}
 */
export async function measure(run) {
  mkdirSync(CACHE, { recursive: true });
  const path = join(CACHE, `${toFingerprint()}.json`);
  if (existsSync(path)) {
    /** @type {Measured} */
    const known = JSON.parse(readFileSync(path, 'utf8'));
    return known;
  }
  const list = join(CACHE, 'reached.jsonl');
  rmSync(list, { force: true });
  const { failed, seconds } = await run({ kind: 'measure', folders: FOLDERS }, list);
  // One that does not pass by itself, as with a time of its own on a loaded machine, tells nothing of a mutant.
  for (const reason of failed) console.log(`left out, for it fails with nothing changed: ${reason}`);
  const measured = readReached(list, seconds, failed);
  writeFileSync(path, JSON.stringify(measured));
  return measured;
}
