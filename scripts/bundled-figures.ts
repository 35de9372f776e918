/**
 * Vite plugin: the folder `data/`, read by the dashboard's own ingest when it is built, as `virtual:bundled-figures`.
 * Its type stands in src/virtual.d.ts.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const MODULE = 'virtual:bundled-figures';
/** Vite's sign for a module without a file. */
const RESOLVED = `\0${MODULE}`;
/** Where the single file carries the figures. */
const ELEMENT = 'bundled-figures';

/** Every file below a folder as text, by its path from there with forward slashes. */
export function readFolder(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

export interface BundledFiguresOptions {
  /** The folder of the figures. */
  readonly folder: string;
  /** Inside the page, or as a file beside it. */
  readonly place: 'inline' | 'asset';
  /** Makes the document; throws with the reason where a file of the folder cannot be read. */
  readonly toJson: (files: ReadonlyMap<string, string>) => string;
}

const fetchedFrom = (url: string): string => `
  export async function loadBundledFigures() {
    const response = await fetch(new URL(${JSON.stringify(url)}, document.baseURI));
    if (!response.ok) throw new Error('The figures that come with the dashboard did not arrive (' + response.status + ')');
    return response.json();
  }`;

const FOUND_IN_PAGE = `
  export function loadBundledFigures() {
    return Promise.resolve(JSON.parse(document.getElementById('${ELEMENT}').textContent));
  }`;

/** JSON that may stand in a script element: no end tag and no comment can begin in it. */
const toScriptText = (json: string): string => json.replaceAll('<', '\\u003c');

export function bundledFigures({ folder, place, toJson }: BundledFiguresOptions): Plugin {
  let made: { readonly json: string; readonly fileName: string } | undefined;
  const make = (): NonNullable<typeof made> => {
    if (made) return made;
    const json = toJson(readFolder(folder));
    const hash = createHash('sha256').update(json).digest('base64url').slice(0, 8);
    made = { json, fileName: `assets/figures-${hash}.json` };
    return made;
  };

  return {
    name: 'bundled-figures',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      return place === 'inline' ? FOUND_IN_PAGE : fetchedFrom(make().fileName);
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder + sep)) return;
        made = undefined;
        const module = server.moduleGraph.getModuleById(RESOLVED);
        if (module) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        if (place !== 'asset' || request.url !== `/${make().fileName}`) {
          next();
          return;
        }
        response.setHeader('Content-Type', 'application/json').end(make().json);
      });
    },
    generateBundle() {
      if (place === 'asset') this.emitFile({ type: 'asset', fileName: make().fileName, source: make().json });
    },
    transformIndexHtml() {
      const { json, fileName } = make();
      return place === 'inline'
        ? [
            {
              tag: 'script',
              attrs: { type: 'application/json', id: ELEMENT },
              children: toScriptText(json),
              injectTo: 'body',
            },
          ]
        : [
            {
              tag: 'link',
              // Wanted early, but never before the script and the styles of what is read first.
              attrs: { rel: 'preload', as: 'fetch', crossorigin: '', fetchpriority: 'low', href: `./${fileName}` },
              injectTo: 'head',
            },
          ];
    },
  };
}
