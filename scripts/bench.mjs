/**
 * npm run bench: every bench/*.bench.mjs against its peer in the same run; prints one table and writes
 * bench/latest.json. A bench exports `name` and `run(context)`, which gives rows.
 * `npm run bench -- script` runs those with "script" in their name.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { ensurePackages, giveUp, ROOT, say } from './setup.mjs';

/**
 * @typedef {object} BenchContext
 * @property {string} root the project's folder
 * @property {string} site the built site
 * @property {string} work a folder for what the bench makes
 */

/**
 * @typedef {object} BenchRow
 * @property {string} figure what is measured
 * @property {string} peerName whom it is measured against
 * @property {number} ours
 * @property {number} peer
 * @property {string} unit
 * @property {number} [spread] of ours, in the unit: half the distance from the lowest run to the highest; none for sizes
 */

/** @typedef {{ name: string, run: (context: BenchContext) => Promise<BenchRow[]> }} Bench */

/** @param {number} value */
const toText = (value) => value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });

/**
 * Columns as wide as their widest cell; numbers to the right.
 * @param {string[][]} rows the first of them the header
 */
function describeTable(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

ensurePackages();
const { buildWhenStale, SITE } = await import('./build.mjs');
await buildWhenStale();

const folder = join(ROOT, 'bench');
const context = { root: ROOT, site: join(ROOT, SITE), work: join(ROOT, '.cache/bench') };
mkdirSync(context.work, { recursive: true });

const wanted = process.argv[2] ?? '';
/** @type {(BenchRow & { ratio: number })[]} */
const rows = [];
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.bench.mjs'))
  .sort()) {
  /** @type {Bench} */
  const bench = await import(join(folder, file));
  if (!bench.name.includes(wanted)) continue;
  say(`Measuring ${bench.name} …`);
  for (const row of await bench.run(context)) rows.push({ ...row, ratio: row.ours / row.peer });
}
if (rows.length === 0) giveUp(`No bench has "${wanted}" in its name.`);

const header = ['figure', 'peer', 'ours', 'theirs', 'unit', 'spread', 'ratio'];
const lines = rows.map(({ figure, peerName, ours, peer, unit, spread, ratio }) => [
  figure,
  peerName,
  toText(ours),
  toText(peer),
  unit,
  spread === undefined ? '' : `± ${toText(spread)}`,
  ratio.toFixed(2),
]);
console.log(describeTable([header, ...lines]));

const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model, memory: totalmem() };
const latest = { measured: new Date().toISOString(), machine, rows };
if (wanted === '') writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(latest, undefined, 2)}\n`);
