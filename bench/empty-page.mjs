/** The least that any Svelte page needs, built with what the dashboard is built with. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} folder to build it in
 * @returns {Promise<string>} where it was built
 */
export async function buildEmptyPage(folder) {
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
