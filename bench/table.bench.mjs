/** Splitting a million EES rows into cells, against PapaParse with `step`, both in Node from the same file. */
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import Papa from 'papaparse';

export const name = 'table';

const ROWS = 1_000_000;
const RUNS = 5;
const HEADER =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,cla_group,characteristic,children_count,children_percent\n';

/** Rows as EES has them: by year, authority, group and characteristic; one in ten suppressed. */
function* makeRows() {
  let seed = 7;
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  for (let row = 0; row < ROWS; row++) {
    const group = Math.floor(row / 14) % 35;
    const area = Math.floor(row / 490) % 152;
    const year = 2012 + Math.floor(row / 74_480);
    const number = next();
    const values = number < 0.1 ? 'c,c' : `${String(Math.floor(number * 900))},${(number * 100).toFixed(1)}`;
    const code = String(area).padStart(4, '0');
    yield `${String(year)},Reporting year,Local authority,E92000001,England,E1200000${String(1 + (area % 9))},Yorkshire and The Humber,${String(201 + area)},E0600${code},Authority of ${String(area)},Group of looked after children ${String(group)},Characteristic ${String(row % 14)},${values}\n`;
  }
}

/** @param {string} path */
async function writeRows(path) {
  const file = createWriteStream(path);
  file.write(HEADER);
  let text = '';
  for (const row of makeRows()) {
    text += row;
    if (text.length < 1 << 20) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await once(file, 'finish');
}

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

/** @param {number[]} times */
const toMedian = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export async function run({ work }) {
  const path = join(work, 'ees-1000000.csv');
  if (!existsSync(path) || statSync(path).size < 100_000_000) await writeRows(path);
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
      spread: (Math.max(...ours) - Math.min(...ours)) / 2,
    },
  ];
}
