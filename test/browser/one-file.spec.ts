/** The single file, opened from a disk. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from './harness.ts';
import { chooseDerby, downloadEverything, loadFile, openIndicator } from './journey.ts';

const SINGLE_FILE = pathToFileURL(join(import.meta.dirname, '../../dist/every-child-matters.html')).href;
const FILE = join(import.meta.dirname, '../fixtures/ingest/tidy.csv');

test('the single file leads from the start to a chart, and to files made of it', async ({ page }) => {
  await page.goto(SINGLE_FILE);
  await chooseDerby(page);
  await openIndicator(page);
  expect(await downloadEverything(page)).toBeGreaterThan(1);
});

test('the single file reads a file in its own worker and still has it when opened again', async ({ page }) => {
  await page.goto(SINGLE_FILE);
  await chooseDerby(page);
  await loadFile(page, FILE);
  await page.goto('about:blank');
  await page.goto(`${SINGLE_FILE}#/data`);
  await expect(page.getByRole('main')).toContainText('tidy.csv');
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names).toEqual(['every-child-matters from disk']);
});

test('the single file says where what is loaded is kept, and registers nothing', async ({ page }) => {
  await page.goto(`${SINGLE_FILE}#/load`);
  await expect(page.getByText('This page was opened from a file')).toBeVisible();
  expect(await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))).toEqual([]);
});

test('a file too large for the browser to hash whole is hashed by a worker within the worker, from a disk too', async ({
  page,
}, info) => {
  test.setTimeout(90_000);
  const note = 'x'.repeat(100_000);
  const rows = Array.from({ length: 650 }, (_, at) => `Large,all,Derby,${String(1300 + at)},${String(at)},${note}`);
  const text = ['indicator,group,area,period,value,note', ...rows].join('\n');
  const path = info.outputPath('large.csv');
  writeFileSync(path, text);
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.goto(SINGLE_FILE);
  await chooseDerby(page);
  await loadFile(page, path);
  await page.goto(`${SINGLE_FILE}#/data`);
  const sha256 = createHash('sha256').update(text).digest('hex');
  await expect(page.getByTitle(sha256)).toBeVisible();
  expect(workers).toHaveLength(2);
});

test('the single file makes a board pack that opens from the disk', async ({ page, context }, info) => {
  await page.goto(`${SINGLE_FILE}#/E06000015/pack`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Make the board pack' }).click(),
  ]);
  const path = info.outputPath('pack.html');
  await file.saveAs(path);
  const reader = await context.newPage();
  await reader.goto(pathToFileURL(path).href);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Derby: Every Child Matters outcomes');
  await reader.getByRole('link', { name: 'Begin with the overview' }).click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Derby');
});
