/** Splitting a million EES rows into cells, against PapaParse with `step`, both in Node from the same file. */
import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { toMedian, toSpread } from './figures.mjs';
import { writeEesFile } from './ees-file.mjs';

export const name = 'table';

const ROWS = 1_000_000;
const RUNS = 5;
/**
 * Milliseconds.
 * @param {() => Promise<number>} work gives the number of rows it read
 */
async function time(work) {
  const start = performance.now();
  const rows = await work();
  if (rows !== ROWS) throw new Error(`${String(rows)} rows were read of ${String(ROWS)}`);
  return performance.now() - start;
}

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export async function run({ work }) {
  const path = await writeEesFile(work, ROWS);
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  const { openInput } = await import('../src/cli/file-input.ts');
  const { readTable } = await import('../src/ingest/table.ts');
  await unregister();

  const readOurs = async () => {
    const input = await openInput(path);
    if ('problem' in input) throw new Error(input.problem.message);
    let cells = 0;
    const { rows } = await readTable(input, () => ({ push: (row) => void (cells += row.length) }));
    return rows;
  };
  const readTheirs = () =>
    /** @type {Promise<number>} */ (
      new Promise((resolve, reject) => {
        let rows = -1;
        Papa.parse(createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 }), {
          step: ({ data }) => void (rows += Array.isArray(data) && data.length > 1 ? 1 : 0),
          complete: () => {
            resolve(rows);
          },
          error: reject,
        });
      })
    );
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const theirs = [];
  for (let i = 0; i < RUNS; i++) {
    ours.push(await time(readOurs));
    theirs.push(await time(readTheirs));
  }
  return [
    {
      figure: '1,000,000 rows to cells, Node',
      peerName: 'PapaParse, step',
      ours: toMedian(ours),
      peer: toMedian(theirs),
      unit: 'ms',
      spread: toSpread(ours),
    },
  ];
}
