/** A file may bring dozens of indicators: pages stay short enough to be read, and say what they fold. */
import type { Page } from '@playwright/test';
import { load, made, open } from './dashboard.ts';
import { expect, test } from './harness.ts';

const NAMES = Array.from({ length: 30 }, (_, i) => `Bus passes, route ${String(i + 1).padStart(2, '0')}`);
const AIM = 'stay-safe/safe-from-accidents';

const clubs = made(
  'bus-passes.csv',
  ['indicator,area,period,value', ...NAMES.map((name, i) => `"${name}",Derby,2024/25,${String(i)}`)].join('\n'),
);

const topic = (page: Page) =>
  page.getByRole('group').filter({ has: page.getByRole('heading', { name: 'No topic given' }) });

test.beforeEach(async ({ page }) => {
  await open(page, '/E06000015');
  await load(page, clubs);
});

test('what is stored opens topic by topic, by keyboard too', async ({ page }) => {
  await open(page, '/data');
  await expect(topic(page)).toContainText('30 indicators, none placed');
  await expect(page.getByRole('link', { name: NAMES[0] ?? '' })).toHaveCount(0);
  const summary = topic(page).locator('summary');
  await summary.press('Enter');
  await expect(topic(page).getByRole('link', { name: /^Bus passes/ })).toHaveCount(30);
  await summary.press('Enter');
  await expect(topic(page).getByRole('link', { name: /^Bus passes/ })).toHaveCount(0);
});

test('a search opens the topics in which it finds something', async ({ page }) => {
  await open(page, '/data');
  await page.getByRole('searchbox', { name: 'Find an indicator' }).fill('route 07');
  await expect(topic(page).getByRole('link', { name: /^Bus passes/ })).toHaveText(['Bus passes, route 07']);
});

test('an aim of dozens shows the first and all on demand; the overview counts the others', async ({ page }) => {
  await open(page, '/data');
  await topic(page).locator('summary').click();
  await topic(page).getByRole('combobox', { name: 'All 30 under' }).selectOption(AIM);
  await expect(topic(page)).toContainText('30 indicators, all placed');

  await open(page, '/E06000015/stay-safe');
  const aim = page.getByRole('table', { name: 'Safe from accidental injury and death' });
  await expect(aim.getByRole('rowheader')).toHaveCount(12);
  const button = page.getByRole('button', { name: 'Show all 32 of Safe from accidental injury and death' });
  await button.click();
  await expect(aim.getByRole('rowheader')).toHaveCount(32);
  const fold = page.getByRole('button', { name: 'Show the first 12 of Safe from accidental injury and death' });
  await expect(fold).toBeFocused();
  await fold.click();
  await expect(aim.getByRole('rowheader')).toHaveCount(12);

  await open(page, '/E06000015');
  await expect(page.getByRole('link', { name: '24 more under Safe from accidental injury and death' })).toBeVisible();
});
