/** What a first visit fetches and runs before it can be worked, and the most it may be. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes, gzip. */
export const LIMITS = { 'index.html': 120_000, 'embed.html': 45_000 };

/**
 * The scripts that a built page names in its head, its modules' static imports and what it preloads among them, and
 * those it carries.
 * @param {string} page
 * @returns {number} bytes, gzip
 */
export function measureScript(page) {
  const html = readFileSync(page, 'utf8');
  const paths = [...html.matchAll(/<(?:script|link)[^>]+?(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => path);
  const carried = [...html.matchAll(/<script(?![^>]*application\/json)[^>]*>(.*?)<\/script>/gs)].map(
    ([, code = '']) => code,
  );
  return [...paths.map((path) => readFileSync(join(dirname(page), path))), ...carried.filter((code) => code !== '')]
    .map((code) => gzipSync(code, { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * @param {string} site the built site
 * @returns {{ page: string, bytes: number, limit: number }[]}
 */
export const measureSite = (site) =>
  Object.entries(LIMITS).map(([page, limit]) => ({ page, limit, bytes: measureScript(join(site, page)) }));
