/** A file's bytes as they pass, shown to somebody on their way. */

/** Read at a time where nobody brings room of their own. */
const ROOM = 1 << 18;

/**
 * Readers that wait for bytes. Chromium's garbage collector takes the stream of a file away while it waits, so that
 * the bytes never come, unless something else than what waits for them holds it.
 */
const waiting = new Set<ReadableStreamBYOBReader>();

/**
 * The bytes of a file's stream. Where the browser can, they are read into the room that the reader brings, so that a
 * large file passes through the same memory again and again: new memory for each piece takes longer than reading.
 * @param see is given each piece, good until its promise is settled
 */
export function watchStream(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  see: (piece: Uint8Array) => Promise<void>,
): ReadableStream<Uint8Array> {
  const reader = findByteReader(stream);
  return reader ? watchBytes(reader, see) : watchPieces(stream, see);
}

/** Undefined where the browser's files are no streams of bytes, as in Safari. */
function findByteReader(stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}

function watchBytes(
  reader: ReadableStreamBYOBReader,
  see: (piece: Uint8Array) => Promise<void>,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    type: 'bytes',
    autoAllocateChunkSize: ROOM,
    async pull(controller) {
      const request = controller.byobRequest;
      const room = request?.view;
      if (!request || !(room?.buffer instanceof ArrayBuffer)) throw new Error('the stream was asked for nothing');
      waiting.add(reader);
      try {
        const { done, value } = await reader.read(new Uint8Array(room.buffer, room.byteOffset, room.byteLength));
        if (!value) return;
        await see(value);
        if (done) controller.close();
        request.respondWithNewView(value);
      } finally {
        waiting.delete(reader);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function watchPieces(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  see: (piece: Uint8Array) => Promise<void>,
): ReadableStream<Uint8Array> {
  return stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      async transform(piece, controller) {
        await see(piece);
        controller.enqueue(piece);
      },
    }),
  );
}
