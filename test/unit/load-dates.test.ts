import 'fake-indexeddb/auto';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FileInput } from '../../src/ingest/bytes.ts';
import { toFileInput } from '../../src/ingest/bytes.ts';
import { Desk } from '../../src/load/desk.ts';
import { OLDER_FILE } from '../../src/load/lies-under.ts';
import { figures } from '../fixtures/ingest/files.ts';

const toText = (value: string): Uint8Array =>
  new TextEncoder().encode(`indicator,group,area,period,value\nDays out,all,Derby,2024,${value}\n`);

function toDesk(file: FileInput, storeName: string, isOrdered = false): Desk {
  return new Desk({ files: [file], bundled: figures, storeName, isOrdered, onProgress: () => undefined });
}

async function store(file: FileInput, storeName: string, isOrdered = false): Promise<string | undefined> {
  const desk = toDesk(file, storeName, isOrdered);
  await desk.read();
  const outcome = await desk.store([]);
  return outcome.kind === 'stored' ? outcome.load.files[0]?.dated : undefined;
}

const WRITTEN = new Date(2020, 2, 3, 12);
const copied = toFileInput('older.csv.gz', gzipSync(toText('1'), { mtime: WRITTEN }), Date.UTC(2026, 5, 1));

describe('the date of a file', () => {
  it('is the one that it says of itself, not the one at which it was copied here', async () => {
    expect(await store(copied, 'dates-own')).toBe(WRITTEN.toISOString());
    expect(await store(toFileInput('plain.csv', toText('1'), Date.UTC(2026, 5, 1)), 'dates-plain')).toBe(
      '2026-06-01T00:00:00.000Z',
    );
  });

  it('is the one that it was given where the order of files was told by that, as of a published set', async () => {
    expect(await store(copied, 'dates-given', true)).toBe('2026-06-01T00:00:00.000Z');
  });

  it('tells that it is older than what is stored, however lately it was copied', async () => {
    await store(toFileInput('newer.csv', toText('2'), Date.UTC(2025, 0, 1)), 'dates-older');
    const preview = await toDesk(copied, 'dates-older').read();
    expect(preview.files[0]?.problems.map(({ code }) => code)).toContain(OLDER_FILE);
    const { home } = preview.changes;
    expect([home, preview.changes.counts.revised]).toEqual([[], 0]);
  });
});
