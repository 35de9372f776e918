import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { THEME_COLOURS } from '../../src/domain/deck-theme.ts';
import { holdStore } from './dashboard.ts';
import { expect, test } from './harness.ts';

const PAGE = './#/E06000015/indicator/neet-16-17';

const chartOf = (page: Page): Locator => page.getByRole('group', { name: 'NEET 16–17 over time' });

async function choose(chart: Locator, name: string): Promise<void> {
  await chart.getByRole('button', { name: 'Download' }).click();
  await chart.getByRole('menuitem', { name, exact: true }).click();
}

async function download(page: Page, start: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), start()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('a chart is downloaded as figures, pictures and slides named for area, indicator and period', async ({ page }) => {
  await page.goto(PAGE);
  const chart = chartOf(page);
  const names: string[] = [];
  for (const kind of ['CSV', 'PNG', 'SVG', 'PowerPoint']) {
    const { name, bytes } = await download(page, () => choose(chart, kind));
    names.push(name);
    if (kind === 'CSV') expect(bytes.toString()).toContain('2024/25,E06000015,Derby,7.6,,,,');
    if (kind === 'PNG') expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1080]);
    if (kind === 'PowerPoint') expect(Object.keys(unzipSync(bytes))).toContain('ppt/charts/chart1.xml');
  }
  expect(names).toEqual(['csv', 'png', 'svg', 'pptx'].map((ending) => `derby-neet-16-17-2024-25-trend.${ending}`));
});

test('the PNG holds the pixels of the SVG', async ({ page }) => {
  await page.goto(PAGE);
  const chart = chartOf(page);
  const png = await download(page, () => choose(chart, 'PNG'));
  const svg = await download(page, () => choose(chart, 'SVG'));
  const differing = await page.evaluate(
    async ([picture, vectors]) => {
      const pixelsOf = async (source: string): Promise<Uint8ClampedArray> => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const context = new OffscreenCanvas(960, 540).getContext('2d');
        context?.drawImage(image, 0, 0, 960, 540);
        return context?.getImageData(0, 0, 960, 540).data ?? new Uint8ClampedArray();
      };
      const [a, b] = await Promise.all([
        pixelsOf(`data:image/png;base64,${picture ?? ''}`),
        pixelsOf(`data:image/svg+xml;base64,${vectors ?? ''}`),
      ]);
      return a.filter((value, i) => Math.abs(value - (b[i] ?? 0)) > 96).length / a.length;
    },
    [png.bytes.toString('base64'), svg.bytes.toString('base64')],
  );
  expect(differing).toBeLessThan(0.003);
});

test('a picture is copied in one click', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PAGE);
  await choose(chartOf(page), 'Copy picture');
  await expect(chartOf(page).getByText('Copied. Paste it into a slide or a document.')).toBeVisible();
  expect(await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types)).toContain('image/png');
});

test('a browser that lets no picture onto its clipboard is said to do so', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'ClipboardItem');
  });
  await page.goto(PAGE);
  await choose(chartOf(page), 'Copy picture');
  await expect(chartOf(page).getByText('does not let a page copy pictures')).toBeVisible();
});

test('the embed code is for figures kept up to date, or frozen as of today', async ({ page }) => {
  await page.goto(PAGE);
  await choose(chartOf(page), 'Embed code');
  const code = page.getByRole('textbox', { name: 'Code' });
  await expect(code).toHaveValue(/embed\.html#\/E06000015\/indicator\/neet-16-17" title="Derby: NEET 16–17 over time"/);
  await page.getByLabel('Frozen as of today').check();
  await expect(code).toHaveValue(/embed\.html#frozen=[\w-]+"/);
  await page.keyboard.press('Escape');
  await expect(chartOf(page).getByRole('button', { name: 'Download' })).toBeFocused();
});

test('charts gathered for a deck are reordered, renamed, kept and made into slides', async ({ page }) => {
  await page.goto(PAGE);
  for (const name of [
    'NEET 16–17 over time',
    'Derby and its statistical neighbours, 2024/25',
    'All authorities, 2024/25',
  ]) {
    await page.getByRole('group', { name }).getByRole('button', { name: 'Add to slides' }).click();
  }
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Slides (3)' }).click();
  await page.getByRole('button', { name: 'Earlier slide 3' }).click();
  await page.getByRole('button', { name: 'Remove slide 1' }).click();
  await page.getByRole('textbox', { name: /^Slide 2/ }).fill('What we ask of the board');
  await page.reload();
  await expect(page.getByRole('textbox', { name: /^Slide 2/ })).toHaveValue('What we ask of the board');
  const { bytes } = await download(page, () => page.getByRole('button', { name: 'Make the PowerPoint' }).click());
  const parts = unzipSync(bytes);
  expect(Object.keys(parts).filter((path) => /slides\/slide\d+\.xml$/.test(path))).toHaveLength(3);
  expect(Object.keys(parts).filter((path) => path.endsWith('.png'))).toHaveLength(1);
  expect(strFromU8(parts['ppt/slides/slide3.xml'] ?? new Uint8Array())).toContain('What we ask of the board');
});

test('slides and workbook of a page show how far they are and can be cancelled, by keyboard too', async ({ page }) => {
  await page.clock.install();
  await page.goto(PAGE);
  await expect(chartOf(page)).toBeVisible();
  const whole = page.getByRole('group', { name: 'The whole page' });
  for (const [button, work, share, minutes] of [
    ['Slides of every chart', 'Making the slides', 0.16, 1],
    ['Workbook of every figure', 'Making the workbook', 0.1, 2],
  ] as const) {
    // The clock stands still after the first of five charts, before anything is packed, for as long as it takes to look.
    await page.clock.pauseAt(Date.now() + minutes * 60_000);
    await whole.getByRole('button', { name: button }).click();
    await expect(whole.getByRole('progressbar', { name: work })).toHaveJSProperty('value', share);
    await expect(whole.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.clock.resume();
    await expect(whole.getByRole('status')).toHaveText('Cancelled; nothing was saved.');
    await expect(whole.getByRole('button', { name: button })).toBeFocused();
  }
});

test('a picture is made quickly and leaves nothing behind in the page', async ({ page }) => {
  await page.goto(PAGE);
  const chart = chartOf(page);
  await download(page, () => choose(chart, 'PNG'));
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    await download(page, () => choose(chart, 'PNG'));
    times.push(performance.now() - start);
  }
  // The fastest of five: what else the machine does meanwhile is none of the picture's time.
  expect(Math.min(...times)).toBeLessThan(600);
  expect(await page.evaluate(() => document.querySelectorAll('canvas, img[src^="data:image/svg"]').length)).toBe(0);
});

test('slides take the colours and fonts of a template, which outlast the page; another file is refused in words', async ({
  page,
}) => {
  const made = zipSync({
    'ppt/presentation.xml': strToU8('<p:presentation xmlns:p="p"/>'),
    'ppt/_rels/presentation.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Type="x/theme" Target="theme/theme1.xml"/></Relationships>',
    ),
    'ppt/theme/theme1.xml': strToU8(
      `<a:theme xmlns:a="a" name="City of Derby"><a:clrScheme name="c">${THEME_COLOURS.map((place) => `<a:${place}><a:srgbClr val="${place === 'lt1' ? 'FFFFFF' : '0B3D2E'}"/></a:${place}>`).join('')}</a:clrScheme><a:fontScheme name="f"><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:theme>`,
    ),
  });
  await page.goto('./#/slides');
  const template = page.getByLabel('Template of your authority');
  await template.setInputFiles({ name: 'plan.docx', mimeType: '', buffer: Buffer.from('not a presentation') });
  await expect(page.getByRole('alert')).toContainText('“plan.docx” is no PowerPoint file. Choose a PowerPoint file');
  await template.setInputFiles({ name: 'derby.potx', mimeType: '', buffer: Buffer.from(made) });
  await expect(page.getByText('Colours and fonts of “City of Derby”: Calibri.')).toBeVisible();
  await expect(page.getByLabel('Colour of your authority')).toHaveValue('#0b3d2e');
  await page.reload();
  await expect(page.getByText('Colours and fonts of “City of Derby”: Calibri.')).toBeVisible();
  await page.goto(PAGE);
  const { bytes } = await download(page, () => choose(chartOf(page), 'PowerPoint'));
  const theme = strFromU8(unzipSync(bytes)['ppt/theme/theme1.xml'] ?? new Uint8Array());
  expect(theme).toContain('<a:latin typeface="Calibri"/>');
  expect(theme).toContain('<a:accent1><a:srgbClr val="0B3D2E"/></a:accent1>');
  await page.goto('./#/slides');
  await page.getByRole('button', { name: 'Use the dashboard’s own colours' }).click();
  await expect(page.getByLabel('Colour of your authority')).toHaveValue('#12436d');
});

test('how slides look is kept although the store was not open yet', async ({ page }) => {
  const letStoreOpen = await holdStore(page);
  await page.goto('./#/slides');
  await page.getByLabel('Colour of your authority').fill('#7a1f5c');
  await letStoreOpen();
  const tab = await page.context().newPage();
  await tab.goto('./#/slides');
  await expect(tab.getByLabel('Colour of your authority')).toHaveValue('#7a1f5c');
});

test('how slides look goes along with a backup, and is said before it is restored', async ({ page, browser }, info) => {
  await page.goto('./#/slides');
  await page.getByLabel('Colour of your authority').fill('#7a1f5c');
  // The field shows it at once; another tab shows that it is kept.
  const tab = await page.context().newPage();
  await tab.goto('./#/slides');
  await expect(tab.getByLabel('Colour of your authority')).toHaveValue('#7a1f5c');
  await page.goto('./#/data');
  const { bytes } = await download(page, () => page.getByRole('button', { name: 'Save a backup' }).click());
  const backup = info.outputPath('look.ecm-backup.zip');
  writeFileSync(backup, bytes);
  const elsewhere = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const other = await elsewhere.newPage();
  await other.goto('./#/data');
  await other.getByLabel('Restore from a backup').setInputFiles(backup);
  await expect(other.getByRole('group', { name: 'What the backup would add' })).toContainText('the colour of slides');
  await other.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(other.getByRole('main')).toContainText('Restored from look.ecm-backup.zip');
  await other.goto('./#/slides');
  await expect(other.getByLabel('Colour of your authority')).toHaveValue('#7a1f5c');
  await elsewhere.close();
});

test('a chart of every page leaves with its own finding, named for area, indicator and period', async ({ page }) => {
  const taken: readonly (readonly [hash: string, title: RegExp, finding: RegExp, file: string])[] = [
    [
      './#/E06000015/gaps',
      /^Good level of development/,
      /^Derby, Good level of development at age 5: pupils eligible for free school meals/,
      'derby-good-level-of-development-eligible-for-free-school-meals-2024-25-gap.csv',
    ],
    [
      './#/E06000015/stay-safe?show=profile',
      /^Stay safe: where each figure lies/,
      /^Derby, Stay safe: where each figure lies/,
      'derby-stay-safe-2022-2025-profile.csv',
    ],
    [
      './#/E06000015/compare?indicators=absence&areas=E06000015,E92000001',
      /^Overall absence/,
      /^Overall absence from school: Derby, England/,
      'derby-compared-absence-2024-25.csv',
    ],
    [
      './#/E06000015/indicator/absence',
      /^England by quarter/,
      /^Derby, Absence: England by quarter, 2024\/25/,
      'derby-absence-2024-25-tile-map.csv',
    ],
  ];
  for (const [hash, title, finding, file] of taken) {
    await page.goto(hash);
    const chart = page.getByRole('group', { name: title }).first();
    const { name, bytes } = await download(page, () => choose(chart, 'CSV'));
    expect(name).toBe(file);
    const [first = ''] = bytes
      .toString()
      .replace(/^\uFEFF"?/, '')
      .split('\r\n');
    expect(first).toMatch(finding);
    expect(bytes.toString()).toMatch(/Open Government Licence v3\.0\. Made \d+ \w+ 20\d\d\./);
    const picture = await download(page, () => choose(chart, 'PNG'));
    expect([picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)], file).toEqual([1920, 1080]);
  }
});
