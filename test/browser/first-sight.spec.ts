/** What is seen before everything has arrived: an overview to read, the outline of any other page, or why nothing comes. */
import { test as unwatched } from '@playwright/test';
import type { Page } from '@playwright/test';
import { fixture, heading, holdStore, load, open } from './dashboard.ts';
import { expect, test } from './harness.ts';

const DASHBOARD = '**/assets/dashboard-*.js';
const FIGURES = '**/assets/figures-*.json';

/** Holds a file back. @returns lets it come */
async function holdBack(page: Page, file: string): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(file, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('an overview is read before the dashboard has come, and stays word for word when it has', async ({ page }) => {
  const release = await holdBack(page, DASHBOARD);
  await page.goto('./#/E06000015');
  await expect(heading(page)).toHaveText('Derby');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 2, name: 'Stay safe' })).toBeVisible();
  const [words, links] = [await main.innerText(), await main.getByRole('link').count()];
  expect(links).toBeGreaterThan(50);
  await expect(page.getByRole('option')).toHaveCount(0);

  release();
  await expect(async () => {
    await page.getByRole('combobox', { name: 'Authority' }).fill('Derby');
    await expect(page.getByRole('option').first()).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(await main.innerText()).toBe(words);
  await expect(main.getByRole('link')).toHaveCount(links);
});

test('a link of an overview leads on although the dashboard was not there yet', async ({ page }) => {
  const release = await holdBack(page, DASHBOARD);
  await page.goto('./#/E06000015');
  await page.getByRole('link', { name: 'Stay safe', exact: true }).click();
  release();
  await expect(heading(page)).toHaveText('Stay safe');
});

test('whose overview was read first is remembered on a page that names no authority', async ({ page }) => {
  const release = await holdBack(page, DASHBOARD);
  await page.goto('./#/E06000015');
  await page.getByRole('link', { name: 'Load data' }).click();
  release();
  await expect(heading(page)).toHaveText('Load data');
  await expect(page.getByRole('combobox', { name: 'Authority' })).toHaveValue('Derby');
});

for (const [name, path] of [
  ['a page of a saved link', '/E06000015/gaps'],
  ['an overview with a choice in its address', '/E06000015?average=median'],
] as const) {
  test(`${name} shows its outline until the figures are there`, async ({ page }) => {
    const release = await holdBack(page, FIGURES);
    await page.goto(`./#${path}`);
    await expect(page.locator('[aria-busy="true"] > .block')).toBeVisible();
    await expect(page.getByText('The page is on its way.')).toBeAttached();
    await expect(heading(page)).toHaveCount(0);
    release();
    await expect(heading(page)).toContainText('Derby');
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  });
}

test('a saved link to a loaded indicator shows an outline until the store is open, and never that it is not there', async ({
  page,
}) => {
  await load(page, fixture('youth-clubs.csv'));
  await open(page, '/E06000015/unplaced');
  await page.getByRole('link', { name: 'Youth club places' }).click();
  await expect(heading(page)).toContainText('Youth club places');

  const letStoreOpen = await holdStore(page);
  await page.reload();
  await expect(page.locator('main [aria-busy="true"] > .block')).toBeVisible();
  await expect(page.getByText('Not among the figures here')).toHaveCount(0);
  await letStoreOpen();
  await expect(heading(page)).toContainText('Youth club places');
});

unwatched('where the dashboard cannot be fetched the page says so', async ({ page }) => {
  await page.route(DASHBOARD, (route) => route.abort());
  await page.goto('./#/help');
  await expect(page.getByRole('alert')).toContainText('Load this page again');
});

unwatched('an overview is read from the page and one file beside it, whatever else is late', async ({ page }) => {
  const asked: string[] = [];
  await page.route('**/*', (route) => {
    const request = route.request();
    if (request.isNavigationRequest() || request.url().includes('/overviews-')) return route.continue();
    asked.push(request.url());
    return route.abort();
  });
  await page.goto('./#/E06000015', { waitUntil: 'commit' });
  const outcomes = page.getByRole('main').getByRole('heading', { level: 2, name: /Be healthy|Stay safe/ });
  await expect(outcomes).toHaveCount(2);
  const [left, right] = await outcomes.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  expect(left, 'the columns stand beside each other').toBeLessThan(right ?? 0);
  expect(asked.filter((url) => url.endsWith('.css'))).toEqual([]);
});

unwatched('a host that allows no script inside a page gets the dashboard without its first sight', async ({ page }) => {
  await page.route('./', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': "script-src 'self'" },
    });
  });
  const overviews: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/overviews-')) overviews.push(request.url());
  });
  await page.goto('./#/E06000015');
  await expect(page.locator('html')).toHaveAttribute('data-address', '#/E06000015');
  await expect(heading(page)).toHaveText('Derby');
  expect(overviews).toEqual([]);
});
