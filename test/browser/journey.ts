/** What a reader and an officer do in a session, for tests that watch a whole one. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** From the start page to the overview of an authority. */
export async function chooseDerby(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('combobox').fill('Derby');
  await page.getByRole('option', { name: 'Derby', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Derby');
}

/** From an overview to the page of an indicator, with its charts. */
export async function openIndicator(page: Page): Promise<void> {
  await page.getByRole('main').locator('a[href*="/indicator/neet-16-17"]').first().click();
  await expect(page.getByRole('main').locator('svg').first()).toBeVisible();
}

/** Every page the dashboard leads to from here; of the many indicators the first few. */
export async function visitEveryPage(page: Page): Promise<readonly string[]> {
  const links = await page.locator('a[href^="#/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const addresses = [...new Set(links.filter((link) => link !== null))];
  const isIndicator = (address: string): boolean => address.includes('/indicator/');
  const chosen = [
    ...addresses.filter((address) => !isIndicator(address)),
    ...addresses.filter(isIndicator).slice(0, 4),
  ];
  for (const address of chosen) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, address);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  }
  return chosen;
}

/** Takes every file that the first chart's menu offers; the clipboard belongs to a window in focus, which tests share. */
export async function downloadEverything(page: Page): Promise<number> {
  const menu = page.getByRole('main').locator('[aria-haspopup]').first();
  const items = page.getByRole('menuitem').filter({ hasNotText: 'Copy' });
  await menu.click();
  const count = await items.count();
  await page.keyboard.press('Escape');
  for (let at = 0; at < count; at++) {
    await menu.click();
    await items.nth(at).click();
    await expect(page.getByText('Working …')).toBeHidden();
    if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');
  }
  return count;
}

/** Loads a file and stores it. */
export async function loadFile(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/load';
  });
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: 'Store', exact: true }).click();
  await expect(page.getByRole('main').getByRole('status').first()).toContainText('Stored');
}
