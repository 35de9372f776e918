/**
 * Vite plugin: all that the page of the site needs for an overview to be read comes in two answers, the page and the
 * overview. The page carries its styles and src/first-sight.ts; what only the dashboard needs is fetched when that says
 * so. The overviews lie beside the page (docs/decisions/0009-first-sight.md).
 */
import { join } from 'node:path';
import { build } from 'vite';
import type { Plugin, Rolldown } from 'vite';
import { makeOverviews } from './overviews.ts';
import type { Overviews } from './overviews.ts';

const ENTRY = join(import.meta.dirname, '../src/first-sight.ts');
const MODULE = 'virtual:overviews';
/** Vite's sign for a module without a file. */
const RESOLVED = `\0${MODULE}`;
/** The dashboard, which comes after the first sight of it. */
const DASHBOARD = 'src/dashboard.ts';
/** The link to the styles, with the name of their file. */
const STYLES = /<link rel="stylesheet"[^>]*href="\.\/(assets\/[^"]+)">/;
/** Links to what only the dashboard needs. */
const LATER = /<link\b[^>]*\bfetchpriority="low"[^>]*>\s*/g;
/** The page's own entry. */
const SCRIPT = /(?=<script type="module")/;

function overviewsModule({ folder, files }: Overviews): Plugin {
  const codes = [...files.keys()].join(' ');
  return {
    name: 'overviews',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? `export const OVERVIEWS = ${JSON.stringify({ folder, codes })};` : undefined),
  };
}

/** @returns what shows the overviews, as one script that runs while the rest of the page is still being read */
async function buildFirstSight(overviews: Overviews): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [overviewsModule(overviews)],
    build: { write: false, target: 'es2022', rolldownOptions: { input: ENTRY, output: { format: 'iife' } } },
  });
  if (!('output' in built) || built.output.length > 1) throw new Error('The first sight must be one script');
  return built.output[0].code.trim();
}

const isDashboard = (output: Rolldown.OutputChunk | Rolldown.OutputAsset): output is Rolldown.OutputChunk =>
  output.type === 'chunk' && Object.keys(output.modules).some((id) => id.endsWith(DASHBOARD));

/** The page with the styles inside that lay beside it. */
function carryStyles(html: string, bundle: Rolldown.OutputBundle): string {
  return html.replace(STYLES, (link, fileName: string) => {
    const styles = bundle[fileName];
    if (styles?.type !== 'asset' || typeof styles.source !== 'string') return link;
    Reflect.deleteProperty(bundle, fileName);
    return `<style>${styles.source.replaceAll('url(./', 'url(./assets/')}</style>`;
  });
}

/**
 * The page with the links to all that only the dashboard needs in a template: however low their priority, a few
 * hundred kilobytes beside it keep an overview waiting.
 */
function putOff(html: string, bundle: Rolldown.OutputBundle): string {
  const scripts = Object.values(bundle)
    .filter(isDashboard)
    .map(({ fileName }) => `<link rel="modulepreload" crossorigin href="./${fileName}">`);
  const later = [...scripts, ...(html.match(LATER) ?? [])].map((link) => link.trim());
  return html.replaceAll(LATER, '').replace('</head>', () => `  <template>${later.join('')}</template>\n  </head>`);
}

/** @param toJson makes the bundled figures */
export function firstSight(toJson: () => string): Plugin {
  let overviews: Overviews;
  return {
    name: 'first-sight',
    apply: 'build',
    async buildStart() {
      overviews = await makeOverviews(toJson());
    },
    generateBundle() {
      const { folder, files } = overviews;
      for (const [code, source] of files) this.emitFile({ type: 'asset', fileName: `${folder}${code}`, source });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle = {} }) {
        const script = await buildFirstSight(overviews);
        return putOff(carryStyles(html, bundle), bundle).replace(
          SCRIPT,
          () => `<script id="first-sight">${script}</script>\n    `,
        );
      },
    },
  };
}
