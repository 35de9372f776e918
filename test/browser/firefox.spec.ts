/** The main journeys in a second engine, Firefox: the site, without its server, the single file and a board pack. */
import { pathToFileURL } from 'node:url';
import { chooseDerby, downloadChart, loadNeet, SINGLE_FILE } from './engine.ts';
import { test } from './firefox.ts';

// One browser for all: starting it takes longer than most of the tests.
test.describe.configure({ mode: 'default', timeout: 90_000 });

for (const form of ['the site', 'the single file'] as const) {
  test(`Firefox leads from the start of ${form} to a chart, loads a file, keeps it and saves pictures`, async ({
    firefox: { page },
    server,
  }) => {
    const address = form === 'the site' ? server.url : SINGLE_FILE;
    await page.open(address);
    await chooseDerby(page);
    await loadNeet(page);
    await page.open('about:blank');
    await page.open(`${address}#/E06000015/indicator/neet-16-17`);
    await page.expectText('7.4%');
    await downloadChart(page);
    await page.follow('#/data');
    await page.expectText('neet-revised.csv');
  });
}

test('Firefox opens the site again after one visit, with no server', async ({ firefox: { page, another }, server }) => {
  await page.open(server.url);
  await page.waitForOwnCopy();
  await server.close();
  const later = await another();
  await later.open(server.url);
  await chooseDerby(later);
  await later.follow('#/load');
  await later.expectHeading('Load data');
  await later.follow('#/E06000015/indicator/neet-16-17');
  await later.expectText('7.6%');
});

test('a board pack made by Firefox in the single file opens from the disk', async ({ firefox: { page, another } }) => {
  await page.open(`${SINGLE_FILE}#/E06000015/pack`);
  await page.expectHeading('Board pack for Derby');
  const pack = await page.download('.html', () => page.click('button', 'Make the board pack'));
  const reader = await another();
  await reader.open(pathToFileURL(pack).href);
  await reader.expectHeading('Derby: Every Child Matters outcomes');
  await reader.click('link', 'Begin with the overview');
  await reader.expectHeading('Derby');
  await reader.follow('#/E06000015/indicator/neet-16-17');
  await reader.expectText('7.6%');
});
