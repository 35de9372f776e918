/**
 * Firefox for the browser tests, driven over WebDriver BiDi: Playwright drives only a Firefox of its own making
 * (docs/decisions/0050-second-engine.md). What is found on a page is found by role and name here too.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { findFirefox } from '../../scripts/setup.mjs';
import { serve } from '../../scripts/serve.mjs';
import { expect } from './harness.ts';

/** Firefox is slower to draw than Chromium, and the machine may be busy. */
const PATIENCE = 20_000;

/** A page, and what people do on it. */
export class FirefoxPage {
  readonly page: Page;
  private readonly downloads: string;
  readonly complaints: string[] = [];

  constructor(page: Page, downloads: string) {
    this.page = page;
    this.downloads = downloads;
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console error: ${message.text()}`);
    });
    page.on('pageerror', (error) => {
      this.complaints.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
  }

  /** As a link does: the page stays, its address changes. */
  async follow(hash: string): Promise<void> {
    await this.page.evaluate((to) => {
      location.hash = to;
    }, hash);
  }

  async click(role: 'button' | 'link' | 'menuitem' | 'option', name: string): Promise<void> {
    await this.page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
  }

  async fill(role: 'combobox' | 'textbox', name: string, text: string): Promise<void> {
    await this.page.locator(`::-p-aria([name="${name}"][role="${role}"])`).fill(text);
  }

  /** Waits until the heading of the page is this. */
  async expectHeading(text: string): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.querySelector('h1')?.textContent.trim()), { timeout: PATIENCE })
      .toBe(text);
  }

  /** Waits until the page says this. */
  async expectText(text: string): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.querySelector('main')?.innerText ?? ''), { timeout: PATIENCE })
      .toContain(text);
  }

  async chooseFile(path: string): Promise<void> {
    const input = await this.page.waitForSelector('main input[type=file]');
    if (!input) throw new Error('the page has no place to choose a file');
    await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(path);
  }

  /** The path of the file that is saved meanwhile, once it is there in full. */
  async download(ending: string, start: () => Promise<void>): Promise<string> {
    const before = new Set(readdirSync(this.downloads));
    await start();
    const findNew = (): string | undefined => {
      const names = readdirSync(this.downloads);
      // Firefox keeps a second file beside one that is still coming.
      return names.some((name) => name.endsWith('.part'))
        ? undefined
        : names.find((name) => !before.has(name) && name.endsWith(ending));
    };
    await expect.poll(findNew, { timeout: PATIENCE }).toBeDefined();
    return join(this.downloads, findNew() ?? '');
  }
}

interface Fixtures {
  /** A window with a store of its own. */
  readonly firefox: { readonly page: FirefoxPage; readonly another: () => Promise<FirefoxPage> };
  readonly server: Awaited<ReturnType<typeof serve>>;
}

const path = findFirefox();

export const test = base.extend<Fixtures, { browserOfMozilla: { browser: Browser; downloads: string } | undefined }>({
  browserOfMozilla: [
    async ({}, use) => {
      if (path === undefined) {
        await use(undefined);
        return;
      }
      const downloads = mkdtempSync(join(tmpdir(), 'ecm-firefox-'));
      const browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: path,
        extraPrefsFirefox: {
          'browser.download.dir': downloads,
          'browser.download.folderList': 2,
          'browser.download.useDownloadDir': true,
          'browser.download.alwaysOpenPanel': false,
        },
      });
      await use({ browser, downloads });
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  firefox: async ({ browserOfMozilla }, use, info) => {
    info.skip(!browserOfMozilla, 'Firefox is not on this machine: apt-get install firefox-esr');
    if (!browserOfMozilla) return;
    const { browser, downloads } = browserOfMozilla;
    const context: BrowserContext = await browser.createBrowserContext();
    const pages: FirefoxPage[] = [];
    const another = async (): Promise<FirefoxPage> => {
      const page = new FirefoxPage(await context.newPage(), downloads);
      pages.push(page);
      return page;
    };
    await use({ page: await another(), another });
    const complaints = pages.flatMap((page) => page.complaints);
    await context.close();
    expect(complaints).toEqual([]);
  },
  server: async ({}, use) => {
    const server = await serve(join(import.meta.dirname, '../../dist/site'));
    await use(server);
    await server.close();
  },
});
