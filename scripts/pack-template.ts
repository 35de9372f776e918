/**
 * The reader that every board pack carries, as one page without figures: built from src/pack.ts when it is first asked
 * for, and again when anything it is made of has changed. As a Vite plugin it is `virtual:pack-template`, whose type
 * stands in src/virtual.d.ts.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { isFresh } from './freshness.mjs';

const ROOT = join(import.meta.dirname, '..');
const KEPT = '.cache/pack.html';
const MODULE = 'virtual:pack-template';
/** Vite's sign for a module without a file. */
const RESOLVED = `\0${MODULE}`;
/** Beside the pages of the site. */
const FILE = 'pack.html';
/** Where the single file carries it. */
const ELEMENT = 'pack-template';

async function buildTemplate(): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    mode: 'pack',
    // A slow build is warned about; whoever runs a pipeline looks at what is on stderr.
    logLevel: 'error',
    build: { write: false },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const page = outputs.find(({ fileName }) => fileName === FILE);
  if (page?.type !== 'asset') throw new Error(`The build of the board pack's reader made no ${FILE}`);
  return typeof page.source === 'string' ? page.source : new TextDecoder().decode(page.source);
}

/** The page; takes some seconds where it has to be built. */
export async function loadTemplate(): Promise<string> {
  const path = join(ROOT, KEPT);
  if (isFresh(KEPT)) return readFileSync(path, 'utf8');
  const page = await buildTemplate();
  mkdirSync(dirname(path), { recursive: true });
  // Two builds at once must not leave half a page to a third.
  writeFileSync(`${path}.${String(process.pid)}`, page);
  renameSync(`${path}.${String(process.pid)}`, path);
  return page;
}

const FETCHED = `
  export async function loadPackTemplate() {
    const response = await fetch(new URL('${FILE}', document.baseURI));
    if (!response.ok) throw new Error('The reader that every board pack carries did not arrive (' + response.status + '). Reload the page, then try again.');
    return response.text();
  }`;

const FOUND_IN_PAGE = `
  import { strFromU8, strToU8, unzlibSync } from 'fflate';
  export function loadPackTemplate() {
    const packed = document.getElementById('${ELEMENT}').textContent;
    return Promise.resolve(strFromU8(unzlibSync(strToU8(atob(JSON.parse(packed)), true))));
  }`;

/** @param place inside the page, deflated, or as a file beside it */
export function packTemplate(place: 'inline' | 'asset'): Plugin {
  return {
    name: 'pack-template',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      return place === 'inline' ? FOUND_IN_PAGE : FETCHED;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (place !== 'asset' || request.url !== `/${FILE}`) {
          next();
          return;
        }
        loadTemplate().then((page) => {
          response.setHeader('Content-Type', 'text/html').end(page);
        }, next);
      });
    },
    async generateBundle() {
      if (place === 'asset') this.emitFile({ type: 'asset', fileName: FILE, source: await loadTemplate() });
    },
    async transformIndexHtml() {
      if (place === 'asset') return [];
      const packed = deflateSync(await loadTemplate(), { level: 9 }).toString('base64');
      return [
        { tag: 'script', attrs: { type: 'application/json', id: ELEMENT }, children: `"${packed}"`, injectTo: 'body' },
      ];
    },
  };
}
