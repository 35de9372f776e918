/** What officers write beside a figure: kept, shown, with its history, and never lost half-written. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { indicatorPath, open } from './dashboard.ts';
import { expect, test } from './harness.ts';

const PAGE = indicatorPath('neet-16-17');

test('a commentary is stored, outlives a reload, and keeps the version before', async ({ page }) => {
  await open(page, PAGE);
  await page.getByRole('button', { name: 'Write a commentary' }).click();
  await page.getByRole('textbox', { name: /What it tells us/ }).fill('More young people left without a **place**.');
  await page.getByRole('textbox', { name: 'Written by' }).fill('A. Officer');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await expect(page.getByText('More young people left without a place.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('More young people left without a place.')).toBeVisible();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('textbox', { name: /What it tells us/ }).fill('Half of them have a place now.');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await expect(page.getByText('Half of them have a place now.')).toBeVisible();
  await page.getByText(/earlier version/i).click();
  await expect(page.getByText('More young people left without a place.')).toBeVisible();
});

test('words that were not saved are still there when the page is opened again', async ({ page }) => {
  await open(page, PAGE);
  await page.getByRole('button', { name: 'Write a commentary' }).click();
  await page.getByRole('textbox', { name: /What it tells us/ }).fill('Half a thought');
  await page.reload();
  await expect(page.getByRole('textbox', { name: /What it tells us/ })).toHaveValue('Half a thought');
  await page.getByRole('button', { name: 'Leave it as it was' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Write a commentary' })).toBeVisible();
});

async function write(page: Page, words: string): Promise<void> {
  await open(page, PAGE);
  await page.getByRole('button', { name: 'Write a commentary' }).click();
  await page.getByRole('textbox', { name: /What it tells us/ }).fill(words);
  await page.getByRole('textbox', { name: 'Written by' }).fill('A. Officer');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await expect(page.getByText(/A\. Officer, \d+ \w+ \d{4}/).first()).toBeVisible();
}

/** All text of the parts of an Office file whose names match. */
async function readParts(file: Download, name: RegExp): Promise<string> {
  const parts = Object.entries(unzipSync(readFileSync(await file.path())));
  return parts.flatMap(([path, bytes]) => (name.test(path) ? [strFromU8(bytes)] : [])).join('\n');
}

async function take(page: Page, button: string): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return file;
}

const NOTES = /^ppt\/notesSlides\//;
const SHEETS = /^xl\/worksheets\//;

test('a commentary goes into slides and workbooks with its author, and stays out where it is not wanted', async ({
  page,
}) => {
  await write(page, 'Two **colleges** closed.');
  const wanted = page.getByRole('checkbox', { name: 'With the commentary' });
  await expect(wanted).toBeChecked();
  const notes = await readParts(await take(page, 'Slides of every chart'), NOTES);
  expect(notes).toContain('Two colleges closed.');
  expect(notes).toContain('On 2024/25. A. Officer, ');
  expect(await readParts(await take(page, 'Workbook of every figure'), SHEETS)).toContain('Two colleges closed.');

  await wanted.uncheck();
  expect(await readParts(await take(page, 'Slides of every chart'), NOTES)).not.toContain('colleges');
  expect(await readParts(await take(page, 'Workbook of every figure'), SHEETS)).not.toContain('colleges');
});

test('one slide is offered with the commentary, and a gathered deck asks whether it is wanted', async ({ page }) => {
  await write(page, 'Two **colleges** closed.');
  const trend = page.getByRole('group', { name: 'NEET 16–17 over time' });
  await trend.getByRole('button', { name: 'Download' }).click();
  const [slide] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Slide with commentary' }).click(),
  ]);
  expect(await readParts(slide, NOTES)).toContain('Two colleges closed.');

  await trend.getByRole('button', { name: 'Add to slides' }).click();
  await open(page, '/slides');
  const wanted = page.getByRole('checkbox', { name: 'Commentary in the notes of 1 slide' });
  expect(await readParts(await take(page, 'Make the PowerPoint'), NOTES)).toContain('A. Officer');
  await wanted.uncheck();
  expect(await readParts(await take(page, 'Make the PowerPoint'), NOTES)).not.toContain('A. Officer');
});

test('a commentary is on paper, without what only a screen can use', async ({ page }) => {
  await write(page, 'Two **colleges** closed.');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Two colleges closed.')).toBeVisible();
  await expect(page.getByText(/On 2024\/25\. A\. Officer/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change', exact: true })).toBeHidden();
});

test('markup, scripts and addresses that run stay the words that were typed', async ({ page }) => {
  const hostile = '<img src=x onerror=alert(1)> [press](javascript:alert(1)) ![x](https://example.org/x.png)';
  await write(page, hostile);
  const main = page.getByRole('main');
  await expect(main).toContainText('<img src=x onerror=alert(1)>');
  await expect(main).toContainText('[press](javascript:alert(1))');
  await expect(main.locator('img')).toHaveCount(0);
  await expect(main.getByRole('link', { name: 'press' })).toHaveCount(0);
});
