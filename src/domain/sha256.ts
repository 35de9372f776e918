/** The fingerprint by which a file or a document is known again. */
import { hash } from '@stablelib/sha256';

/** Two hexadecimal digits for each byte. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The SHA-256 of bytes in memory (FIPS 180-4), as 64 hexadecimal digits. */
export function toSha256(bytes: Uint8Array): string {
  return toHex(hash(bytes));
}
