/** Work in steps, between which the page stays alive. */

export interface StepOptions {
  readonly onProgress?: (done: number, of: number) => void;
  /** Stops the work between two steps. */
  readonly signal?: AbortSignal;
}

/** Lets the page answer clicks and draw. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/**
 * Takes a step for each item, in order.
 * @throws the signal's reason where it is cancelled, even during the last step
 */
export async function takeSteps<Item>(
  items: readonly Item[],
  { onProgress, signal }: StepOptions,
  step: (item: Item, index: number) => Promise<void> | void,
): Promise<void> {
  signal?.throwIfAborted();
  for (const [i, item] of items.entries()) {
    await step(item, i);
    onProgress?.(i + 1, items.length);
    await pause();
    signal?.throwIfAborted();
  }
}
