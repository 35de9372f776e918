/** How one version of the site gives way to the next, on a small site of our own that is built twice. */
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { serviceWorker } from '../../scripts/offline-site.ts';
import { expect } from './harness.ts';
import { testServed } from './served.ts';

const SOURCE = join(import.meta.dirname, '../fixtures/offline');
const PUBLIC = join(import.meta.dirname, '../../public');

const WORK = join(import.meta.dirname, '../../.cache/versions');
const ONE = join(WORK, 'one');
const TWO = join(WORK, 'two');

const buildEdition = (edition: string, outDir: string) =>
  build({
    root: SOURCE,
    configFile: false,
    mode: 'site',
    base: './',
    publicDir: PUBLIC,
    logLevel: 'warn',
    define: { EDITION: JSON.stringify(edition) },
    plugins: [serviceWorker()],
    build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: false },
  });

let built: Promise<unknown> | undefined;

const test = testServed(async () => {
  // One after the other: a host tells a changed file by its time, and the two workers are of one size.
  built ??= buildEdition('one', ONE).then(() => buildEdition('two', TWO));
  await built;
  return ONE;
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const offer = (page: Page) => page.getByRole('button', { name: 'Use it now' });

async function openKept(page: Page): Promise<void> {
  await page.goto('./');
  await page.evaluate(() => navigator.serviceWorker.ready);
}

async function expectLazyPart(page: Page, edition: string): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await expect(page.getByText(`loaded later, of edition ${edition}`)).toBeVisible();
}

const countVersions = (page: Page): Promise<number> => page.evaluate(async () => (await caches.keys()).length);

// One worker for all, so that the two are built once.
test.describe.configure({ mode: 'default' });

test('a newer version is offered, and nothing changes until it is taken', async ({ page, server }) => {
  await openKept(page);
  await server.publish(TWO);
  await page.reload();
  await expect(offer(page)).toBeVisible();
  await expect(heading(page)).toHaveText('Edition one');
  await page.reload();
  await expect(heading(page)).toHaveText('Edition one');
  await expectLazyPart(page, 'one');

  await offer(page).click();
  await expect(heading(page)).toHaveText('Edition two');
  await expectLazyPart(page, 'two');
  await expect(offer(page)).toBeHidden();
});

test('a newer version is noticed by a page that is come back to, without a reload', async ({ page, server }) => {
  await openKept(page);
  await server.publish(TWO);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(offer(page)).toBeVisible();
  await expect(heading(page)).toHaveText('Edition one');
});

test('another tab keeps the older version, whole, when this one takes the newer', async ({ page, context, server }) => {
  await openKept(page);
  const other = await context.newPage();
  await other.goto('./');
  await server.publish(TWO);
  await page.reload();
  await offer(page).click();
  await expect(heading(page)).toHaveText('Edition two');

  await server.close();
  await expect(offer(other)).toBeVisible();
  await expect(heading(other)).toHaveText('Edition one');
  await expectLazyPart(other, 'one');
  await offer(other).click();
  await expect(heading(other)).toHaveText('Edition two');
});

test('an older version goes once no page of it is open', async ({ page, context, server }) => {
  await openKept(page);
  const other = await context.newPage();
  await other.goto('./');
  await server.publish(TWO);
  await page.reload();
  await offer(page).click();
  await expect(heading(page)).toHaveText('Edition two');
  expect(await countVersions(page)).toBe(2);

  await other.close();
  await page.reload();
  await expect.poll(() => countVersions(page)).toBe(1);
  await expectLazyPart(page, 'two');
});

test('a newer version that is not there in full is neither offered nor kept', async ({ page, server }) => {
  await openKept(page);
  const broken = join(WORK, 'broken');
  rmSync(broken, { recursive: true, force: true });
  cpSync(TWO, broken, { recursive: true });
  const lazy = readdirSync(join(broken, 'assets')).find((name) => name.startsWith('lazy-')) ?? '';
  writeFileSync(join(broken, 'assets', lazy), 'half');
  await server.publish(broken);
  const failed = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    return new Promise<string>((resolve) => {
      worker?.addEventListener('statechange', () => {
        resolve(worker.state);
      });
    });
  });
  expect(failed).toBe('redundant');
  expect(await countVersions(page)).toBe(1);
  await server.close();
  await page.reload();
  await expect(heading(page)).toHaveText('Edition one');
  await expectLazyPart(page, 'one');
});
