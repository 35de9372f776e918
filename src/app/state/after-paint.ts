/**
 * Settles once the browser has drawn what stands there now: when it asks for the frame after. A page in the background
 * is not drawn.
 */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.hidden) resolve();
    else
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          resolve();
        });
      });
  });
