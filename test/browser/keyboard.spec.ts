/** By keyboard alone, from the first visit to a chart's point and its table. No pointer is used in this file. */
import type { Locator, Page } from '@playwright/test';
import { heading, indicatorPath, open } from './dashboard.ts';
import { expect, test } from './harness.ts';

const MOST_TABS = 120;

/** Tabs until a control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}

/** The control with the focus, as it is called, and whether its focus can be seen. */
function describeFocus(page: Page): Promise<{ name: string; isVisible: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const marked = element.closest('label') ?? element;
    const isOutlined = [element, marked].some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    const { width, height, top, bottom } = marked.getBoundingClientRect();
    const isOnScreen = width > 0 && height > 0 && bottom > 0 && top < window.innerHeight;
    return {
      name: (element.getAttribute('aria-label') ?? marked.textContent).replace(/\s+/g, ' ').trim(),
      isVisible: isOnScreen && isOutlined,
    };
  });
}

test('from the first visit to a chart’s point and its table', async ({ page }) => {
  await open(page, '/');
  const authority = page.getByRole('combobox', { name: 'Authority' });
  await tabTo(page, authority);
  await page.keyboard.type('derb');
  await expect(page.getByRole('option', { name: 'Derby', exact: true })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Derbyshire' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Derby');
  await expect(page.getByRole('main')).toBeFocused();

  await tabTo(page, page.getByRole('main').getByRole('link', { name: /^Not in education/ }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/indicator\/neet-16-17/);

  const chart = page
    .getByRole('group')
    .filter({ has: page.getByRole('button', { name: 'Show as table' }) })
    .first();
  await tabTo(page, chart.getByRole('application'));
  await page.keyboard.press('End');
  const said = chart.locator('[aria-live="polite"]');
  await expect(said).toContainText('7.6');
  const last = await said.innerText();
  await page.keyboard.press('ArrowLeft');
  await expect(said).not.toHaveText(last);
  await expect(said).toContainText('2023/24');
  await page.keyboard.press('ArrowDown');
  await expect(said).not.toContainText('Derby');
  await page.keyboard.press('Escape');
  await expect(said).toHaveText('');

  await page.keyboard.press('Tab');
  await expect(chart.getByRole('button', { name: 'Show as table' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chart.getByRole('table')).toContainText('7.6');
  await expect(chart.getByRole('button', { name: 'Show as table' })).toBeFocused();
});

test('the first tab offers to skip to the figures', async ({ page }) => {
  await open(page, '/E06000015');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the figures' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveURL(/#\/E06000015$/);
});

test('escape leaves the list of authorities and keeps the one that was there', async ({ page }) => {
  await open(page, '/E06000015');
  const authority = page.getByRole('combobox', { name: 'Authority' });
  await tabTo(page, authority);
  await page.keyboard.type('Leeds');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(authority).toHaveValue('Derby');
});

test('the menu of downloads opens, is gone through, and gives the focus back', async ({ page }) => {
  await open(page, indicatorPath('neet-16-17'));
  const button = page.getByRole('button', { name: 'Download' }).first();
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  const items = page.getByRole('menuitem');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('a file is chosen from the keyboard', async ({ page }) => {
  // Asked for before the page is opened: the browser hands its dialog over only once it has been told to.
  const chooser = page.waitForEvent('filechooser');
  await open(page, '/load');
  await tabTo(page, page.getByLabel('Choose files'));
  await page.keyboard.press('Enter');
  expect((await chooser).isMultiple()).toBe(true);
});

for (const path of [
  '/',
  '/E06000015',
  '/E06000015/stay-safe',
  indicatorPath('attainment-8'),
  '/load',
  '/data',
  '/help',
]) {
  test(`the focus is seen at every stop and leaves the page again: ${path}`, async ({ page }) => {
    await open(page, path);
    const unseen: string[] = [];
    let stops = 0;
    for (; stops < 400; stops += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement === document.body)) break;
      const { name, isVisible } = await describeFocus(page);
      if (!isVisible) unseen.push(name);
    }
    expect(stops, 'stops before the focus leaves').toBeLessThan(400);
    expect(stops).toBeGreaterThan(5);
    expect(unseen).toEqual([]);
  });
}

test('the focus goes down the page as it is read', async ({ page }) => {
  await open(page, indicatorPath('under-18-conceptions'));
  const stops = page
    .getByRole('main')
    .locator('a:visible, button:visible, input:visible, select:visible, [tabindex="0"]:visible');
  const order: number[] = [];
  for (let at = 0, count = await stops.count(); at < count; at += 1)
    order.push(await stops.nth(at).evaluate((one) => one.tabIndex));
  expect(order.every((index) => index === 0)).toBe(true);
  await tabTo(page, stops.first());
  for (let at = 1, count = await stops.count(); at < count; at += 1) {
    await page.keyboard.press('Tab');
    await expect(stops.nth(at)).toBeFocused();
  }
});
