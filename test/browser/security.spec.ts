/** Whole sessions under the security policy: nothing breaks it, nobody else is asked, and a file's text stays text. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { chooseDerby, downloadEverything, loadFile, openIndicator, visitEveryPage } from './journey.ts';

const HOSTILE = join(import.meta.dirname, '../fixtures/security/hostile.csv');
const SINGLE_FILE = pathToFileURL(join(import.meta.dirname, '../../dist/every-child-matters.html')).href;
const FORMS = [
  { form: 'the site', address: './' },
  { form: 'the single file', address: SINGLE_FILE },
];

/** Notes every breach of the policy from the first moment of each page on. */
async function watchPolicy(page: Page): Promise<readonly string[]> {
  const breaches: string[] = [];
  await page.exposeFunction('noteBreach', (breach: string) => breaches.push(breach));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { noteBreach } = window as unknown as { noteBreach: (breach: string) => void };
      noteBreach(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return breaches;
}

for (const { form, address } of FORMS) {
  test(`a whole session in ${form} keeps to its policy and asks nobody else`, async ({ page }) => {
    test.setTimeout(90_000);
    const breaches = await watchPolicy(page);
    await page.goto(address);
    await chooseDerby(page);
    await visitEveryPage(page);
    await page.evaluate(() => {
      location.hash = '#/E06000015';
    });
    await openIndicator(page);
    await downloadEverything(page);
    expect(breaches).toEqual([]);
  });

  test(`what a loaded file says stays text in ${form}`, async ({ page }) => {
    test.setTimeout(90_000);
    const breaches = await watchPolicy(page);
    await page.goto(address);
    await chooseDerby(page);
    await loadFile(page, HOSTILE);
    await page.evaluate(() => {
      location.hash = '#/E06000015/unplaced';
    });
    const main = page.getByRole('main');
    await expect(main).toContainText('<img src="http://evil.test/a.png"');
    await expect(main).toContainText('__proto__');
    const links = main.getByRole('link');
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.filter((href) => !href.startsWith('#/'))).toEqual([]);
    const indicators = [...new Set(addresses)].filter((href) => href.includes('/indicator/'));
    expect(indicators.length).toBeGreaterThan(5);
    for (const hash of indicators) {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
      expect(
        await page
          .locator('[onerror], [onload], a[href^="javascript:"], img, script:not([src],[id],[type="module"])')
          .count(),
      ).toBe(0);
    }
    await downloadEverything(page);
    expect(await page.title()).not.toBe('run');
    expect(breaches).toEqual([]);
  });

  // Without the harness: the browser is to complain here.
  base(`${form} lets nothing in that was not built into it`, async ({ page }) => {
    await page.goto(address);
    const stopped = await page.evaluate(async () => {
      const heard: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => heard.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.head.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.head.append(style);
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red"></p><img src="http://evil.test/a.png">');
      await fetch('http://evil.test/').catch(() => undefined);
      await new Promise((done) => setTimeout(done, 200));
      return { heard, title: document.title };
    });
    expect(stopped.title).not.toBe('run');
    expect([...new Set(stopped.heard)].sort()).toEqual([
      'connect-src',
      'img-src',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
    ]);
  });
}
