/** Targets, typed on the page or loaded from a file: said, judged, drawn, and taken back. */
import type { Page } from '@playwright/test';
import { comparedWith, fixture, indicatorPath, load, open } from './dashboard.ts';
import { expect, test } from './harness.ts';

const targetTerm = (page: Page) => page.getByRole('term').filter({ hasText: /^\s*Target/ });
const trendOf = (page: Page) => page.getByRole('group', { name: /over time$/ }).first();

async function setTarget(page: Page, number: string, year: string): Promise<void> {
  await page.getByRole('button', { name: 'Set a target' }).click();
  await page.getByRole('textbox', { name: 'Target' }).fill(number);
  await page.getByRole('combobox', { name: 'by', exact: true }).selectOption({ label: year });
  await page.getByRole('button', { name: 'Set', exact: true }).click();
}

test('a target that is typed is judged, drawn from its baseline, kept, and taken back', async ({ page }) => {
  await open(page, indicatorPath('neet-16-17'));
  await setTarget(page, '4.5', '2026/27');
  const targets = page.getByRole('list', { name: 'Targets' });
  await expect(targets).toContainText('4.5% by 2026/27, from 7.6% in 2024/25');
  await expect(comparedWith(page, 'Target')).toHaveText('cannot tell');
  await expect(trendOf(page)).toContainText('Target 4.5%');
  await expect(trendOf(page)).toContainText('Target 4.5% by 2026/27.');

  await page.reload();
  await expect(targets).toContainText('4.5% by 2026/27');
  await targets.getByRole('button', { name: 'Take back the target for 2026/27' }).click();
  await expect(targets).toHaveCount(0);
  await expect(trendOf(page)).not.toContainText('Target');
});

test('what is no number is refused with a reason, and nothing is set', async ({ page }) => {
  await open(page, indicatorPath('neet-16-17'));
  await setTarget(page, 'better', '2025/26');
  await expect(page.getByRole('alert').filter({ hasText: 'A target is a number' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Targets' })).toHaveCount(0);
});

test('targets from a file are met, on course or off course, and each says why', async ({ page }) => {
  await load(page, fixture('neet-targets.csv'));
  for (const { id, course, line } of [
    { id: 'neet-16-17', course: 'met', line: /The target is 8\.5% in 2025\/26; it was 7\.6% in 2024\/25\./ },
    { id: 'care-leavers-eet', course: 'off course', line: /the straight line from 50% in 2022\/23 stands at 55%/ },
    {
      id: 'participation-16-17',
      course: 'off course',
      line: /the straight line from 90\.0% in 2022\/23 stands at 92\.5%/,
    },
  ]) {
    await open(page, indicatorPath(id));
    await expect(comparedWith(page, 'Target')).toHaveText(course);
    await targetTerm(page).getByRole('button', { name: 'why' }).click();
    await expect(page.getByRole('note').filter({ visible: true })).toContainText(line);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('list', { name: 'Targets' })).toContainText('from a file');
    await expect(trendOf(page)).toContainText(/Target \d/);
  }
});

test('a figure ahead of the line to its target is on course, drawn in the chart and its table', async ({ page }) => {
  const file = {
    name: 'target.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'indicator,group,area,period,kind,value,baseline,baseline_period\ncare-leavers-accommodation,care-leavers,Derby,2027/28,target,95,80,2022/23\n',
    ),
  };
  await load(page, file);
  await open(page, indicatorPath('care-leavers-accommodation'));
  await expect(comparedWith(page, 'Target')).toHaveText('on course');
  await expect(trendOf(page)).toContainText('Target 95% by 2027/28.');
});
