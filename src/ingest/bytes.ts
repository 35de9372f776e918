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
  /** As `readChunks` gives them, where that can be done better than by the stream. */
  chunks?(): AsyncGenerator<Uint8Array, void>;
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
/** Bytes that are read at a time into memory that is used again. */
export const ROOM = 1 << 18;

/** Memory that a stream is read into, a piece at a time. */
export interface Rooms {
  next(): ArrayBuffer | Promise<ArrayBuffer>;
  /** Gets what was read once nobody looks at it any more; its memory is then the rooms' again. */
  take(read: Uint8Array<ArrayBuffer>): void;
}

/** The same room again and again: new memory for each piece takes longer than reading. */
class OneRoom implements Rooms {
  private room = new ArrayBuffer(ROOM);

  next(): ArrayBuffer {
    return this.room;
  }

  take(read: Uint8Array<ArrayBuffer>): void {
    this.room = read.buffer;
  }
}

/**
 * Readers that wait for bytes. Chromium's garbage collector takes the stream of a file away while it waits, so that
 * the bytes never come, unless something else than what waits for them holds it.
 */
const waiting = new Set<ReadableStreamBYOBReader>();

type Read = ReadableStreamReadResult<Uint8Array<ArrayBuffer>>;

interface StreamReading {
  readonly read: () => Promise<Read>;
  /** Gets what was read once nobody looks at it any more. */
  readonly take?: Rooms['take'];
  readonly cancel: () => Promise<void>;
}

/** Files are streams that fill rooms, but for Safari's. */
function startReading(stream: ReadableStream<Uint8Array<ArrayBuffer>>, rooms: Rooms | undefined): StreamReading {
  try {
    return readInto(stream.getReader({ mode: 'byob' }), rooms ?? new OneRoom());
  } catch {
    const reader = stream.getReader();
    return rooms ? copyInto(reader, rooms) : { read: () => reader.read(), cancel: () => reader.cancel() };
  }
}

function readInto(reader: ReadableStreamBYOBReader, rooms: Rooms): StreamReading {
  return {
    async read() {
      const room = new Uint8Array(await rooms.next());
      waiting.add(reader);
      try {
        const { done, value } = await reader.read(room);
        return done ? { done, value: undefined } : { done, value };
      } finally {
        waiting.delete(reader);
      }
    },
    take: (read) => {
      rooms.take(read);
    },
    cancel: () => reader.cancel(),
  };
}

function copyInto(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, rooms: Rooms): StreamReading {
  let rest = new Uint8Array();
  return {
    async read() {
      if (rest.length === 0) {
        const { done, value } = await reader.read();
        if (done) return { done, value: undefined };
        rest = value;
      }
      const room = new Uint8Array(await rooms.next());
      const part = rest.subarray(0, room.length);
      rest = rest.subarray(part.length);
      room.set(part);
      return { done: false, value: room.subarray(0, part.length) };
    },
    take: (read) => {
      rooms.take(read);
    },
    cancel: () => reader.cancel(),
  };
}

/**
 * The chunks of a stream, cut where they are large; the stream is cancelled where the loop is left early. Each is good
 * until the next one is asked for: whoever keeps one keeps a copy.
 * @param rooms what every chunk is read into and handed to afterwards; by default the stream's own way
 * @throws UnreadableError
 */
export async function* readStream(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  rooms?: Rooms,
): AsyncGenerator<Uint8Array, void> {
  const { read, take, cancel } = startReading(stream, rooms);
  try {
    for (;;) {
      const { done, value } = await read().catch((error: unknown) => {
        throw toUnreadable(error);
      });
      if (done) return;
      for (let at = 0; at < value.length; at += LARGEST_CHUNK) yield value.subarray(at, at + LARGEST_CHUNK);
      take?.(value);
    }
  } finally {
    // A stream that has failed rejects the cancelling with the error that was already thrown.
    cancel().catch(() => undefined);
  }
}

/**
 * The chunks of a file, as `readStream` gives those of its stream.
 * @throws UnreadableError
 */
export function readChunks(input: Pick<FileInput, 'stream' | 'chunks'>): AsyncGenerator<Uint8Array, void> {
  // No stream of a file hands out shared memory, though its type does not say so.
  return input.chunks ? input.chunks() : readStream(input.stream() as ReadableStream<Uint8Array<ArrayBuffer>>);
}

/** The first `limit` bytes of a file, fewer where it is shorter; all of them without a limit. */
export async function readBytes(input: FileInput, limit = Infinity): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of readChunks(input)) {
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
