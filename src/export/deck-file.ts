/** A deck as the browser makes it: the slides with their pictures drawn here. */
import type { DeckOptions } from './office/deck.ts';
import { DECK_TYPE, toDeck } from './office/deck.ts';
import type { OutgoingChart } from './outgoing.ts';
import { toPngBytes } from './picture.ts';

export async function toDeckFile(
  charts: readonly OutgoingChart[],
  options: Omit<DeckOptions, 'made' | 'rasterise'>,
): Promise<Blob> {
  const made = new Date().toISOString();
  return new Blob([await toDeck(charts, { ...options, made, rasterise: toPngBytes })], { type: DECK_TYPE });
}
