/** The page that a bench measures in, and the browser it is opened with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { BROWSER_FLAGS, ensureBrowser, ROOT } from '../scripts/setup.mjs';

/**
 * Builds the page of the benches with what the dashboard is built with.
 * @param {string} work
 */
export async function buildPage(work) {
  const { build } = await import('vite');
  const root = join(ROOT, 'bench/pages');
  const outDir = join(work, 'pages');
  await build({
    root,
    configFile: join(ROOT, 'vite.config.ts'),
    mode: 'gallery',
    logLevel: 'error',
    publicDir: false,
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(root, 'index.html') } },
  });
  return outDir;
}

/**
 * @param {string} folder
 * @param {(url: string) => Promise<void>} measure
 */
export async function whileServed(folder, measure) {
  const { url, close } = await serve(folder);
  try {
    await measure(url);
  } finally {
    await close();
  }
}

/** A browser of its own for each measurement, so that none profits from or pays for the one before. */
export async function openBrowser() {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => {
    throw error;
  });
  return { browser, page };
}

/**
 * The page of the benches with a file chosen.
 * @param {string} url
 * @param {string} [file]
 */
export async function openPage(url, file) {
  const { browser, page } = await openBrowser();
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  if (file !== undefined) await page.getByLabel('File').setInputFiles(file);
  return { browser, page };
}

/**
 * The most memory that a page's process ever held, in bytes: its own, without the program's code that all pages
 * share. Undefined where the system does not tell (it does on Linux).
 * @param {import('@playwright/test').Browser} browser
 */
export async function readPeakMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(id)}/status`, 'utf8'))?.[1]) * 1024);
  return Math.max(...peaks);
}
