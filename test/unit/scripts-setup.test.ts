import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isFresh } from '../../scripts/freshness.mjs';
import { findReasonToInstall } from '../../scripts/setup.mjs';

const SETUP = join(import.meta.dirname, '../../scripts/setup.mjs');
const isRoot = process.getuid?.() === 0;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecm-setup-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the packages', () => {
  const write = (path: string, packages: Record<string, unknown>): void => {
    writeFileSync(join(folder, path), JSON.stringify({ packages: { '': { version: '1.0.0' }, ...packages } }));
  };
  beforeEach(() => {
    mkdirSync(join(folder, 'node_modules'));
    write('package-lock.json', {
      'node_modules/d3': { version: '7.0.0' },
      'node_modules/only-on-mac': { version: '1.0.0', optional: true },
    });
  });

  it('are installed where there are none, or npm was stopped half-way', () => {
    expect(findReasonToInstall(folder)).toBe('the packages are not installed yet');
  });

  it('are left alone where they are as the lock file has them, those for other systems left out', () => {
    write('node_modules/.package-lock.json', { 'node_modules/d3': { version: '7.0.0' } });
    expect(findReasonToInstall(folder)).toBeUndefined();
  });

  it('are installed where one has another version', () => {
    write('node_modules/.package-lock.json', { 'node_modules/d3': { version: '6.9.0' } });
    expect(findReasonToInstall(folder)).toBe('d3 is 6.9.0 and should be 7.0.0');
  });

  it('are installed where one is new in the lock file', () => {
    write('node_modules/.package-lock.json', { 'node_modules/other': { version: '1.0.0' } });
    expect(findReasonToInstall(folder)).toBe('d3 7.0.0 is not installed');
  });
});

describe('the browser of the tests', () => {
  const program = (name: string, lines: string): string => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
    return path;
  };
  /** What `ensureBrowser` says and gives on a machine whose whole path is `folder`. */
  const ensureBrowser = (env: Record<string, string> = {}) => {
    const script = `import { ensureBrowser } from ${JSON.stringify(SETUP)}; console.log(ensureBrowser());`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { PATH: folder, ...env },
      encoding: 'utf8',
    });
    return { status, path: stdout.trim(), said: stderr };
  };

  it('is the one on the path', () => {
    const path = program('google-chrome', 'exit 0');
    expect(ensureBrowser()).toEqual({ status: 0, path, said: '' });
  });

  it('is the one that CHROMIUM_PATH names before any other', () => {
    program('chromium', 'exit 0');
    const path = program('mine', 'exit 0');
    expect(ensureBrowser({ CHROMIUM_PATH: path }).path).toBe(path);
  });

  it('is passed over where it does not start', () => {
    program('chromium', 'exit 1');
    const path = program('microsoft-edge', 'exit 0');
    expect(ensureBrowser().path).toBe(path);
  });

  it('a CHROMIUM_PATH that leads nowhere is said', () => {
    program('chromium', 'exit 0');
    const { status, said } = ensureBrowser({ CHROMIUM_PATH: '/nowhere/chromium' });
    expect(status).toBe(1);
    expect(said).toContain('CHROMIUM_PATH is "/nowhere/chromium", and no browser starts there');
  });

  it('neither browser nor apt-get: says what is missing and what to do', () => {
    const { status, path, said } = ensureBrowser();
    expect([status, path]).toEqual([1, '']);
    expect(said).toContain('The browser tests need Chromium, Chrome or Edge, and none was found.');
    expect(said).toContain('There is no apt-get on this machine');
    expect(said).toContain('set CHROMIUM_PATH');
  });

  it.skipIf(!isRoot)('is installed with apt-get by root (skipped for other users)', () => {
    const browser = join(folder, 'chromium');
    const install = `[ "$1" = install ] && { echo "#!/bin/sh" > ${browser}; /bin/chmod +x ${browser}; }`;
    program('apt-get', `echo "apt-get $*" >&2\n${install}\nexit 0`);
    const { status, path, said } = ensureBrowser();
    expect([status, path]).toEqual([0, browser]);
    expect(said).toMatch(/apt-get update.*\napt-get install -y.* chromium\n/);
  });

  it.skipIf(!isRoot)('apt-get that fails is said (skipped for other users)', () => {
    program('apt-get', '[ "$1" = --version ]');
    const { status, said } = ensureBrowser();
    expect(status).toBe(1);
    expect(said).toContain('apt-get could not install one');
  });
});

describe('what was built', () => {
  const at = (path: string, seconds: number): void => {
    utimesSync(join(folder, path), seconds, seconds);
  };
  beforeEach(() => {
    mkdirSync(join(folder, 'src/chart'), { recursive: true });
    writeFileSync(join(folder, 'src/chart/scene.ts'), '');
    writeFileSync(join(folder, 'built.html'), '');
    at('src/chart/scene.ts', 1000);
    at('src/chart', 1000);
    at('src', 1000);
    at('built.html', 2000);
  });

  it('is fresh while every source is older', () => {
    expect(isFresh('built.html', folder)).toBe(true);
  });

  it('is stale where it is missing', () => {
    expect(isFresh('missing.html', folder)).toBe(false);
  });

  it('is stale after a source changes', () => {
    at('src/chart/scene.ts', 3000);
    expect(isFresh('built.html', folder)).toBe(false);
  });

  it('is stale after a source is removed, which only its folder shows', () => {
    at('src/chart', 3000);
    expect(isFresh('built.html', folder)).toBe(false);
  });
});
