/**
 * npm run build: the site (many files, any path of any server) and the one file that opens from a disk.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isFresh } from './freshness.mjs';
import { ensurePackages, giveUp, ROOT, say } from './setup.mjs';

export const SITE = 'dist/site';
export const SINGLE_FILE = 'dist/every-child-matters.html';

const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest']);
/** Below this a compressed answer is no quicker: it is one packet either way. */
const ONE_PACKET = 1400;

/**
 * Writes a .gz beside every text file, which the server and most hosts hand out as it is.
 * @param {string} folder
 */
function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.has(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    if (statSync(path).size > ONE_PACKET) writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}

/** @param {number} since */
const secondsSince = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * One of the builds that vite.config.ts knows.
 * @param {'site' | 'embed' | 'single' | 'gallery'} target
 */
export async function buildTarget(target) {
  const { build } = await import('vite');
  try {
    await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), mode: target, logLevel: 'warn' });
  } catch (error) {
    giveUp(error instanceof Error ? error.message : String(error));
  }
}

/** Both forms of the dashboard; the single file last, so that its age tells whether a build was finished. */
export async function buildAll() {
  const start = performance.now();
  await buildTarget('site');
  await buildTarget('embed');
  compress(join(ROOT, SITE));
  await buildTarget('single');
  say(`Built ${SITE}/ and ${SINGLE_FILE} in ${secondsSince(start)}`);
}

/** Builds unless nothing has changed since the last build. */
export async function buildWhenStale() {
  if (isFresh(SINGLE_FILE)) return;
  say('Building …');
  await buildAll();
}

if (process.argv[1] === import.meta.filename) {
  ensurePackages();
  await buildAll();
}
