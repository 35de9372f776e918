/** The main journeys in a third engine, WebKit: the site, without its server, and the single file as far as it goes. */
import { chooseDerby, downloadChart, loadNeet, NEET, SINGLE_FILE } from './engine.ts';
import { test } from './webkit.ts';

// One driver for all: it takes one session at a time.
test.describe.configure({ mode: 'default', timeout: 90_000 });

test('WebKit leads from the start to a chart, loads a file, has it after a reload and saves pictures', async ({
  webkit: page,
  server,
}) => {
  await page.open(server.url);
  await chooseDerby(page);
  await page.follow('#/E06000015/indicator/neet-16-17');
  await page.expectText('7.6%');
  await loadNeet(page);
  await page.follow('#/E06000015/indicator/neet-16-17');
  await page.expectText('7.4%');
  await page.reload();
  await page.expectText('7.4%');
  await downloadChart(page);
  await page.follow('#/data');
  await page.expectText('neet-revised.csv');
});

test('WebKit reloads the site with what was loaded into it, with no server', async ({ webkit: page, server }) => {
  await page.open(server.url);
  await loadNeet(page);
  await page.waitForOwnCopy();
  await server.close();
  await page.open(server.url);
  await page.reload();
  await chooseDerby(page);
  await page.follow('#/E06000015/indicator/neet-16-17');
  await page.expectText('7.4%');
});

test('WebKit reads the single file from a disk, and says what it cannot do there', async ({ webkit: page }) => {
  await page.open(SINGLE_FILE);
  await chooseDerby(page);
  await page.follow('#/E06000015/indicator/neet-16-17');
  await page.expectText('7.6%');
  await page.follow('#/load');
  await page.expectHeading('Load data');
  await page.chooseFile(NEET);
  await page.expectText('could not be read to its end');
  await page.follow('#/data');
  await page.expectText('No file has been loaded yet');
});
