/** A quarter's work from start to finish, as docs/handbook/officers.md tells it, in one sitting. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from '@playwright/test';
import {
  choose,
  DERBY,
  fixture,
  heading,
  indicatorPath,
  load,
  open,
  readRow,
  status,
  storeButton,
} from './dashboard.ts';
import { expect, test } from './harness.ts';

const NEET = indicatorPath('neet-16-17');

async function take(page: Page, act: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return file;
}

test('an officer loads, places, compares, writes, publishes and keeps a quarter', async ({
  page,
  browser,
  baseURL,
}, info) => {
  test.setTimeout(120_000);

  await test.step('1. load what was published', async () => {
    await open(page, `/${DERBY}`);
    await page.getByRole('link', { name: 'Load data' }).click();
    await choose(page, [fixture('neet-revised.csv'), fixture('youth-clubs.csv')]);
    await expect(page.getByRole('row', { name: /2024\/25 7\.6% 7\.4%/ })).toBeVisible();
  });

  await test.step('2. place what is new', async () => {
    await page.getByText('Where the new indicator stands').click();
    await page
      .getByLabel('Outcome and aim of Youth club places')
      .selectOption({ label: 'Personal and social development and recreation' });
    await page.getByLabel('Which direction is good for Youth club places').selectOption({ label: 'higher' });
    await storeButton(page).click();
    await expect(status(page)).toContainText('Stored');
  });

  await test.step('3. see what changed', async () => {
    await open(page, `/${DERBY}/changes`);
    await expect(page.getByRole('main')).toContainText('7.4%');
    await open(page, `/${DERBY}/enjoy-and-achieve`);
    await expect(page.getByRole('main').getByRole('link', { name: 'Youth club places' }).first()).toBeVisible();
    await open(page, NEET);
    await expect(heading(page)).toContainText('7.4%');
  });

  await test.step('4. set targets and write', async () => {
    await page.getByRole('button', { name: 'Set a target' }).click();
    await page.getByRole('textbox', { name: 'Target' }).fill('4.5');
    await page.getByRole('combobox', { name: 'by', exact: true }).selectOption({ label: '2026/27' });
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(page.getByRole('list', { name: 'Targets' })).toContainText('4.5% by 2026/27, from 7.4% in 2024/25');
    await page.getByRole('button', { name: 'Write a commentary' }).click();
    await page.getByRole('textbox', { name: /What it tells us/ }).fill('One in fourteen has no place.');
    await page.getByRole('textbox', { name: 'Written by' }).fill('A. Officer');
    await page.getByRole('button', { name: 'Keep this' }).click();
    await expect(page.getByText(/A\. Officer, \d+ \w+ \d{4}/).first()).toBeVisible();
  });

  await test.step('5. make the papers', async () => {
    const trend = page.getByRole('group', { name: /over time$/ }).first();
    await trend.getByRole('button', { name: 'Add to slides' }).click();
    await open(page, '/slides');
    const deck = await take(page, () =>
      page
        .getByRole('button', { name: /PowerPoint/ })
        .first()
        .click(),
    );
    const parts = unzipSync(readFileSync(await deck.path()));
    expect(Object.keys(parts).some((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toBe(true);

    await open(page, `/${DERBY}/pack`);
    await page.getByLabel('Made by').fill('A. Officer');
    const pack = await take(page, () => page.getByRole('button', { name: 'Make the board pack' }).click());
    const paper = readFileSync(await pack.path(), 'utf8');
    expect(paper).toContain('One in fourteen has no place.');
    expect(paper).toContain('neet-revised.csv');
  });

  await test.step('6. keep it safe', async () => {
    await open(page, '/data');
    const backup = info.outputPath('quarter.ecm-backup.zip');
    const saved = await take(page, () => page.getByRole('button', { name: 'Save a backup' }).click());
    await saved.saveAs(backup);
    expect(strFromU8(unzipSync(readFileSync(backup))['records.json'] ?? new Uint8Array())).toContain('A. Officer');

    const colleague = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
    const other = await colleague.newPage();
    await open(other, '/data');
    await other.getByLabel('Restore from a backup').setInputFiles(backup);
    await other.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(other.getByRole('main')).toContainText('Restored from');
    await open(other, NEET);
    await expect(heading(other)).toContainText('7.4%');
    await expect(other.getByText('One in fourteen has no place.').first()).toBeVisible();
    await colleague.close();
  });

  await test.step('and what was wrong is taken back, with nothing else', async () => {
    await load(page, fixture('neet-more.csv'));
    await open(page, '/data');
    await page.getByRole('button', { name: /^Undo the load of .*neet-more/ }).click();
    await page.getByRole('button', { name: 'Undo this load' }).click();
    await expect(page.getByRole('button', { name: /^Undo the load of .*neet-more/ })).toHaveCount(0);
    await open(page, NEET);
    await expect(heading(page)).toContainText('7.4%');
    expect((await readRow(page.getByRole('table', { name: 'Comparison' }), '2024/25'))[1]).toMatch(/^7\.4/);
    await expect(page.getByText('One in fourteen has no place.').first()).toBeVisible();
  });
});
