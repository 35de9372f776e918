/**
 * What a reader waits for, in Chromium: from a click to the painted page with the whole LAIT dataset stored (needs
 * ../shared/data), and from an address to a readable overview, beside an empty Svelte page on the same server.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, whileServed } from './browser.mjs';
import { buildEmptyPage } from './empty-page.mjs';
import { at, toMedian, toSpread } from './figures.mjs';

export const name = 'interaction';

const CLICKS = 50;
const VISITS = 15;
const FILES = ['lait_long.csv.gz', 'lait_data_dictionary.csv'];
const OVERVIEW = '#/E06000015';
const READABLE = 'main .outcomes h2';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Milliseconds from a click on each of the links, by its place among them, until the page it leads to is painted.
 * @param {Page} page
 * @param {{ from: string, folded?: string, links: string, readable: string }} way the page with the links, what has to
 *   be opened for all of them to stand there, their selector, and what stands on the page behind them
 */
async function follow(page, { from, folded, links, readable }) {
  /** @type {number[]} */
  const times = [];
  for (let click = 0; click < CLICKS; click++) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, from);
    if (folded) {
      await page.locator(folded).first().waitFor();
      await page.locator(folded).evaluateAll((all) => {
        for (const one of all) if (one instanceof HTMLElement) one.click();
      });
    }
    await page.waitForFunction(
      ([hash, selector]) => location.hash === hash && document.querySelectorAll(selector).length > 0,
      /** @type {const} */ ([from, links]),
    );
    // A reader looks before they click; what the last page left to do is done by then.
    await page.waitForTimeout(100);
    times.push(
      await page.evaluate(
        ([selector, goal, place]) =>
          /** @type {Promise<number>} */ (
            new Promise((resolve, reject) => {
              const all = document.querySelectorAll(selector);
              const link = all[place % all.length];
              const heading = () => document.querySelector('main h1')?.textContent;
              const before = heading();
              if (!(link instanceof HTMLElement)) {
                reject(new Error(`There is no ${selector} to click.`));
                return;
              }
              let start = 0;
              const observer = new MutationObserver(() => {
                if (heading() === before || !document.querySelector(goal)) return;
                observer.disconnect();
                requestAnimationFrame(() => {
                  // A message is delivered once the frame that was asked for is drawn.
                  const { port1, port2 } = new MessageChannel();
                  port1.onmessage = () => {
                    resolve(performance.now() - start);
                  };
                  port2.postMessage(undefined);
                });
              });
              observer.observe(document.body, { subtree: true, childList: true, characterData: true });
              start = performance.now();
              link.click();
            })
          ),
        /** @type {const} */ ([links, readable, click * 3]),
      ),
    );
  }
  return times;
}

/** @param {string} url */
async function measureClicks(url) {
  const folder = join(import.meta.dirname, '../../shared/data/lait');
  const files = FILES.map((file) => join(folder, file));
  if (!files.every((file) => existsSync(file))) {
    console.log('Clicks are not measured: ../shared/data/lait is not here.');
    return [];
  }
  const { browser, page } = await openBrowser();
  await page.goto(`${url}${OVERVIEW}`);
  await page.locator(READABLE).first().waitFor();
  await page.goto(`${url}#/load`);
  await page.getByLabel('Choose files').setInputFiles(files);
  await page.getByRole('button', { name: 'Store' }).click();
  await page.getByText(/^Stored /).waitFor();

  const indicators = await follow(page, {
    from: `${OVERVIEW}/unplaced`,
    folded: 'main details:not([open]) > summary',
    links: 'main table a',
    readable: 'main svg',
  });
  const authorities = await follow(page, { from: '#/', links: 'main .regions a', readable: READABLE });
  await browser.close();
  const row = { peerName: 'the goal', unit: 'ms' };
  return [
    {
      ...row,
      figure: 'click to another indicator, painted, 95th of 50',
      ours: at(indicators, 0.95),
      spread: toSpread(indicators),
      peer: 50,
    },
    {
      ...row,
      figure: 'click to another authority’s overview, painted, 95th of 50',
      ours: at(authorities, 0.95),
      spread: toSpread(authorities),
      peer: 120,
    },
  ];
}

/**
 * Milliseconds from the address to the first paint with what is waited for in it.
 * @param {Page} page
 * @param {string} address
 * @param {string} selector
 */
async function visit(page, address, selector) {
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(
    (wanted) =>
      /** @type {Promise<number>} */ (
        new Promise((resolve) => {
          const look = () => {
            if (document.querySelector(wanted)) {
              requestAnimationFrame(() => {
                resolve(performance.now());
              });
            } else requestAnimationFrame(look);
          };
          look();
        })
      ),
    selector,
  );
}

/**
 * The time of a visit with nothing kept, and of the next one.
 * @param {string} address
 * @param {string} selector
 * @param {boolean} hasWorker
 */
async function visitTwice(address, selector, hasWorker) {
  const { browser, page } = await openBrowser();
  const first = await visit(page, address, selector);
  if (hasWorker) await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto('about:blank');
  const second = await visit(page, address, selector);
  await browser.close();
  return { first, second };
}

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export async function run({ site, work }) {
  const emptyPage = await buildEmptyPage(join(work, 'empty-page'));
  /** @type {Record<'first' | 'second' | 'empty', number[]>} */
  const visits = { first: [], second: [], empty: [] };
  /** @type {import('../scripts/bench.mjs').BenchRow[]} */
  const clicks = [];
  await whileServed(site, async (url) => {
    await whileServed(emptyPage, async (emptyUrl) => {
      for (let run = 0; run < VISITS; run++) {
        const { first, second } = await visitTwice(`${url}${OVERVIEW}`, READABLE, true);
        visits.first.push(first);
        visits.second.push(second);
        visits.empty.push((await visitTwice(emptyUrl, '#app p', false)).first);
      }
    });
    clicks.push(...(await measureClicks(url)));
  });
  const first = toMedian(visits.first);
  return [
    {
      figure: 'first visit to a readable overview',
      peerName: 'empty Svelte page',
      ours: first,
      spread: toSpread(visits.first),
      peer: toMedian(visits.empty),
      unit: 'ms',
    },
    {
      figure: 'second visit, from the service worker',
      peerName: 'the first visit',
      ours: toMedian(visits.second),
      spread: toSpread(visits.second),
      peer: first,
      unit: 'ms',
    },
    ...clicks,
  ];
}
