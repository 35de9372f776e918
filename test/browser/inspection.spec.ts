/** What plans and inspection reports quoted stands on the pages of today: every figure, and every grade. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { groupByKey } from '../../src/app/state/group-by-key.ts';
import { DERBY, fixture, heading, load, open, SHARED } from './dashboard.ts';
import { expect, test } from './harness.ts';

type Row = Readonly<Record<string, string>>;

const read = (path: string): readonly Row[] =>
  Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

const AUTHORITIES: Readonly<Record<string, string>> = {
  Derby: DERBY,
  Derbyshire: 'E10000007',
  Camden: 'E09000007',
  Birmingham: 'E08000025',
};
/** Where a region is read: beside one of its authorities. */
const READ_BESIDE: Readonly<Record<string, string>> = { 'East Midlands': 'Derby', London: 'Camden' };

/** Whose page a figure is looked for on: its own, or that of the authority it was quoted beside. */
function toReader({ area = '', indicator }: Row, all: readonly Row[]): string {
  if (area in AUTHORITIES) return area;
  const beside = all.find((row) => row['indicator'] === indicator && (row['area'] ?? '') in AUTHORITIES);
  return READ_BESIDE[area] ?? beside?.['area'] ?? 'Derby';
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A period as a page writes it. */
function toLabel(written: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return DAY.format(new Date(written));
  if (/^\d{4}-\d{2}$/.test(written)) return MONTH.format(new Date(`${written}-01`));
  return written.replace(/^(\d{4})-(\d{4})$/, '$1 to $2');
}

const toShown = ({ value = '', marker }: Row): number | string => (marker === 'c' ? 'suppressed' : Number(value));

/** A cell as a number where it is one. */
function readCell(text: string): number | string {
  const bare = text.replace(/[,%]/g, '').replace('−', '-').trim();
  return /^-?\d/.test(bare) ? Number.parseFloat(bare) : bare;
}

/** Opens an indicator by its name, as somebody would who has the report in hand. */
async function searchFor(page: Page, { indicator = '', unit = '' }: Row): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: /^Search/ }).fill(indicator);
  const named = (name: string) => page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) });
  await named(indicator)
    .or(named(`${indicator} (${unit})`))
    .first()
    .click();
  await expect(page).toHaveURL(/\/indicator\//);
  await expect(heading(page)).toBeVisible();
}

async function expectQuoted(page: Page, path: string): Promise<void> {
  const rows = read(path);
  expect(rows.length).toBeGreaterThan(0);
  await load(page, path);
  const pages = groupByKey(rows, (row) => [toReader(row, rows), row['indicator'], row['unit']].join('|'));
  for (const [key, quoted] of pages) {
    const [reader = ''] = key.split('|');
    const [first] = quoted;
    if (!first) continue;
    await open(page, `/${AUTHORITIES[reader] ?? DERBY}`);
    await searchFor(page, first);
    const table = page.getByRole('table', { name: 'Comparison' });
    await expect(table).toBeVisible();
    const columns = (await table.getByRole('columnheader').allInnerTexts()).map((text) => text.trim());
    for (const row of quoted) {
      const label = toLabel(row['period'] ?? '');
      const column = columns.indexOf(row['area'] ?? '');
      expect(column, `${key}: a column for ${String(row['area'])}`).toBeGreaterThan(0);
      const line = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });
      await expect(line, `${key}: ${label}`).toHaveCount(1);
      const cell = line.getByRole('cell').nth(column - 1);
      expect(readCell(await cell.innerText()), `${key}, ${label}, ${String(row['area'])}`).toBe(toShown(row));
    }
  }
}

const OUTCOMES = new Set([
  'be-healthy',
  'stay-safe',
  'enjoy-and-achieve',
  'positive-contribution',
  'economic-well-being',
]);

/** Every grade stands on its authority's overview, and on the page of its outcome. */
async function expectJudged(page: Page, path: string): Promise<void> {
  const rows = read(path);
  expect(rows.length).toBeGreaterThan(0);
  await load(page, path);
  const pages = groupByKey(
    rows.flatMap((row) => [
      { at: '', row },
      ...(OUTCOMES.has(row['outcome'] ?? '') ? [{ at: `/${row['outcome'] ?? ''}`, row }] : []),
    ]),
    ({ at, row }) => `/${AUTHORITIES[row['area'] ?? ''] ?? ''}${at}`,
  );
  for (const [address, judged] of pages) {
    await open(page, address);
    const timeline = page.getByRole('group', { name: /^Inspection judgements/ });
    const asTable = timeline.getByRole('button', { name: 'Show as table' });
    // A page that was left with its table open may come back so.
    if ((await asTable.getAttribute('aria-pressed')) !== 'true') await asTable.click();
    const table = timeline.getByRole('table');
    await expect(table.getByRole('row')).toHaveCount(judged.length + 1);
    for (const { row } of judged) {
      const day =
        (row['published'] ?? '').length === 10 ? DAY.format(new Date(row['published'] ?? '')) : row['published'];
      const line = [day, row['framework'], row['theme'], row['grade']].join(' ');
      const found = table.getByRole('row', {
        name: `${line} ${String(row['grade_number'])} (${String(row['best_grade_number'])} is best)`,
        exact: true,
      });
      await expect(found, line).not.toHaveCount(0);
    }
  }
}

test('every figure that a plan quotes is found by its name, in its period and column', async ({ page }) => {
  await expectQuoted(page, fixture('quoted-figures.csv'));
  await expect(page.getByRole('main')).toContainText('Under-18 conception rate');
});

test('an average that a file supplies is shown as such, and only where none is worked out', async ({ page }) => {
  await load(page, fixture('quoted-figures.csv'));
  await open(page, `/${DERBY}`);
  await searchFor(page, { indicator: 'Children who ran a club' });
  const row = page.getByRole('table', { name: 'Comparison' }).getByRole('row').filter({ hasText: 'October 2006' });
  await expect(row.getByRole('cell').last()).toHaveText(/^11\.0%\s*as supplied$/);
});

test('judgements stand in a timeline of the authority and of the outcome, with the way their numbers run', async ({
  page,
}) => {
  await load(page, fixture('judgements.csv'));
  await open(page, `/${DERBY}`);
  const timeline = page.getByRole('group', { name: 'Inspection judgements of Derby' });
  const points = timeline.getByRole('application');
  await points.focus();
  await points.press('End');
  await expect(timeline).toContainText('Staying safe');
  await expect(timeline).toContainText('1 is the best grade of Safeguarding and looked after children');
  await expect(timeline).toContainText('4 is the best grade of Joint area review');
  await expect(timeline).toContainText('grades are never averaged');
});

const QUOTED = join(SHARED, '../figures/plan-and-inspection-figures.csv');
const JUDGED = join(SHARED, '../figures/inspection-judgements.csv');

test('every judgement of a file stands on its authority’s overview and under its outcome', async ({ page }) => {
  await expectJudged(page, fixture('judgements.csv'));
});

test.describe('the figure files of the reference (skipped where ../shared/figures is not there)', () => {
  test.skip(!existsSync(QUOTED) || !existsSync(JUDGED), `${QUOTED} is not there`);
  test.setTimeout(180_000);

  test('every figure of the plan and the reports is found in the dashboard', async ({ page }) => {
    await expectQuoted(page, QUOTED);
  });

  test('every judgement of the reports is found in the dashboard', async ({ page }) => {
    await expectJudged(page, JUDGED);
  });
});
