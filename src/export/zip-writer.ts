/** A zip that is written file by file, so that others can work in between. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** How hard files are packed. */
export const LEVEL = 6;

export class ZipWriter {
  private readonly chunks: Uint8Array<ArrayBuffer>[] = [];
  private readonly zip: Zip;
  private readonly dated: Date | string;

  /** @param dated the date of every file in it */
  constructor(dated: Date | string) {
    this.dated = dated;
    this.zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.chunks.push(new Uint8Array(chunk));
    });
  }

  /** @param isPacked packing it again would take time and save nothing */
  add(path: string, bytes: Uint8Array, isPacked = false): void {
    const file = isPacked ? new ZipPassThrough(path) : new ZipDeflate(path, { level: LEVEL });
    file.mtime = this.dated;
    this.zip.add(file);
    file.push(bytes, true);
  }

  /** The finished zip. */
  async toBytes(): Promise<Uint8Array<ArrayBuffer>> {
    this.zip.end();
    return new Uint8Array(await new Blob(this.chunks).arrayBuffer());
  }
}
