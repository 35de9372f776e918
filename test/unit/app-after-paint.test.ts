import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPaint } from '../../src/app/state/after-paint.ts';

/** What waits for the next frame. */
let frame: (() => void)[] = [];

function drawFrame(): Promise<void> {
  const waiting = frame;
  frame = [];
  for (const call of waiting) call();
  return Promise.resolve();
}

describe('what comes after paint', () => {
  beforeEach(() => {
    vi.stubGlobal('requestAnimationFrame', (call: () => void) => frame.push(call));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    frame = [];
  });

  it('waits for the frame after the one that draws the page', async () => {
    vi.stubGlobal('document', { hidden: false });
    const come = vi.fn();
    void afterPaint().then(come);
    await drawFrame();
    expect(come).not.toHaveBeenCalled();
    await drawFrame();
    expect(come).toHaveBeenCalledOnce();
  });

  it('waits for nothing on a page in the background, which no frame is drawn of', async () => {
    vi.stubGlobal('document', { hidden: true });
    await expect(afterPaint()).resolves.toBeUndefined();
    expect(frame).toEqual([]);
  });
});
