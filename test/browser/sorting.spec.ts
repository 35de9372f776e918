/** Tables are put in order by their heads, and say how they stand. */
import type { Locator } from '@playwright/test';
import { indicatorPath, open } from './dashboard.ts';
import { expect, test } from './harness.ts';

const head = (table: Locator, name: string): Locator => table.getByRole('columnheader', { name, exact: true });
const names = (table: Locator): Promise<readonly string[]> => table.getByRole('rowheader').allInnerTexts();
const column = (table: Locator, index: number): Promise<readonly string[]> =>
  table
    .locator('tbody tr')
    .locator(`td:nth-child(${String(index)})`)
    .allInnerTexts();

async function choose(table: Locator, name: string, state: 'ascending' | 'descending'): Promise<void> {
  await head(table, name).getByRole('button').click();
  await expect(head(table, name)).toHaveAttribute('aria-sort', state);
}

test('a rug by the name of its indicators, and by how an area stands on them: worst first', async ({ page }) => {
  await open(page, '/E06000015/stay-safe?show=rug');
  const rug = page.getByRole('table', { name: /^Stay safe/ });
  const before = await names(rug);
  await expect(head(rug, 'Derby')).not.toHaveAttribute('aria-sort');
  await choose(rug, 'Derby', 'ascending');
  const signs = (await column(rug, 2)).map((cell) => /better|similar|worse/.exec(cell)?.[0]);
  const order = ['worse', 'similar', 'better', undefined];
  expect(signs).toEqual([...signs].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(new Set(signs).size).toBeGreaterThan(2);
  await choose(rug, 'Indicator', 'ascending');
  await expect(head(rug, 'Derby')).not.toHaveAttribute('aria-sort');
  const sorted = await names(rug);
  expect(sorted).not.toEqual(before);
  expect(sorted).toEqual([...before].sort((a, b) => a.localeCompare(b, 'en-GB')));
  await choose(rug, 'Indicator', 'descending');
  expect(await names(rug)).toEqual(sorted.toReversed());
});

test('gaps by indicator and by how they stand', async ({ page }) => {
  await open(page, '/E06000015/gaps');
  const gaps = page.getByRole('table', { name: /^Eligible for free school meals/ });
  const before = await names(gaps);
  await choose(gaps, 'Indicator', 'ascending');
  await choose(gaps, 'Indicator', 'descending');
  expect(await names(gaps)).toEqual([...before].sort((a, b) => b.localeCompare(a, 'en-GB')));
  await choose(gaps, 'Against neighbours', 'ascending');
  expect((await column(gaps, 6))[0]).toContain('worse');
});

test('the figures of a chart by number, and by time', async ({ page }) => {
  await open(page, indicatorPath('neet-16-17'));
  const chart = page
    .getByRole('group')
    .filter({ has: page.getByRole('button', { name: 'Show as table' }) })
    .first();
  await chart.getByRole('button', { name: 'Show as table' }).click();
  const table = chart.getByRole('table');
  const periods = await names(table);
  await choose(table, 'Derby', 'ascending');
  const figures = (await column(table, 2)).map((cell) => Number.parseFloat(cell));
  expect(figures.length).toBeGreaterThan(4);
  expect(figures).toEqual([...figures].sort((a, b) => a - b));
  await choose(table, 'Period', 'ascending');
  await choose(table, 'Period', 'descending');
  expect(await names(table)).toEqual(periods.toReversed());
});

test('a rug leaves the page like every chart: as a picture, as figures, on a slide', async ({ page }) => {
  await open(page, '/E06000015/stay-safe?show=rug');
  const rug = page.getByRole('group', { name: /^Stay safe/ });
  for (const [item, ending] of [
    ['CSV', 'csv'],
    ['PNG', 'png'],
    ['PowerPoint', 'pptx'],
  ] as const) {
    await rug.getByRole('button', { name: 'Download' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`stay-safe.*rug\\.${ending}$`));
  }
  await rug.getByRole('button', { name: 'Add to slides' }).click();
  await expect(rug.getByRole('status').filter({ hasText: 'Slide 1 of the deck' })).toBeVisible();
});
