/**
 * npm test: sets up, then types, lint, unit tests, build and browser tests, and one line of counts at the end.
 * A step that fails is reported and the rest run; only the browser tests need the build before them.
 * `npm test -- --only unit,browser` runs some of it.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SITE } from './build.mjs';
import { ensureBrowser, ensureFirefox, ensurePackages, giveUp, ROOT } from './setup.mjs';
import { measureSite } from './sizes.mjs';
import { add, describeTally, NOTHING, readPlaywright, readSuite, readVitest, toTally } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {{ name: string, command: string, args: string[] }} Check */

const REPORTS = join(ROOT, '.cache/reports');
const VITEST_REPORT = join(REPORTS, 'vitest.json');
const PLAYWRIGHT_REPORT = join(REPORTS, 'playwright.json');

/** The tools of node_modules first on the path. */
const toolEnvironment = () => ({
  ...process.env,
  PATH: `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
});

/** Vitest colours a log as well, where it is not told. */
const COLOUR = process.stdout.isTTY ? [] : ['--no-color'];

/** @type {Check[]} */
const TYPES = [
  { name: 'types: tsc', command: 'tsc', args: ['--noEmit'] },
  {
    name: 'types: svelte-check',
    command: 'svelte-check',
    args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  },
];

/** @type {Check[]} */
const LINT = [
  { name: 'lint: eslint', command: 'eslint', args: ['.', '--max-warnings', '0'] },
  { name: 'lint: prettier', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint: layers', command: 'depcruise', args: ['src', '--config', '.dependency-cruiser.cjs'] },
];

/**
 * Runs a program to its end, those of node_modules by their bare name.
 * @param {string} command
 * @param {string[]} args
 * @param {boolean} aloud show what it prints as it comes, rather than only when it fails
 * @returns {Promise<{ ok: boolean, output: string, seconds: string }>}
 */
function run(command, args, aloud) {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', aloud ? 1 : 'pipe', aloud ? 2 : 'pipe'],
    env: toolEnvironment(),
  });
  /** @type {Buffer[]} */
  const chunks = [];
  /** @param {Buffer} chunk */
  const keep = (chunk) => chunks.push(chunk);
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
      resolve({ ok: code === 0, output: Buffer.concat(chunks).toString(), seconds });
    });
  });
}

/**
 * @param {string} name
 * @param {boolean} ok
 * @param {string} [seconds] how long it took, where that says anything
 */
function report(name, ok, seconds) {
  console.log(`${ok ? '✓' : '✗'} ${name}${seconds === undefined ? '' : ` (${seconds})`}`);
}

/**
 * Checks that say yes or no, two at a time.
 * @param {Check[]} checks
 */
async function runChecks(checks) {
  const waiting = [...checks];
  let sum = NOTHING;
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { ok, output, seconds } = await run(check.command, check.args, false);
      report(check.name, ok, seconds);
      if (!ok) console.log(output.trimEnd());
      sum = add(sum, toTally(ok));
    }
  };
  await Promise.all([lane(), lane()]);
  return sum;
}

/**
 * A suite of tests that writes its own report.
 * @template Report
 * @param {string} name
 * @param {Check} tool
 * @param {string} path
 * @param {(report: Report) => Tally} read
 */
async function runSuite(name, tool, path, read) {
  rmSync(path, { force: true });
  const { ok, seconds } = await run(tool.command, tool.args, true);
  const tally = readSuite(path, read, ok);
  report(`${name}: ${describeTally(tally)}`, tally.failed === 0, seconds);
  return tally;
}

const runUnits = () =>
  runSuite(
    'unit tests',
    {
      name: 'vitest',
      command: 'vitest',
      args: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`, ...COLOUR],
    },
    VITEST_REPORT,
    readVitest,
  );

const runBrowser = () =>
  runSuite(
    'browser tests',
    { name: 'playwright', command: 'playwright', args: ['test'] },
    PLAYWRIGHT_REPORT,
    readPlaywright,
  );

async function runBuild() {
  const { ok, seconds } = await run(process.execPath, [join(ROOT, 'scripts/build.mjs')], true);
  report('build', ok, seconds);
  return ok ? checkSizes() : toTally(ok);
}

/** A page that grew past its limit is a failure like any other. */
function checkSizes() {
  const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  return measureSite(join(ROOT, SITE)).reduce((sum, { page, bytes, limit }) => {
    const ok = bytes <= limit;
    report(`script of ${page}: ${kilobytes(bytes)} gzip of at most ${kilobytes(limit)}`, ok);
    return add(sum, toTally(ok));
  }, toTally(true));
}

/** In the order in which they run. @type {ReadonlyMap<string, () => Promise<Tally>>} */
const STEPS = new Map([
  ['types', () => runChecks(TYPES)],
  ['lint', () => runChecks(LINT)],
  ['unit', runUnits],
  ['build', runBuild],
  ['browser', runBrowser],
]);

/** The steps asked for; all of them where none is named. */
function readSteps() {
  const [option, names] = process.argv.slice(2);
  if (option === undefined) return [...STEPS];
  const asked = (names ?? '').split(',');
  if (option === '--only' && asked.every((name) => STEPS.has(name))) {
    return [...STEPS].filter(([name]) => asked.includes(name));
  }
  return giveUp(
    `npm test takes --only with some of ${[...STEPS.keys()].join(', ')}, such as: npm test -- --only unit,browser`,
  );
}

const steps = readSteps();
ensurePackages();
const looksAtPages = steps.some(([name]) => name === 'browser');
if (looksAtPages) {
  process.env['CHROMIUM_PATH'] = ensureBrowser();
  ensureFirefox();
}
mkdirSync(REPORTS, { recursive: true });

let sum = NOTHING;
for (const [name, check] of steps) {
  const tally = await check();
  sum = add(sum, tally);
  if (name === 'build' && tally.failed > 0 && looksAtPages) {
    console.log('Browser tests left out: there is nothing built to look at');
    break;
  }
}
console.log(describeTally(sum));
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
