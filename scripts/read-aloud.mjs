/**
 * What a screen reader is given of most pages, to be read from top to bottom: node scripts/read-aloud.mjs [dist/site]
 * Prints the accessibility tree of each page, with a small file loaded so that no page is empty.
 */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { waitForPage } from './arrival.mjs';
import { serve } from './serve.mjs';
import { BROWSER_FLAGS, ensureBrowser, ROOT } from './setup.mjs';

const FILE = join(ROOT, 'test/fixtures/browser/neet-revised.csv');
const DERBY = '/E06000015';
const PAGES = [
  DERBY,
  `${DERBY}/stay-safe`,
  `${DERBY}/indicator/neet-16-17`,
  `${DERBY}/gaps`,
  `${DERBY}/neighbours`,
  `${DERBY}/compare`,
  `${DERBY}/changes`,
  '/data',
  '/slides',
  `${DERBY}/pack`,
  '/help',
];

/** @typedef {import('@playwright/test').Page} Page */

/**
 * @param {Page} page
 * @param {string} name
 */
async function readAloud(page, name) {
  await waitForPage(page);
  console.log(`\n# ${name}\n\n${await page.locator('body').ariaSnapshot()}`);
}

const site = await serve(process.argv[2] ?? 'dist/site');
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'Europe/London' });

await page.goto(`${site.url}#/load`);
await page.getByLabel('Choose files').setInputFiles(FILE);
const store = page.getByRole('button', { name: 'Store', exact: true });
await store.waitFor();
await readAloud(page, '/load, before storing');
await store.click();
await page.getByText(/^Stored \d/).waitFor();
await readAloud(page, '/load, stored');

for (const path of PAGES) {
  await page.goto(`${site.url}#${path}`);
  await readAloud(page, path);
}

await browser.close();
await site.close();
