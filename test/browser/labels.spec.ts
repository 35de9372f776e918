/** A publisher's own trend that points the wrong way: warned of while loading, and never shown. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { choose, indicatorPath, open, SHARED, status, storeButton } from './dashboard.ts';
import { expect, test } from './harness.ts';

const LABELLED = join(import.meta.dirname, '../fixtures/analysis/labelled.csv');
const FINGERTIPS = join(SHARED, 'fingertips/la_hospital_admissions_2324.csv');
const WARNING = /The column “Recent Trend” contradicts the figures beside it in \d+ of \d+ trends/;

const direction = (page: Page) => page.getByRole('term').filter({ hasText: /^\s*Direction/ });

async function expectOurTrend(page: Page, file: string): Promise<void> {
  await open(page, '/E06000015');
  await open(page, '/load');
  await choose(page, file);
  await expect(storeButton(page)).toBeEnabled({ timeout: 30_000 });
  await expect(page.getByRole('main')).toContainText(WARNING);
  await expect(page.getByRole('main')).toContainText('It says “Increasing and getting worse”');
  await storeButton(page).click();
  await expect(status(page)).toContainText('Stored');

  await open(page, indicatorPath('injury-admissions'));
  await expect(direction(page)).toContainText('getting better');
  await expect(page.getByRole('main')).toContainText('it has been getting better over five years');
  await expect(page.getByRole('main')).not.toContainText('Increasing and getting worse');
  await direction(page).getByRole('button', { name: 'why' }).click();
  await expect(page.getByRole('note').filter({ visible: true })).toContainText(
    'Five points weighted by the 95% intervals',
  );
}

test('our own trend stands where the file’s own column points the wrong way, with a warning', async ({ page }) => {
  await expectOurTrend(page, LABELLED);
});

test.describe('the Fingertips download (skipped where ../shared/data is not there)', () => {
  test.skip(!existsSync(FINGERTIPS), `${FINGERTIPS} is not there`);

  test('our own trend of Derby’s injuries stands, where the download says the opposite', async ({ page }) => {
    test.setTimeout(90_000);
    await expectOurTrend(page, FINGERTIPS);
  });
});
