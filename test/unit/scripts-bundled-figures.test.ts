import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBundleJson } from '../../scripts/bundle-data.ts';
import { bundledFigures, readFolder } from '../../scripts/bundled-figures.ts';
import { readBundle } from '../../src/bundle/bundle.ts';

const DATA = join(import.meta.dirname, '../../data');

const folder = mkdtempSync(join(tmpdir(), 'ecm-figures-'));
const data = join(folder, 'data');
beforeAll(() => {
  mkdirSync(join(data, 'indicators'), { recursive: true });
  writeFileSync(join(data, 'areas.csv'), 'areas');
  writeFileSync(join(data, 'indicators/neet.csv'), 'neet </script><!-- 7.6');
  writeFileSync(join(folder, 'index.html'), '<body><script type="module" src="./main.js"></script></body>');
  writeFileSync(
    join(folder, 'main.js'),
    `import { loadBundledFigures } from 'virtual:bundled-figures';\nloadBundledFigures().then(console.log);`,
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const buildWith = async (plugin: Plugin, outDir: string): Promise<string> => {
  await build({
    root: folder,
    configFile: false,
    base: './',
    logLevel: 'silent',
    plugins: [plugin],
    build: { outDir },
  });
  return join(folder, outDir);
};

/** Stands in for the ingest: the files as they came. */
const toJson = (files: ReadonlyMap<string, string>): string => JSON.stringify(Object.fromEntries(files));

describe('the folder of figures', () => {
  it('is read whole, by paths from itself with forward slashes', () => {
    expect([...readFolder(data).keys()]).toEqual(['areas.csv', 'indicators/neet.csv']);
  });
});

describe('the figures of the site', () => {
  it('are a file with a hash, fetched early and from beside the page', async () => {
    const site = await buildWith(bundledFigures({ folder: data, place: 'asset', toJson }), 'site');
    const [file = '', ...others] = readdirSync(join(site, 'assets')).filter((name) => name.startsWith('figures-'));
    expect(others).toEqual([]);
    expect(JSON.parse(readFileSync(join(site, 'assets', file), 'utf8'))).toEqual(Object.fromEntries(readFolder(data)));
    const html = readFileSync(join(site, 'index.html'), 'utf8');
    expect(html).toContain(
      `<link rel="preload" as="fetch" crossorigin="" fetchpriority="low" href="./assets/${file}">`,
    );
    const script = readdirSync(join(site, 'assets')).find((name) => name.endsWith('.js')) ?? '';
    expect(readFileSync(join(site, 'assets', script), 'utf8')).toContain(`assets/${file}`);
  });

  it('have another name once they change', async () => {
    const names = await Promise.all(
      ['{"a":1}', '{"a":2}'].map(async (json, i) => {
        const plugin = bundledFigures({ folder: data, place: 'asset', toJson: () => json });
        const site = await buildWith(plugin, `site-${String(i)}`);
        return readdirSync(join(site, 'assets')).find((name) => name.startsWith('figures-'));
      }),
    );
    expect(new Set(names).size).toBe(2);
  });
});

describe('the figures of the single file', () => {
  it('stand in the page as JSON that cannot end its element early', async () => {
    const site = await buildWith(bundledFigures({ folder: data, place: 'inline', toJson }), 'single');
    const html = readFileSync(join(site, 'index.html'), 'utf8');
    const [, json = ''] = /<script type="application\/json" id="bundled-figures">([^]*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual(Object.fromEntries(readFolder(data)));
    expect(readdirSync(join(site, 'assets')).filter((name) => name.startsWith('figures-'))).toEqual([]);
  });
});

describe('the document made of data/', () => {
  it('is one that the page can read, with its day', () => {
    const json: unknown = JSON.parse(toBundleJson(readFolder(DATA), '2026-11-22'));
    expect(json).toMatchObject({ made: '2026-11-22' });
    expect(readBundle(json).series.length).toBeGreaterThan(50);
  });

  it('is not made where a figure cannot be read, and the message leads to the cell', () => {
    const files = new Map(readFolder(DATA));
    const path = 'indicators/neet-16-17.csv';
    files.set(path, (files.get(path) ?? '').replace(/,[^,\r\n]*(\r?\n)$/, ',seven$1'));
    expect(() => toBundleJson(files, '2026-11-22')).toThrow(/\ndata\/indicators\/neet-16-17\.csv, line \d+.*"seven"/);
  });

  it('is not made where a file is missing, and the message names it', () => {
    const files = new Map(readFolder(DATA));
    files.delete('groups.csv');
    expect(() => toBundleJson(files, '2026-11-22')).toThrow(
      'The bundled figures cannot be read, so nothing is built.\ndata/groups.csv is missing.',
    );
  });
});
