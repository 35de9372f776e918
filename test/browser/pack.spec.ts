/** A board pack: made on its page and from the command line, and read from a disk. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { DERBY, fingerprint, fixture, heading, load, made, open } from './dashboard.ts';
import { expect, test } from './harness.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'ecm-pack-'));
const ROOT = join(import.meta.dirname, '../..');
const TABLET = { width: 820, height: 1180 };

// A pack may first have to be built, and two audits of a whole page take their time on a busy machine.
test.describe.configure({ timeout: 90_000 });

async function downloadPack(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Make the board pack' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^board-pack-derby-\d{4}-\d{2}-\d{2}\.html$/);
  const path = join(FOLDER, `${String(Date.now())}-${file.suggestedFilename()}`);
  await file.saveAs(path);
  return path;
}

/** Opens a pack and notes what it asks for besides itself. */
async function openPack(page: Page, path: string): Promise<readonly string[]> {
  const asked: string[] = [];
  const address = pathToFileURL(path).href;
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && url.split('#')[0] !== address) asked.push(url);
  });
  await page.goto(address);
  return asked;
}

test('a pack made on its page leads from the cover to a table, from a disk, on a tablet', async ({ page, context }) => {
  await open(page, `/${DERBY}/pack`);
  await page.getByLabel('Made by').fill('A. Officer');
  const path = await downloadPack(page);
  expect(readFileSync(path).length).toBeLessThan(800_000);

  const reader = await context.newPage();
  await reader.setViewportSize(TABLET);
  const asked = await openPack(reader, path);
  await expect(heading(reader)).toHaveText('Derby: Every Child Matters outcomes');
  await expect(reader.getByText('by A. Officer. All 51 indicators.')).toBeVisible();
  expect((await new AxeBuilder({ page: reader }).analyze()).violations).toEqual([]);
  await reader.getByRole('link', { name: 'Begin with the overview' }).click();
  await expect(heading(reader)).toHaveText('Derby');
  await reader.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Stay safe' }).click();
  await expect(heading(reader)).toHaveText('Stay safe');
  await reader.goBack();
  await reader.goBack();
  await reader.getByRole('link', { name: 'NEET 16–17' }).click();
  const chart = reader.getByRole('group', { name: 'NEET 16–17 over time' });
  await chart.getByRole('button', { name: 'Show as table' }).click();
  await expect(chart.getByRole('table')).toContainText('7.6');
  await expect(reader.getByRole('table', { name: 'Comparison' })).toContainText('2024/25');
  for (const name of ['Download', 'Add to slides', 'Set a target', 'Write a commentary']) {
    await expect(reader.getByRole('button', { name })).toHaveCount(0);
  }
  expect((await new AxeBuilder({ page: reader }).analyze()).violations).toEqual([]);
  expect(asked).toEqual([]);
});

test('a pack holds what was chosen in the order that was chosen, and says how much that is', async ({
  page,
  context,
}) => {
  await open(page, `/${DERBY}/pack`);
  await page.getByLabel('Be healthy').uncheck();
  await page.getByRole('button', { name: 'Earlier Enjoy and achieve' }).click();
  await page.getByLabel('Title').fill('For <the> board & all');
  const reader = await context.newPage();
  await openPack(reader, await downloadPack(page));
  await expect(reader).toHaveTitle('For <the> board & all');
  await expect(reader.getByText('38 of 51 indicators, chosen for this pack')).toBeVisible();
  const links = reader.getByRole('navigation', { name: 'Pages' }).getByRole('link');
  await expect(links).toHaveText([
    'Overview',
    'Enjoy and achieve',
    'Stay safe',
    'Make a positive contribution',
    'Achieve economic well-being',
  ]);
});

test('a pack from the command line opens, and is laid out for paper with every indicator', async ({ page }) => {
  const path = join(FOLDER, 'board.html');
  const run = spawnSync(
    process.execPath,
    ['scripts/ecm.mjs', 'pack', '--area', 'Derby', '--out', path, '--indicators', 'neet-16-17,placement-moves'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  const asked = await openPack(page, path);
  await page.getByRole('button', { name: 'Lay out for print' }).click();
  await expect(page.getByRole('button', { name: 'Print, or save as PDF' })).toBeFocused();
  await expect(heading(page)).toHaveCount(6);
  await expect(page.getByRole('group', { name: /over time$/ })).toHaveCount(2);
  // A4 on its side, less its margins: what is wider, a browser reduces once more, until nobody can read it.
  const width = Math.round((273 / 25.4) * 96);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width, height: 703 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  // Cover, overview, two outcomes, and three sheets for each of the two indicators.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(10);
  expect(asked).toEqual([]);
});

test('laying out the pages for print shows how far it is and can be cancelled', async ({ page }) => {
  await page.clock.install();
  await open(page, `/${DERBY}/pack`);
  // The clock stands still after the first of many sheets, for as long as it takes to look.
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const bar = page.getByRole('progressbar', { name: 'Laying out the pages' });
  await expect.poll(() => bar.evaluate((one) => (one as HTMLProgressElement).value)).toBeGreaterThan(0);
  await expect(page.getByRole('button', { name: 'Print, or save as PDF' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.clock.resume();
  await expect(page.getByRole('heading', { name: 'Board pack for Derby', level: 1 })).toBeVisible();
  await expect(heading(page)).toHaveCount(1);
});

test('the same pack as PowerPoint has a cover and two slides for each indicator, the second among its neighbours', async ({
  page,
}) => {
  await open(page, `/${DERBY}/pack`);
  for (const name of ['Be healthy', 'Stay safe', 'Enjoy and achieve', 'Achieve economic well-being']) {
    await page.getByLabel(name).uncheck();
  }
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'PowerPoint' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^board-pack-derby-.*\.pptx$/);
  const parts = unzipSync(readFileSync(await file.path()));
  expect(Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(13);
  const cover = parts['ppt/slides/slide1.xml'];
  expect(cover && strFromU8(cover)).toContain('Derby: Every Child Matters outcomes');
  const charts = Object.entries(parts).filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
  const bars = charts.filter(([, chart]) => strFromU8(chart).includes('<c:barChart>'));
  expect([charts.length, bars.length]).toEqual([12, 6]);
});

test('the reader without a pack says what it is', async ({ page }) => {
  await page.goto('./pack.html');
  await expect(page.getByRole('alert')).toContainText('without a pack');
});

test('a pack that is dropped on the load page is held against the figures of today', async ({ page }) => {
  await open(page, `/${DERBY}/pack`);
  const path = await downloadPack(page);
  await load(page, fixture('neet-revised.csv'));
  const before = await fingerprint(page);
  await page.getByLabel('Choose files').setInputFiles(path);
  await expect(page.getByRole('heading', { name: /^What changed since the board pack/ })).toBeVisible();
  const revised = page.getByRole('table', { name: 'Revised' }).first();
  await expect(revised.getByRole('row').nth(1)).toContainText('7.6%');
  expect(await fingerprint(page)).toBe(before);
});

test('a page that is no pack, or a damaged one, is refused with a reason', async ({ page }) => {
  await open(page, '/load');
  const input = page.getByLabel('Choose files');
  await input.setInputFiles(made('minutes.html', '<html><body>Minutes</body></html>'));
  await expect(page.getByRole('alert')).toContainText('minutes.html is a page, but no board pack');
  await input.setInputFiles(made('cut.html', '<script type="application/json" id="pack">{"format":</script>'));
  await expect(page.getByRole('alert')).toContainText('damaged on its way');
});
