/** A group of a partnership's own: made, named wherever it is meant, in the address, and still there later. */
import type { Page } from '@playwright/test';
import { comparedWith, heading, indicatorPath, open, readRow } from './dashboard.ts';
import { expect, test } from './harness.ts';

const CITIES = ['Birmingham', 'Leeds', 'Manchester', 'Liverpool', 'Sheffield', 'Nottingham', 'Bristol, City of'];

async function makeGroup(page: Page): Promise<void> {
  await open(page, '/data');
  await page.getByRole('button', { name: 'Make a group' }).click();
  const form = page.getByRole('main').locator('form').filter({ hasText: 'Keep this group' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Core cities');
  for (const [at, name] of CITIES.entries()) {
    await form.getByRole('combobox', { name: 'Authority' }).fill(name);
    await form.getByRole('option', { name, exact: true }).click();
    await expect(form.getByRole('list', { name: 'Authorities in the group' }).getByRole('listitem')).toHaveCount(
      at + 1,
    );
  }
  await form.getByRole('button', { name: 'Keep this group' }).click();
  await expect(page.getByRole('button', { name: 'Change the group Core cities' })).toBeVisible();
}

const choices = (page: Page) => page.getByRole('combobox', { name: 'Compared with' });

test('a group is made, chosen, named in every word and column, and outlives a reload', async ({ page }) => {
  await makeGroup(page);
  await open(page, indicatorPath('neet-16-17'));
  await choices(page).selectOption({ label: 'Core cities' });
  await expect(page).toHaveURL(/set=own/);
  await page.getByRole('checkbox', { name: 'Median of Core cities' }).check();

  const main = page.getByRole('main');
  await expect(comparedWith(page, 'Core cities')).toHaveText('5.3%');
  await expect(main).toContainText('worse than the median of Core cities (5.3%)');
  await expect(page.getByRole('group', { name: 'Derby and Core cities, 2024/25' })).toBeVisible();
  const comparison = page.getByRole('table', { name: 'Comparison' });
  await expect(comparison.getByRole('columnheader').last()).toHaveText('Core cities');
  expect((await readRow(comparison, '2024/25')).at(-1)).toMatch(/^5\.3%\s?7 of 7$/);
  await expect(page.getByRole('table', { name: 'Core cities' }).getByRole('row')).toHaveCount(CITIES.length + 2);
  // The other set stays to choose from; nothing else speaks of neighbours.
  const words = (await main.innerText()).replace('Statistical neighbours 2025', '');
  expect(words).not.toMatch(/neighbour/i);

  await page.reload();
  await expect(choices(page)).toHaveValue(/^own:/);
  await expect(comparedWith(page, 'Core cities')).toHaveText('5.3%');
});

test('the pages around an indicator name the group too, and none of them speaks of neighbours', async ({ page }) => {
  await makeGroup(page);
  await open(page, indicatorPath('neet-16-17'));
  await choices(page).selectOption({ label: 'Core cities' });
  await expect(page).toHaveURL(/set=own/);
  const query = new URL(page.url()).hash.split('?')[1] ?? '';
  for (const { path, says } of [
    { path: '', says: 'Better than the average of Core cities on' },
    { path: '/stay-safe', says: 'Against Core cities' },
    { path: '/gaps', says: 'Average gap of Core cities' },
    { path: '/neighbours', says: 'A group of authorities chosen by officers' },
  ]) {
    await open(page, `/E06000015${path}?${query}`);
    await expect(page.getByRole('main')).toContainText(says);
    await expect(page.getByRole('main')).not.toContainText(/neighbour/i);
  }
});

test('a group is changed, and taken away; an address that still asks for it says so', async ({ page }) => {
  await makeGroup(page);
  await page.getByRole('button', { name: 'Change the group Core cities' }).click();
  await page.getByRole('button', { name: 'Leave out Leeds' }).click();
  await page.getByRole('button', { name: 'Keep this group' }).click();
  await open(page, indicatorPath('neet-16-17'));
  await choices(page).selectOption({ label: 'Core cities' });
  await expect(page.getByRole('term').filter({ hasText: 'Core cities' })).toContainText('6 of 6');
  const { hash } = new URL(page.url());

  await open(page, '/data');
  await page.getByRole('button', { name: 'Take away the group Core cities' }).click();
  await expect(page.getByRole('button', { name: 'Change the group Core cities' })).toHaveCount(0);
  await open(page, hash.slice(1));
  await expect(heading(page)).toContainText('NEET');
  await expect(page.getByRole('note').filter({ hasText: 'a group or set that is not here' })).toBeVisible();
  await expect(comparedWith(page, 'Statistical neighbours')).toHaveText('4.2%');
});

test('a group without a name or without authorities is not kept, and says what is missing', async ({ page }) => {
  await open(page, '/data');
  await page.getByRole('button', { name: 'Make a group' }).click();
  await page.getByRole('button', { name: 'Keep this group' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Give the group a name' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill('Nobody');
  await page.getByRole('button', { name: 'Keep this group' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Add at least one authority' })).toBeVisible();
});

test('all of a reader’s choices open again from one address', async ({ page }) => {
  await open(page, `${indicatorPath('under-18-conceptions')}?average=median&colours=rag&axis=zero`);
  await expect(page.getByRole('checkbox', { name: 'Median of the neighbours' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Scale from zero' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Red, amber, green' })).toBeChecked();
  await expect(page.getByRole('main')).toContainText('the neighbours’ median (18.2)');
  await expect(page.getByRole('group', { name: /over time$/ }).first()).toContainText('Neighbours’ median');
  await expect(page.getByRole('group', { name: /over time$/ }).first()).not.toContainText('axis starts at');
  await expect(page.locator('html')).toHaveAttribute('data-colours', 'rag');
});
