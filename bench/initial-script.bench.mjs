/**
 * What a first visit has to fetch and run before anything is drawn, against the least that any Svelte page needs.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildEmptyPage } from './empty-page.mjs';

export const name = 'initial script';

/**
 * The scripts that a built page names in its head, its modules' static imports among them, and those it carries.
 * @param {string} page
 */
function measure(page) {
  const html = readFileSync(page, 'utf8');
  const paths = [...html.matchAll(/<(?:script|link)[^>]+?(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => path);
  const carried = [...html.matchAll(/<script type="module"[^>]*>(.+?)<\/script>/gs)].map(([, code = '']) => code);
  return [...paths.map((path) => readFileSync(join(dirname(page), path))), ...carried]
    .map((code) => gzipSync(code, { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export async function run({ site, work }) {
  const dashboard = measure(join(site, 'index.html'));
  const peer = measure(join(await buildEmptyPage(join(work, 'empty-page')), 'index.html'));
  const sized = { unit: 'bytes', ours: dashboard };
  return [
    { ...sized, figure: 'initial script, gzip', peerName: 'empty Svelte page', peer },
    { ...sized, figure: 'the same', peerName: 'the goal', peer: 120_000 },
    {
      ...sized,
      figure: 'script of the embed, gzip',
      peerName: 'the goal',
      ours: measure(join(site, 'embed.html')),
      peer: 45_000,
    },
  ];
}
