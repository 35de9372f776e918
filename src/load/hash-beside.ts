/** The SHA-256 of a file, counted piece by piece by a worker beside the one that reads. */

/** Pieces that may wait to be counted: more would only fill the memory. */
const MOST_WAITING = 16;

/** What goes to the worker: a piece, or nothing more. It answers each piece with nothing, and the end with the hash. */
export type ToHashWorker = Uint8Array | 'end';
export type FromHashWorker = string | undefined;

type HashWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

async function startWorker(): Promise<HashWorker> {
  const { default: Started } = await import('./hash.worker.ts?worker&inline');
  return new Started();
}

export class HashBeside {
  private readonly starting = startWorker();
  private readonly digest: Promise<string>;
  private waiting = 0;
  /** Lets those who wait for room go on. */
  private readonly held: (() => void)[] = [];

  constructor() {
    this.digest = this.follow();
    // Asked for at the end; until then a failure is nobody's business.
    this.digest.catch(() => undefined);
  }

  private async follow(): Promise<string> {
    const worker = await this.starting;
    try {
      return await new Promise<string>((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<FromHashWorker>) => {
          if (data !== undefined) resolve(data);
          this.waiting--;
          this.held.shift()?.();
        };
        worker.onerror = (event) => {
          event.preventDefault();
          reject(new Error(event.message));
        };
      });
    } finally {
      this.waiting = -Infinity;
      for (const goOn of this.held) goOn();
      worker.terminate();
    }
  }

  /** Counts a copy of the piece; resolves when there is room for the next one, and whatever became of the worker. */
  async add(piece: Uint8Array): Promise<void> {
    const copy = piece.slice();
    const worker = await this.starting.catch(() => undefined);
    if (!worker) return;
    worker.postMessage(copy satisfies ToHashWorker, [copy.buffer]);
    this.waiting++;
    if (this.waiting <= MOST_WAITING) return;
    await new Promise<void>((resolve) => this.held.push(resolve));
  }

  /**
   * @returns 64 hexadecimal digits
   * @throws where the browser starts no worker from within one, or the worker broke off
   */
  async finish(): Promise<string> {
    const worker = await this.starting;
    worker.postMessage('end' satisfies ToHashWorker);
    return this.digest;
  }
}
