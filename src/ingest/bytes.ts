/** Files as bytes that stream by, wherever they come from: a page, a worker, Node, the inside of a zip. */

import type { Problem } from '../domain/problem.ts';

/** What is asked of a file; a browser's `File` fits. */
export interface FileInput {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** By the disk it lies on: a copy is as new as the copying. Milliseconds since 1970. */
  readonly lastModified?: number;
  /** When it was written, as it says itself or what it is packed in does. */
  readonly writtenAt?: number;
  /** A new stream from the first byte on, each time it is called. */
  stream(): ReadableStream<Uint8Array>;
  /** Its SHA-256 as 64 hexadecimal digits, where it can be had without reading it once more. */
  sha256?(signal?: AbortSignal): Promise<string>;
}

/** The bytes in memory as a file. */
export function toFileInput(name: string, bytes: Uint8Array, lastModified?: number): FileInput {
  return {
    name,
    size: bytes.byteLength,
    ...(lastModified === undefined ? {} : { lastModified }),
    stream: () => toByteStream([bytes]),
  };
}

/** A stream that hands out what the iterator yields, and returns the iterator where it is cancelled. */
export function toByteStream(chunks: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.iterator]();
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel() {
      iterator.return?.();
    },
  });
}

/** Why bytes stopped coming before the end: travels through streams, and ends as a problem of the file. */
export class UnreadableError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = 'UnreadableError';
  }
}

function toUnreadable(error: unknown): UnreadableError {
  if (error instanceof UnreadableError) return error;
  const said = error instanceof Error ? error.message : String(error);
  return new UnreadableError({
    severity: 'error',
    code: 'unreadable',
    message: `The file could not be read to its end (${said}). It may have been moved or changed meanwhile: choose it again.`,
  });
}

/** Small enough that a cancelled read stops within a few milliseconds. */
const LARGEST_CHUNK = 1 << 20;
/** Room that is filled again and again, where the stream can. */
const ROOM = 1 << 18;

/** Reads on; what it gave before may be written over. */
type ReadOn = () => Promise<ReadableStreamReadResult<Uint8Array>>;

function toReadOn(stream: ReadableStream<Uint8Array>): { readOn: ReadOn; cancel: () => Promise<void> } {
  try {
    const reader = stream.getReader({ mode: 'byob' });
    let room = new ArrayBuffer(ROOM);
    const readOn: ReadOn = async () => {
      const result = await reader.read(new Uint8Array(room));
      if (result.value) room = result.value.buffer;
      return result.done ? { done: true, value: undefined } : result;
    };
    return { readOn, cancel: () => reader.cancel() };
  } catch {
    const reader = stream.getReader();
    return { readOn: () => reader.read(), cancel: () => reader.cancel() };
  }
}

/**
 * The chunks of a stream, cut where they are large; the stream is cancelled where the loop is left early. Each is good
 * until the next one is asked for: whoever keeps one keeps a copy.
 * @throws UnreadableError
 */
export async function* readChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const { readOn, cancel } = toReadOn(stream);
  try {
    for (;;) {
      const { done, value } = await readOn().catch((error: unknown) => {
        throw toUnreadable(error);
      });
      if (done) return;
      for (let at = 0; at < value.length; at += LARGEST_CHUNK) yield value.subarray(at, at + LARGEST_CHUNK);
    }
  } finally {
    // A stream that has failed rejects the cancelling with the error that was already thrown.
    cancel().catch(() => undefined);
  }
}

/** The first `limit` bytes of a file, fewer where it is shorter; all of them without a limit. */
export async function readBytes(input: FileInput, limit = Infinity): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of readChunks(input.stream())) {
    chunks.push(chunk.slice());
    length += chunk.byteLength;
    if (length >= limit) break;
  }
  const bytes = new Uint8Array(Math.min(length, limit));
  let at = 0;
  for (const chunk of chunks) {
    const part = chunk.subarray(0, bytes.length - at);
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
