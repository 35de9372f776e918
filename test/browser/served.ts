/** Tests with a server of their own, which they may stop or let serve something else. */
import { serve } from '../../scripts/serve.mjs';
import { test } from './harness.ts';

interface Server {
  readonly url: string;
  /** Nothing answers any more. */
  readonly close: () => Promise<void>;
  /** Another folder takes the place of the one that is served, at the same address. */
  readonly publish: (folder: string) => Promise<void>;
}

/**
 * @param findFolder gives the built site
 * @param base the path it stands under
 */
export const testServed = (findFolder: () => string | Promise<string>, base = '/') =>
  test.extend<{ server: Server }>({
    // Playwright reads from the pattern what a fixture needs: this one needs none.
    server: async ({}, use) => {
      let current = await serve(await findFolder(), { base });
      const { url } = current;
      await use({
        url,
        close: () => current.close(),
        publish: async (next) => {
          await current.close();
          current = await serve(next, { base, port: Number(new URL(url).port) });
        },
      });
      await current.close();
    },
    baseURL: async ({ server }, use) => {
      await use(server.url);
    },
  });
