/** A file that somebody chose, as readers want it. */
import type { FileInput } from '../ingest/bytes.ts';
import { readChunks } from '../ingest/bytes.ts';
import { countHash } from '../ingest/hash.ts';
import { HashBeside } from './hash-beside.ts';
import { watchStream } from './watched-stream.ts';

/** A smaller file is counted before a worker would have started. */
const SMALL = 1 << 18;

/**
 * A large file is read once, over what may be a slow line: its SHA-256 is counted by a worker beside this one from the
 * bytes that pass.
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

  /** Fails with the browser's error where the file cannot be read, as its own stream does. */
  stream(): ReadableStream<Uint8Array> {
    let at = 0;
    return watchStream(this.file.stream(), (piece) => {
      const from = at;
      at += piece.length;
      return this.hash(piece, from);
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
    if (this.hashed < this.size) for await (const _ of readChunks(this.stream())) signal?.throwIfAborted();
    if (this.hashed < this.size) throw new Error('The file has become shorter since it was chosen.');
    if (!this.hasher) throw new Error('There is nobody beside this worker who counts.');
    return this.hasher.finish();
  }

  /** Counts what no stream before has shown of the file. */
  private async hash(piece: Uint8Array, at: number): Promise<void> {
    const end = at + piece.length;
    if (this.size <= SMALL || at > this.hashed || end <= this.hashed) return;
    const fresh = piece.subarray(this.hashed - at);
    this.hashed = end;
    this.hasher ??= new HashBeside();
    await this.hasher.add(fresh);
  }
}
