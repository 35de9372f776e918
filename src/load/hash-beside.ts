/** The SHA-256 of a file, counted piece by piece by a worker beside the one that reads. */

/** Bytes gathered before they are sent: a message costs as much as counting some kilobytes. */
const PIECE = 1 << 20;
/** Pieces on their way at most: more would only fill the memory. */
const MOST_PIECES = 16;

/** What goes to the worker: a piece, or nothing more. */
export type ToHashWorker = Uint8Array<ArrayBuffer> | 'end';
/** A piece that was counted comes back to be filled again: new memory costs more than what is copied into it. */
export type FromHashWorker = Uint8Array<ArrayBuffer> | string;

type HashWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

async function startWorker(): Promise<HashWorker> {
  const { default: Started } = await import('./hash.worker.ts?worker&inline');
  return new Started();
}

export class HashBeside {
  private readonly starting = startWorker();
  private readonly digest: Promise<string>;
  private piece = new Uint8Array(PIECE);
  private filled = 0;
  private made = 1;
  private isOver = false;
  private readonly counted: Uint8Array<ArrayBuffer>[] = [];
  /** Lets those who wait for a piece go on. */
  private readonly held: (() => void)[] = [];

  constructor() {
    this.digest = this.follow();
    // Asked for at the end; until then a failure is nobody's business.
    this.digest.catch(() => undefined);
  }

  private async follow(): Promise<string> {
    try {
      const worker = await this.starting;
      try {
        return await new Promise<string>((resolve, reject) => {
          worker.onmessage = ({ data }: MessageEvent<FromHashWorker>) => {
            if (typeof data === 'string') resolve(data);
            else this.counted.push(data);
            this.held.shift()?.();
          };
          worker.onerror = (event) => {
            event.preventDefault();
            reject(new Error(event.message));
          };
        });
      } finally {
        worker.terminate();
      }
    } finally {
      this.isOver = true;
      for (const goOn of this.held) goOn();
    }
  }

  /** Counts these bytes; resolves when there is room for the next ones, and whatever became of the worker. */
  async add(bytes: Uint8Array): Promise<void> {
    let at = 0;
    while (at < bytes.length && !this.isOver) {
      const part = bytes.subarray(at, at + PIECE - this.filled);
      this.piece.set(part, this.filled);
      this.filled += part.length;
      at += part.length;
      if (this.filled === PIECE) await this.send();
    }
  }

  private async send(): Promise<void> {
    const worker = await this.starting.catch(() => undefined);
    if (!worker) return;
    const full = this.piece.subarray(0, this.filled);
    worker.postMessage(full satisfies ToHashWorker, [full.buffer]);
    this.filled = 0;
    this.piece = await this.nextPiece();
  }

  private async nextPiece(): Promise<Uint8Array<ArrayBuffer>> {
    if (this.counted.length === 0 && this.made === MOST_PIECES) {
      await new Promise<void>((resolve) => this.held.push(resolve));
    }
    const back = this.counted.pop();
    if (back) return new Uint8Array(back.buffer);
    this.made++;
    return new Uint8Array(PIECE);
  }

  /**
   * @returns 64 hexadecimal digits
   * @throws where the browser starts no worker from within one, or the worker broke off
   */
  async finish(): Promise<string> {
    const worker = await this.starting;
    await this.send();
    worker.postMessage('end' satisfies ToHashWorker);
    return this.digest;
  }
}
