/**
 * A million rows of EES from the officer's disk to a chart, in Chromium, against what else could have read the same
 * file: PapaParse to arrays, which keeps nothing, and DuckDB to a table in memory.
 */
import { statSync } from 'node:fs';
import { buildPage, openPage, readPeakMemory, whileServed } from './browser.mjs';
import { writeEesFile } from './ees-file.mjs';
import { toMedian, toSpread } from './figures.mjs';

export const name = 'load';

const ROWS = 1_000_000;
const SIZES = [10_000, 100_000, ROWS, 2_000_000];
const RUNS = 5;

/** @typedef {import('./pages/load.ts').LoadTimes} LoadTimes */
/** @typedef {{ bench: import('./pages/main.ts').Bench }} BenchPage */

/** @param {LoadTimes} times */
const toTotal = ({ preview, store, figures }) => preview + store + figures;

/**
 * @param {string} url
 * @param {string} file
 * @returns {Promise<LoadTimes & { memory: number }>}
 */
async function load(url, file) {
  const { browser, page } = await openPage(url, file);
  const times = await page.evaluate(() => /** @type {BenchPage} */ (/** @type {unknown} */ (globalThis)).bench.load());
  const memory = await readPeakMemory(browser);
  await browser.close();
  return { ...times, memory };
}

/**
 * @param {string} url
 * @param {string} file
 * @param {'papaParse' | 'duckDb'} peer
 */
async function readWith(url, file, peer) {
  const { browser, page } = await openPage(url, file);
  const { time, rows } = await page.evaluate(
    (which) => /** @type {BenchPage} */ (/** @type {unknown} */ (globalThis)).bench[which](),
    peer,
  );
  await browser.close();
  if (rows !== ROWS) throw new Error(`${peer} read ${String(rows)} rows of ${String(ROWS)}`);
  return time;
}

/**
 * The slope of time against rows, both in logarithms: 1 where twice the rows take twice the time.
 * @param {readonly (readonly [rows: number, time: number])[]} points
 */
function toExponent(points) {
  const logs = points.map(([rows, time]) => /** @type {const} */ ([Math.log(rows), Math.log(time)]));
  const mean = (/** @type {number[]} */ numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const middle = mean(logs.map(([rows]) => rows));
  const height = mean(logs.map(([, time]) => time));
  const across = logs.reduce((sum, [rows, time]) => sum + (rows - middle) * (time - height), 0);
  return across / logs.reduce((sum, [rows]) => sum + (rows - middle) ** 2, 0);
}

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export async function run({ work }) {
  /** @type {LoadTimes & { memory: number } | undefined} */
  let last;
  /** @type {Record<'total' | 'papaParse' | 'duckDb' | 'memory' | 'longest', number[]>} */
  const found = { total: [], papaParse: [], duckDb: [], memory: [], longest: [] };
  /** @type {[number, number][]} */
  const growth = [];
  const file = await writeEesFile(work, ROWS);
  await whileServed(await buildPage(work), async (url) => {
    for (let run = 0; run < RUNS; run++) {
      last = await load(url, file);
      found.total.push(toTotal(last));
      found.memory.push(last.memory);
      found.longest.push(last.longestTask);
      found.papaParse.push(await readWith(url, file, 'papaParse'));
      found.duckDb.push(await readWith(url, file, 'duckDb'));
    }
    for (const rows of SIZES) {
      if (rows === ROWS) {
        growth.push([rows, toMedian(found.total)]);
        continue;
      }
      const path = await writeEesFile(work, rows);
      /** @type {number[]} */
      const times = [];
      for (let run = 0; run < RUNS; run++) times.push(toTotal(await load(url, path)));
      growth.push([rows, toMedian(times)]);
    }
  });
  const ours = { ours: toMedian(found.total), spread: toSpread(found.total), unit: 'ms' };
  const figure = '1,000,000 rows loaded, stored, ready to chart';
  const goal = { peerName: 'the goal' };
  return [
    { ...ours, figure, peerName: 'PapaParse to arrays', peer: toMedian(found.papaParse) },
    { ...ours, figure, peerName: 'DuckDB to a table', peer: toMedian(found.duckDb) },
    {
      ...goal,
      figure: 'longest task of the page meanwhile',
      // The browser tells of tasks from 50 ms on: where it told of none, the longest was shorter.
      ours: toMedian(found.longest.map((longest) => Math.max(longest, 50))),
      peer: 50,
      unit: 'ms',
    },
    {
      ...goal,
      figure: 'peak memory of the tab',
      ours: toMedian(found.memory) / 1e6,
      spread: toSpread(found.memory) / 1e6,
      peer: 400,
      unit: 'MB',
    },
    {
      ...goal,
      figure: 'kept on disk, of the file',
      ours: (100 * (last?.stored ?? NaN)) / statSync(file).size,
      peer: 12,
      unit: '%',
    },
    {
      ...goal,
      figure: 'time against rows, 10,000 to 2,000,000',
      ours: toExponent(growth),
      peer: 1.05,
      unit: 'exponent',
    },
  ];
}
