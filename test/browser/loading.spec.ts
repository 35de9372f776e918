/** Loading files: what is said before anything is stored, what is stored, and where it then stands. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import {
  choose,
  comparedWith,
  DERBY,
  fingerprint,
  fixture,
  heading,
  indicatorPath,
  load,
  made,
  open,
  readRow,
  SHARED,
  status,
  storeButton,
} from './dashboard.ts';
import type { Count } from '../fixtures/ingest/published.ts';
import { countCells, countFrom, EES, findDistinct, parsePublished } from '../fixtures/ingest/published.ts';
import { expect, test } from './harness.ts';

const comparison = (page: Page) => page.getByRole('table', { name: 'Comparison' });
const preview = (page: Page) => page.getByRole('main');

/** Follows the link of an indicator on the page of what is stored. */
async function openStored(page: Page, name: string | RegExp): Promise<void> {
  await open(page, '/data');
  await page.getByRole('table').getByRole('link', { name }).first().click();
  await expect(comparison(page)).toBeVisible();
}

test.beforeEach(async ({ page }) => {
  await open(page, '/E06000015');
  await page.getByRole('link', { name: 'Load data' }).click();
  await expect(heading(page)).toHaveText('Load data');
});

test('a file is looked at before it is stored, and then stands on a page of its own', async ({ page }) => {
  await choose(page, fixture('youth-clubs.csv'));
  await expect(preview(page)).toContainText('8 rows: 7 numbers, 1 × “c”.');
  await expect(page.getByRole('row', { name: /Youth club places new 4 2022\/23 to 2024\/25 7 1/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Youth club places 2022\/23 to 2024\/25 3 28\.5/ })).toBeVisible();

  await storeButton(page).click();
  await expect(status(page)).toHaveText('Stored 1 indicator with 7 numbers from youth-clubs.csv.');
  await openStored(page, 'Youth club places');
  expect((await readRow(comparison(page), '2024/25')).slice(0, 3)).toEqual(['2024/25', '28.5', '38.2']);
  expect((await readRow(comparison(page), '2023/24'))[1]).toBe('suppressed');
});

test('who does not know which files can be loaded is led to an example of each', async ({ page }) => {
  await page.getByRole('link', { name: 'Which files can I load?' }).click();
  await expect(heading(page)).toHaveText('Which files can I load?');
  await expect(page.getByRole('main')).toContainText('Fingertips');
});

test('the worker that reads is there before files are chosen', async ({ page }) => {
  await expect.poll(() => page.workers().length).toBe(1);
  const ahead = page.workers();
  await choose(page, made('days.csv', 'indicator,group,area,period,value\nDays out,all,Derby,2024,3\n'));
  await expect(storeButton(page)).toBeVisible();
  expect(page.workers()).toEqual(ahead);
});

test('a hidden figure is a gap in the line, never a zero or a bridge', async ({ page }) => {
  await load(page, fixture('youth-clubs.csv'));
  await openStored(page, 'Youth club places');
  const trend = page
    .getByRole('group')
    .filter({ has: page.getByRole('button', { name: 'Show as table' }) })
    .first();
  await trend.getByRole('button', { name: 'Show as table' }).click();
  const rows = trend.getByRole('table').getByRole('row');
  await expect(rows.filter({ hasText: '2023/24' })).toContainText('suppressed');
});

test('a bundled indicator is updated rather than standing twice', async ({ page }) => {
  await choose(page, fixture('neet-revised.csv'));
  await expect(preview(page)).toContainText('updates what is here');
  await expect(preview(page)).toContainText('1 revised, 1 unchanged.');
  await expect(page.getByRole('row', { name: /2024\/25 7\.6% 7\.4%/ })).toBeVisible();
  await storeButton(page).click();
  await expect(status(page)).toContainText('Stored');

  await open(page, indicatorPath('neet-16-17'));
  await expect(comparedWith(page, 'Derby 2024/25')).toHaveText('7.4%');
  await expect(page.getByRole('main')).toContainText('Updated from neet-revised.csv.');
  await open(page, '/data');
  await expect(page.getByRole('main')).not.toContainText('Indicators from loaded files');
});

test('a byte order mark, c, x, z and negative values are read as what they are', async ({ page }) => {
  await choose(page, fixture('progress.csv'));
  await expect(preview(page)).toContainText('filters: social_care_group; 2 indicators');
  await expect(preview(page)).toContainText('7 rows: 10 numbers, 2 × “x”, 1 × “c”, 1 × “z”.');
  await storeButton(page).click();
  await openStored(page, 'Progress score: Looked after');
  expect((await readRow(comparison(page), '2024/25'))[1]).toMatch(/^−1\.[23]/);
  expect((await readRow(comparison(page), '2023/24'))[1]).toBe('not applicable');
});

test('a new indicator that is placed under an outcome while loading shows there', async ({ page }) => {
  await choose(page, fixture('youth-clubs.csv'));
  await page.getByText('Where the new indicator stands').click();
  await page
    .getByLabel('Outcome and aim of Youth club places')
    .selectOption({ label: 'Personal and social development and recreation' });
  await page.getByLabel('Which direction is good for Youth club places').selectOption({ label: 'higher' });
  await storeButton(page).click();
  await expect(status(page)).toContainText('Stored');
  await open(page, '/E06000015/enjoy-and-achieve');
  await page
    .getByRole('table', { name: 'Personal and social development and recreation' })
    .getByRole('link', { name: 'Youth club places' })
    .click();
  await expect(heading(page)).toContainText('Youth club places');
});

test('an indicator that nobody has placed is listed as such, and can be placed later', async ({ page }) => {
  await load(page, fixture('youth-clubs.csv'));
  await page.getByRole('link', { name: 'Indicators not yet placed' }).click();
  await expect(page.getByRole('main').getByRole('link', { name: 'Youth club places' })).toBeVisible();
  await open(page, '/data');
  await page
    .getByLabel('Outcome and aim of Youth club places')
    .selectOption({ label: 'Personal and social development and recreation' });
  await expect(page.getByRole('main')).toContainText('0 of them not yet placed');
  await open(page, '/E06000015/enjoy-and-achieve');
  await expect(page.getByRole('table', { name: 'Personal and social development and recreation' })).toContainText(
    'Youth club places',
  );
});

test('a file of neighbours and one of targets say what they would change before they are stored', async ({ page }) => {
  await open(page, `/${DERBY}`);
  await open(page, '/load');
  const targets = (number: string): string =>
    `indicator,group,area,period,value,target\nplacement-moves,looked-after,Derby,2026/27,c,${number}\n`;
  const sets = 'old_la_code,la_name,region_ind,region_name,SN_1,SN_1P\n831,Derby,4,East Midlands,856,Close\n';
  await choose(page, [made('sets-2019.csv', sets), made('targets.csv', targets('7'))]);
  const changes = page.getByRole('region', { name: 'What would change' });
  await expect(changes).toContainText('for 1 authority: new.');
  await expect(changes).toContainText('Targets: 1 new.');
  await storeButton(page).click();
  await expect(status(page)).toContainText('1 set of neighbours, 1 target from sets-2019.csv, targets.csv.');

  await choose(page, [made('sets-2019.csv', sets), made('targets-later.csv', targets('6.5'))]);
  await expect(changes).toContainText('Targets: 1 changed.');
  await expect(
    changes.getByRole('row', { name: 'Three or more placements in the year 2026/27 7% 6.5%' }),
  ).toBeVisible();
  await expect(changes).not.toContainText('authority: new');
});

test('another set of neighbours is chosen by the reader, and the address keeps it', async ({ page }) => {
  await load(page, fixture('neighbours-other.csv'));
  await open(page, indicatorPath('under-18-conceptions'));
  const sets = page.getByRole('combobox', { name: 'Compared with' });
  await sets.selectOption({ label: 'Statistical neighbours (neighbours-other)' });
  await expect(page).toHaveURL(/set=/);
  await expect(page.getByRole('term').filter({ hasText: 'Statistical neighbours' })).toContainText('2 of 2');
  await page.reload();
  await expect(page.getByRole('term').filter({ hasText: 'Statistical neighbours' })).toContainText('2 of 2');
});

for (const { what, name, content, says } of [
  { what: 'an empty file', name: 'empty.csv', content: '', says: [/is empty \(0 bytes\)/, /load it again/] },
  {
    what: 'a PDF under another name',
    name: 'report.csv',
    content: '%PDF-1.7\n1 0 obj\n',
    says: [/PDF document/, /\.csv or \.xlsx/],
  },
  {
    what: 'a sign-in page',
    name: 'page.csv',
    content: '<!doctype html><html><body>Sign in</body></html>',
    says: [/web page/, /Download the file again/],
  },
  {
    what: 'a header without rows',
    name: 'header.csv',
    content: 'indicator,group,area,period,value\n',
    says: [/no row follows/, /line 1/],
  },
  {
    what: 'rows without a header',
    name: 'bare.csv',
    content: 'Derby,2024,5\nLeeds,2024,6\n',
    says: [/Line 1 is the first/, /add a first line/],
  },
  {
    what: 'an unknown layout',
    name: 'size.csv',
    content: 'colour,size\nred,4\n',
    says: [/colour, size/, /rename its columns/],
  },
  {
    what: 'impossible periods only',
    name: 'when.csv',
    content: 'indicator,group,area,period,value\nX,all,Derby,Smarch,1\n',
    says: [/"Smarch" is not a period/, /line 2, column period/, /correct the period/],
  },
]) {
  test(`${what} is refused by name, place and remedy, and cannot be stored`, async ({ page }) => {
    const before = await fingerprint(page);
    await choose(page, made(name, content));
    await expect(page.getByRole('heading', { name: new RegExp(`^${name}`) })).toBeVisible();
    await expect(preview(page)).toContainText('Cannot be stored.');
    for (const words of says) await expect(preview(page)).toContainText(words);
    await expect(storeButton(page)).toBeDisabled();
    expect(await fingerprint(page)).toBe(before);
  });
}

test('what can be read of a partly wrong file is offered, and the rest named with its line', async ({ page }) => {
  await choose(page, fixture('partly-wrong.csv'));
  const problems = page.getByRole('listitem');
  await expect(problems.filter({ hasText: '"13 Smarch" is not a period' })).toContainText('line 4, column period');
  const unknown = problems.filter({ hasText: '"Atlantis" is none of the areas' });
  await expect(unknown).toContainText('line 3');
  await unknown.getByRole('button', { name: 'the rule' }).click();
  await expect(page.getByRole('note').filter({ visible: true })).toContainText('compared with nobody');
  await page.keyboard.press('Escape');
  await storeButton(page).click();
  await expect(status(page)).toContainText('Stored 1 indicator with 2 numbers');
});

test('of several files the sound ones are stored and the others named', async ({ page }) => {
  await choose(page, [made('youth.csv', readFileSync(fixture('youth-clubs.csv'))), made('empty.csv', '')]);
  await expect(preview(page)).toContainText('The file is empty');
  await storeButton(page).click();
  await expect(status(page)).toContainText('from youth.csv.');
});

test('names with markup in them are shown as text', async ({ page }) => {
  const name = '<img src=x onerror=alert(1)>';
  await load(
    page,
    made('markup.csv', `indicator,group,area,period,value\n${name},all,Derby,2024,5\n__proto__,all,Derby,2024,6\n`),
  );
  await openStored(page, name);
  await expect(page.getByRole('main')).toContainText(name);
  await expect(page.locator('img')).toHaveCount(0);
});

test.describe('published files (skipped where ../shared/data is not there)', () => {
  test.skip(!existsSync(SHARED), `${SHARED} is not there`);

  test('placement stability and Key Stage 4 are loaded from Explore Education Statistics', async ({ page }) => {
    await choose(page, [join(SHARED, 'ees/la_cla_placement_stability.csv'), join(SHARED, 'ees/ks4_la.csv')]);
    await expect(preview(page)).toContainText('filters: cla_group, placement_stability');
    for (const marker of ['“c”', '“x”', '“z”']) await expect(preview(page)).toContainText(marker);
    await storeButton(page).click();
    await expect(status(page)).toContainText('Stored');
    await open(page, indicatorPath('placement-moves'));
    await expect(comparedWith(page, 'Derby')).toHaveText('8%');
    await expect(page.getByRole('main')).toContainText('Updated from la_cla_placement_stability.csv');
  });

  test('every other file says as many figures as are counted in it, and all are stored together', async ({ page }) => {
    test.setTimeout(120_000);
    const fingertips = 'fingertips/la_hospital_admissions_2324.csv';
    const sets = ['neighbours/sn_model_2025_wide.csv', 'neighbours/sn_groupings_2021.csv'];
    await choose(
      page,
      [...EES.map(([path]) => path), fingertips, ...sets].map((path) => join(SHARED, path)),
    );
    await expect(storeButton(page)).toBeEnabled({ timeout: 60_000 });
    const report = (path: string) =>
      page
        .locator('section')
        .filter({ hasText: basename(path) })
        .first();
    const expectCount = async (path: string, rows: number, { numbers, markers }: Count): Promise<void> => {
      const [counted, held] = [rows, numbers].map((count) => count.toLocaleString('en-GB'));
      await expect(report(path)).toContainText(`${counted ?? ''} rows: ${held ?? ''} numbers`);
      for (const [marker, count] of Object.entries(markers)) {
        const sign = marker === '' ? 'empty' : `“${marker}”`;
        await expect(report(path)).toContainText(`${count.toLocaleString('en-GB')} × ${sign}`);
      }
    };
    for (const [path, first] of EES) {
      const table = parsePublished(path);
      await expectCount(path, table.rows.length, countFrom(table, first));
    }
    const table = parsePublished(fingertips);
    await expectCount(fingertips, table.rows.length, countCells(findDistinct(table), [table.header.indexOf('Value')]));
    await expect(page.getByRole('region', { name: 'What would change' })).toContainText('for 156 authorities: new.');
    await storeButton(page).click();
    await expect(status(page)).toContainText('2 sets of neighbours', { timeout: 30_000 });
  });

  test('LAIT is loaded whole with its dictionary, and its measures say what was expected', async ({ page }, info) => {
    test.setTimeout(120_000);
    const lait = info.outputPath('lait_long.csv');
    writeFileSync(lait, gunzipSync(readFileSync(join(SHARED, 'lait/lait_long.csv.gz'))));
    await choose(page, [lait, join(SHARED, 'lait/lait_data_dictionary.csv')]);
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(storeButton(page)).toBeEnabled({ timeout: 60_000 });
    // 434 measures: 71 of them are groups of the 51 bundled indicators, and do not stand twice.
    await expect(preview(page)).toContainText('641,070 rows');
    await storeButton(page).click();
    await expect(status(page)).toContainText('Stored 414 indicators', { timeout: 30_000 });

    await expectMeasure(page, 'lait:PriTotAbs', {
      home: /^5\.48/,
      neighbours: /^5\.41/,
      england: /^5\.2/,
      rank: '116 of 152',
      quartile: 'D',
    });
    await expectMeasure(page, 'lait:SecTotAbs', {
      home: /^8\.43/,
      neighbours: /^8\.99/,
      england: /^8\.44/,
      rank: '78 of 152',
      quartile: 'C',
    });
    await expectMeasure(page, 'lait:16-17_not known_NEET', {
      home: /^7\.9/,
      neighbours: /^5\.8/,
      england: /^5\.6/,
      rank: '137 of 153',
      quartile: 'D',
    });
    await expectMeasure(page, 'lait:LACFinance', { home: /2,160/, neighbours: /1,869/, england: /2,100/, rank: '–' });
    await expectMeasure(page, 'road-casualties', {
      home: /^13\.9/,
      neighbours: /^20\.2/,
      england: /^16\.[45]/,
      rank: '71 of 147',
      quartile: 'B',
    });
    await expect(page.getByRole('main')).toContainText('Updated from lait_long.csv');
  });
});

interface Expected {
  readonly home: RegExp;
  readonly neighbours: RegExp;
  readonly england: RegExp;
  readonly rank: string;
  readonly quartile?: string;
}

async function expectMeasure(page: Page, id: string, expected: Expected): Promise<void> {
  await open(page, indicatorPath(encodeURIComponent(id)));
  await expect(comparedWith(page, 'Derby')).toHaveText(expected.home);
  await expect(comparedWith(page, 'Statistical neighbours')).toHaveText(expected.neighbours);
  await expect(comparedWith(page, 'England')).toHaveText(expected.england);
  await expect(comparedWith(page, 'Rank')).toHaveText(expected.rank);
  if (expected.quartile === undefined) return;
  const rank = page.getByRole('term').filter({ hasText: /^\s*Rank/ });
  await expect(rank).toContainText(`quartile ${expected.quartile}`, { useInnerText: true });
}
