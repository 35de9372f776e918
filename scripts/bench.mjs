/**
 * npm run bench: every bench/*.bench.mjs against its peer in the same run; prints one table and writes
 * bench/latest.json and the table in README.md. A bench exports `name` and `run(context)`, which gives rows.
 * `npm run bench -- script` runs those with "script" in their name; `npm run bench -- --check` writes nothing and
 * fails where a ratio is a third worse than the one that bench/latest.json keeps.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/**
 * Puts a table between the marks that README.md has for it.
 * @param {string} words above the table
 * @param {string[][]} rows the first of them the header
 */
function writeReadme(words, rows) {
  const readme = join(ROOT, 'README.md');
  const [header = '', ...lines] = rows.map((row) => `| ${row.join(' | ')} |`);
  const rule = `|${(rows[0] ?? []).map((_, column) => (column < 2 ? '---' : '---:')).join('|')}|`;
  const section = [words, '', header, rule, ...lines].join('\n');
  const marked = /(?<=<!-- bench -->\n)[^]*(?=\n<!-- \/bench -->)/;
  writeFileSync(
    readme,
    readFileSync(readme, 'utf8').replace(marked, () => section),
  );
}

/** @typedef {BenchRow & { ratio: number }} MeasuredRow */

/**
 * @typedef {object} Latest what bench/latest.json holds
 * @property {string} measured ISO date and time
 * @property {{ node: string, cores: number, cpu?: string, memory: number }} machine
 * @property {MeasuredRow[]} rows
 */

/** A ratio may be this many times the kept one. */
const WORSE = 4 / 3;

/**
 * Rows that are a third worse than they were. Milliseconds against a goal say nothing on another machine; a peer is
 * as slow there as we are, and a size is a size.
 * @param {MeasuredRow[]} rows
 * @param {Latest} kept
 * @param {boolean} isSameMachine
 */
function findWorse(rows, kept, isSameMachine) {
  const toKey = (/** @type {BenchRow} */ { figure, peerName }) => `${figure} | ${peerName}`;
  const before = new Map(kept.rows.map((row) => [toKey(row), row.ratio]));
  return rows.flatMap((row) => {
    const ratio = before.get(toKey(row)) ?? Infinity;
    const isComparable = isSameMachine || row.peerName !== 'the goal' || row.unit !== 'ms';
    if (!isComparable || row.ratio <= ratio * WORSE) return [];
    return `${row.figure}, against ${row.peerName}: ${row.ratio.toFixed(2)}, was ${ratio.toFixed(2)}`;
  });
}

ensurePackages();
ensurePackages(join(ROOT, 'bench'));
const { buildWhenStale, SITE } = await import('./build.mjs');
await buildWhenStale();

const folder = join(ROOT, 'bench');
const context = { root: ROOT, site: join(ROOT, SITE), work: join(ROOT, '.cache/bench') };
mkdirSync(context.work, { recursive: true });

const asked = process.argv.slice(2);
const isCheck = asked.includes('--check');
const wanted = asked.find((word) => !word.startsWith('--')) ?? '';
/** @type {MeasuredRow[]} */
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
const path = join(folder, 'latest.json');
if (isCheck) {
  if (!existsSync(path)) giveUp('There is no bench/latest.json to compare with: npm run bench writes it.');
  /** @type {Latest} */
  const kept = JSON.parse(readFileSync(path, 'utf8'));
  const isSameMachine = kept.machine.cpu === machine.cpu && kept.machine.cores === machine.cores;
  const worse = findWorse(rows, kept, isSameMachine);
  if (worse.length > 0) giveUp(`Slower or larger by more than a third than on ${kept.measured}:\n${worse.join('\n')}`);
  say(`No ratio is a third worse than on ${kept.measured}.`);
} else if (wanted === '') {
  const latest = { measured: new Date().toISOString(), machine, rows };
  writeFileSync(path, `${JSON.stringify(latest, undefined, 2)}\n`);
  const where = `${String(machine.cores)} cores of ${machine.cpu ?? 'an unnamed processor'}, Node ${machine.node}`;
  writeReadme(`${latest.measured.slice(0, 10)}, ${where}. The ratio is ours over theirs.`, [header, ...lines]);
}
