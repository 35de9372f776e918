import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runPublish } from '../../src/cli/publish.ts';
import { readPublishedIndex } from '../../src/load/published.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/browser');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecm-publish-'));
  mkdirSync(join(folder, '2026'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function publish(...args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const status = await runPublish(args, out, err);
  out.end();
  err.end();
  return { status, out: await text(out), err: await text(err) };
}

function put(fixture: string, path: string, year: number): void {
  cpSync(join(FIXTURES, fixture), join(folder, path));
  utimesSync(join(folder, path), new Date(year, 0), new Date(year, 0));
}

describe('ecm publish', () => {
  it('writes an index that the dashboard reads, the oldest file first, and leaves other files alone', async () => {
    put('youth-clubs.csv', 'a.csv', 2026);
    put('neet-revised.csv', '2026/neet.csv', 2025);
    writeFileSync(join(folder, 'index.html'), '<h1>Nothing to see</h1>');
    expect(await publish(folder)).toEqual({ status: 0, out: `${join(folder, 'index.json')}: 2 files\n`, err: '' });
    const found = readPublishedIndex(readFileSync(join(folder, 'index.json'), 'utf8'));
    if (found.kind !== 'found') throw new Error(`the index is ${found.kind}`);
    expect(found.index.files.map(({ path }) => path)).toEqual(['2026/neet.csv', 'a.csv']);
    const bytes = readFileSync(join(folder, '2026/neet.csv'));
    expect(found.index.files[0]).toEqual({
      path: '2026/neet.csv',
      name: 'neet.csv',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
    });
  });

  it('keeps the index that is there where a file could not be loaded, and names the file', async () => {
    put('youth-clubs.csv', 'a.csv', 2026);
    await publish(folder);
    const before = readFileSync(join(folder, 'index.json'), 'utf8');
    writeFileSync(join(folder, 'minutes.csv'), 'who,what\nwe,met\n');
    const { status, err } = await publish(folder);
    expect(status).toBe(1);
    expect(err).toContain('minutes.csv');
    expect(err).toContain('index.json was not written');
    expect(readFileSync(join(folder, 'index.json'), 'utf8')).toBe(before);
  });

  it('says where there is nothing to publish, no folder, or too much', async () => {
    expect(await publish(folder)).toMatchObject({ status: 1 });
    expect(existsSync(join(folder, 'index.json'))).toBe(false);
    expect((await publish(join(folder, 'nowhere'))).err).toContain('There is no such folder');
    expect(await publish()).toMatchObject({ status: 2 });
    expect(await publish(folder, folder)).toMatchObject({ status: 2 });
  });
});
