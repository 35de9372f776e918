/**
 * The service worker of the site: keeps every part of one version and answers from them, so that the site opens with
 * no server. It is built by scripts/offline-site.ts with the list of parts inside, so a new version is a new worker:
 * it waits beside the old one until the reader accepts it (docs/decisions/0008-offline.md).
 */
import { PARTS, VERSION } from 'virtual:parts';
import type { WorkerMessage } from './messages.ts';
import { isCacheOfSite, isOverview, PUBLISHED, toCacheName, toPageAddress } from './parts.ts';

declare const self: ServiceWorkerGlobalScope;

const { scope } = self.registration;
const cacheName = toCacheName(scope, VERSION);
/** Which host sent a part does not matter: its name says all there is to know of it. */
const BY_ADDRESS = { ignoreVary: true } satisfies CacheQueryOptions;

/** Keeps all parts or none. The browser checks each against its hash, so a site half copied to its host is refused. */
async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  try {
    await cache.addAll(
      PARTS.map(({ path, integrity }) => new Request(new URL(path, scope), { integrity, cache: 'no-cache' })),
    );
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

/** A host that led elsewhere on the way to a page: browsers refuse such an answer for a navigation, so it is copied. */
const withoutRedirect = (page: Response): Response => (page.redirected ? new Response(page.body, page) : page);

async function answer(request: Request): Promise<Response> {
  const own = await caches.open(cacheName);
  if (request.mode === 'navigate') {
    const page = await own.match(toPageAddress(request.url), BY_ADDRESS);
    return page ? withoutRedirect(page) : fetch(request);
  }
  // A page of an older version that is still open asks for its own parts, whose names carry their hashes.
  const kept = (await own.match(request, BY_ADDRESS)) ?? (await caches.match(request, BY_ADDRESS));
  return kept ?? (isOverview(request.url, scope) ? askHost(request) : fetch(request));
}

/**
 * What the host has beside the parts (files that it publishes, an overview to read at once) is asked of the host alone;
 * with no network, or after a renewal, there is nothing, quietly.
 */
async function askHost(request: Request): Promise<Response> {
  const found = await fetch(request).catch(() => undefined);
  return found?.ok ? found : new Response(null, { status: 204 });
}

/** Lets older versions go once the page that asks is the only one open, and no newer version is on its way. */
async function retireOlder(): Promise<void> {
  const { installing, waiting } = self.registration;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (installing || waiting || pages.length > 1) return;
  const older = (await caches.keys()).filter((name) => isCacheOfSite(name, scope) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
}

const ON_MESSAGE = {
  accepted: () => self.skipWaiting(),
  opened: retireOlder,
} satisfies Record<WorkerMessage, () => Promise<void>>;

const isMessage = (data: unknown): data is WorkerMessage => typeof data === 'string' && Object.hasOwn(ON_MESSAGE, data);

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

// The page of the first visit came without a worker; from here on its lazily loaded parts come from what is kept.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || !url.startsWith(scope)) return;
  event.respondWith(url.startsWith(`${scope}${PUBLISHED}`) ? askHost(event.request) : answer(event.request));
});

self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (isMessage(message)) event.waitUntil(ON_MESSAGE[message]());
});
