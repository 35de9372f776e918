/** The built site with its server gone, at the root of a host and below a path of one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chooseDerby, openIndicator, visitEveryPage } from './journey.ts';
import { expect } from './harness.ts';
import { testServed } from './served.ts';

const SITE = join(import.meta.dirname, '../../dist/site');
const PAGES = readdirSync(SITE).filter((name) => name.endsWith('.html'));

for (const base of ['/', '/team/outcomes/']) {
  const test = testServed(() => SITE, base);

  test.describe(`the site at ${base}`, () => {
    test('opens and works in full after one visit, with no server', async ({ page, server }) => {
      await page.goto('./');
      await page.evaluate(() => navigator.serviceWorker.ready);
      await server.close();
      await page.reload();
      await chooseDerby(page);
      expect((await visitEveryPage(page)).length).toBeGreaterThan(8);
    });

    test('goes on with what it has not loaded yet when the server goes during the first visit', async ({
      page,
      server,
    }) => {
      await page.goto('./#/E06000015');
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await server.close();
      await openIndicator(page);
      await page.evaluate(() => {
        location.hash = '#/load';
      });
      await expect(page.getByRole('heading', { level: 1, name: 'Load data' })).toBeVisible();
    });

    for (const name of PAGES) {
      test(`${name} opens by its own address, with no server`, async ({ page, server }) => {
        await page.goto('./');
        await page.evaluate(() => navigator.serviceWorker.ready);
        await server.close();
        const answer = await page.goto(`./${name}`);
        expect(answer?.ok()).toBe(true);
        expect(answer?.fromServiceWorker()).toBe(true);
      });
    }

    test('asks for nothing outside its own folder', async ({ page, server }) => {
      const outside: string[] = [];
      page.on('request', (request) => {
        const url = request.url();
        if (url.startsWith('http') && !url.startsWith(server.url)) outside.push(url);
      });
      await page.goto('./');
      await chooseDerby(page);
      await visitEveryPage(page);
      expect(outside).toEqual([]);
      const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
      expect(scope).toBe(server.url);
    });
  });
}

const test = testServed(() => SITE);

test('can be installed: Chromium finds nothing missing in the manifest', async ({ page }) => {
  await page.goto('./');
  const session = await page.context().newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  expect(url).toContain('manifest.webmanifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Playwright's windows are private ones, into which nothing is installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});
