/**
 * The tests, in a process of their own that may be ended when a mutant hangs. A mutant is never written to
 * the disk: Vite is given the changed text where it would read the file.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { createVitest } from 'vitest/node';
import { ROOT } from '../setup.mjs';
import { countBodies } from './find.mjs';

/** Tests of the pure core: without the page, other programs, what is built, and files outside the project. */
const INCLUDE = ['test/{unit,property,gallery}/**/*.test.ts'];
const EXCLUDE = [
  'test/unit/{app-,cli-,render-sorting,docs,handbook,layers,load,offline,pack,scripts-}*.test.ts',
  'test/unit/*{-cli,office-sdk,real-files,shared}.test.ts',
  'test/property/{store-backup,store-layers,table-damage}.test.ts',
];

/**
 * @typedef {{ kind: 'measure', folders: readonly string[] }} Measure
 * @typedef {{ kind: 'try', file: string, source: string, tests: readonly string[] }} Try
 * @typedef {{ failed: readonly string[], seconds: Readonly<Record<string, number>> }} Outcome
 */

/** The order of the tests is that in which they are asked for. */
class AsAsked {
  /** @template T @param {T} specifications */
  sort = (specifications) => specifications;
  /** @template T @param {T} specifications */
  shard = (specifications) => specifications;
}

/** @type {{ file: string, source: string } | undefined} */
let changed;
/** @type {readonly string[]} */
let counted = [];

/** @param {boolean} isolate */
const open = (isolate) =>
  createVitest(
    'test',
    { config: false, root: ROOT, watch: false },
    {
      test: {
        include: INCLUDE,
        exclude: EXCLUDE,
        setupFiles: ['scripts/mutants/reached.mjs'],
        pool: 'threads',
        maxWorkers: 1,
        isolate,
        bail: isolate ? 0 : 1,
        // Times are what a loaded machine makes of them.
        testTimeout: 120_000,
        testNamePattern: '^(?!.*(within \\d+ ms|at most \\d+ s|10 MB|in a moment))',
        sequence: { sequencer: AsAsked },
        reporters: [{}],
        onConsoleLog: () => false,
      },
      plugins: [
        {
          name: 'mutant',
          enforce: 'pre',
          load(id) {
            const file = relative(ROOT, id.split('?')[0] ?? id);
            if (changed?.file === file) return changed.source;
            if (counted.some((folder) => file.startsWith(`${folder}/`)))
              return countBodies(file, readFileSync(id, 'utf8'));
            return null;
          },
        },
      ],
    },
  );

/**
 * @param {Awaited<ReturnType<typeof open>>} vitest
 * @param {readonly string[] | undefined} tests all of them where none are named
 * @returns {Promise<Outcome>}
 */
async function run(vitest, tests) {
  const all = await vitest.globTestSpecifications();
  const asked = tests?.flatMap((test) => all.filter(({ moduleId }) => relative(ROOT, moduleId) === test)) ?? all;
  // What failed before would be among what failed now, and would stop the run.
  vitest.state.filesMap.clear();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([...asked], false);
  const seconds = Object.fromEntries(
    testModules.map((module) => [relative(ROOT, module.moduleId), module.diagnostic().duration / 1000]),
  );
  const failed = testModules
    .filter((module) => module.state() === 'failed')
    .map((module) => {
      const test = [...module.children.allTests('failed')][0];
      return `${relative(ROOT, module.moduleId)}, ${test?.fullName ?? 'the file itself'}: ${test?.result().errors?.[0]?.message ?? ''}`;
    });
  return { failed: unhandledErrors.length > 0 && failed.length === 0 ? ['an error outside a test'] : failed, seconds };
}

/** @type {Awaited<ReturnType<typeof open>> | undefined} */
let shared;

/** @param {Measure | Try} asked @returns {Promise<Outcome>} */
async function answer(asked) {
  if (asked.kind === 'measure') {
    counted = asked.folders;
    const vitest = await open(true);
    const outcome = await run(vitest, undefined);
    await vitest.close();
    counted = [];
    return outcome;
  }
  shared ??= await open(false);
  // The file changed before is itself again, too.
  for (const file of [changed?.file ?? asked.file, asked.file]) shared.invalidateFile(`${ROOT}${file}`);
  changed = { file: asked.file, source: asked.source };
  return run(shared, asked.tests);
}

process.on('disconnect', () => process.exit());
process.on('message', (/** @type {Measure | Try} */ asked) => {
  void answer(asked).then((outcome) => process.send?.(outcome));
});
