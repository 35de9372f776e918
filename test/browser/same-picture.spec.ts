/**
 * One description, and every picture of it: the screen, paper, the SVG, the PNG and the embed draw the very marks
 * that it has, in the colours of their theme, and say the same words below.
 */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { PageChart } from '../../src/chart/forms.ts';
import { drawPageChart, toPageChartSize } from '../../src/chart/forms.ts';
import type { Palette } from '../../src/chart/palette.ts';
import { paletteOf } from '../../src/chart/palette.ts';
import type { Scene } from '../../src/chart/scene.ts';
import { toPixel } from '../../src/chart/path.ts';
import { findSlides } from '../../src/export/find-slides.ts';
import type { OutgoingChart } from '../../src/export/outgoing.ts';
import { captionOf, titleOf } from '../../src/export/outgoing.ts';
import { toScreenPicture } from '../../src/export/picture-scene.ts';
import { fixture, load, open } from './dashboard.ts';
import { describeScene, readDrawn } from './drawn.ts';
import { expect, test } from './harness.ts';

const NEET = '/E06000015/indicator/neet-16-17';

/** Every form that stands on a page as a picture, where it stands, and what is open or hidden in it in words. */
const FORMS = [
  ['trend', NEET, /over time$/, ['suppressed', 'hollow points are provisional']],
  ['neighbours', NEET, /statistical neighbours/, ['suppressed', 'outlined bars are provisional']],
  ['authorities', NEET, /^All authorities/, ['2 of 152 are provisional']],
  ['change', NEET, /^Change from/, ['suppressed', 'hollow dots are provisional']],
  ['tile-map', NEET, /^England by quarter/, ['2 of 152 are provisional']],
  ['gap', '/E06000015/gaps', /^Good level of development/, ['not published']],
  ['profile', '/E06000015/stay-safe?show=profile', /where each figure lies/, []],
  ['multiples', '/E06000015/enjoy-and-achieve?show=multiples', /every indicator/, []],
] as const satisfies readonly (readonly [
  form: PageChart['form'],
  path: string,
  title: RegExp,
  words: readonly string[],
])[];

function need<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`there is not ${what}`);
  return found;
}

const chartOf = (page: Page, title: RegExp): Locator =>
  page
    .getByRole('group', { name: title })
    .filter({ has: page.getByRole('application') })
    .first();
const pictureOf = (chart: Locator): Locator => chart.getByRole('application');

/** What the page draws from: the description that it keeps of a chart that is added to slides. */
async function readDescription(page: Page, chart: Locator): Promise<OutgoingChart> {
  await chart.getByRole('button', { name: 'Add to slides' }).click();
  const kept = await page.evaluate(() => localStorage.getItem('ecm-slides'));
  return need(findSlides(JSON.parse(kept ?? '[]')).at(-1), 'a chart that is kept');
}

const drawAt = (chart: PageChart, width: number): Scene => drawPageChart(chart, toPageChartSize(chart, width));

/** A live picture is drawn from the description at whatever width it has, once it has settled on one. */
async function expectDrawn(picture: Locator, chart: PageChart, palette: Palette): Promise<void> {
  await expect(async () => {
    const width = Number(await picture.getAttribute('width'));
    expect(await readDrawn(picture)).toEqual(describeScene(drawAt(chart, width), palette));
  }).toPass({ timeout: 10_000 });
}

async function download(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFileSync(await file.path());
}

/** The pictures of a chart as large as it is on screen. */
async function savePictures(page: Page, chart: Locator): Promise<{ readonly svg: Buffer; readonly png: Buffer }> {
  await chart.getByRole('button', { name: 'Download' }).click();
  await chart.getByRole('menuitem', { name: 'Other sizes …' }).click();
  await page.getByLabel('As on screen').check();
  const save = (name: string): Promise<Buffer> =>
    download(page, () => page.getByRole('button', { name, exact: true }).click());
  const pictures = { svg: await save('Save as SVG'), png: await save('Save as PNG') };
  await page.keyboard.press('Escape');
  return pictures;
}

/** The share of colour values in which a PNG differs from its SVG at the same size so that somebody could see it. */
async function compareSeen(page: Page, png: Buffer, svg: Buffer): Promise<number> {
  return page.evaluate(
    async (sources) => {
      const [pixels, vectors] = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          return image;
        }),
      );
      if (!pixels || !vectors) return 1;
      const { width, height } = pixels;
      const [a, b] = [pixels, vectors].map((image) => {
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context?.drawImage(image, 0, 0, width, height);
        return context?.getImageData(0, 0, width, height).data;
      });
      if (!a || !b) return 1;
      return a.filter((value, i) => Math.abs(value - (b[i] ?? 0)) > 48).length / a.length;
    },
    [`data:image/png;base64,${png.toString('base64')}`, `data:image/svg+xml;base64,${svg.toString('base64')}`] as const,
  );
}

async function readEmbedHash(page: Page, chart: Locator, figures: RegExp): Promise<string> {
  await chart.getByRole('button', { name: 'Download' }).click();
  await chart.getByRole('menuitem', { name: 'Embed code' }).click();
  await page.getByRole('radio', { name: figures }).check();
  const code = await page.getByRole('textbox', { name: 'Code' }).inputValue();
  await page.keyboard.press('Escape');
  return need(/embed\.html(#[^"]+)"/.exec(code)?.[1], 'an address in the code').replaceAll('&amp;', '&');
}

/** What is said in and under a chart, in one line. */
const toWords = (drawn: Awaited<ReturnType<typeof readDrawn>>): string =>
  drawn
    .flatMap(({ words }) => words?.slice(0, 2).filter(Boolean) ?? [])
    .join(' ')
    .replace(/\s+/g, ' ');

const CITED = /Sources?: .+\. Open Government Licence v3\.0\. Made \d{1,2} \w+ 20\d\d\.$/;

for (const [form, path, title, open_] of FORMS) {
  test(`the screen, paper, the SVG, the PNG and a frozen embed draw and say what describes it: ${form}`, async ({
    page,
    context,
  }) => {
    // Five renderers, two further pages.
    test.slow();
    await load(page, fixture('open-figures.csv'));
    await open(page, path);
    const chart = chartOf(page, title);
    const { chart: described } = await readDescription(page, chart);
    expect(described.form).toBe(form);
    const caption = captionOf(described);
    expect(caption).toMatch(CITED);
    // On the page the name of the indicator stands above all of its charts.
    const cited = caption.slice(caption.search(/Unit: |Sources?: /));
    if (form !== 'profile' && form !== 'multiples') expect(cited).toMatch(/^Unit: /);

    await test.step('the screen', async () => {
      await expectDrawn(pictureOf(chart), described, paletteOf('light'));
      await expect(chart.getByText(cited)).toBeVisible();
      const words = toWords(await readDrawn(pictureOf(chart)));
      for (const one of open_) expect(words).toContain(one);
    });
    const width = Number(await pictureOf(chart).getAttribute('width'));
    const { svg, png } = await savePictures(page, chart);

    await test.step('the SVG', async () => {
      const beside = await context.newPage();
      await beside.setContent(svg.toString());
      expect(svg.toString().match(/<style/g), 'the font, once').toHaveLength(1);
      const framed = toScreenPicture(described, width);
      const [paper, ...marks] = await readDrawn(beside.locator('svg'));
      expect(paper).toMatchObject({ type: 'rect', at: [0, 0, framed.width, framed.height].map(toPixel) });
      expect(marks).toEqual(describeScene(framed, paletteOf('print')));
      const said = toWords(marks);
      expect(said).toContain(titleOf(described));
      expect(said).toContain(caption);
      expect(said.replace(/Made \d{1,2} \w+ 20\d\d/, ''), 'a period, beside the day it was made').toMatch(/20\d\d/);
      await beside.close();
    });

    await test.step('the PNG', async () => {
      expect(await compareSeen(page, png, svg)).toBeLessThan(0.0005);
    });

    await test.step('the frozen embed', async () => {
      const hash = await readEmbedHash(page, chart, /^Frozen/);
      const beside = await context.newPage();
      await beside.goto(`./embed.html${hash}`);
      await expectDrawn(pictureOf(beside.getByRole('group')), described, paletteOf('light'));
      await expect(beside.getByRole('heading')).toHaveText(titleOf(described));
      await expect(beside.getByText(caption, { exact: true })).toBeVisible();
      await beside.close();
    });

    await test.step('paper', async () => {
      await page.emulateMedia({ media: 'print' });
      await expectDrawn(pictureOf(chart), described, paletteOf('print'));
      await expect(chart.getByText(cited)).toBeVisible();
    });
  });
}

test('an embed that is kept up to date draws and says what the page does', async ({ page, context }) => {
  await open(page, NEET);
  for (const [, , title] of FORMS.slice(0, 3)) {
    const chart = chartOf(page, title);
    const { chart: described } = await readDescription(page, chart);
    const hash = await readEmbedHash(page, chart, /^Kept up to date/);
    const beside = await context.newPage();
    await beside.goto(`./embed.html${hash}`);
    await expectDrawn(pictureOf(beside.getByRole('group')), described, paletteOf('light'));
    await expect(beside.getByRole('heading')).toHaveText(titleOf(described));
    await expect(beside.getByText(captionOf(described), { exact: true })).toBeVisible();
    await beside.close();
  }
});
