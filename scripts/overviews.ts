/**
 * Vite plugin: the overview of every authority as a first visit can read it before the dashboard has started, made by
 * src/overviews.ts from the bundled figures, as `virtual:overviews`. Its type stands in src/virtual.d.ts.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import * as v from 'valibot';
import { build } from 'vite';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import type { renderOverviews } from '../src/overviews.ts';
import { isFresh } from './freshness.mjs';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = '.cache/overviews';
const MODULE = 'virtual:overviews';
/** Vite's sign for a module without a file. */
const RESOLVED = `\0${MODULE}`;
/** The dashboard comes after the first sight of it, but is wanted as early. */
const DASHBOARD = 'src/dashboard.ts';

type Overviews = ReadonlyMap<string, Uint8Array>;

const Renderer = v.object({
  renderOverviews: v.custom<typeof renderOverviews>((made) => typeof made === 'function'),
});

/** The dashboard's own components, built to make text rather than elements. */
async function loadRenderer(): Promise<v.InferOutput<typeof Renderer>> {
  const file = join(FOLDER, 'overviews.js');
  if (!isFresh(file)) {
    await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.config.ts'),
      mode: 'overviews',
      logLevel: 'error',
    });
  }
  return v.parse(Renderer, await import(pathToFileURL(join(ROOT, file)).href));
}

const isDashboard = (output: Rolldown.OutputChunk | Rolldown.OutputAsset): output is Rolldown.OutputChunk =>
  output.type === 'chunk' && Object.keys(output.modules).some((id) => id.endsWith(DASHBOARD));

/** Links to the script and the styles of the dashboard, so that they are fetched beside the first sight. */
function toLinks(chunk: Rolldown.OutputChunk): HtmlTagDescriptor[] {
  const styles = [...(chunk.viteMetadata?.importedCss ?? [])];
  return [
    {
      tag: 'link',
      attrs: { rel: 'modulepreload', crossorigin: '', fetchpriority: 'low', href: `./${chunk.fileName}` },
      injectTo: 'head',
    },
    ...styles.map((file): HtmlTagDescriptor => ({
      tag: 'link',
      attrs: { rel: 'stylesheet', crossorigin: '', href: `./${file}` },
      injectTo: 'head',
    })),
  ];
}

/** @param toJson makes the bundled figures; without it, where a page carries everything inside, there are no overviews */
export function overviews(toJson?: () => string): Plugin {
  let made: { readonly folder: string; readonly files: Overviews } | undefined;
  /** A page that is being worked on changes with every edit. */
  let isServed = false;
  const make = async (): Promise<NonNullable<typeof made>> => {
    if (made) return made;
    const { renderOverviews } = await loadRenderer();
    const texts = renderOverviews(JSON.parse(toJson?.() ?? ''));
    const files = new Map([...texts].map(([code, html]) => [code, deflateSync(html, { level: 9 })]));
    const hash = createHash('sha256');
    for (const html of texts.values()) hash.update(html);
    made = { folder: `assets/overviews-${hash.digest('base64url').slice(0, 8)}/`, files };
    return made;
  };

  return {
    name: 'overviews',
    configResolved({ command }) {
      isServed = command === 'serve';
    },
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      if (!toJson || isServed) return 'export const OVERVIEWS = undefined;';
      const { folder, files } = await make();
      return `export const OVERVIEWS = ${JSON.stringify({ folder, codes: [...files.keys()].join(' ') })};`;
    },
    async generateBundle() {
      if (!toJson) return;
      const { folder, files } = await make();
      for (const [code, source] of files) this.emitFile({ type: 'asset', fileName: `${folder}${code}`, source });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        return toJson
          ? Object.values(bundle ?? {})
              .filter(isDashboard)
              .flatMap(toLinks)
          : [];
      },
    },
  };
}
