import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const CRUISER = join(ROOT, 'node_modules/.bin/depcruise');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');

interface Violation {
  readonly rule: string;
  readonly from: string;
}

/** The violations in the `src` of a folder. */
function cruise(folder: string): readonly Violation[] {
  const { stdout, stderr } = spawnSync(CRUISER, ['src', '--config', CONFIG, '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(`dependency-cruiser said nothing but: ${stderr}`);
  const { summary } = JSON.parse(stdout) as {
    summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] };
  };
  expect(summary.totalCruised).toBeGreaterThan(1);
  return summary.violations.map(({ from, rule }) => ({ rule: rule.name, from }));
}

/** A small house in which each file breaks one rule, or none. */
const PLANTED: Readonly<Record<string, string>> = {
  'src/domain/value.ts': `import '../store/store.ts';\nexport const value = 1;`,
  'src/analysis/rank.ts': `import { chart } from '../chart/scene.ts';\nexport const rank = chart;`,
  'src/chart/scene.ts': `import { mount } from 'svelte';\nexport const chart = mount;`,
  'src/render/table.ts': `import type { Page } from '../app/page.ts';\nexport type Table = Page;`,
  'src/app/page.ts': `import Dexie from 'dexie';\nexport type Page = Dexie;`,
  'src/app/round.ts': `import { trip } from './trip.ts';\nexport const round = () => trip;`,
  'src/app/trip.ts': `import { round } from './round.ts';\nexport const trip = () => round;`,
  'src/ingest/alone.ts': `export const alone = 1;`,
  'src/store/store.ts': `import Dexie from 'dexie';\nimport { alone } from '../domain/alone.ts';\nexport const store = [Dexie, alone];`,
  'src/domain/alone.ts': `export const alone = 1;`,
  'src/embed.ts': `import View from './app/View.svelte';\nexport const embed = View;`,
  'src/app/View.svelte': `<script lang="ts">\nimport { store } from '../store/store.ts';\nconst shown: unknown = store;\n</script>\n<p>{shown}</p>`,
};

describe('the layers of the house', () => {
  it('are kept by the project itself', () => {
    expect(cruise(ROOT)).toEqual([]);
  }, 30_000);
});

describe('a planted violation is caught', () => {
  let found: readonly Violation[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'ecm-layers-'));

  beforeAll(() => {
    for (const [path, text] of Object.entries(PLANTED)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "allowImportingTsExtensions": true } }');
    for (const name of ['dexie', 'svelte']) {
      mkdirSync(join(folder, 'node_modules', name), { recursive: true });
      writeFileSync(join(folder, 'node_modules', name, 'package.json'), `{ "name": "${name}", "main": "index.js" }`);
      writeFileSync(join(folder, 'node_modules', name, 'index.js'), 'module.exports = {};');
    }
    found = cruise(folder);
  }, 30_000);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['the domain imports nothing', 'domain-imports-only-itself', 'src/domain/value.ts'],
    ['the analysis does not import charts', 'analysis-imports-only-domain', 'src/analysis/rank.ts'],
    ['a chart knows no Svelte', 'the-core-knows-no-svelte', 'src/chart/scene.ts'],
    ['nobody imports the app, not even its types', 'nobody-imports-the-app', 'src/render/table.ts'],
    ['only the store imports Dexie', 'only-the-store-imports-dexie', 'src/app/page.ts'],
    ['nothing goes round in a circle', 'no-circles', 'src/app/round.ts'],
    ['a file that nobody imports is no file', 'no-orphans', 'src/ingest/alone.ts'],
    [
      'the embed does not reach the store, by way of a component neither',
      'the-embed-carries-neither-store-nor-ingest',
      'src/embed.ts',
    ],
  ])('%s', (_title, rule, from) => {
    expect(found).toContainEqual({ rule, from });
  });

  it('what breaks no rule is left alone', () => {
    expect(found.filter(({ from }) => from === 'src/store/store.ts' || from === 'src/domain/alone.ts')).toEqual([]);
  });
});
