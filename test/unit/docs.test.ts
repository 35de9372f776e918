import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Rule {
  readonly name: string;
  readonly from: { readonly path?: string };
  readonly to: { readonly pathNot?: string };
}

/** What a folder may import besides itself, as dependency-cruiser is told: "^src/(chart|domain)/" for ^src/chart/. */
function readLayers(): ReadonlyMap<string, readonly string[]> {
  const { forbidden } = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as { forbidden: Rule[] };
  return new Map(
    forbidden
      .filter(({ name }) => name.includes('-imports-only-'))
      .map(({ from, to }) => {
        const folder = /^\^src\/([a-z]+)\/$/.exec(from.path ?? '')?.[1] ?? '';
        const allowed = /\(([a-z|]+)\)/.exec(to.pathNot ?? '')?.[1]?.split('|') ?? [];
        return [folder, allowed.filter((one) => one !== folder).sort()];
      }),
  );
}

function readTable(): ReadonlyMap<string, readonly string[]> {
  const rows = [...read('docs/architecture.md').matchAll(/^\| `src\/([a-z]+)` \|.*\| ([a-z, ]+) \|$/gm)];
  return new Map(
    rows.map(([, folder = '', allowed = '']) => [folder, allowed === 'nothing' ? [] : allowed.split(', ').sort()]),
  );
}

/** Made by a command, here or beside a deployed site, and there once it has run. */
const MADE = new Set(['bench/latest.json', 'data/index.json']);

/** Paths that a page of docs names as links, or as code that begins with a folder of the project. */
function listPaths(page: string): readonly string[] {
  const text = read(page);
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].flatMap(([, path = '']) => join(dirname(page), path));
  const names = [...text.matchAll(/`((?:src|docs|data|test|scripts|bench)\/[\w./-]+)`/g)].flatMap(
    ([, path = '']) => path,
  );
  return [...links, ...names].filter((path) => !MADE.has(path));
}

describe('the architecture', () => {
  it('has the layers that dependency-cruiser holds', () => {
    const layers = readLayers();
    expect(layers.size).toBeGreaterThan(10);
    expect(readTable()).toEqual(layers);
  });

  it('names every folder of src', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...readTable().keys(), 'app'].sort());
  });
});

describe('the decisions', () => {
  const pages = readdirSync(join(ROOT, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name));

  it('stand in their list, each once', () => {
    const listed = [...read('docs/decisions/README.md').matchAll(/\((\d{4}-[^)]+)\)/g)].map(([, name = '']) => name);
    expect(listed).toEqual(pages.sort());
  });

  it('have a number each', () => {
    const numbers = pages.map((name) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('what the pages of docs name', () => {
  it.each([
    'README.md',
    'CHANGELOG.md',
    'docs/architecture.md',
    'docs/engineers.md',
    'docs/house.md',
    'docs/threat-model.md',
    'docs/decisions/README.md',
    'docs/handbook/README.md',
    'docs/handbook/hosting.md',
  ])('is there: %s', (page) => {
    expect(listPaths(page).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
