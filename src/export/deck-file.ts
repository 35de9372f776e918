/** A deck as the browser makes it: the slides with their pictures drawn here. */
import { addCommentary } from './commentary-lines.ts';
import type { DeckOptions } from './office/deck.ts';
import { DECK_TYPE, toDeck } from './office/deck.ts';
import type { OutgoingChart } from './outgoing.ts';
import { toPngBytes } from './picture.ts';

interface DeckFileOptions extends Omit<DeckOptions, 'made' | 'rasterise'> {
  /** What officers wrote goes into the notes under the slides. */
  readonly withCommentary: boolean;
}

export async function toDeckFile(
  charts: readonly OutgoingChart[],
  { withCommentary, ...options }: DeckFileOptions,
): Promise<Blob> {
  const slides = withCommentary ? addCommentary(charts) : charts;
  const made = new Date().toISOString();
  return new Blob([await toDeck(slides, { ...options, made, rasterise: toPngBytes })], { type: DECK_TYPE });
}
