/**
 * What a first visit has to fetch and run before anything is drawn, against the least that any Svelte page needs.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const name = 'initial script';

/**
 * The scripts that a built page names in its head, its modules' static imports among them.
 * @param {string} folder
 */
function measure(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const paths = [...html.matchAll(/<(?:script|link)[^>]+?(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => path);
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0);
}

/**
 * @param {string} folder to build it in
 * @returns {Promise<string>} where it was built
 */
async function buildEmptyPage(folder) {
  const { build } = await import('vite');
  const { svelte } = await import('@sveltejs/vite-plugin-svelte');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<div id="app"></div><script type="module" src="./main.js"></script>');
  writeFileSync(join(folder, 'Empty.svelte'), '<p>Nothing</p>');
  writeFileSync(
    join(folder, 'main.js'),
    `import { mount } from 'svelte';\nimport Empty from './Empty.svelte';\nmount(Empty, { target: document.getElementById('app') });`,
  );
  const plugins = [svelte({ configFile: false })];
  await build({ root: folder, configFile: false, base: './', plugins, logLevel: 'error', build: { target: 'es2022' } });
  return join(folder, 'dist');
}

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export async function run({ site, work }) {
  const ours = measure(site);
  const peer = measure(await buildEmptyPage(join(work, 'empty-page')));
  return [{ figure: 'initial script, gzip', peerName: 'empty Svelte page', ours, peer, unit: 'bytes' }];
}
