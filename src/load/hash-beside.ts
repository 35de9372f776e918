/** The SHA-256 of a file, counted piece by piece by a worker beside the one that reads. */
import { ROOM } from '../ingest/bytes.ts';

/**
 * Pieces that may wait to be counted, 64 MB of them: counting takes longer than reading, and goes on while what was
 * read is looked at. More would only fill the memory.
 */
export const MOST_PIECES = 256;
/** Milliseconds in which the worker must have started; without it the file is read once more for its hash. */
export const PATIENCE = 5000;
/** So many are made before anybody looks whether some have come back. */
const FEW_PIECES = 16;

/** What goes to the worker: a piece, or nothing more. */
export type ToHashWorker = Uint8Array<ArrayBuffer> | 'end';
/** That it has started; a piece that was counted, for its memory to be filled again; in the end 64 hexadecimal digits. */
export type FromHashWorker = 'started' | Uint8Array<ArrayBuffer> | { readonly sha256: string };

type HashWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

async function startWorker(): Promise<HashWorker> {
  const { default: Started } = await import('./hash.worker.ts?worker&inline');
  return new Started();
}

/** Lets messages in: where bytes are at hand, reading goes on from promise to promise and never comes to them. */
class Door {
  private readonly channel = new MessageChannel();
  private waiting: (() => void)[] = [];

  constructor() {
    this.channel.port1.onmessage = () => {
      this.goOn();
    };
  }

  open(): Promise<void> {
    this.channel.port2.postMessage(undefined);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** For good; who waits goes on. */
  close(): void {
    this.channel.port1.close();
    this.goOn();
  }

  private goOn(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const goOn of waiting) goOn();
  }
}

export class HashBeside {
  private readonly starting = startWorker();
  /** Settled once the worker runs or never will: starting it takes this thread, too, which reading would keep. */
  private readonly started: Promise<void>;
  private readonly digest: Promise<string>;
  private readonly door = new Door();
  private readonly free: ArrayBuffer[] = [];
  private made = 0;
  private isOver = false;
  /** Those who wait for room. */
  private readonly held: (() => void)[] = [];

  constructor() {
    let settle = (): void => undefined;
    this.started = new Promise((resolve) => (settle = resolve));
    this.digest = this.follow(settle).finally(settle);
    // Asked for at the end; until then a failure is nobody's business.
    this.digest.catch(() => undefined);
  }

  private async follow(hasStarted: () => void): Promise<string> {
    try {
      const worker = await this.starting;
      try {
        return await new Promise<string>((resolve, reject) => {
          const patience = setTimeout(() => {
            reject(new Error('the worker that counts the hash does not start'));
          }, PATIENCE);
          worker.onmessage = ({ data }: MessageEvent<FromHashWorker>) => {
            clearTimeout(patience);
            if (data === 'started') hasStarted();
            else if ('sha256' in data) resolve(data.sha256);
            else this.release(data.buffer);
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
      this.door.close();
      this.free.length = 0;
      this.made = 0;
      for (const goOn of this.held) goOn();
    }
  }

  /** Memory for the next bytes of the file; waits until there is some, and not once the worker broke off. */
  async room(): Promise<ArrayBuffer> {
    await this.started;
    if (this.free.length === 0 && this.made >= FEW_PIECES && !this.isOver) await this.door.open();
    while (this.free.length === 0 && this.made === MOST_PIECES && !this.isOver) {
      await new Promise<void>((resolve) => this.held.push(resolve));
    }
    const room = this.free.pop();
    if (room) return room;
    this.made++;
    return new ArrayBuffer(ROOM);
  }

  /** Takes memory back that `room` gave. */
  release(room: ArrayBuffer): void {
    this.free.push(room);
    this.held.shift()?.();
  }

  /** Counts these bytes, the next ones of the file, and takes their memory. */
  count(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.isOver) {
      this.release(bytes.buffer);
      return;
    }
    this.send(bytes, [bytes.buffer]);
  }

  private send(message: ToHashWorker, transfer: Transferable[] = []): void {
    this.starting.then(
      (worker) => {
        worker.postMessage(message, transfer);
      },
      () => undefined,
    );
  }

  /**
   * @returns 64 hexadecimal digits
   * @throws where the browser starts no worker from within one, or the worker broke off
   */
  finish(): Promise<string> {
    this.send('end');
    return this.digest;
  }
}
