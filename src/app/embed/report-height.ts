/** Tells the page around the frame how high the chart is, once that page has asked, and at every change. */
import { MESSAGES } from '../../export/embed-code.ts';

interface Asker {
  readonly window: Window;
  /** Where the answer goes; a page without an origin of its own can be named by no other. */
  readonly origin: string;
}

const isAsking = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === MESSAGES.follow;

/** Only the page that holds this frame is answered, and only at the origin it asked from. */
export function reportHeight(element: HTMLElement): () => void {
  let asker: Asker | undefined;
  const tell = (): void => {
    const { height } = element.getBoundingClientRect();
    asker?.window.postMessage({ type: MESSAGES.height, height }, asker.origin);
  };
  const hear = ({ source, origin, data }: MessageEvent): void => {
    if (source !== window.parent || window.parent === window || !isAsking(data)) return;
    asker = { window: window.parent, origin: origin === 'null' ? '*' : origin };
    tell();
  };
  const observer = new ResizeObserver(tell);
  observer.observe(element);
  window.addEventListener('message', hear);
  return () => {
    observer.disconnect();
    window.removeEventListener('message', hear);
  };
}
