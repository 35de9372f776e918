/** Files of figures that a host publishes beside the site: offered to visitors, checked by hash, loaded like any. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { runPublish } from '../../src/cli/publish.ts';
import { fingerprint, fixture, heading, open, status, storeButton } from './dashboard.ts';
import { expect } from './harness.ts';
import { testServed } from './served.ts';

const SITE = join(import.meta.dirname, '../../dist/site');

/** A site with these files published beside it. */
async function publish(folder: string, files: readonly string[]): Promise<string> {
  cpSync(SITE, folder, { recursive: true });
  for (const file of files) cpSync(fixture(file), join(folder, 'data', file));
  if (files.length > 0) expect(await runPublish([join(folder, 'data')])).toBe(0);
  return folder;
}

const offer = (page: Page) => page.getByRole('region', { name: 'The partnership’s published set' });
const look = (page: Page) => page.getByRole('button', { name: 'Look at the published set' });

// The folder is made by each test, from what it publishes.
const test = testServed(() => SITE);

test('a published set is offered where the overview starts, and loaded like any files', async ({
  page,
  server,
}, info) => {
  await server.publish(await publish(info.outputPath('site'), ['neet-revised.csv', 'youth-clubs.csv']));
  await open(page, '/E06000015');
  await expect(offer(page)).toContainText('has 2 files that are not in this browser yet');
  await offer(page).getByRole('link', { name: 'Look at it' }).click();
  await expect(heading(page)).toHaveText('Load data');
  await expect(offer(page).getByRole('listitem')).toHaveText([/^neet-revised.csv.*not in/, /^youth-clubs.csv.*not in/]);

  await look(page).click();
  await expect(page.getByRole('heading', { name: 'neet-revised.csv' })).toBeVisible();
  await storeButton(page).click();
  await expect(status(page)).toContainText('Stored');
  await expect(offer(page).getByRole('listitem')).toHaveText([/stored$/, /stored$/]);
  await expect(look(page)).toHaveCount(0);
  await open(page, '/E06000015/indicator/neet-16-17');
  await expect(page.getByRole('definition').first()).toHaveText('7.4%');
  await open(page, '/E06000015');
  await expect(offer(page)).toHaveCount(0);
});

test('what is published later is offered to who has the earlier, or did not want it', async ({
  page,
  server,
}, info) => {
  await server.publish(await publish(info.outputPath('site'), ['neet-revised.csv']));
  await open(page, '/E06000015');
  await offer(page).getByRole('button', { name: 'Not now' }).click();
  await expect(offer(page)).toHaveCount(0);
  await page.reload();
  await expect(heading(page)).toHaveText('Derby');
  await open(page, '/load');
  await expect(look(page)).toBeVisible();
  await open(page, '/E06000015');
  await expect(offer(page)).toHaveCount(0);

  await server.publish(await publish(info.outputPath('next'), ['neet-revised.csv', 'youth-clubs.csv']));
  await page.reload();
  await expect(offer(page)).toContainText('has 1 file that is not in this browser yet');
});

test('a set of which one file was changed after it was published is refused whole', async ({ page, server }, info) => {
  const folder = await publish(info.outputPath('site'), ['neet-revised.csv', 'youth-clubs.csv']);
  writeFileSync(join(folder, 'data/youth-clubs.csv'), 'indicator,group,area,period,value\n');
  await server.publish(folder);
  await open(page, '/load');
  await expect(page.getByRole('link', { name: 'Stored' })).toBeVisible();
  await expect(look(page)).toBeVisible();
  const before = await fingerprint(page);
  await look(page).click();
  await expect(page.getByRole('alert')).toContainText('youth-clubs.csv of the published set is not the file that its');
  await expect(page.getByRole('alert')).toContainText('Nothing of the set was read.');
  await expect(storeButton(page)).toHaveCount(0);
  expect(await fingerprint(page)).toBe(before);
});

test('an index that leads out of its folder is refused with a reason, and nobody else is asked', async ({
  page,
  server,
}, info) => {
  const folder = await publish(info.outputPath('site'), []);
  const file = { path: 'http://evil.test/a.csv', name: 'a.csv', sha256: '0'.repeat(64), size: 1 };
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'data/index.json'), JSON.stringify({ updated: '2026-11-22', files: [file] }));
  await server.publish(folder);
  await open(page, '/E06000015');
  await expect(heading(page)).toHaveText('Derby');
  await open(page, '/load');
  await expect(page.getByRole('note').filter({ hasText: 'published set' })).toContainText('“files.0.path”');
  await expect(look(page)).toHaveCount(0);
});

test('without a network nothing of a published set is said, and it is back with the network', async ({
  page,
  server,
}, info) => {
  const folder = await publish(info.outputPath('site'), ['neet-revised.csv']);
  await server.publish(folder);
  await open(page, '/E06000015');
  await expect(offer(page)).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await server.close();
  const answered = page.waitForResponse('**/data/index.json');
  await page.reload();
  expect((await answered).status()).toBe(204);
  await open(page, '/load');
  await expect(heading(page)).toHaveText('Load data');
  await expect(offer(page)).toHaveCount(0);
  await server.publish(folder);
  await page.reload();
  await expect(look(page)).toBeVisible();
});
