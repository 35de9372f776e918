import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runRead } from '../../src/cli/read.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/ingest/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ecm-read-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(...args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const into = (name: 'out' | 'err'): Writable =>
    new Writable({
      highWaterMark: 64,
      write(chunk: Buffer, _encoding, done) {
        written[name] += chunk.toString();
        setImmediate(done);
      },
    });
  const [out, err] = [into('out'), into('err')];
  const status = await runRead(args, out, err);
  out.end();
  err.end();
  await Promise.all([finished(out), finished(err)]);
  return { status, ...written };
}

interface Printed {
  readonly files: readonly Record<string, unknown>[];
}

describe('ecm read', () => {
  it('prints a file as the contract has it', async () => {
    const { status, out } = await run(`${FIXTURES}dfe.csv`, '--json');
    expect(status).toBe(0);
    const [file] = (JSON.parse(out) as Printed).files;
    expect(file).toMatchObject({
      file: 'dfe.csv',
      family: 'dfe',
      encoding: 'utf-8',
      rows: 6,
      observations: 18,
      accepted: true,
    });
    expect((file?.['indicators'] as unknown[])[0]).toEqual({
      id: 'dfe:headcount | school_type=Total',
      name: 'Headcount: Total',
      unit: 'number',
      groups: ['all'],
      periods: [{ kind: 'academic', start: '2016-09-01', end: '2017-08-31', label: '2016/17' }],
    });
    expect(file).not.toHaveProperty('cells');
  });

  it('prints every cell once, a marker as it is written, limits beside the number', async () => {
    const { out } = await run(`${FIXTURES}dfe.csv`, `${FIXTURES}fingertips.csv`, '--json', '--cells');
    const [older, fingertips] = (JSON.parse(out) as Printed).files.map(
      (file) => file['cells'] as Record<string, unknown>[],
    );
    expect(older).toHaveLength(18);
    expect(older?.filter(({ value }) => value === null).map(({ marker }) => marker)).toEqual(['x', '.', 'x', '.']);
    expect(fingertips?.find(({ area, group }) => area === 'E06000015' && group === 'all')).toEqual({
      indicator: 'injury-admissions',
      group: 'all',
      area: 'E06000015',
      period: { kind: 'financial', start: '2023-04-01', end: '2024-03-31', label: '2023/24' },
      value: 88.2,
      marker: null,
      lower: 80.6,
      upper: 96.4,
      count: 430,
      denominator: 48750,
    });
  });

  it('prints the note of a cell beside it; of a plain number the marker is null', async () => {
    const path = join(folder, 'noted.csv');
    const head = 'Indicator ID,Indicator Name,Area Code,Area Name,Sex,Age,Time period,Value,Value note';
    const row = (year: string, value: string): string =>
      `7,Teeth,E06000015,Derby,Persons,5 yrs,${year},${value},Rounded`;
    writeFileSync(path, [head, row('2022', '4'), row('2023', '')].join('\n'));
    const [file] = (JSON.parse((await run(path, '--json', '--cells')).out) as Printed).files;
    expect(file?.['cells']).toMatchObject([
      { value: 4, marker: null, note: 'Rounded' },
      { value: null, marker: '', note: 'Rounded' },
    ]);
  });

  it('tells a person what a file is, without --json', async () => {
    const { out } = await run(`${FIXTURES}neighbours-2025.csv`);
    expect(out).toContain('neighbours-2025.csv: can be loaded');
    expect(out).toContain('Statistical neighbours 2025: 1 authority');
    expect(out).toContain('Statistical neighbours, because of SN_1');
  });

  it('says what the rule behind a problem looks for, once for each file', async () => {
    const path = join(folder, 'nowhere.csv');
    const rows = ['Derby', 'Nowhere', 'Elsewhere'].map((area) => `Visits,,${area},2024,5`);
    writeFileSync(path, ['indicator,group,area,period,value', ...rows].join('\n'));
    const rule = 'An area that is not in the list is kept under its own name and compared with nobody.';

    const { out } = await run(path);
    expect(out.split(`    rule unknown-area: ${rule}\n`)).toHaveLength(2);
    expect(out).toMatch(
      /warning: line 3: "Nowhere" is none of the areas.*\n {4}rule unknown-area.*\n {2}warning: line 4/,
    );

    const [file] = (JSON.parse((await run(path, '--json')).out) as Printed).files;
    const problems = file?.['problems'] as { code: string; rule?: string }[];
    expect(problems.filter(({ code }) => code === 'unknown-area').map((problem) => problem.rule)).toEqual([rule, rule]);
  });

  it('ends with 1 where a file cannot be used, and prints the others', async () => {
    const bad = join(folder, 'bad.csv');
    writeFileSync(bad, 'colour,size\nred,4\n');
    const { status, out } = await run(bad, join(folder, 'none.csv'), `${FIXTURES}tidy.csv`, '--json');
    expect(status).toBe(1);
    const { files } = JSON.parse(out) as Printed;
    expect(files.map(({ accepted }) => accepted)).toEqual([false, true, false]);
    expect(files.map(({ family }) => family)).toEqual([null, 'tidy', null]);
  });

  it.each([[[]], [['--json']], [['x.csv', '--cells']], [['x.csv', '--colour']]])(
    'ends with 2 and a usage line for %j',
    async (args) => {
      const { status, out, err } = await run(...args);
      expect([status, out]).toEqual([2, '']);
      expect(err).toMatch(/^usage: ecm read/);
    },
  );
});
