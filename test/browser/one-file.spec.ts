/** The single file, opened from a disk. */
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
