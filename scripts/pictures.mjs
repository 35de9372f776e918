/**
 * The pictures in README.md and docs/handbook, taken from the real dashboard: node scripts/pictures.mjs [dist/site]
 * They go to docs/pictures. Only figures and files that belong to the project are in them.
 */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { waitForPage } from './arrival.mjs';
import { serve } from './serve.mjs';
import { BROWSER_FLAGS, ensureBrowser, ROOT, say } from './setup.mjs';

const OUT = join(ROOT, 'docs/pictures');
const FILE = join(ROOT, 'test/fixtures/browser/neet-revised.csv');
const DERBY = '/E06000015';
const INDICATOR = `${DERBY}/indicator/neet-16-17`;
const WIDTH = 1280;

/** @typedef {import('@playwright/test').Page} Page */

/**
 * @param {Page} page
 * @param {string} url of the site
 * @param {string} path
 */
async function open(page, url, path) {
  await page.goto(`${url}#${path}`);
  await waitForPage(page);
}

/**
 * The top of the page as it stands.
 * @param {Page} page
 * @param {string} name
 * @param {number} height
 */
async function take(page, name, height) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({
    path: join(OUT, `${name}.png`),
    clip: { x: 0, y: 0, width: WIDTH, height },
    animations: 'disabled',
  });
}

/**
 * An officer's quarter, in its order: what is loaded is what the later pictures show.
 * @param {Page} page
 * @param {string} url
 */
async function takeAll(page, url) {
  await open(page, url, DERBY);
  await take(page, 'overview', 860);
  await open(page, url, INDICATOR);
  await take(page, 'indicator', 620);

  await open(page, url, '/load');
  await page.getByLabel('Choose files').setInputFiles(FILE);
  const store = page.getByRole('button', { name: 'Store', exact: true });
  await store.waitFor();
  await take(page, 'load', 620);
  await store.click();
  await page.getByText(/^Stored \d/).waitFor();
  await open(page, url, `${DERBY}/changes`);
  await take(page, 'changes', 420);
  await open(page, url, '/data');
  await take(page, 'stored', 520);

  await open(page, url, INDICATOR);
  await page.getByRole('button', { name: 'Write a commentary' }).click();
  await page.getByRole('textbox').first().waitFor();
  await page.getByRole('heading', { name: 'What this tells us' }).evaluate((heading) => {
    window.scrollBy({ top: heading.getBoundingClientRect().top - 24 });
  });
  await take(page, 'commentary', 520);
  await open(page, url, `${DERBY}/pack`);
  await take(page, 'pack', 560);
}

const site = await serve(process.argv[2] ?? 'dist/site');
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
const page = await browser.newPage({
  viewport: { width: WIDTH, height: 900 },
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  reducedMotion: 'reduce',
});
await takeAll(page, site.url);
await browser.close();
await site.close();
say(`Pictures in ${OUT}`);
