/** Pages on paper: how many sheets, which way they lie, and that nothing stands on them that paper cannot do. */
import type { Page } from '@playwright/test';
import { indicatorPath, open } from './dashboard.ts';
import { expect, test } from './harness.ts';

/** Sheets of a page as it prints, and whether they lie on their side. */
async function print(page: Page): Promise<{ readonly sheets: number; readonly onSide: boolean }> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const onSide = new Set(boxes.map(([, width, height]) => Number(width) > Number(height)));
  expect(onSide.size, 'sheets that lie one way').toBe(1);
  return { sheets: boxes.length, onSide: onSide.has(true) };
}

for (const [name, path, sheets, onSide] of [
  ['an overview', '/E06000015', 1, true],
  ['an outcome', '/E06000015/stay-safe', 2, false],
  ['an outcome as a rug', '/E06000015/stay-safe?show=rug', 2, true],
  ['an outcome as a profile', '/E06000015/stay-safe?show=profile', 1, false],
  ['an indicator with all its charts', indicatorPath('under-18-conceptions'), 2, false],
] as const) {
  test(`${name} takes ${sheets === 1 ? 'one sheet' : `${String(sheets)} sheets`} of A4${onSide ? ' on their side' : ''}`, async ({
    page,
  }) => {
    await open(page, path);
    expect(await print(page)).toEqual({ sheets, onSide });
  });
}

test('paper says whose figures they are and of when, and has no controls and no links', async ({ page }) => {
  for (const path of ['/E06000015', '/E06000015/stay-safe', indicatorPath('attainment-8'), '/E06000015/gaps']) {
    await open(page, path);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('banner').getByText(/^Derby, as of\s+\d+ \w+ \d{4}$/), path).toBeVisible();
    await expect(page.getByRole('combobox').filter({ visible: true }), path).toHaveCount(0);
    await expect(
      page.getByRole('button', { name: /^(Download|Show as table|Add to slides|Search)/ }).filter({ visible: true }),
      path,
    ).toHaveCount(0);
    const blue = await page.getByRole('link').evaluateAll(
      (links) =>
        links.filter((link) => {
          const { color, textDecorationLine } = getComputedStyle(link);
          const around = link.parentElement ? getComputedStyle(link.parentElement).color : color;
          return textDecorationLine !== 'none' || color !== around;
        }).length,
    );
    expect(blue, `${path}: links that look like links`).toBe(0);
    await page.emulateMedia({ media: null });
  }
});
