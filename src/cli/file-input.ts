/** A file on disk as the core wants it. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { Problem } from '../domain/problem.ts';
import type { FileInput } from '../ingest/bytes.ts';

const CHUNK = 1 << 18;

/** The file, or what is wrong with the path. */
export async function openInput(path: string): Promise<FileInput | { readonly problem: Problem }> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    const what = found ? 'This is a folder, not a file.' : 'There is no such file.';
    return { problem: { severity: 'error', code: 'no-file', message: `${what} Check the path.`, file: path } };
  }
  return {
    name: basename(path),
    size: found.size,
    lastModified: found.mtimeMs,
    stream: () => Readable.toWeb(createReadStream(path, { highWaterMark: CHUNK })) as ReadableStream<Uint8Array>,
  };
}
