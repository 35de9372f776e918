/** Reading Derby's figures as a board would: the numbers on the pages are the published ones. */
import { comparedWith, heading, indicatorPath, open, readRow, load, made } from './dashboard.ts';
import { expect, test } from './harness.ts';

test('an authority is chosen by typing a part of its name', async ({ page }) => {
  await open(page, '/');
  const authority = page.getByRole('combobox', { name: 'Authority' });
  await authority.fill('derb');
  await expect(page.getByRole('option')).toHaveText(['Derby', 'Derbyshire']);
  await page.getByRole('option', { name: 'Derby', exact: true }).click();
  await expect(heading(page)).toHaveText('Derby');
  await expect(page).toHaveURL(/#\/E06000015$/);
  await expect(authority).toHaveValue('Derby');
});

test('a name that no authority has is answered in words', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('combobox', { name: 'Authority' }).fill('Atlantis');
  await expect(page.getByText('No authority of that name')).toBeVisible();
});

test('the last authority is offered on the next visit', async ({ page }) => {
  await open(page, '/E06000015');
  await open(page, '/');
  await page.getByText('Last time').getByRole('link', { name: 'Derby' }).click();
  await expect(heading(page)).toHaveText('Derby');
});

test('the overview counts the five outcomes, and the counts add up to the authority’s', async ({ page }) => {
  await open(page, '/E06000015');
  const outcomes = page.getByRole('region');
  const names = ['Be healthy', 'Stay safe', 'Enjoy and achieve', 'Make a positive contribution'];
  for (const name of names) await expect(outcomes.filter({ hasText: name }).first()).toBeVisible();
  await expect(outcomes).toHaveCount(5);

  const sum = { better: 0, similar: 0, worse: 0 };
  for (const outcome of await outcomes.all()) {
    const text = await outcome.innerText();
    for (const answer of ['better', 'similar', 'worse'] as const) {
      sum[answer] += Number(new RegExp(`(\\d+) ${answer}`).exec(text)?.[1] ?? Number.NaN);
    }
  }
  await expect(page.getByRole('main')).toContainText(
    `average on ${String(sum.better)} indicators, similar on ${String(sum.similar)}, worse on ${String(sum.worse)}.`,
  );
});

test('under-18 conceptions of Derby stand beside England, the region and ten of ten neighbours', async ({ page }) => {
  await open(page, indicatorPath('under-18-conceptions'));
  await expect(comparedWith(page, 'Derby 2022')).toHaveText('16.6');
  await expect(comparedWith(page, 'England')).toHaveText('13.9');
  await expect(comparedWith(page, 'East Midlands')).toHaveText('14.4');
  await expect(comparedWith(page, 'Statistical neighbours')).toHaveText('18.8');
  await expect(comparedWith(page, 'Rank')).toHaveText('107 of 151');
  await expect(page.getByRole('term').filter({ hasText: 'Rank' })).toContainText(/quartile C/, { useInnerText: true });

  const comparison = page.getByRole('table', { name: 'Comparison' });
  await expect(comparison.getByRole('columnheader')).toHaveText([
    'Period',
    'Derby',
    'England',
    'East Midlands',
    'Statistical neighbours',
  ]);
  const latest = await readRow(comparison, '2022');
  expect(latest.slice(0, 4)).toEqual(['2022', '16.6', '13.9', '14.4']);
  expect(latest[4]).toMatch(/^18\.8\s?10 of 10$/);
});

test('the table of neighbours ranks the eleven and leads to each of them', async ({ page }) => {
  await open(page, indicatorPath('under-18-conceptions'));
  const neighbours = page.getByRole('table', { name: 'Neighbours' });
  await expect(neighbours.getByRole('columnheader')).toHaveText(['Rank', 'Authority', 'Value']);
  await expect(neighbours.getByRole('row')).toHaveCount(12);
  await expect(neighbours.getByRole('row').filter({ hasText: 'Derby' })).toHaveText(/^\s*3\s*Derby\s*16\.6\s*$/);
  await neighbours.getByRole('link', { name: 'Kirklees' }).click();
  await expect(page).toHaveURL(/#\/E08000034\/indicator\/under-18-conceptions$/);
  await expect(comparedWith(page, 'Kirklees 2022')).toHaveText('12.5');
});

test('NEET in Derby is second to last of 153', async ({ page }) => {
  await open(page, indicatorPath('neet-16-17'));
  await expect(comparedWith(page, 'Derby 2024/25')).toHaveText('7.6%');
  await expect(comparedWith(page, 'Statistical neighbours')).toHaveText('4.2%');
  await expect(comparedWith(page, 'England')).toHaveText('3.4%');
  await expect(comparedWith(page, 'Rank')).toHaveText('152 of 153');
});

test('three or more placements put Derby in the best quartile', async ({ page }) => {
  await open(page, indicatorPath('placement-moves'));
  await expect(comparedWith(page, 'Derby')).toHaveText('8%');
  await expect(comparedWith(page, 'Rank')).toHaveText('26 of 151');
  await expect(page.getByRole('term').filter({ hasText: 'Rank' })).toContainText(/quartile A/, { useInnerText: true });
});

test('permanent exclusions stand in the academic year they happened in', async ({ page }) => {
  await open(page, indicatorPath('permanent-exclusions'));
  const comparison = page.getByRole('table', { name: 'Comparison' });
  expect((await readRow(comparison, '2023/24'))[1]).toBe('0.07%');
  const trend = page.getByRole('application').first();
  await trend.focus();
  await trend.press('End');
  await expect(page.getByText(/^Derby.*2023\/24/).first()).toBeAttached();
});

test('every chart is there as a table of the same figures, and back as a picture', async ({ page }) => {
  await open(page, indicatorPath('under-18-conceptions'));
  const charts = page.getByRole('group').filter({ has: page.getByRole('button', { name: 'Show as table' }) });
  await expect(charts).toHaveCount(5);
  for (const chart of await charts.all()) {
    const button = chart.getByRole('button', { name: 'Show as table' });
    await expect(chart.getByRole('application')).toBeVisible();
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(chart.getByRole('table')).toContainText('16.6');
    await expect(chart.getByRole('application')).toHaveCount(0);
    await button.click();
    await expect(chart.getByRole('application')).toBeVisible();
  }
});

test('a rule behind an answer opens where it stands', async ({ page }) => {
  await open(page, indicatorPath('under-18-conceptions'));
  const rule = page.getByRole('term').filter({ hasText: 'England' }).getByRole('button', { name: 'by size' });
  await rule.click();
  await expect(page.getByRole('note').filter({ visible: true })).toContainText(/\d/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('note').filter({ visible: true })).toHaveCount(0);
  await expect(rule).toBeFocused();
});

test('an outcome lists its indicators by aim, and each leads to its page', async ({ page }) => {
  await open(page, '/E06000015/stay-safe');
  await expect(heading(page)).toHaveText('Stay safe');
  const aim = page.getByRole('table').filter({ hasText: 'Three or more' }).first();
  await aim
    .getByRole('link', { name: /Three or more/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/indicator\/placement-moves/);
});

test('the words in place of a number are explained under the table in which they stand', async ({ page }) => {
  await open(page, '/E06000015');
  await load(
    page,
    made(
      'clubs.csv',
      [
        'indicator,area,period,value,marker',
        'Youth club places,Derby,2023/24,,c',
        'Youth club places,Derby,2024/25,28.5,p',
        'Youth club places,England,2024/25,38.2,',
      ].join('\n'),
    ),
  );
  await open(page, '/E06000015/unplaced');
  await page.getByRole('link', { name: 'Youth club places' }).click();
  const comparison = page.getByRole('table', { name: 'Comparison' });
  await expect(comparison.getByRole('row', { name: /^2023\/24/ })).toContainText('suppressed');
  await expect(comparison.getByRole('row', { name: /^2024\/25/ })).toContainText(/28\.5\s*provisional/);
  const explained = page.locator('.scroll').filter({ has: comparison });
  for (const [word, meaning] of [
    ['Suppressed:', /rests on so few children/],
    ['Provisional:', /likely to be corrected/],
  ] as const) {
    await expect(explained.getByRole('term').filter({ hasText: word })).toBeVisible();
    await expect(explained.getByRole('definition').filter({ hasText: meaning })).toBeVisible();
  }
  await expect(explained.getByRole('term')).toHaveCount(2);
});

test('a chart is drawn as wide as its place, whatever width the one before it had there', async ({ page }) => {
  const first = page.getByRole('group', { name: /over time$/ }).first();
  const readWidths = (): Promise<readonly [number, number]> =>
    first.evaluate((chart) => [chart.clientWidth, Number(chart.querySelector('svg')?.getAttribute('width'))] as const);
  await open(page, indicatorPath('low-birth-weight'));
  const [wide, drawnWide] = await readWidths();
  expect(drawnWide).toBe(wide);

  await open(page, '/E06000015');
  await page.setViewportSize({ width: 700, height: 900 });
  await open(page, indicatorPath('infant-mortality'));
  const [narrow, drawnNarrow] = await readWidths();
  expect(narrow).toBeLessThan(wide);
  expect(drawnNarrow).toBe(narrow);
});
