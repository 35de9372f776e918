import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { watch } from './harness.ts';

const HERE = 'http://dashboard.test';

/** Opens a page whose body is the markup given, on a site where every other address is empty. */
async function open(page: Page, markup: string): Promise<readonly string[]> {
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.route(`${HERE}/`, (route) => route.fulfill({ contentType: 'text/html', body: markup }));
  const complaints = watch(page, HERE);
  await page.goto(`${HERE}/`, { waitUntil: 'networkidle' });
  return complaints;
}

test('a page that asks only its own site and says nothing is quiet', async ({ page }) => {
  const markup = `<img src="/icon.svg" alt=""><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">
    <script>console.warn('a warning is no complaint')</script>`;
  expect(await open(page, markup)).toEqual([]);
});

test('an error on the console is a complaint', async ({ page }) => {
  expect(await open(page, `<script>console.error('no figures')</script>`)).toEqual([
    `console error: no figures (${HERE}/)`,
  ]);
});

test('an error nobody caught is a complaint', async ({ page }) => {
  expect(await open(page, `<script>throw new Error('no store')</script>`)).toEqual(['uncaught: no store']);
});

test('a promise nobody waited for is a complaint when it is broken', async ({ page }) => {
  const markup = `<script>Promise.reject(new Error('not stored'))</script>`;
  expect(await open(page, markup)).toEqual(['uncaught: not stored']);
});

test('a request to another site is a complaint', async ({ page }) => {
  const complaints = await open(page, `<img src="https://fonts.elsewhere.test/a.woff2" alt="">`);
  expect(complaints).toEqual(['request to elsewhere: https://fonts.elsewhere.test/a.woff2']);
});
