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

/** Milliseconds between two looks at how busy the browser is, and the share of a processor that counts as rest. */
const LOOK = 250;
const REST = 0.05;

/**
 * Waits until the browser has come to rest: after a page it starts a process for the next one, which takes a quarter of
 * a second of a processor, and nobody chooses a file so soon.
 * @param {import('@playwright/test').Browser} browser
 */
async function waitForRest(browser) {
  const session = await browser.newBrowserCDPSession();
  const readUsed = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  for (let used = -Infinity, now = await readUsed(); now - used > LOOK * REST;) {
    used = now;
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    now = await readUsed();
  }
}

/**
 * The page of the benches at rest, with a file chosen.
 * @param {string} url
 * @param {string} [file]
 */
export async function openPage(url, file) {
  const { browser, page } = await openBrowser();
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  if (file !== undefined) await page.getByLabel('File').setInputFiles(file);
  await waitForRest(browser);
  return { browser, page };
}

/**
 * The most memory that a page's process ever held, in bytes, with the program's code that all pages share (about 120 MB
 * of it). Linux tells it.
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
