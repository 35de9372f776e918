/**
 * Vite plugin: the packages that travel inside what is built, with their licences, as `virtual:dependencies`. Those of
 * package.json and what they bring along, as far as any of it is used. Its type stands in src/virtual.d.ts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dependency } from 'virtual:dependencies';
import type { Plugin } from 'vite';

const MODULE = 'virtual:dependencies';
/** Vite's sign for a module without a file. */
const RESOLVED = `\0${MODULE}`;
/** Stands for the list until every module of the build is known. */
const PLACEHOLDER = '__DEPENDENCIES__';
const PACKAGE_OF_MODULE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

// Each package.json was checked by npm when it was installed.
const readPackage = (folder: string): PackageJson =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;

/**
 * @param root the project's folder
 * @param modules paths of the modules in the build
 * @throws Error naming the package where one states no licence: such a package cannot be passed on
 */
export function listDependencies(root: string, modules: Iterable<string>): readonly Dependency[] {
  const named = Object.keys(readPackage(root).dependencies ?? {}).map((name) => join(root, 'node_modules', name));
  const found = [...modules].flatMap((id) => PACKAGE_OF_MODULE.exec(id) ?? []);
  return [...new Set([...named, ...found])]
    .map((folder) => {
      const { name, version, license: licence } = readPackage(folder);
      if (!licence) throw new Error(`${name} ${version} states no licence, so the dashboard cannot carry it`);
      return { name, version, licence, direct: named.includes(folder) };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

export function dependencies(): Plugin {
  let root = '';
  let building = false;
  return {
    name: 'dependencies',
    configResolved(config) {
      root = config.root;
      building = config.command === 'build';
    },
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      return `export const DEPENDENCIES = ${building ? PLACEHOLDER : JSON.stringify(listDependencies(root, []))};`;
    },
    renderChunk(code) {
      if (!code.includes(PLACEHOLDER)) return undefined;
      return code.replace(PLACEHOLDER, () => JSON.stringify(listDependencies(root, this.getModuleIds())));
    },
  };
}
