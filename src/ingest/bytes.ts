/** Files as bytes that stream by, wherever they come from: a page, a worker, Node, the inside of a zip. */

/** What is asked of a file; a browser's `File` fits. */
export interface FileInput {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly lastModified?: number;
  /** A new stream from the first byte on, each time it is called. */
  stream(): ReadableStream<Uint8Array>;
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

/** The chunks of a stream; the stream is cancelled where the loop is left early. */
export async function* readChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // A stream that has failed rejects the cancelling with the error that was already thrown.
    reader.cancel().catch(() => undefined);
  }
}

/** The first `limit` bytes of a file, fewer where it is shorter; all of them without a limit. */
export async function readBytes(input: FileInput, limit = Infinity): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of readChunks(input.stream())) {
    chunks.push(chunk);
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
