/**
 * The `test` of every browser test: a page that complains, or that asks anybody but its own site for anything,
 * fails whatever else was looked at.
 */
import { test as base } from '@playwright/test';
import type { ConsoleMessage, Page, Request } from '@playwright/test';

export { expect } from '@playwright/test';

const OWN_SCHEMES = new Set(['data:', 'blob:', 'about:', 'file:']);

/** Collects what is wrong with a page while a test uses it. */
export function watch(page: Page, ownOrigin: string): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') complaints.push(`console error: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error: Error) => {
    complaints.push(`uncaught: ${error.message}`);
  });
  page.on('request', (request: Request) => {
    const { protocol, origin } = new URL(request.url());
    if (!OWN_SCHEMES.has(protocol) && origin !== ownOrigin) complaints.push(`request to elsewhere: ${request.url()}`);
  });
  return complaints;
}

export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context, baseURL }, use) => {
      const origin = new URL(baseURL ?? 'http://127.0.0.1/').origin;
      const watched: (readonly string[])[] = [];
      context.on('page', (page) => watched.push(watch(page, origin)));
      await use(undefined);
      const complaints = watched.flat();
      if (complaints.length > 0) throw new Error(`The page is not quiet:\n${complaints.join('\n')}`);
    },
    { auto: true },
  ],
});
