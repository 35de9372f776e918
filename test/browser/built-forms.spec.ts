import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { expect, test, watch } from './harness.ts';

const ROOT = join(import.meta.dirname, '../..');
const SINGLE_FILE = join(ROOT, 'dist/every-child-matters.html');

test('the site asks for the bundled figures once, as its page announces, and shows them', async ({ page }) => {
  const figures: string[] = [];
  page.on('request', (request) => {
    if (/\/assets\/figures-[^/]*\.json/.test(request.url())) figures.push(request.url());
  });
  await page.goto('./#/E06000015', { waitUntil: 'networkidle' });
  await expect(page.getByRole('main')).toContainText('Derby');
  expect(figures).toHaveLength(1);
});

base('the site works below a path of any server', async ({ page }) => {
  const site = await serve('dist/site', { base: '/team/outcomes/' });
  const complaints = watch(page, new URL(site.url).origin);
  await page.goto(`${site.url}#/E06000015`);
  await expect(page.getByRole('main')).toContainText('Derby');
  expect(complaints).toEqual([]);
  await site.close();
});

base('the single file shows its figures from a disk and asks for no other file', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requested.push(request.url());
  });
  const complaints = watch(page, 'null');
  const address = pathToFileURL(SINGLE_FILE).href;
  await page.goto(`${address}#/E06000015`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('main')).toContainText('Derby');
  expect(complaints).toEqual([]);
  expect(requested.map((url) => url.split('#')[0])).toEqual([address]);
});

base('what is compressed beside a file is that file', async ({ request }) => {
  const site = await serve('dist/site');
  const html = await (await request.get(site.url)).text();
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(2);
  for (const path of named) {
    const served = await request.get(site.url + path, { headers: { 'Accept-Encoding': 'gzip' } });
    const file = join(ROOT, 'dist/site', path);
    expect(served.headers()['content-encoding'] === 'gzip').toBe(existsSync(`${file}.gz`));
    expect(await served.text()).toBe(readFileSync(file, 'utf8'));
  }
  await site.close();
});
