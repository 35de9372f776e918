/**
 * The overview of every authority as a first visit can read it before the dashboard has started, made by
 * src/overviews.ts from the bundled figures.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import * as v from 'valibot';
import { build } from 'vite';
import type { renderOverviews } from '../src/overviews.ts';
import { isFresh } from './freshness.mjs';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = '.cache/overviews';

export interface Overviews {
  /** Where they lie in the site: named for all that is in them, with a slash at its end. */
  readonly folder: string;
  /** By the code of the authority, deflated. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

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

/** @param json the bundled figures, as the site fetches them */
export async function makeOverviews(json: string): Promise<Overviews> {
  const { renderOverviews } = await loadRenderer();
  const texts = renderOverviews(JSON.parse(json));
  const hash = createHash('sha256');
  for (const html of texts.values()) hash.update(html);
  return {
    folder: `assets/overviews-${hash.digest('base64url').slice(0, 8)}/`,
    files: new Map([...texts].map(([code, html]) => [code, deflateSync(html, { level: 9 })])),
  };
}
