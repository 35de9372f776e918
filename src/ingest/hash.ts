/**
 * The SHA-256 of a file, by which the history knows it again. The browser's own digest is quickest but
 * takes the whole file in memory, twice, and is missing on plain http: larger files, and pages
 * without it, are counted as their bytes stream by.
 */
import { toHex } from '../domain/sha256.ts';
import { readBytes, readChunks, type FileInput } from './bytes.ts';

/** Up to this size the file and the digest's copy of it are small beside what reading takes. */
const LARGEST_GATHERED = 64_000_000;

async function hashStream(input: FileInput, signal: AbortSignal | undefined): Promise<string> {
  const { SHA256 } = await import('@stablelib/sha256');
  const hasher = new SHA256();
  for await (const chunk of readChunks(input)) {
    signal?.throwIfAborted();
    hasher.update(chunk);
  }
  return toHex(hasher.digest());
}

/** Is a file small enough for the browser's own digest, and is there one? Browsers leave it out on plain http. */
function isDigestedWhole({ size }: FileInput): boolean {
  return 'subtle' in globalThis.crypto && size <= LARGEST_GATHERED;
}

/**
 * The SHA-256 as it is counted here, by reading the file for it.
 * @returns 64 hexadecimal digits
 * @throws UnreadableError where the file cannot be read; the signal's reason where it was cancelled
 */
export async function countHash(input: FileInput, signal?: AbortSignal): Promise<string> {
  if (!isDigestedWhole(input)) return hashStream(input, signal);
  const bytes = new Uint8Array(await readBytes(input));
  signal?.throwIfAborted();
  return toHex(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes)));
}

/** As `countHash`, but asked of the file itself where it knows a better way. */
export function hashFile(input: FileInput, signal?: AbortSignal): Promise<string> {
  return input.sha256 ? input.sha256(signal) : countHash(input, signal);
}
