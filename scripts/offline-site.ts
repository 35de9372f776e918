/**
 * Vite plugins: the site works without its server. Writes sw.js, which carries the list of everything that was built,
 * and leads browsers to the manifest that makes the site installable.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Part } from 'virtual:parts';
import { build } from 'vite';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { PUBLISHED } from '../src/offline/parts.ts';

const WORKER = 'sw.js';
const ENTRY = join(import.meta.dirname, '../src/offline/worker.ts');
const MODULE = 'virtual:parts';
/** Vite's sign for a module without a file. */
const RESOLVED = `\0${MODULE}`;
/**
 * Not kept: the worker itself, what hosts hand out in place of a part and what they publish beside the site, and
 * overviews of authorities never visited.
 */
const LEFT_OUT = new RegExp(`^${WORKER}$|^${PUBLISHED}|\\.(gz|br|map)$|^assets/overviews-`);

/** Every part below a folder with its hash, by path. */
export function listParts(folder: string): readonly Part[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !LEFT_OUT.test(path))
    .sort()
    .map((path) => ({
      path,
      integrity: `sha256-${createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('base64')}`,
    }));
}

/** The same parts have the same version, wherever and whenever they were built. */
export function toVersion(parts: readonly Part[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}

function partsModule(parts: readonly Part[]): Plugin {
  return {
    name: 'parts',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) =>
      id === RESOLVED
        ? `export const VERSION = ${JSON.stringify(toVersion(parts))};\nexport const PARTS = ${JSON.stringify(parts)};`
        : undefined,
  };
}

/** Writes the service worker of a site that is otherwise finished. */
export async function writeServiceWorker(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [partsModule(listParts(folder))],
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: { input: ENTRY, output: { format: 'iife', entryFileNames: WORKER } },
    },
  });
}

/** Beside the page, where public/ has put them. */
const LINKS: HtmlTagDescriptor[] = [
  { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' },
  { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './icons/icon-192.png' }, injectTo: 'head' },
];

/** Leads browsers to what makes the site installable. */
export const installable = (): Plugin => ({
  name: 'installable',
  apply: 'build',
  transformIndexHtml: () => LINKS,
});

/** For every build that puts pages into the site: the last of them lists the parts of all. */
export function serviceWorker(): Plugin {
  let folder = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      folder = resolve(root, outDir);
    },
    writeBundle: { order: 'post', sequential: true, handler: () => writeServiceWorker(folder) },
  };
}
