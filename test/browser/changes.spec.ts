/** What changed since the last load, or any earlier one: new apart from revised; home, England and neighbours apart. */
import type { Page } from '@playwright/test';
import { fixture, load, open, readRow } from './dashboard.ts';
import { expect, test } from './harness.ts';

const part = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });

const NEET = 'Not in education, employment or training, aged 16 and 17';

test('nothing loaded is said, with the way to load', async ({ page }) => {
  await open(page, '/E06000015/changes');
  await expect(page.getByRole('main')).toContainText('Nothing has been loaded in this browser yet');
});

test('new figures stand apart from revised ones, since the last load and since the one before', async ({ page }) => {
  await open(page, '/E06000015');
  await load(page, fixture('neet-revised.csv'));
  await load(page, fixture('neet-more.csv'));

  await open(page, '/E06000015/changes');
  const home = part(page, 'Derby');
  await expect(home).toContainText('1 new figure, 1 revised figure.');
  expect(await readRow(home.getByRole('table', { name: 'Revised' }), NEET)).toEqual([NEET, '2024/25', '7.4%', '7.1%']);
  expect(await readRow(home.getByRole('table', { name: 'New' }), NEET)).toEqual([NEET, '2025/26', '1', '6.8%']);
  await expect(part(page, 'England')).toContainText('1 new figure, 0 revised figures.');
  await expect(part(page, 'East Midlands')).toContainText('Nothing changed.');
  const neighbours = part(page, 'Statistical neighbours');
  await expect(neighbours).toContainText('0 new figures, 1 revised figure.');
  await expect(neighbours.getByRole('row').filter({ hasText: 'Walsall' })).toContainText('9.9%');

  const since = page.getByRole('combobox', { name: /Since the load of/ });
  await since.selectOption({ index: 1 });
  await expect(
    home.getByRole('table', { name: 'Revised' }).getByRole('row').filter({ hasText: '2024/25' }),
  ).toContainText(/7\.6%\s*7\.1%/);
});

test('the page opens on the last load that brought figures', async ({ page }) => {
  await open(page, '/E06000015');
  await load(page, fixture('neet-more.csv'));
  await load(page, fixture('neet-targets.csv'));
  await open(page, '/E06000015/changes');
  const since = page.getByRole('combobox', { name: /Since the load of/ });
  await expect(since.getByRole('option')).toHaveCount(2);
  await expect(since.getByRole('option', { selected: true })).toHaveText(/neet-more\.csv$/);
  await expect(part(page, 'Derby')).toContainText('1 new figure');
});
