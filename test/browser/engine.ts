/**
 * The main journeys in engines that Playwright does not drive (docs/decisions/0050-second-engine.md): what people do
 * on a page, found by role and name here too, and the ways through the dashboard that every engine must go.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { expect } from './harness.ts';

/** These engines are slower to draw than Chromium, and the machine may be busy. */
export const PATIENCE = 20_000;

export const SINGLE_FILE = pathToFileURL(join(import.meta.dirname, '../../dist/every-child-matters.html')).href;

export const NEET = join(import.meta.dirname, '../fixtures/browser/neet-revised.csv');

/** Of a file that is still coming Firefox and WebKit keep another beside it, which ends like this. */
const UNFINISHED = /\.(?:part|wkdownload)$/;

/** A page, and what people do on it. */
export abstract class EnginePage {
  private readonly downloads: string;

  /** @param downloads the folder into which the browser saves */
  constructor(downloads: string) {
    this.downloads = downloads;
  }

  abstract open(address: string): Promise<void>;
  abstract click(role: 'button' | 'link' | 'menuitem' | 'option', name: string): Promise<void>;
  abstract fill(role: 'combobox' | 'textbox', name: string, text: string): Promise<void>;
  abstract chooseFile(path: string): Promise<void>;
  /** What an expression gives in the page, once a promise is kept. */
  protected abstract evaluate(expression: string): Promise<unknown>;

  /** As a link does: the page stays, its address changes. */
  async follow(hash: string): Promise<void> {
    await this.evaluate(`void (location.hash = ${JSON.stringify(hash)})`);
  }

  /** Waits until the site has what it needs to open without its server. */
  async waitForOwnCopy(): Promise<void> {
    await this.evaluate('navigator.serviceWorker.ready.then(() => null)');
  }

  /** Waits until the heading of the page is this. */
  async expectHeading(text: string): Promise<void> {
    await expect
      .poll(() => this.evaluate(`document.querySelector('h1')?.textContent.trim()`), { timeout: PATIENCE })
      .toBe(text);
  }

  /** Waits until the page says this. */
  async expectText(text: string): Promise<void> {
    await expect
      .poll(() => this.evaluate(`document.querySelector('main')?.innerText ?? ''`), { timeout: PATIENCE })
      .toContain(text);
  }

  /** The path of the file that is saved meanwhile, once it is there in full. */
  async download(ending: string, start: () => Promise<void>): Promise<string> {
    const before = new Set(readdirSync(this.downloads));
    await start();
    const findNew = (): string | undefined => {
      const names = readdirSync(this.downloads);
      return names.some((name) => UNFINISHED.test(name))
        ? undefined
        : names.find((name) => !before.has(name) && name.endsWith(ending));
    };
    await expect.poll(findNew, { timeout: PATIENCE }).toBeDefined();
    return join(this.downloads, findNew() ?? '');
  }
}

/** From the start page to the overview of an authority. */
export async function chooseDerby(page: EnginePage): Promise<void> {
  await page.fill('combobox', 'Authority', 'Derby');
  await page.click('option', 'Derby');
  await page.expectHeading('Derby');
}

export async function loadNeet(page: EnginePage): Promise<void> {
  await page.follow('#/load');
  await page.expectHeading('Load data');
  await page.chooseFile(NEET);
  await page.click('button', 'Store');
  await page.expectText('Stored 1 indicator');
}

/** Files that a chart is saved as, by how they begin. */
export async function downloadChart(page: EnginePage): Promise<void> {
  const csv = await page.download('.csv', async () => {
    await page.click('button', 'Download');
    await page.click('menuitem', 'CSV');
  });
  expect(readFileSync(csv, 'utf8')).toContain('2024/25');
  const png = await page.download('.png', async () => {
    await page.click('button', 'Download');
    await page.click('menuitem', 'PNG');
  });
  expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
}

/** Tests with a server of their own, which they may stop. */
export const testEngine = base.extend<{ server: Awaited<ReturnType<typeof serve>> }>({
  server: async ({}, use) => {
    const server = await serve(process.env['TEST_SITE'] ?? 'dist/site');
    await use(server);
    await server.close();
  },
});
