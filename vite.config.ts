import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { defineConfig } from 'vitest/config';
import type { ViteUserConfig } from 'vitest/config';
import { findDataDate, toBundleJson } from './scripts/bundle-data.ts';
import { bundledFigures, readFolder } from './scripts/bundled-figures.ts';
import { dependencies } from './scripts/dependencies.ts';
import { firstSight } from './scripts/first-sight.ts';
import { handbook } from './scripts/handbook.ts';
import { installable, serviceWorker } from './scripts/offline-site.ts';
import { packTemplate } from './scripts/pack-template.ts';
import { securityPolicy } from './scripts/security-policy.ts';

const DATA = join(import.meta.dirname, 'data');
const toFigures = (files: ReadonlyMap<string, string>): string => toBundleJson(files, findDataDate(DATA));

/** The forms in which the dashboard is built; `npm run build` makes site and single. */
const TARGETS = {
  site: {
    plugins: [
      firstSight(() => toFigures(readFolder(DATA))),
      packTemplate('asset'),
      installable(),
      serviceWorker(),
      securityPolicy('site'),
    ],
    build: {
      outDir: 'dist/site',
      // Every style in one sheet, which the page carries: scripts/first-sight.ts.
      cssCodeSplit: false,
      rolldownOptions: {
        input: 'index.html',
        // One file for all that the first page needs: split by who else shares it, it came in forty requests.
        output: {
          codeSplitting: {
            groups: [
              // The entry is one file, with what it shares with the dashboard.
              { name: 'entry', test: /index\.html$|vite\/preload-helper/, priority: 1 },
              { name: 'dashboard', test: /src\/dashboard\.ts$/ },
            ],
          },
        },
      },
    },
  },
  single: {
    plugins: [
      packTemplate('inline'),
      viteSingleFile({ outputFileName: 'every-child-matters.html' }),
      securityPolicy('single'),
    ],
    publicDir: false,
    build: { outDir: 'dist', emptyOutDir: false, rolldownOptions: { input: 'index.html' } },
  },
  // A page of its own without a single request: a sandboxed frame is of no origin and could make none.
  embed: {
    plugins: [viteSingleFile(), securityPolicy('single'), serviceWorker()],
    publicDir: false,
    build: { outDir: 'dist/site', emptyOutDir: false, rolldownOptions: { input: 'embed.html' } },
  },
  // The reader that a board pack carries; its figures come with each pack.
  pack: {
    plugins: [viteSingleFile(), securityPolicy('single')],
    publicDir: false,
    build: { outDir: 'dist/pack', rolldownOptions: { input: 'pack.html' } },
  },
  // What the site's first sight is made with: run while the site is built, no part of it.
  overviews: {
    publicDir: false,
    build: { outDir: '.cache/overviews', ssr: 'src/overviews.ts' },
  },
  gallery: {
    build: { outDir: 'dist/gallery', rolldownOptions: { input: 'gallery.html' } },
  },
} satisfies Record<string, ViteUserConfig>;

type Target = keyof typeof TARGETS;

const isTarget = (mode: string): mode is Target => Object.hasOwn(TARGETS, mode);

export default defineConfig(({ mode }) => {
  const target: ViteUserConfig = TARGETS[isTarget(mode) ? mode : 'site'];
  return {
    // Every address inside is relative, so that the site works from any path of any server.
    base: './',
    plugins: [
      svelte(),
      dependencies(),
      handbook(join(import.meta.dirname, 'docs/handbook')),
      ...(mode === 'pack' || mode === 'overviews'
        ? []
        : [
            bundledFigures({
              folder: DATA,
              place: mode === 'single' || mode === 'embed' ? 'inline' : 'asset',
              toJson: toFigures,
            }),
          ]),
      ...(target.plugins ?? []),
    ],
    publicDir: target.publicDir ?? 'public',
    build: { target: 'es2022', ...target.build },
    // A page opened from a disk can start only a classic worker that it carries inside itself.
    worker: { format: 'iife' },
    // Svelte's runes do nothing in their server build, which is the one that Node would be given.
    ...(process.env['VITEST'] ? { resolve: { conditions: ['browser'] } } : {}),
    test: {
      include: ['test/{unit,property,gallery}/**/*.test.ts'],
      environment: 'node',
      // A property of a hundred files takes a second on a free machine, and ten on one that does much besides.
      testTimeout: 30_000,
      coverage: { include: ['src/**'], exclude: ['src/app/**/*.svelte'], reporter: ['text-summary', 'html'] },
    },
  };
});
