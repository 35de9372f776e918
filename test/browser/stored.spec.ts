/** What is stored stays stored, whole or not at all, in every tab, until it is undone. */
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { choose, fingerprint, fixture, heading, load, made, open, status, storeButton } from './dashboard.ts';
import { expect, test, watch } from './harness.ts';

const YOUTH = fixture('youth-clubs.csv');

/** A file of so many indicators for Derby and England over ten years. */
function manyIndicators(count: number): string {
  const lines = ['indicator,group,area,period,value'];
  for (let at = 1; at <= count; at += 1) {
    for (let year = 2015; year < 2025; year += 1) {
      lines.push(`Measure ${String(at)},all,Derby,${String(year)},${String(at + year / 100)}`);
      lines.push(`Measure ${String(at)},all,England,${String(year)},${String(at)}`);
    }
  }
  return lines.join('\n');
}

const placements = (page: Page) => page.getByLabel('Outcome and aim of Youth club places');

async function expectStored(page: Page): Promise<void> {
  await open(page, '/data');
  await expect(page.getByRole('listitem').filter({ hasText: 'youth-clubs.csv' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Youth club places' })).toBeVisible();
}

async function expectNothingStored(page: Page): Promise<void> {
  await open(page, '/data');
  await expect(page.getByRole('main')).toContainText('No file has been loaded yet.');
}

test('after a reload everything is still there', async ({ page }) => {
  await load(page, YOUTH);
  await page.reload();
  await expectStored(page);
});

test('after the browser was closed and opened again everything is still there', async ({
  playwright,
  launchOptions,
  baseURL,
}, info) => {
  const start = async (): Promise<{ context: BrowserContext; page: Page; complaints: readonly string[] }> => {
    const context = await playwright.chromium.launchPersistentContext(info.outputPath('profile'), {
      ...launchOptions,
      ...(baseURL === undefined ? {} : { baseURL }),
    });
    const page = await context.newPage();
    return { context, page, complaints: watch(page, new URL(baseURL ?? '').origin) };
  };
  const first = await start();
  await load(first.page, YOUTH);
  await open(first.page, '/data');
  await placements(first.page).selectOption({ label: 'Personal and social development and recreation' });
  await expect(first.page.getByRole('main')).toContainText('0 of them not yet placed');
  const before = await fingerprint(first.page);
  await first.context.close();

  const second = await start();
  await expectStored(second.page);
  expect(await fingerprint(second.page)).toBe(before);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await second.context.close();
});

test('the same file again changes nothing and says so', async ({ page }) => {
  await load(page, YOUTH);
  const before = await fingerprint(page);
  await open(page, '/E06000015');
  await open(page, '/load');
  await choose(page, YOUTH);
  await expect(page.getByRole('main')).toContainText('Stored already');
  await expect(storeButton(page)).toBeDisabled();
  expect(await fingerprint(page)).toBe(before);
});

test('the same file twice in one choice is stored once', async ({ page }) => {
  await open(page, '/load');
  const content = manyIndicators(1);
  await choose(page, [made('one.csv', content), made('copy of one.csv', content)]);
  await storeButton(page).click();
  await expect(status(page)).toContainText('copy of one.csv');
  await expect(status(page)).toContainText('stored before');
});

test('cancel leaves no trace, while reading and after looking', async ({ page }) => {
  await open(page, '/load');
  await expect(page.getByRole('link', { name: 'Stored' })).toBeVisible();
  const before = await fingerprint(page);
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await choose(page, made('many.csv', manyIndicators(400)));
  await cancel.click();
  await expect(status(page)).toHaveText('Cancelled. Nothing was stored.');
  await choose(page, YOUTH);
  await expect(storeButton(page)).toBeEnabled();
  await cancel.click();
  await expect(status(page)).toHaveText('Cancelled. Nothing was stored.');
  expect(await fingerprint(page)).toBe(before);
  await expectNothingStored(page);
});

test('undo takes out what a load brought, and the bundled figures are back', async ({ page }) => {
  await load(page, [fixture('neet-revised.csv'), YOUTH]);
  await open(page, '/E06000015/indicator/neet-16-17');
  await expect(page.getByRole('main')).toContainText('7.4%');
  await open(page, '/data');
  await page.getByRole('button', { name: /^Undo the load of/ }).click();
  await page.getByRole('button', { name: 'Undo this load' }).click();
  await expect(page.getByRole('main')).toContainText(', undone');
  await expect(page.getByRole('link', { name: 'Youth club places' })).toHaveCount(0);
  await open(page, '/E06000015/indicator/neet-16-17');
  await expect(page.getByRole('definition').first()).toHaveText('7.6%');
});

test('a load in one tab appears in the other', async ({ page, context }) => {
  const other = await context.newPage();
  await open(other, '/E06000015/indicator/neet-16-17');
  await expect(other.getByRole('definition').first()).toHaveText('7.6%');
  await load(page, fixture('neet-revised.csv'));
  await expect(other.getByRole('definition').first()).toHaveText('7.4%');
  await open(page, '/data');
  await page.getByRole('button', { name: /^Undo the load of/ }).click();
  await page.getByRole('button', { name: 'Undo this load' }).click();
  await expect(other.getByRole('definition').first()).toHaveText('7.6%');
});

test('two loads at once are stored one after the other, each whole', async ({ page, context }) => {
  const other = await context.newPage();
  const [fifty, sixty] = [made('fifty.csv', manyIndicators(50)), made('sixty.csv', manyIndicators(60))];
  for (const [tab, file] of [
    [page, fifty],
    [other, sixty],
  ] as const) {
    await open(tab, '/load');
    await choose(tab, file);
    await expect(storeButton(tab)).toBeEnabled();
  }
  await Promise.all([storeButton(page).click(), storeButton(other).click()]);
  await expect(status(page)).toContainText('Stored 50 indicators with 1,000 numbers');
  await expect(status(other)).toContainText('Stored 60 indicators with 1,200 numbers');
  const loads = await page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
      });
    const database = await settle(indexedDB.open('every-child-matters'));
    const series = database.transaction('series').objectStore('series');
    const keys = await settle(series.getAllKeys());
    database.close();
    return [1, 2].map((load) => keys.filter((key) => Array.isArray(key) && key[0] === load).length).sort();
  });
  expect(loads).toEqual([50, 60]);
});

test('a newer version that needs the store tells the other tab, which shows what it had', async ({ page, context }) => {
  await load(page, YOUTH);
  await open(page, '/data');
  const newer = await context.newPage();
  await newer.goto('./pack.html');
  await newer.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('every-child-matters', 1000);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onblocked = () => {
          reject(new Error('the older tab keeps its store open'));
        };
      }),
  );
  await expect(page.getByRole('note').filter({ hasText: 'a newer version' })).toContainText('Reload this page');
  await expect(page.getByRole('listitem').filter({ hasText: 'youth-clubs.csv' }).first()).toBeVisible();

  // This version cannot read what the newer one keeps, and leaves it alone.
  await page.reload();
  await expect(page.getByRole('note').filter({ hasText: 'written by a newer version' })).toContainText(
    'It was left as it is',
  );
  await open(page, '/E06000015');
  await expect(heading(page)).toHaveText('Derby');
});

/** Stops the worker for good at its so-manieth record, in the middle of the transaction, and says that it has. */
async function stopAtRecord(worker: Worker, record: number): Promise<void> {
  await worker.evaluate((last) => {
    const add = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'add')?.value as IDBObjectStore['add'];
    let added = 0;
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...record: Parameters<IDBObjectStore['add']>) {
      const request = add.apply(this, record);
      added += 1;
      if (added === last) {
        console.log('stopped while storing');
        for (;;);
      }
      return request;
    };
  }, record);
}

// One load record, one content record, then a series for each of the fifty indicators.
for (const record of [1, 2, 3, 26, 52]) {
  test(`a page closed at record ${String(record)} of 52 of a load leaves the store as it was`, async ({
    page,
    context,
  }) => {
    await load(page, YOUTH);
    const before = await fingerprint(page);
    const loading = await context.newPage();
    await open(loading, '/load');
    await choose(loading, made('fifty.csv', manyIndicators(50)));
    await expect(storeButton(loading)).toBeEnabled();
    const [worker] = loading.workers();
    if (!worker) throw new Error('no worker reads the file');
    await stopAtRecord(worker, record);
    const stopped = loading.waitForEvent('console', (message) => message.text() === 'stopped while storing');
    await storeButton(loading).click();
    await stopped;
    await loading.close();

    expect(await fingerprint(page)).toBe(before);
    await page.reload();
    await expectStored(page);
    await expect(page.getByRole('main')).not.toContainText('fifty.csv');
    await load(page, made('fifty.csv', manyIndicators(50)));
    await expect(status(page)).toContainText('Stored 50 indicators');
  });
}

test('a page closed while reading leaves the store as it was', async ({ page, context }) => {
  // An empty database may be made by the reading itself: one with figures in it has something to lose.
  await load(page, YOUTH);
  const before = await fingerprint(page);
  const loading = await context.newPage();
  await open(loading, '/load');
  await choose(loading, made('many.csv', manyIndicators(1500)));
  await expect(loading.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await loading.close();
  expect(await fingerprint(page)).toBe(before);
});

/** Bytes that the site takes, once its service worker has kept the parts that it keeps. */
const readUsed = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    return (await navigator.storage.estimate()).usage ?? 0;
  });

test('where the browser has no room the load fails whole and says so', async ({ page, context, baseURL }) => {
  await open(page, '/load');
  const browser = await context.newCDPSession(page);
  const origin = new URL(baseURL ?? '').origin;
  // Before anything is stored: from then on Chromium goes by what it has once worked out.
  const used = await readUsed(page);
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + 500_000 });
  await load(page, YOUTH);
  const before = await fingerprint(page);
  await choose(page, made('many.csv', manyIndicators(1500)));
  await storeButton(page).click();
  await expect(page.getByRole('alert')).toContainText('no room left');
  await expect(page.getByRole('alert')).toContainText('everything stored before is still there');
  expect(await fingerprint(page)).toBe(before);

  await browser.send('Storage.overrideQuotaForOrigin', { origin });
  await expectStored(page);
});

test('where the browser has no room a restore fails whole and says so', async ({ page, browser, baseURL }, info) => {
  const other = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
  const from = await other.newPage();
  await load(from, made('many.csv', manyIndicators(1500)));
  await open(from, '/data');
  const workers: string[] = [];
  from.on('worker', (worker) => workers.push(worker.url()));
  const saved = from.waitForEvent('download');
  await from.getByRole('button', { name: 'Save a backup' }).click();
  const backup = info.outputPath('many.ecm-backup.zip');
  await (await saved).saveAs(backup);
  // Off the page's thread: a large store takes long.
  expect(workers).toHaveLength(1);
  await other.close();

  await open(page, '/data');
  const browserOf = await page.context().newCDPSession(page);
  const origin = new URL(baseURL ?? '').origin;
  const used = await readUsed(page);
  await browserOf.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + 500_000 });
  await load(page, YOUTH);
  const before = await fingerprint(page);
  await open(page, '/data');
  await page.getByLabel('Restore from a backup').setInputFiles(backup);
  await expect(page.getByRole('group', { name: 'What the backup would add' })).toContainText('many.csv');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('no room left');
  expect(await fingerprint(page)).toBe(before);

  await browserOf.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('Restored from many.ecm-backup.zip');
});

test('where a load finds no room an earlier one can still be undone', async ({ page, context, baseURL }) => {
  await open(page, '/load');
  const browser = await context.newCDPSession(page);
  const origin = new URL(baseURL ?? '').origin;
  const used = await readUsed(page);
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + 1_000_000 });
  await load(page, YOUTH);
  await load(page, made('some.csv', manyIndicators(100)));
  await choose(page, made('many.csv', manyIndicators(3000)));
  await storeButton(page).click();
  await expect(page.getByRole('alert')).toContainText('undo a load that is no longer needed');

  await open(page, '/data');
  await page.getByRole('button', { name: 'Undo the load of some.csv' }).click();
  await page.getByRole('button', { name: 'Undo this load' }).click();
  await expect(page.getByRole('main')).toContainText(', undone');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectStored(page);
});

test('a page that is opened where nothing may be stored still shows the bundled figures and says why', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'databases', {
      value: () => Promise.reject(new DOMException('not here', 'SecurityError')),
    });
  });
  await open(page, '/E06000015');
  await expect(heading(page)).toHaveText('Derby');
  await expect(page.getByRole('note').filter({ hasText: 'does not let the dashboard store anything' })).toBeVisible();
});

test('a private window is told so before anything is loaded into it', async ({ page }) => {
  await page.addInitScript(() => {
    // As Firefox and Safari do there; Chromium takes care not to be told apart.
    Object.defineProperty(StorageManager.prototype, 'getDirectory', {
      value: () => Promise.reject(new DOMException('not here', 'SecurityError')),
    });
  });
  await open(page, '/load');
  await expect(page.getByText('This looks like a private window')).toContainText('save a backup before closing');
});

test('Safari’s seven days are told before anything is loaded, and stand beside what is stored', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'vendor', { value: 'Apple Computer, Inc.' });
  });
  await open(page, '/load');
  await expect(page.getByText('after seven days without a visit')).toContainText('Save a backup after each load');
  await load(page, YOUTH);
  await open(page, '/data');
  await expect(page.getByText('after seven days without a visit')).toBeVisible();
});
