/** What officers write beside a figure: kept, shown, with its history, and never lost half-written. */
import { indicatorPath, open } from './dashboard.ts';
import { expect, test } from './harness.ts';

const PAGE = indicatorPath('neet-16-17');

test('a commentary is stored, outlives a reload, and keeps the version before', async ({ page }) => {
  await open(page, PAGE);
  await page.getByRole('button', { name: 'Write a commentary' }).click();
  await page.getByRole('textbox', { name: /What it tells us/ }).fill('More young people left without a **place**.');
  await page.getByRole('textbox', { name: 'Written by' }).fill('A. Officer');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await expect(page.getByText('More young people left without a place.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('More young people left without a place.')).toBeVisible();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('textbox', { name: /What it tells us/ }).fill('Half of them have a place now.');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await expect(page.getByText('Half of them have a place now.')).toBeVisible();
  await page.getByText(/earlier version/i).click();
  await expect(page.getByText('More young people left without a place.')).toBeVisible();
});

test('words that were not saved are still there when the page is opened again', async ({ page }) => {
  await open(page, PAGE);
  await page.getByRole('button', { name: 'Write a commentary' }).click();
  await page.getByRole('textbox', { name: /What it tells us/ }).fill('Half a thought');
  await page.reload();
  await expect(page.getByRole('textbox', { name: /What it tells us/ })).toHaveValue('Half a thought');
  await page.getByRole('button', { name: 'Leave it as it was' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Write a commentary' })).toBeVisible();
});
