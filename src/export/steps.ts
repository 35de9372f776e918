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

/**
 * The steps of work that is done in parts, one after another, as steps of the whole.
 * @param shares how much of the work each part is, by comparison with the others
 */
export function divideSteps<const Shares extends readonly number[]>(
  { onProgress, signal }: StepOptions,
  shares: Shares,
): { readonly [Part in keyof Shares]: StepOptions } {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const parts = shares.map((share, part): StepOptions => {
    const before = shares.slice(0, part).reduce((sum, one) => sum + one, 0);
    return {
      ...(signal ? { signal } : {}),
      ...(onProgress
        ? {
            onProgress: (done, of) => {
              onProgress(before + (share * done) / of, whole);
            },
          }
        : {}),
    };
  });
  return parts as { readonly [Part in keyof Shares]: StepOptions };
}
