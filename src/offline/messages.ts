/**
 * What a page says to its service worker: `accepted`, the reader wants the version that waits; `opened`, a page of
 * the worker's own version has opened.
 */
export type WorkerMessage = 'accepted' | 'opened';
