/** All verdicts of an authority over the whole LAIT dataset, against the goal of 150 ms; needs ../shared/data. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const name = 'verdicts';

const GOAL = 150;
const FILES = ['lait_long.csv.gz', 'lait_data_dictionary.csv'];

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export async function run({ root }) {
  const paths = FILES.map((file) => join(root, '../shared/data/lait', file));
  if (!paths.every((path) => existsSync(path))) return [];
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  const { loadBundled } = await import('../src/cli/bundled.ts');
  const { openInput } = await import('../src/cli/file-input.ts');
  const { readFiles } = await import('../src/ingest/read.ts');
  const { mergeFigures } = await import('../src/domain/layers.ts');
  const { judgeAll } = await import('../src/analysis/overview.ts');
  await unregister();

  const bundled = loadBundled();
  const inputs = [];
  for (const path of paths) {
    const input = await openInput(path);
    if ('problem' in input) throw new Error(input.problem.message);
    inputs.push(input);
  }
  const readings = await readFiles(inputs, bundled);
  const layers = readings.flatMap(({ reading, file }) =>
    reading ? [{ ...reading, dated: '', identity: file.name, explained: true }] : [],
  );

  const figures = mergeFigures(bundled, { layers, placements: [] });
  /** @type {number[]} */
  const times = [];
  for (const { code } of figures.areas.authorities) {
    const start = performance.now();
    judgeAll(figures, code);
    times.push(performance.now() - start);
  }
  // The first authority also sorts every field of every measure; the others find them sorted.
  const [first = NaN, ...others] = times;
  const ascending = others.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => ascending[Math.floor(ascending.length * share)] ?? NaN;
  const measures = String(figures.catalogue.indicators.length);
  const row = { peerName: 'the goal', peer: GOAL, unit: 'ms' };
  return [
    {
      ...row,
      figure: `verdicts of one authority, ${measures} indicators, Node`,
      ours: at(0.5),
      spread: (at(0.9) - at(0.1)) / 2,
    },
    { ...row, figure: 'the same for the first authority looked at', ours: first },
  ];
}
