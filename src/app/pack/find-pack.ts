/** The board pack that a page carries. */
import type { Pack } from '../../export/pack.ts';
import { PACK_ELEMENT, PackError, readPack } from '../../export/pack.ts';

const NONE =
  'This page is the reader that every board pack carries, without a pack. Make one in the dashboard: choose an authority, then “Board pack”.';

/** The pack, or why there is none, in words for the reader. */
export function findPack(document: Document): { readonly pack: Pack } | { readonly reason: string } {
  const text = document.getElementById(PACK_ELEMENT)?.textContent ?? '';
  if (text.trim() === '') return { reason: NONE };
  try {
    return { pack: readPack(text) };
  } catch (error) {
    if (error instanceof PackError) return { reason: error.message };
    throw error;
  }
}
