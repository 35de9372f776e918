/** What reads the same file elsewhere: each gives milliseconds. */
import * as duckdb from '@duckdb/duckdb-wasm';
import duckDbModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import duckDbWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import PapaWorker from './papaparse.worker.ts?worker';

/** PapaParse alone, in a worker that is already there: every row as an array, counted and let go. */
export async function readWithPapaParse(file: File): Promise<{ time: number; rows: number }> {
  const worker = new PapaWorker();
  const ask = (message: File | 'hello'): Promise<number> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<number>) => {
        resolve(data);
      };
      worker.onerror = ({ message: words }) => {
        reject(new Error(words));
      };
      worker.postMessage(message);
    });
  await ask('hello');
  const started = performance.now();
  const rows = await ask(file);
  const time = performance.now() - started;
  worker.terminate();
  return { time, rows };
}

/** DuckDB from its start to a table of the file; nothing is kept. */
export async function readWithDuckDb(file: File): Promise<{ time: number; rows: number }> {
  const started = performance.now();
  const worker = new Worker(duckDbWorker);
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(duckDbModule);
  await database.registerFileHandle('rows.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const connection = await database.connect();
  await connection.query("CREATE TABLE figures AS SELECT * FROM read_csv('rows.csv', header = true)");
  const time = performance.now() - started;
  const counted = await connection.query('SELECT count(*)::INT AS rows FROM figures');
  await database.terminate();
  return { time, rows: Number(counted.get(0)?.toJSON()['rows']) };
}
