/** SHA-256 of a file, by which the history of loads tells whether it is the same file again. */
import type { FileInput } from './bytes.ts';
import { readBytes } from './bytes.ts';

/** In hexadecimal; undefined where the page was not served securely and the browser therefore has no means. */
export async function toSha256(input: FileInput): Promise<string | undefined> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (!subtle) return undefined;
  const bytes = await readBytes(input);
  const hash = await subtle.digest('SHA-256', bytes.buffer as ArrayBuffer);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
