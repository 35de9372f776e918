import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openInput } from '../../src/cli/file-input.ts';
import { openFile } from '../../src/ingest/container.ts';
import { readTable } from '../../src/ingest/table.ts';
import { read } from '../fixtures/table/reading.ts';

const DATA = join(import.meta.dirname, '../../../shared/data');

function findFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.csv(?:\.gz)?$/.test(path) && statSync(path).isFile());
}

const files = findFiles(DATA);

/** PapaParse's rows of the whole file, blank ones left out. */
function judge(bytes: Uint8Array): string[][] {
  const text = new TextDecoder().decode(bytes);
  return Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data;
}

describe.skipIf(!existsSync(DATA))('the published files in ../shared/data (skipped where they are not there)', () => {
  it.each(files.map((path) => [basename(path), path]))(
    '%s is read as PapaParse reads it',
    async (name, path) => {
      const bytes = readFileSync(path);
      const [header = [], ...rows] = judge(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
      const input = await openInput(path);
      if ('problem' in input) throw new Error(input.problem.message);
      const { members } = await openFile(input);
      const [member] = members;
      if (!member) throw new Error(`${name} has no member`);
      let at = 0;
      let differing = 0;
      const skipped: string[][] = [];
      const result = await readTable(member, () => ({
        push(cells) {
          let expected = rows[at++];
          while (expected?.filter((cell) => cell !== '').length === 1) {
            skipped.push(expected);
            expected = rows[at++];
          }
          if (expected?.length !== cells.length || !expected.every((cell, i) => cell === cells[i])) differing++;
        },
      }));
      expect(result.shape?.header).toEqual(header.map((cell) => cell.trim()));
      expect(differing).toBe(0);
      expect(result.rows + skipped.length).toBe(rows.length);
      // One heading stands among the rows of all these files: "Old SNs:" in the neighbours of 2021.
      expect(skipped.length).toBe(name === 'sn_groupings_2021.csv' ? 1 : 0);
      expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
    30_000,
  );

  it('a file is the same table inside a gz and inside a zip', async () => {
    const bytes = readFileSync(join(DATA, 'ees/la_cla_placement_stability.csv'));
    const plain = await read(bytes);
    expect(plain.rows).toBe(5010);
    expect((await read(gzipSync(bytes))).table).toEqual(plain.table);
    expect((await read(zipSync({ 'a.csv': bytes }))).table).toEqual(plain.table);
  });
});
