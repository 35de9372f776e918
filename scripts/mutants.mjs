/**
 * How many small mistakes would the tests see? Makes mutants of the files of a folder, one at a time, and
 * runs the tests that reach them. Prints those that nobody saw and the share that was caught.
 *
 *   npm run mutants -- src/domain                         two hundred of them, drawn by lot
 *   npm run mutants -- src/domain/value.ts --sample 0     every one of a file
 *   npm run mutants -- src/ingest --seed 7                another draw
 *
 * No file of the project is written to; why there is no library for it: docs/decisions/0051-mutants.md.
 */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createCompiler } from './mutants/compile.mjs';
import { applyMutant, findMutants } from './mutants/find.mjs';
import { findSources, measure } from './mutants/measure.mjs';
import { giveUp, ROOT } from './setup.mjs';

/** @typedef {import('./mutants/find.mjs').Mutant} Mutant */
/** @typedef {import('./mutants/tests.mjs').Outcome} Outcome */

const RUNNER = fileURLToPath(new URL('mutants/tests.mjs', import.meta.url));
/** A mutant that takes this many times as long as its tests usually do is hanging. */
const PATIENCE = 3;
const START_SECONDS = 30;
/** After so many that were caught the same tests are run without a mutant. */
const CONTROL = 10;

/** @type {import('node:child_process').ChildProcess | undefined} */
let child;

function stop() {
  child?.kill('SIGKILL');
  child = undefined;
}

/**
 * Asks the process that runs tests; undefined where it took longer than `seconds` and was ended.
 * @param {import('./mutants/tests.mjs').Measure | import('./mutants/tests.mjs').Try} asked
 * @param {number} seconds
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<Outcome | undefined>}
 */
function ask(asked, seconds, environment = {}) {
  const runner = (child ??= fork(RUNNER, {
    execArgv: ['--max-old-space-size=2048'],
    cwd: ROOT,
    env: { ...process.env, ...environment, VITEST: '1' },
  }));
  return new Promise((resolve) => {
    const end = (/** @type {Outcome | undefined} */ outcome) => {
      clearTimeout(timer);
      runner.removeAllListeners();
      resolve(outcome);
    };
    const timer = setTimeout(() => {
      stop();
      end(undefined);
    }, seconds * 1000);
    runner.once('message', (outcome) => {
      end(/** @type {Outcome} */ (outcome));
    });
    // Running out of memory is a way of being caught.
    runner.once('exit', () => {
      child = undefined;
      end(undefined);
    });
    runner.send(asked);
  });
}

/**
 * The same order for the same seed: a linear congruence is chance enough here.
 * @template T
 * @param {readonly T[]} items
 * @param {number} seed
 * @returns {T[]}
 */
function shuffle(items, seed) {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  for (let i = 0; i < 10; i++) next();
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Wilson's interval of a share at 95%, in words. @param {number} x @param {number} n */
function describeShare(x, n) {
  const z = 1.96;
  const middle = 2 * x + z * z;
  const reach = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  const [from, to] = [middle - reach, middle + reach].map((limit) => ((100 * limit) / (2 * (n + z * z))).toFixed(0));
  return `${((100 * x) / n).toFixed(1)}% (95%: ${from ?? ''} to ${to ?? ''}%)`;
}

/** @param {Mutant} mutant @param {string} source @param {string} why */
function describeMutant({ file, line, start, end, text }, source, why) {
  const short = (/** @type {string} */ words) => words.replace(/\s+/g, ' ').slice(0, 70);
  const whole = short((source.split('\n')[line - 1] ?? '').trim());
  return `${file}:${String(line)} ${why}: «${short(source.slice(start, end))}» → «${short(text)}»   ${whole}`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    most: { type: 'string', default: '0' },
    skip: { type: 'string' },
  },
});
const wanted = Number(values.sample) || Infinity;
/** Of the test files that reach a mutant, so many are asked. */
const most = Number(values.most) || Infinity;
if (positionals.length === 0)
  giveUp('Say of what: npm run mutants -- src/domain [--sample 200] [--seed 1] [--most 12] [--skip PATTERN]');

const skip = values.skip === undefined ? undefined : new RegExp(values.skip);
const files = positionals.flatMap(findSources).filter((file) => !skip?.test(file));
const sources = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
const all = files.flatMap((file) => findMutants(file, sources.get(file) ?? ''));
const measured = await measure(async (asked, list) => {
  console.log('Measuring which tests reach what …');
  const outcome = await ask(asked, 3600, { MUTANTS_REACHED: list });
  stop();
  return outcome ?? giveUp('The tests could not be measured.');
});

const { isSound } = createCompiler();
/** @type {Map<string, { caught: number, of: number }>} */
const tally = new Map(files.map((file) => [file, { caught: 0, of: 0 }]));
/** @type {Map<string, string>} */
const texts = new Map();
/** @param {string} test */
function textOf(test) {
  const text = texts.get(test) ?? readFileSync(join(ROOT, test), 'utf8');
  texts.set(test, text);
  return text;
}
/** How often a test has caught a mutant of a file: it is asked first. @type {Map<string, number>} */
const catches = new Map();

/** How likely a test is to catch a mutant of a file: one named for it, one that imports it, one that did, one of the same folder. @param {string} test @param {string} file */
const rate = (test, file) =>
  (basename(test).includes(basename(file, '.ts')) ? 1000 : 0) +
  (textOf(test).includes(`/${file}'`) ? 1000 : 0) +
  (catches.get(`${file} ${test}`) ?? 0) +
  (basename(test).startsWith(file.split('/')[1] ?? '') ? 0.5 : 0);

/**
 * What caught a mutant has to be content without it: else the measure is worth nothing.
 * @param {string} file
 * @param {readonly string[]} tests
 */
async function control(file, tests) {
  const outcome = await ask({ kind: 'try', file, source: sources.get(file) ?? '', tests }, 3600);
  if (outcome?.failed.length === 0) return;
  stop();
  giveUp(`The tests fail with nothing changed: ${outcome?.failed.join('; ') ?? 'they hang'}`);
}

let caught = 0;
let done = 0;
let unsound = 0;
for (const mutant of shuffle(all, Number(values.seed))) {
  if (done === wanted) break;
  const { file, body } = mutant;
  const source = sources.get(file) ?? '';
  const changed = applyMutant(mutant, source);
  if (!isSound(file, changed)) {
    unsound++;
    continue;
  }
  const reaching = measured.tests[`${file}#${String(body)}`] ?? [];
  const tests = [...reaching].sort((a, b) => rate(b, file) - rate(a, file)).slice(0, most);
  const usual = tests.reduce((sum, test) => sum + (measured.seconds[test] ?? 0), 0);
  const outcome =
    tests.length === 0
      ? { failed: [] }
      : await ask({ kind: 'try', file, source: changed, tests }, START_SECONDS + PATIENCE * usual);
  done++;
  const of = tally.get(file);
  if (of) of.of++;
  if (!outcome || outcome.failed.length > 0) {
    caught++;
    if (of) of.caught++;
    const [by = ''] = outcome?.failed ?? [];
    const catcher = `${file} ${tests.find((test) => by.startsWith(`${test},`)) ?? ''}`;
    catches.set(catcher, (catches.get(catcher) ?? 0) + 1);
    if (caught % CONTROL === 0) await control(file, tests);
  } else console.log(describeMutant(mutant, source, tests.length === 0 ? 'reached by no test' : 'survived'));
  if (done % 25 === 0) console.log(`… ${String(caught)} of ${String(done)} caught`);
}
stop();

for (const [file, { caught: found, of }] of tally) if (of > 0) console.log(`${String(found)}/${String(of)} ${file}`);
console.log(
  `${positionals.join(' ')}: ${String(caught)} of ${String(done)} mutants caught, ${describeShare(caught, done)}; ${String(files.length)} files, ${String(all.length)} mutants, seed ${values.seed}, ${String(unsound)} more did not compile`,
);
