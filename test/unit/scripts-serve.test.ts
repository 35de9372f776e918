import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'ecm-serve-'));
const SCRIPT = 'export const answer = 42;\n'.repeat(100);
let site: Awaited<ReturnType<typeof serve>>;
let below: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Outcomes</title>');
  writeFileSync(join(folder, 'assets/main-abc.js'), SCRIPT);
  writeFileSync(join(folder, 'assets/main-abc.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(folder, 'assets/figures-abc.json'), '{}');
  site = await serve(folder);
  below = await serve(folder, { base: '/team/outcomes/' });
});
afterAll(async () => {
  await Promise.all([site.close(), below.close()]);
  rmSync(folder, { recursive: true });
});

describe('the server of built files', () => {
  it('answers the bare address with the page, which is asked for again each time', async () => {
    const response = await fetch(site.url);
    expect(response.headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>Outcomes</title>');
  });

  it.each([
    ['assets/main-abc.js', 'text/javascript'],
    ['assets/figures-abc.json', 'application/json'],
  ])('%s is %s and is kept for a year', async (path, type) => {
    const { headers } = await fetch(site.url + path);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('hands out the compressed file where the browser takes it, and the plain one elsewhere', async () => {
    const zipped = await fetch(`${site.url}assets/main-abc.js`, { headers: { 'Accept-Encoding': 'gzip' } });
    const plain = await fetch(`${site.url}assets/main-abc.js`, { headers: { 'Accept-Encoding': 'identity' } });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await zipped.text()).toBe(SCRIPT);
    expect(await plain.text()).toBe(SCRIPT);
  });

  it.each(['missing.html', '../../etc/passwd', '%2e%2e/%2e%2e/etc/passwd'])('there is nothing at %s', async (path) => {
    expect((await fetch(site.url + path)).status).toBe(404);
  });

  it('stands under a path where one is given, and nowhere else', async () => {
    expect((await fetch(below.url)).status).toBe(200);
    expect((await fetch(`${below.url}assets/main-abc.js`)).status).toBe(200);
    expect((await fetch(new URL('/', below.url))).status).toBe(404);
  });

  it('a port that is taken is an error, not another port', async () => {
    const port = Number(new URL(site.url).port);
    await expect(serve(folder, { port })).rejects.toThrow('EADDRINUSE');
  });
});
