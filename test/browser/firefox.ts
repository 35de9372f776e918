/**
 * Firefox for the browser tests, driven over WebDriver BiDi: Playwright drives only a Firefox of its own making
 * (docs/decisions/0050-second-engine.md).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { findFirefox } from '../../scripts/setup.mjs';
import { EnginePage, PATIENCE, testEngine } from './engine.ts';
import { expect } from './harness.ts';

/** A page, and what people do on it. */
export class FirefoxPage extends EnginePage {
  private readonly page: Page;
  readonly complaints: string[] = [];

  constructor(page: Page, downloads: string) {
    super(downloads);
    this.page = page;
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

  async click(role: 'button' | 'link' | 'menuitem' | 'option', name: string): Promise<void> {
    await this.page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
  }

  async fill(role: 'combobox' | 'textbox', name: string, text: string): Promise<void> {
    await this.page.locator(`::-p-aria([name="${name}"][role="${role}"])`).fill(text);
  }

  async chooseFile(path: string): Promise<void> {
    const input = await this.page.waitForSelector('main input[type=file]');
    if (!input) throw new Error('the page has no place to choose a file');
    await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(path);
  }

  protected async evaluate(expression: string): Promise<unknown> {
    return this.page.evaluate(expression);
  }
}

interface Fixtures {
  /** A window with a store of its own. */
  readonly firefox: { readonly page: FirefoxPage; readonly another: () => Promise<FirefoxPage> };
}

const path = findFirefox();

export const test = testEngine.extend<
  Fixtures,
  { browserOfMozilla: { browser: Browser; downloads: string } | undefined }
>({
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
});
