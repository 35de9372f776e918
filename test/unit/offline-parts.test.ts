import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listParts, toVersion } from '../../scripts/offline-site.ts';
import { isCacheOfSite, isOverview, toCacheName, toPageAddress } from '../../src/offline/parts.ts';

describe('the page behind an address', () => {
  it('is the index of a folder', () => {
    expect(toPageAddress('https://host.test/team/')).toBe('https://host.test/team/index.html');
  });

  it('is the named one, without the question and the view', () => {
    expect(toPageAddress('https://host.test/embed.html?x=1#/y')).toBe('https://host.test/embed.html');
  });

  it('is found where a host took the ending off', () => {
    expect(toPageAddress('https://host.test/v1.2/embed')).toBe('https://host.test/v1.2/embed.html');
  });
});

describe('the caches of a site', () => {
  it('are its own among those of other sites on the host, folders inside its own included', () => {
    const site = 'https://host.test/team/';
    expect(isCacheOfSite(toCacheName(site, 'a'), site)).toBe(true);
    expect(isCacheOfSite(toCacheName(`${site}trial/`, 'a'), site)).toBe(false);
    expect(isCacheOfSite(toCacheName('https://host.test/', 'a'), site)).toBe(false);
    expect(isCacheOfSite('somebody-elses', site)).toBe(false);
  });

  it('differ between versions', () => {
    expect(toCacheName('https://host.test/', 'a')).not.toBe(toCacheName('https://host.test/', 'b'));
  });
});

describe('the parts of a built site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ecm-parts-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), 'abc');
  writeFileSync(join(folder, 'assets/lazy-1.js'), '');
  const before = listParts(folder);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are all files with the hash a browser checks, by path', () => {
    expect(before).toEqual([
      { path: 'assets/lazy-1.js', integrity: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' },
      { path: 'index.html', integrity: 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=' },
    ]);
  });

  it('are not the worker that keeps them, nor what stands in for a part', () => {
    for (const name of ['sw.js', 'index.html.gz', 'assets/lazy-1.js.map']) writeFileSync(join(folder, name), 'x');
    expect(listParts(folder)).toEqual(before);
  });

  it('are not the overviews, of which a reader wants one: the worker knows them and does without', () => {
    mkdirSync(join(folder, 'assets/overviews-a1'));
    writeFileSync(join(folder, 'assets/overviews-a1/E06000015'), 'x');
    expect(listParts(folder)).toEqual(before);
    const site = 'https://host.test/team/';
    expect(isOverview(`${site}assets/overviews-a1/E06000015`, site)).toBe(true);
    expect(isOverview(`${site}assets/dashboard-a1.js`, site)).toBe(false);
    expect(isOverview('https://host.test/assets/overviews-a1/E06000015', site)).toBe(false);
  });

  it('make another version when one of them changes, and the same when none does', () => {
    expect(toVersion(listParts(folder))).toBe(toVersion(before));
    writeFileSync(join(folder, 'assets/lazy-1.js'), '1');
    expect(toVersion(listParts(folder))).not.toBe(toVersion(before));
  });
});
