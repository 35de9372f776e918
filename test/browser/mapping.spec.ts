/** Files that nobody recognises, files with more in them than is wanted, and the recipes that both leave behind. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { choose, made, open, SHARED, status, storeButton } from './dashboard.ts';
import { expect, test } from './harness.ts';

const HEADER = 'Place,Quarter ending,Team,Open cases,Notes\n';
const CASES = `${HEADER}Derby,2023/24,Total,12.5,\nDerby,2023/24,North,8.5,\nEngland,2023/24,Total,10,\n`;
const NEXT = `${HEADER}Derby,2024/25,Total,11,late\nEngland,2024/25,Total,9.5,\n`;
const role = (page: Page, column: string) => page.getByLabel(`What the column ${column} is`);
const firstRows = (page: Page) => page.getByRole('table', { name: 'The first rows, as they would be read' });
const recipes = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Files like cases.csv' });

async function mapCases(page: Page): Promise<void> {
  await choose(page, made('cases.csv', CASES));
  await page.getByRole('button', { name: 'Read the file so' }).click();
  await expect(storeButton(page)).toBeEnabled();
  await storeButton(page).click();
  await expect(status(page)).toContainText('Stored 1 indicator with 3 numbers from cases.csv.');
}

test.beforeEach(async ({ page }) => {
  await open(page, '/E06000015');
  await open(page, '/load');
});

test('a file of an unknown layout shows a guess at its columns and its first rows as they would be read', async ({
  page,
}) => {
  await choose(page, made('cases.csv', CASES));
  await expect(page.getByRole('main')).toContainText('Cannot be stored.');
  await expect(role(page, 'Place')).toHaveValue('area-name');
  await expect(role(page, 'Quarter ending')).toHaveValue('period');
  await expect(role(page, 'Open cases')).toHaveValue('value');
  await expect(role(page, 'Notes')).toHaveValue('none');
  await role(page, 'Team').selectOption({ label: 'Group of children' });
  await expect(firstRows(page).getByRole('row', { name: 'Derby 2023/24 Open cases North 8.5' })).toBeVisible();
  await page.getByLabel('Its periods are').selectOption({ label: 'financial years (April to March)' });
  await expect(firstRows(page)).toContainText('2023/24');
});

test('what is still to be said of the columns is named, and the file is not read before', async ({ page }) => {
  await choose(page, made('cases.csv', CASES));
  await role(page, 'Place').selectOption({ label: 'Leave out' });
  await expect(page.getByRole('main')).toContainText(
    'Say which column names the area, or which area all of it is for.',
  );
  await expect(page.getByRole('button', { name: 'Read the file so' })).toBeDisabled();
  await role(page, 'Place').selectOption({ label: 'Area: its name' });
  await expect(page.getByRole('button', { name: 'Read the file so' })).toBeEnabled();
});

test('a file is read as it was said, and the next one like it without a question', async ({ page }) => {
  await mapCases(page);
  await choose(page, made('cases-next.csv', NEXT));
  await expect(page.getByRole('main')).toContainText('because of a recipe for these columns');
  await expect(page.getByRole('main')).toContainText('updates what is here');
  await storeButton(page).click();
  await expect(status(page)).toContainText('Stored 1 indicator with 2 numbers');
  await open(page, '/data');
  await page.getByRole('table').getByRole('link', { name: 'Open cases' }).click();
  await expect(page.getByRole('table', { name: 'Comparison' }).getByRole('row')).toContainText([/2024\/25\s*11/]);
});

test('a file without a column for area or period is read once both are said, and the next one asks again', async ({
  page,
}) => {
  await choose(page, made('teams.csv', 'Team,Open cases\nNorth,12\nSouth,8\nNorth,\n'));
  await expect(page.getByRole('main')).toContainText('Say which column names the period, or which period all of it is');
  await role(page, 'Team').selectOption({ label: 'Group of children' });
  await page.getByLabel('All of it is for the area').fill('Drby');
  await expect(page.getByRole('main')).toContainText('"Drby" is none of the areas in the list');
  await page.getByLabel('All of it is for the area').fill('Derby');
  await page.getByLabel('All of it is for the period').fill('2023/24');
  await expect(firstRows(page).getByRole('row', { name: 'Derby 2023/24 Open cases South 8' })).toBeVisible();
  await page.getByRole('button', { name: 'Read the file so' }).click();
  await storeButton(page).click();
  await expect(status(page)).toContainText('Stored 1 indicator with 2 numbers from teams.csv.');

  await choose(page, made('teams-next.csv', 'Team,Open cases\nNorth,14\nSouth,9\n'));
  await expect(page.getByRole('main')).toContainText(
    'all of it is read as for 2023/24, Derby, because that was said of teams.csv',
  );
  await page.getByLabel('All of it is for the period').fill('2024/25');
  await page.getByRole('button', { name: 'Read the file so' }).click();
  await expect(page.getByRole('main')).toContainText('Figures: 2 new.');
  await open(page, '/data');
  await expect(page.getByRole('listitem').filter({ hasText: 'Files like teams.csv' })).toContainText(
    'whole file for Derby; period 2023/24 throughout, figures in Open cases',
  );
});

test('a cancelled load keeps no recipe', async ({ page }) => {
  await choose(page, made('cases.csv', CASES));
  await page.getByRole('button', { name: 'Read the file so' }).click();
  await expect(storeButton(page)).toBeEnabled();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await open(page, '/data');
  await expect(page.getByRole('main')).toContainText('None yet.');
});

test('a recipe can be changed and deleted, and the next file is read accordingly', async ({ page }) => {
  await mapCases(page);
  await open(page, '/data');
  await recipes(page).getByRole('button', { name: 'Change the recipe' }).click();
  await role(page, 'Team').selectOption({ label: 'Name of the indicator' });
  await page.getByRole('button', { name: 'Keep the change' }).click();
  await expect(recipes(page)).toContainText('indicator in Team');

  await open(page, '/load');
  await choose(page, made('cases-next.csv', NEXT));
  await expect(page.getByRole('table', { name: 'Indicators of the file' })).toContainText('Total');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await open(page, '/data');
  await recipes(page).getByRole('button', { name: 'Delete the recipe' }).click();
  await page.getByRole('button', { name: 'Delete this recipe' }).click();
  await expect(recipes(page)).toHaveCount(0);
  await open(page, '/load');
  await choose(page, made('cases-next.csv', NEXT));
  await expect(page.getByRole('main')).toContainText('Cannot be stored.');
});

test('recipes leave as a file and come back from it; another file changes nothing', async ({ page }) => {
  await mapCases(page);
  await open(page, '/data');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save recipes as a file' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  await recipes(page).getByRole('button', { name: 'Delete the recipe' }).click();
  await page.getByRole('button', { name: 'Delete this recipe' }).click();
  await expect(recipes(page)).toHaveCount(0);

  const input = page.getByLabel('Take recipes from a file');
  await input.setInputFiles(made('other.json', '{"format":"something else"}'));
  await expect(page.getByRole('alert')).toContainText('other.json is not a file of recipes');
  await input.setInputFiles(made('recipes.json', saved));
  await expect(page.getByRole('main')).toContainText('1 recipe taken from recipes.json.');
  await expect(recipes(page)).toHaveCount(1);
});

test('what is unticked is not stored, changes nothing, and stays unticked in the next file', async ({ page }) => {
  const tidy = (period: string): string =>
    `indicator,group,area,period,value\nDays out,all,Derby,${period},3\nDays in,all,Derby,${period},4\n`;
  await choose(page, made('days.csv', tidy('2023/24')));
  await expect(page.getByRole('main')).toContainText('2 new.');
  await page.getByLabel('Keep Days in').uncheck();
  await expect(page.getByRole('main')).toContainText('1 of 2 indicators kept');
  await expect(page.getByRole('main')).toContainText('1 new.');
  await storeButton(page).click();
  await expect(status(page)).toContainText('Stored 1 indicator with 1 number');

  await choose(page, made('days-next.csv', tidy('2024/25')));
  await expect(page.getByLabel('Keep Days in')).not.toBeChecked();
  await expect(page.getByLabel('Keep Days out')).toBeChecked();
  await expect(page.getByRole('main')).toContainText('as the last time');
  await page.getByLabel('Keep Days out').uncheck();
  await expect(storeButton(page)).toBeDisabled();
});

test('a name and decimals given while loading are kept, and given again to the next file', async ({ page }) => {
  const tidy = (period: string): string => `indicator,group,area,period,value\nD_OUT,all,Derby,${period},3\n`;
  await choose(page, made('days.csv', tidy('2023/24')));
  await page.getByText('Where the new indicator stands').click();
  await page.getByRole('button', { name: 'Rename D_OUT' }).click();
  await page.getByLabel('New name of D_OUT').fill('Days spent outside');
  await page.keyboard.press('Enter');
  await page.getByLabel('Decimals of Days spent outside').selectOption('2');
  await storeButton(page).click();
  await expect(status(page)).toContainText('Stored');
  await open(page, '/data');
  await page.getByRole('button', { name: 'Undo the load of days.csv' }).click();
  await page.getByRole('button', { name: 'Undo this load' }).click();
  await expect(page.getByRole('main')).not.toContainText('Indicators from loaded files');

  await open(page, '/load');
  await choose(page, made('days-next.csv', tidy('2024/25')));
  await expect(page.getByRole('row', { name: /Days spent outside 2024\/25 1 3\.00/ })).toBeVisible();
});

/** An Explore Education Statistics file with many combinations of two filters. */
function toManyCombinations(): string {
  const head = 'time_period,time_identifier,geographic_level,country_code,country_name,sector,reason,sessions\n';
  const named = (total: string, other: string): readonly string[] => [
    total,
    ...Array.from({ length: 11 }, (_, i) => `${other}-${String(i)}`),
  ];
  const rows = named('Total', 'sector').flatMap((sector) =>
    named('All reasons', 'reason').map(
      (reason) => `202425,Academic year,National,E92000001,England,${sector},${reason},5\n`,
    ),
  );
  return head + rows.join('');
}

test('of many combinations of filters those for everybody are offered first, and others by search', async ({
  page,
}) => {
  await choose(page, made('absence.csv', toManyCombinations()));
  await expect(page.getByText('1 of 144 indicators kept')).toBeVisible();
  await page.getByText('1 of 144 indicators kept').click();
  const table = page.getByRole('table', { name: 'Indicators of the file' });
  await expect(table.getByRole('checkbox').first()).toBeChecked();
  await page.getByLabel('Find among them').fill('sector-3 reason-4');
  await expect(table.getByRole('checkbox')).toHaveCount(1);
  await table.getByRole('checkbox').check();
  await expect(page.getByText('2 of 144 indicators kept')).toBeVisible();
  await storeButton(page).click();
  await expect(status(page)).toContainText('Stored 2 indicators');
  await open(page, '/data');
  await expect(page.getByRole('main')).toContainText('2 of 144 indicators');
});

test('many areas that are not in the list are one line, which names each with its place', async ({ page }) => {
  const rows = Array.from({ length: 6 }, (_, i) => `Made up,all,Nowhere ${String(i)},2024,5\n`);
  await choose(
    page,
    made('nowhere.csv', `indicator,group,area,period,value\nMade up,all,Derby,2024,5\n${rows.join('')}`),
  );
  const line = page.getByText('6 areas are not in the list: Nowhere 0, Nowhere 1, Nowhere 2 and 3 more');
  await line.click();
  await expect(page.getByRole('listitem').filter({ hasText: '"Nowhere 5" is none of the areas' }).last()).toContainText(
    'line 8',
  );
});

test('a number that differs only in further decimals is counted apart and not listed', async ({ page }) => {
  const rows = 'neet-16-17,all,Derby,2024/25,7.6004\nneet-16-17,all,England,2024/25,3.4\n';
  await choose(page, made('neet.csv', `indicator,group,area,period,value\n${rows}`));
  await expect(page.getByRole('main')).toContainText('1 number differs only in further decimals');
  await expect(page.getByRole('main')).not.toContainText('Changed for Derby');
});

test('a published file of 48 indicators stays one line until it is opened', async ({ page }) => {
  test.skip(!existsSync(SHARED), `${SHARED} is not there`);
  await choose(page, join(SHARED, 'ees/ks4_la.csv'));
  await expect(page.getByText('48 indicators, all of them kept')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Indicators of the file' })).toBeHidden();
});

test('help shows every kind of file with an example, without a connection', async ({ page }) => {
  await open(page, '/help?page=files');
  await expect(page.getByRole('heading', { name: 'LAIT long' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Short Desc,Data item,Years');
});
