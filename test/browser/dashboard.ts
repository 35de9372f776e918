/** What people do on the dashboard, by the names in docs and on screen, for the browser tests to put together. */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { waitForPage } from '../../scripts/arrival.mjs';
import { expect } from './harness.ts';

export const DERBY = 'E06000015';
export const SHARED = join(import.meta.dirname, '../../../shared/data');
export const fixture = (name: string): string => join(import.meta.dirname, '../fixtures/browser', name);

/** A file as it would be dropped, without one on the disk. */
export interface MadeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const made = (name: string, content: string | Buffer): MadeFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

/** Opens an address of the dashboard and waits until all of its page is there, in place of its first sight too. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(`./#${path}`);
  await waitForPage(page);
  await expect(heading(page)).toBeVisible();
}

/**
 * Keeps the store of every page that is opened from now on from opening.
 * @returns lets the one of this page open
 */
export async function holdStore(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const list = indexedDB.databases.bind(indexedDB);
    indexedDB.databases = async () => {
      await new Promise((resolve) => {
        addEventListener('store-may-open', resolve, { once: true });
      });
      return list();
    };
  });
  return async () => {
    await page.evaluate(() => dispatchEvent(new Event('store-may-open')));
  };
}

export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });
export const indicatorPath = (id: string, area = DERBY): string => `/${area}/indicator/${id}`;
export const status = (page: Page): Locator => page.getByRole('main').getByRole('status').first();
export const storeButton = (page: Page): Locator => page.getByRole('button', { name: 'Store', exact: true });

/** The line of the comparison in numbers whose name begins so: "Rank", "England". */
export const comparedWith = (page: Page, name: string): Locator =>
  page
    .getByRole('main')
    .locator('dl > div')
    .filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^\\s*${name}`) }) })
    .getByRole('definition');

/** The cells of a row of a table, its row header first. */
export async function readRow(table: Locator, name: string): Promise<readonly string[]> {
  const row = table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name, exact: true }) });
  await expect(row).toHaveCount(1);
  return (await row.locator('th, td').allInnerTexts()).map((cell) => cell.replace(/\s+/g, ' ').trim());
}

/** Chooses files on the load page; what they hold is then shown, and nothing is stored. */
export async function choose(page: Page, files: string | MadeFile | readonly (string | MadeFile)[]): Promise<void> {
  const list = Array.isArray(files) ? files : [files];
  const input = page.getByLabel('Choose files');
  if (list.every((file) => typeof file === 'string')) await input.setInputFiles(list);
  else await input.setInputFiles(list.filter((file): file is MadeFile => typeof file !== 'string'));
}

/** Loads files and stores them. */
export async function load(page: Page, files: Parameters<typeof choose>[1]): Promise<void> {
  await open(page, '/load');
  await choose(page, files);
  await storeButton(page).click();
  await expect(status(page)).toContainText('Stored');
}

/**
 * SHA-256 over everything in the browser's database, read past the dashboard's own code.
 * "none" where there is no database, or nothing in it: looking at a file may make one.
 */
export function fingerprint(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const name = 'every-child-matters';
    if (!(await indexedDB.databases()).some((known) => known.name === name)) return 'none';
    const settle = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('the database gave no reason'));
        };
      });
    const database = await settle(indexedDB.open(name));
    const tables = [...database.objectStoreNames].sort();
    const reading = database.transaction(tables, 'readonly');
    const rows = await Promise.all(
      tables.map(async (table) => [table, await settle(reading.objectStore(table).getAll())]),
    );
    database.close();
    if (rows.every(([, kept]) => Array.isArray(kept) && kept.length === 0)) return 'none';
    const text = JSON.stringify(rows, (_key, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) : value,
    );
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
  });
}
