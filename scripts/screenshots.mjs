/**
 * Pictures of every page, to be looked at one by one: node scripts/screenshots.mjs [dist/site]
 * They go to screenshots/, with the bundled figures and, where ../shared is there, with the whole of LAIT loaded.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { waitForPage } from './arrival.mjs';
import { serve } from './serve.mjs';
import { BROWSER_FLAGS, ensureBrowser, ROOT, say } from './setup.mjs';

const OUT = join(ROOT, 'screenshots');
const LAIT = join(ROOT, '../shared/data/lait');

const PAGES = {
  start: '/',
  overview: '/E06000015',
  outcome: '/E06000015/stay-safe',
  rug: '/E06000015/stay-safe?show=rug',
  profile: '/E06000015/stay-safe?show=profile',
  multiples: '/E06000015/stay-safe?show=multiples',
  indicator: '/E06000015/indicator/under-18-conceptions',
  groups: '/E06000015/indicator/attainment-8',
  gaps: '/E06000015/gaps',
  neighbours: '/E06000015/neighbours',
  compare: '/E06000015/compare',
  changes: '/E06000015/changes',
  unplaced: '/E06000015/unplaced',
  load: '/load',
  data: '/data',
  pack: '/E06000015/pack',
  slides: '/slides',
  help: '/help',
};

/** @typedef {import('@playwright/test').Page} Page */

/** @type {Record<string, { width: number, media?: Parameters<Page['emulateMedia']>[0] }>} */
const LOOKS = {
  1440: { width: 1440 },
  820: { width: 820 },
  390: { width: 390 },
  dark: { width: 1440, media: { colorScheme: 'dark' } },
  forced: { width: 1440, media: { forcedColors: 'active' } },
  print: { width: 1123, media: { media: 'print' } },
};

/**
 * @param {Page} page
 * @param {string} url
 * @param {string} data what is loaded, for the names of the pictures
 */
async function takeAll(page, url, data) {
  for (const [look, { width, media }] of Object.entries(LOOKS)) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, ...media });
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(`${url}#${path}`);
      await waitForPage(page);
      await page.screenshot({ path: join(OUT, `${data}-${name}-${look}.png`), fullPage: true, animations: 'disabled' });
    }
  }
}

/**
 * Loads LAIT with its dictionary, with a picture of each step.
 * @param {Page} page
 * @param {string} url
 */
async function loadLait(page, url) {
  const unpacked = join(OUT, 'lait_long.csv');
  writeFileSync(unpacked, gunzipSync(readFileSync(join(LAIT, 'lait_long.csv.gz'))));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${url}#/load`);
  await page.getByLabel('Choose files').setInputFiles([unpacked, join(LAIT, 'lait_data_dictionary.csv')]);
  await page.getByRole('progressbar').waitFor();
  await page.screenshot({ path: join(OUT, 'lait-reading.png') });
  const store = page.getByRole('button', { name: 'Store', exact: true });
  await store.waitFor();
  await page.screenshot({ path: join(OUT, 'lait-preview.png'), fullPage: true });
  await store.click();
  await page.getByText(/^Stored \d/).waitFor();
  await page.screenshot({ path: join(OUT, 'lait-stored.png') });
}

mkdirSync(OUT, { recursive: true });
const site = await serve(process.argv[2] ?? 'dist/site');
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'Europe/London' });
await takeAll(page, site.url, 'bundled');
if (existsSync(LAIT)) {
  await loadLait(page, site.url);
  await takeAll(page, site.url, 'lait');
} else {
  say(`${LAIT} is not there: pictures with the bundled figures only.`);
}
await browser.close();
await site.close();
say(`Pictures in ${OUT}`);
