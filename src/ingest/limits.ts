/** How much a packed file may unfold to: enough for any table, too little for a zip bomb. */
import { UnreadableError } from './bytes.ts';

/** Unpacked bytes of all members together. */
export const LARGEST_UNPACKED = 2 * 1024 ** 3;
/** The largest packed file that is held in memory to be unpacked. */
export const LARGEST_PACKED = 512 * 1024 ** 2;
/** Tables pack ten- to fiftyfold, deflate's limit is about a thousand; a bomb is near that limit. */
const LARGEST_RATIO = 200;
/** Below this nothing is harmed by any ratio. */
const HARMLESS = 64 * 1024 ** 2;
export const MOST_MEMBERS = 1000;
/** Files that explain others are held whole; the largest that is published, LAIT's dictionary, has less than 1 MB. */
export const LARGEST_COMPANION = 16 * 1024 ** 2;

const MEGABYTE = 1024 ** 2;

/** @throws UnreadableError where so many bytes out of so few cannot be a table */
export function guardUnpacked(name: string, packed: number, unpacked: number): void {
  const ratio = unpacked / Math.max(1, packed);
  if (unpacked <= LARGEST_UNPACKED && (unpacked <= HARMLESS || ratio <= LARGEST_RATIO)) return;
  throw new UnreadableError({
    severity: 'error',
    code: 'unpacks-too-large',
    message: `“${name}” unfolds to more than ${String(Math.floor(unpacked / MEGABYTE))} MB from ${String(Math.ceil(packed / MEGABYTE))} MB, which no table does; reading was stopped. If it is sound, unpack it first and load what is inside.`,
  });
}
