/**
 * The SHA-256 of a file, by which the history knows it again. Counted as the bytes stream by, which the
 * browser's own digest cannot do; and it works on a plain http address, where that is missing.
 */
import { readChunks, type FileInput } from './bytes.ts';

/**
 * @returns 64 hexadecimal digits
 * @throws UnreadableError where the file cannot be read; the signal's reason where it was cancelled
 */
export async function hashFile(input: FileInput, signal?: AbortSignal): Promise<string> {
  const { createSHA256 } = await import('hash-wasm');
  const hasher = await createSHA256();
  for await (const chunk of readChunks(input.stream())) {
    signal?.throwIfAborted();
    hasher.update(chunk);
  }
  return hasher.digest();
}
