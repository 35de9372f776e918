import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { gzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTable } from '../../src/cli/table.ts';
import { toBytes } from '../fixtures/table/reading.ts';

/** Keeps what is written to it. */
class Kept extends Writable {
  text = '';
  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

describe('ecm table', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ecm-table-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function run(
    content: string | Uint8Array,
    name: string,
  ): Promise<{ status: number; out: string; err: string }> {
    const path = join(folder, name);
    writeFileSync(path, content);
    const [out, err] = [new Kept(), new Kept()];
    const status = await runTable([path], out, err);
    return { status, out: out.text, err: err.text };
  }

  it('writes the bare table as CSV in UTF-8 with commas and LF, quotes only where needed', async () => {
    const messy =
      '\uFEFFTitle of the table;;\r\n\r\narea;note;value\r\nDerby;"a ""quoted"" word";1,5\r\n"Leeds";plain;\r\n\r\nSource: somebody, somewhere;;\r\n';
    expect(await run(messy, 'messy.csv')).toEqual({
      status: 0,
      out: 'area,note,value\nDerby,"a ""quoted"" word","1,5"\nLeeds,plain,\n',
      err: '',
    });
  });

  it('keeps a row that does not fit as it is, and says so on standard error', async () => {
    const { status, out, err } = await run('area,value\nDerby,1\nKingston, upon Hull,2\nYork,3\n', 'long.csv');
    expect(status).toBe(0);
    expect(out).toBe('area,value\nDerby,1\nKingston, upon Hull,2\nYork,3\n');
    expect(err).toMatch(/^warning: long\.csv:3: Line 3 has 3 fields where 2 were expected, .*\n$/);
  });

  it('opens what is packed', async () => {
    const table = 'area,value\nDerby,1\n';
    expect((await run(gzipSync(toBytes(table)), 'a.csv.gz')).out).toBe(table);
    const zip = await run(zipSync({ 'a.csv': toBytes(table), 'b.csv': toBytes(table) }), 'a.zip');
    expect(zip).toEqual({
      status: 0,
      out: table,
      err: 'note: a.zip: several files are packed in it; this is “a.csv”, not b.csv\n',
    });
  });

  it('writes a row of one empty cell so that it is read as one again', async () => {
    expect((await run('name\n"x y"\n""\n', 'one.csv')).out).toBe('name\nx y\n');
  });

  it('ends with 1 where there is no table, and writes nothing', async () => {
    expect(await run('%PDF-1.7', 'report.csv')).toMatchObject({ status: 1, out: '' });
    expect(await run('', 'empty.csv')).toEqual({
      status: 1,
      out: '',
      err: 'error: empty.csv: The file is empty (0 bytes). Check that it was saved or downloaded, then load it again.\n',
    });
  });

  it('ends with 1 where there is no such file', async () => {
    const err = new Kept();
    expect(await runTable([join(folder, 'none.csv')], new Kept(), err)).toBe(1);
    expect(err.text).toMatch(/^error: .*none\.csv: There is no such file\. Check the path\.\n$/);
  });

  it.each([[[]], [['a', 'b']], [['--json']]])('ends with 2 for the arguments %j', async (args: string[]) => {
    const err = new Kept();
    expect(await runTable(args, new Kept(), err)).toBe(2);
    expect(err.text).toBe('usage: ecm table FILE\n');
  });
});
