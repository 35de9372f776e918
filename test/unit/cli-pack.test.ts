import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCompare } from '../../src/cli/compare.ts';
import { runPack } from '../../src/cli/pack.ts';
import type { Pack } from '../../src/export/pack.ts';
import { readPack } from '../../src/export/pack.ts';
import { findPackText } from '../../src/export/pack-page.ts';

const TEMPLATE = '<head><title>Board pack</title></head><script type="application/json" id="pack"></script>';
const NEET = join(import.meta.dirname, '../fixtures/browser/neet-revised.csv');
let folder = '';
let board = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecm-pack-'));
  board = join(folder, 'board.html');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function run(command: typeof runPack, args: readonly string[]): Promise<Ran> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const status = await command(args, out, err, () => Promise.resolve(TEMPLATE));
  out.end();
  err.end();
  return { status, out: await text(out), err: await text(err) };
}

const pack = (...args: readonly string[]): Promise<Ran> => run(runPack, [...args, '--out', board]);
const readBoard = (): Pack => readPack(findPackText(readFileSync(board, 'utf8')) ?? '');

describe('ecm pack', () => {
  it('writes every indicator under an outcome for the area, with a title of its own', async () => {
    const { status, out, err } = await pack('--area', 'derby');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/board\.html: \d\d indicators of Derby, \d+ kB\n$/);
    const { title, figures } = readBoard();
    expect(title).toBe('Derby: Every Child Matters outcomes');
    expect(figures.catalogue.outcomes).toHaveLength(5);
  });

  it('writes the indicators that are asked for, in that order, with what the files bring', async () => {
    const order = ['--indicators', 'placement-moves, neet-16-17'];
    const { status } = await pack(NEET, '--area', '831', '--title', 'Board', '--by', 'A. Officer', ...order);
    expect(status).toBe(0);
    const { title, madeBy, figures, files } = readBoard();
    expect([title, madeBy]).toEqual(['Board', 'A. Officer']);
    expect(figures.catalogue.indicators.map(({ id }) => id)).toEqual(['placement-moves', 'neet-16-17']);
    expect(files.map(({ name }) => name)).toContain('neet-revised.csv');
  });

  it('writes nothing where a file could not be read, or an indicator is none', async () => {
    const missing = await pack(join(folder, 'none.csv'), '--area', '831');
    expect(missing.status).toBe(1);
    expect(missing.err).toContain('board.html was not written, because it would lack what the files above hold.');
    expect(await pack('--area', '831', '--indicators', 'neet-16-17,infants,x')).toEqual({
      status: 2,
      out: '',
      err: 'error: no indicator with figures and an outcome is called “infants”, “x”.\n',
    });
    expect(existsSync(board)).toBe(false);
  });
});

describe('an area on a command line', () => {
  const unknown = {
    status: 2,
    out: '',
    err: 'error: no area has the code, number or name “Atlantis”. Try 831, E06000015 or Derby.\n',
  };

  it('that is none is said, with what could be written', async () => {
    expect(await pack('--area', 'Atlantis')).toEqual(unknown);
    expect(await run(runCompare, ['--area', 'Atlantis'])).toEqual(unknown);
  });

  it('is asked for where it is not given', async () => {
    for (const command of [runPack, runCompare]) {
      const { status, err } = await run(command, ['--out', board, '--areas', '831']);
      expect(status).toBe(2);
      expect(err).toMatch(/^usage: ecm (?:pack|compare) FILE… --area CODE/);
    }
  });
});
