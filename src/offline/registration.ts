/** The page's side of the service worker: registers it, and tells when a newer version of the site is ready. */
import type { WorkerMessage } from './messages.ts';

/** Only the built site has a worker beside it; the single file and the development server have none. */
const HAS_WORKER = import.meta.env.MODE === 'site' && import.meta.env.PROD;

const say = (worker: ServiceWorker | null, message: WorkerMessage): void => worker?.postMessage(message);

/** Resolves when a worker has kept all its parts; never for one that could not. */
function untilInstalled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (worker.state === 'installed') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/**
 * Keeps the site for use without a network where the browser can. Nothing changes under an open page: a newer version
 * is kept beside the old one, which goes on answering its pages.
 * @param onNewVersion called when a newer version is there in full; what it is given takes it up and reloads this page,
 *   and no other tab
 */
export async function keepForOffline(onNewVersion: (accept: () => void) => void): Promise<void> {
  if (!HAS_WORKER || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  let answering = serviceWorker.controller;
  let accepted = false;
  say(answering, 'opened');

  let registration: ServiceWorkerRegistration;
  try {
    registration = await serviceWorker.register(new URL('sw.js', document.baseURI));
  } catch {
    // A host that does not serve the worker as a script, a browser that forbids it: the site works, with a network.
    return;
  }

  const accept = (): void => {
    accepted = true;
    // Accepted in another tab already: the newer version answers, and this page is all that is left of the older one.
    if (registration.waiting) say(registration.waiting, 'accepted');
    else location.reload();
  };
  const offerWhenInstalled = async (worker: ServiceWorker): Promise<void> => {
    await untilInstalled(worker);
    if (serviceWorker.controller) onNewVersion(accept);
  };

  serviceWorker.addEventListener('controllerchange', () => {
    if (accepted) location.reload();
    // The first worker that a page gets is of the page's own version.
    else if (answering) onNewVersion(accept);
    answering = serviceWorker.controller;
  });
  registration.addEventListener('updatefound', () => {
    if (registration.installing) void offerWhenInstalled(registration.installing);
  });
  // The dashboard never leaves its page, so the browser would not look for a newer version by itself.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && navigator.onLine) void registration.update().catch(() => undefined);
  });

  const arriving = registration.waiting ?? registration.installing;
  if (arriving) void offerWhenInstalled(arriving);
}
