/** A file that somebody chose, as readers want it. */
import type { FileInput } from '../ingest/bytes.ts';
import { readChunks, readStream } from '../ingest/bytes.ts';
import { countHash } from '../ingest/hash.ts';
import { HashBeside } from './hash-beside.ts';

/** A smaller file is counted before a worker would have started. */
const SMALL = 1 << 18;

/**
 * A large file is read once, over what may be a slow line: its SHA-256 is counted by a worker beside this one from the
 * bytes that pass, in the memory in which they came.
 */
export class ChosenFile implements FileInput {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
  private hasher: HashBeside | undefined;
  /** Bytes that went to the hasher. */
  private hashed = 0;
  private counting: Promise<string> | undefined;

  constructor(private readonly file: File) {
    this.name = file.name;
    this.size = file.size;
    this.lastModified = file.lastModified;
  }

  /** For readers that do not know `chunks`: each has a copy of its own. */
  stream(): ReadableStream<Uint8Array> {
    const chunks = this.chunks();
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value.slice());
      },
      async cancel() {
        await chunks.return();
      },
    });
  }

  /** @throws UnreadableError */
  chunks(): AsyncGenerator<Uint8Array, void> {
    const stream = this.file.stream();
    if (this.size <= SMALL) return readStream(stream);
    const hasher = (this.hasher ??= new HashBeside());
    let at = 0;
    return readStream(stream, {
      next: () => hasher.room(),
      take: (read) => {
        const from = at;
        at += read.length;
        if (from > this.hashed || at <= this.hashed) {
          hasher.release(read.buffer);
          return;
        }
        const known = this.hashed - from;
        this.hashed = at;
        hasher.count(read.subarray(known));
      },
    });
  }

  /**
   * The SHA-256 of the file; what nobody has read by now is read for it.
   * @throws UnreadableError; the signal's reason where it was cancelled
   */
  sha256(signal?: AbortSignal): Promise<string> {
    this.counting ??= this.countBeside(signal).catch(() => countHash(this, signal));
    return this.counting;
  }

  private async countBeside(signal: AbortSignal | undefined): Promise<string> {
    if (this.size <= SMALL) return countHash(this, signal);
    if (this.hashed < this.size) for await (const _ of readChunks(this)) signal?.throwIfAborted();
    if (this.hashed < this.size) throw new Error('The file has become shorter since it was chosen.');
    if (!this.hasher) throw new Error('There is nobody beside this worker who counts.');
    return this.hasher.finish();
  }
}
