/** A file that somebody chose, as readers want it. */
import type { FileInput } from '../ingest/bytes.ts';
import { countHash } from '../ingest/hash.ts';
import { HashBeside } from './hash-beside.ts';

/** Whoever only looks at the beginning should not wait for more than that. */
const FIRST_PIECE = 1 << 18;
const LARGEST_PIECE = 1 << 21;

/**
 * Gives its bytes in large pieces, the next one on its way while one is read: a browser's own stream of a file comes
 * in many small ones, and each of them is waited for. A large file is read once, over what may be a slow line: its
 * SHA-256 is counted by a worker beside this one from the pieces that pass.
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
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const piece = await this.readPiece(at);
        at += piece.length;
        if (piece.length === 0) controller.close();
        else controller.enqueue(piece);
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
    if (this.size <= FIRST_PIECE) return countHash(this, signal);
    while (this.hashed < this.size) {
      signal?.throwIfAborted();
      const { length } = await this.readPiece(this.hashed);
      if (length === 0) throw new Error('The file has become shorter since it was chosen.');
    }
    if (!this.hasher) throw new Error('There is nobody beside this worker who counts.');
    return this.hasher.finish();
  }

  /** Pieces are cut at the same places each time, so that those of another stream go on where one stopped. */
  private async readPiece(at: number): Promise<Uint8Array> {
    const length = Math.min(Math.max(at, FIRST_PIECE), LARGEST_PIECE);
    const piece = new Uint8Array(await this.file.slice(at, at + length).arrayBuffer());
    if (at === this.hashed && this.size > FIRST_PIECE) {
      this.hashed += piece.length;
      this.hasher ??= new HashBeside();
      await this.hasher.add(piece);
    }
    return piece;
  }
}
