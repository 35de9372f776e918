import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listDependencies } from '../../scripts/dependencies.ts';

const root = mkdtempSync(join(tmpdir(), 'ecm-packages-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

function install(folder: string, contents: Record<string, unknown>): void {
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, 'package.json'), JSON.stringify(contents));
}

install('.', { name: 'made-up', version: '1.0.0', dependencies: { chart: '2.0.0' }, devDependencies: { tester: '1' } });
install('node_modules/chart', { name: 'chart', version: '2.0.0', license: 'ISC' });
install('node_modules/@font/sans', { name: '@font/sans', version: '3.1.0', license: 'OFL-1.1' });
install('node_modules/chart/node_modules/colour', { name: 'colour', version: '0.9.0', license: 'MIT' });
install('node_modules/unsaid', { name: 'unsaid', version: '1.0.0' });

describe('the packages inside the dashboard', () => {
  it('are those of package.json and those that modules come from, wherever they are installed', () => {
    const modules = ['@font/sans/latin.css', 'chart/lines.js', 'chart/node_modules/colour/a/b.js'];
    const ids = [...modules.map((path) => join(root, 'node_modules', path)), join(root, 'src/main.ts'), '\0virtual'];
    expect(listDependencies(root, ids)).toEqual([
      { name: '@font/sans', version: '3.1.0', licence: 'OFL-1.1', direct: false },
      { name: 'chart', version: '2.0.0', licence: 'ISC', direct: true },
      { name: 'colour', version: '0.9.0', licence: 'MIT', direct: false },
    ]);
  });

  it('all state a licence, or nothing is built', () => {
    expect(() => listDependencies(root, [join(root, 'node_modules/unsaid/a.js')])).toThrow(
      'unsaid 1.0.0 states no licence',
    );
  });
});

it('every version in package.json is a fixed one', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  for (const version of Object.values({ ...dependencies, ...devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});
