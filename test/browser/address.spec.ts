/** What is on screen stands in the address, and every address ever given out opens something sensible. */
import { comparedWith, heading, indicatorPath, open } from './dashboard.ts';
import { expect, test } from './harness.ts';

test('back and forward lead through the pages that were seen', async ({ page }) => {
  await open(page, '/E06000015');
  await page.getByRole('region', { name: 'Stay safe' }).getByRole('heading', { level: 2 }).getByRole('link').click();
  await expect(heading(page)).toHaveText('Stay safe');
  await page
    .getByRole('link', { name: /Re-referrals/ })
    .first()
    .click();
  await expect(heading(page)).toContainText(/re-referrals/i);
  await page.goBack();
  await expect(heading(page)).toHaveText('Stay safe');
  await page.goBack();
  await expect(heading(page)).toHaveText('Derby');
  await page.goForward();
  await expect(heading(page)).toHaveText('Stay safe');
});

test('another authority keeps the page that is read', async ({ page }) => {
  await open(page, indicatorPath('neet-16-17'));
  await page.getByRole('combobox', { name: 'Authority' }).fill('Nottingham');
  await page.getByRole('option', { name: 'Nottingham', exact: true }).click();
  await expect(page).toHaveURL(/#\/E06000018\/indicator\/neet-16-17$/);
  await expect(comparedWith(page, 'Nottingham')).toBeVisible();
});

test('the reader’s choices stand in the address, open again from it and are undone by back', async ({ page }) => {
  await open(page, indicatorPath('under-18-conceptions'));
  await page.getByRole('checkbox', { name: 'Median of the neighbours' }).check();
  await expect(page).toHaveURL(/average=median/);
  await expect(comparedWith(page, 'Statistical neighbours')).toHaveText('18.2');
  await page.getByRole('checkbox', { name: 'Scale from zero' }).check();
  await expect(page).toHaveURL(/axis=zero/);
  await page.getByRole('checkbox', { name: 'Red, amber, green' }).check();
  await expect(page).toHaveURL(/colours=rag/);

  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Median of the neighbours' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Scale from zero' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Red, amber, green' })).toBeChecked();
  await expect(comparedWith(page, 'Statistical neighbours')).toHaveText('18.2');

  await page.goBack();
  await expect(page.getByRole('checkbox', { name: 'Red, amber, green' })).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Scale from zero' })).toBeChecked();
});

test('an old or unknown parameter is named gently and the page is shown', async ({ page }) => {
  await open(page, `${indicatorPath('neet-16-17')}?view=classic&axis=sideways`);
  await expect(comparedWith(page, 'Derby 2024/25')).toHaveText('7.6%');
  const remarks = page.getByRole('main').getByRole('note').filter({ visible: true });
  await expect(remarks.filter({ hasText: '“view”' })).toBeVisible();
  await expect(remarks.filter({ hasText: 'axis is one of fitted, zero' })).toBeVisible();
});

for (const { name, path, says, leads } of [
  { name: 'indicator', path: indicatorPath('unicorns'), says: 'There is no indicator “unicorns” here', leads: 'Derby' },
  { name: 'outcome', path: '/E06000015/be-brave', says: 'There is no outcome “be-brave”', leads: 'Derby' },
  { name: 'group', path: `${indicatorPath('neet-16-17')}?group=giants`, says: 'group “giants”', leads: 'Derby' },
]) {
  test(`an unknown ${name} is said and leads back`, async ({ page }) => {
    await open(page, path);
    await expect(heading(page)).toHaveText('Not among the figures here');
    await expect(page.getByRole('main')).toContainText(says);
    await page
      .getByRole('main')
      .getByRole('link', { name: `To the overview of ${leads}` })
      .click();
    await expect(heading(page)).toHaveText(leads);
  });
}

for (const path of ['/E09999999', '/nowhere/at/all', '/%E0%A4%A', '/<img src=x onerror=alert(1)>']) {
  test(`an address that means nothing opens the start page and says so: ${path}`, async ({ page }) => {
    await open(page, path);
    await expect(heading(page)).toHaveText('How are the children of your area doing?');
    await expect(page.getByRole('main').getByRole('note').first()).toBeVisible();
  });
}

test('an abolished authority is told to be history', async ({ page }) => {
  await open(page, '/E10000006');
  await expect(heading(page)).toHaveText('Cumbria');
  await expect(page.getByRole('note').filter({ hasText: 'was abolished' })).toBeVisible();
});

test('a chapter of the handbook and a section of it have addresses, and a search for a word leads there', async ({
  page,
}) => {
  await open(page, '/help');
  await page.getByRole('navigation', { name: 'Handbook' }).getByRole('link', { name: 'Method' }).click();
  await expect(heading(page)).toHaveText('Method');
  await expect(page).toHaveURL(/#\/help\?page=method$/);

  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: /^Search/ }).fill('rank');
  await page.getByRole('option', { name: /^Rank/ }).click();
  await expect(page).toHaveURL(/#\/help\?page=glossary&section=rank$/);
  await expect(page.getByRole('heading', { name: 'Rank', exact: true })).toBeInViewport();

  await open(page, '/help?page=unicorns');
  await expect(heading(page)).toHaveText('Handbook');
  await expect(page.getByRole('note').filter({ hasText: 'no chapter “unicorns”' })).toBeVisible();
});
