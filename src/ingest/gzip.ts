/** A gzip file as the one file that is packed in it. */
import { UnreadableError, type FileInput } from './bytes.ts';
import type { Member } from './container.ts';
import { guardUnpacked } from './limits.ts';

function count(told: (bytes: number) => void): TransformStream<Uint8Array, Uint8Array> {
  let total = 0;
  return new TransformStream({
    transform(chunk, controller) {
      total += chunk.length;
      told(total);
      controller.enqueue(chunk);
    },
  });
}

/** The platform says only that inflating failed; where in the file tells whether it was cut off. */
function toProblem(name: string, consumed: number, size: number): UnreadableError {
  const isWhole = consumed < size;
  return new UnreadableError({
    severity: 'error',
    code: isWhole ? 'damaged-gzip' : 'truncated-gzip',
    message: isWhole
      ? `“${name}” is damaged: what is packed in it cannot be unpacked. Nothing of it was kept; download it again.`
      : `“${name}” ends before what is packed in it does, so it was cut off or damaged on its way. Nothing of it was kept; download it again.`,
  });
}

/** Passes on what comes; says a failure in our own words. */
async function* inflate(input: FileInput, told: (bytes: number) => void): AsyncGenerator<Uint8Array, void> {
  let packed = 0;
  let unpacked = 0;
  const counter = count((bytes) => {
    packed = bytes;
    told(bytes);
  });
  // Typed to refuse shared memory, which no stream of a file hands out.
  const gunzip = new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>;
  const reader = input.stream().pipeThrough(counter).pipeThrough(gunzip).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw error instanceof UnreadableError ? error : toProblem(input.name, packed, input.size);
      });
      if (done) return;
      unpacked += value.length;
      guardUnpacked(input.name, packed, unpacked);
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** When the file inside was written, by the header: seconds since 1970 (RFC 1952, 2.3.1); 0 says nothing. */
function findWritten(head: Uint8Array): number | undefined {
  if (head.length < 8) return undefined;
  const seconds = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(4, true);
  return seconds === 0 ? undefined : seconds * 1000;
}

/** @param head its first bytes */
export function openGzip(input: FileInput, head: Uint8Array): Member {
  const writtenAt = findWritten(head) ?? input.writtenAt;
  let consumed = 0;
  return {
    name: input.name.replace(/\.t?gz$/i, ''),
    size: input.size,
    ...(input.lastModified === undefined ? {} : { lastModified: input.lastModified }),
    ...(writtenAt === undefined ? {} : { writtenAt }),
    position: () => consumed,
    stream() {
      consumed = 0;
      const chunks = inflate(input, (bytes) => {
        consumed = bytes;
      });
      return new ReadableStream<Uint8Array>({
        async pull(controller) {
          const next = await chunks.next();
          if (next.done) controller.close();
          else controller.enqueue(next.value);
        },
        async cancel() {
          await chunks.return();
        },
      });
    },
  };
}
