/** An authority looked at in one chart is brought forward in the other charts of the page. */
import type { Locator, Page } from '@playwright/test';
import { indicatorPath, open } from './dashboard.ts';
import { expect, test } from './harness.ts';

const chart = (page: Page, name: RegExp): Locator => page.getByRole('group', { name });
const picture = (page: Page, name: RegExp): Locator => chart(page, name).getByRole('application');
/** Lines of neighbours are thin and pale: one that is brought forward is drawn in full, and heavier. */
const forward = (page: Page): Locator => picture(page, / over time$/).locator('path[opacity="1"][stroke-width="2"]');
const home = (page: Page): Locator =>
  picture(page, / over time$/)
    .locator('path[stroke-width="3"]')
    .first();

test('by keyboard: a neighbour in the list comes forward over time, until Escape', async ({ page }) => {
  await open(page, indicatorPath('neet-16-17'));
  const neighbours = picture(page, /^Derby and its statistical neighbours/);
  await expect(forward(page)).toHaveCount(0);
  await neighbours.focus();
  await page.keyboard.press('Home');
  await expect(chart(page, /^Derby and its statistical neighbours/).locator('[aria-live="polite"]')).toContainText(
    'Kirklees, 2024/25: 2.9%',
  );
  await expect(forward(page).first()).toBeVisible();
  await expect(home(page)).toHaveAttribute('opacity', '0.3');
  await page.keyboard.press('Escape');
  await expect(forward(page)).toHaveCount(0);
  await expect(home(page)).not.toHaveAttribute('opacity');
});

test('by pointer: a bar that is pointed at comes forward over time, until the pointer leaves', async ({ page }) => {
  await open(page, indicatorPath('neet-16-17'));
  const bars = picture(page, /^Derby and its statistical neighbours/);
  await bars.getByText('Kirklees', { exact: true }).scrollIntoViewIfNeeded();
  const bar = bars.locator('rect').first();
  const box = await bar.boundingBox();
  if (!box) throw new Error('no bar is drawn');
  await page.mouse.move(box.x + box.width, box.y + box.height / 2);
  await expect(forward(page).first()).toBeVisible();
  await page.mouse.move(2, 2);
  await expect(forward(page)).toHaveCount(0);
});
