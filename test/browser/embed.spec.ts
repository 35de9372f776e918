import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Frame, Page } from '@playwright/test';
import { expect, test as base } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { toEmbedCode } from '../../src/export/embed-code.ts';
import { drawChart } from '../../src/chart/chart.ts';
import { toFrozenHash } from '../../src/export/frozen-link.ts';
import { toTravelling } from '../../src/export/picture-scene.ts';
import { trend } from '../fixtures/export/charts.ts';
import { EVERY_FORM } from '../fixtures/export/forms.ts';
import { watch } from './harness.ts';

const SITE = process.env['TEST_SITE'] ?? 'dist/site';
const ADDRESS = '#/E06000015/indicator/placement-moves?group=looked-after&chart=trend';

interface Host {
  /** Opens a page of another origin with this markup; gives what the page complained of. */
  readonly open: (page: Page, toMarkup: (embed: string) => string) => Promise<readonly string[]>;
}

/** The dashboard on one port, and the page of somebody else on another. */
const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const site = await serve(SITE);
    let markup = '';
    const elsewhere = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(markup);
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const address = elsewhere.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await use({
      open: async (page, toMarkup) => {
        markup = `<!doctype html><title>A page of the council</title><body style="margin:0">${toMarkup(`${site.url}embed.html`)}`;
        const complaints = watch(page, new URL(site.url).origin);
        await page.goto(`http://127.0.0.1:${String(port)}/`);
        return complaints.filter((one) => !one.includes(`:${String(port)}/`));
      },
    });
    elsewhere.closeAllConnections();
    elsewhere.close();
    await site.close();
  },
});

function frameOf(page: Page): Frame {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (!frame) throw new Error('the page has no frame');
  return frame;
}

const iframe = (source: string, more = 'width="700" height="500"'): string =>
  `<iframe src="${source.replaceAll('&', '&amp;')}" title="Placements" ${more}></iframe>`;

test('an embed shows its chart in a page of another origin and asks for nothing but itself', async ({ page, host }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url().split('#')[0] ?? ''));
  const complaints = await host.open(page, (embed) => iframe(embed + ADDRESS));
  const frame = frameOf(page);
  await expect(frame.getByRole('heading')).toHaveText('Derby: 3+ placements over time');
  await expect(frame.getByText('Open Government Licence v3.0')).toBeVisible();
  expect(requests.filter((url) => !url.startsWith('data:'))).toHaveLength(2);
  expect(complaints).toEqual([]);
});

test('an embed works in a sandboxed frame, which has no origin and no storage', async ({ page, host }) => {
  const complaints = await host.open(page, (embed) => iframe(embed + ADDRESS, 'sandbox="allow-scripts" width="700"'));
  const frame = frameOf(page);
  await expect(frame.getByRole('heading')).toHaveText('Derby: 3+ placements over time');
  expect(await frame.evaluate(() => self.origin)).toBe('null');
  expect(complaints).toEqual([]);
});

test('an embed fits a frame narrower than a phone', async ({ page, host }) => {
  await host.open(page, (embed) => iframe(embed + ADDRESS, 'width="300" height="600"'));
  const frame = frameOf(page);
  await expect(frame.getByRole('heading')).toBeVisible();
  expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
});

test('a frame follows the height of its chart', async ({ page, host }) => {
  await host.open(page, (embed) =>
    toEmbedCode({ source: embed + ADDRESS, title: 'Placements', height: 150, followsHeight: true }),
  );
  await expect(frameOf(page).getByRole('heading')).toBeVisible();
  await expect.poll(async () => Number(await page.locator('iframe').getAttribute('height'))).toBeGreaterThan(400);
  const { scroll, inner } = await frameOf(page).evaluate(() => ({
    scroll: document.documentElement.scrollHeight,
    inner: innerHeight,
  }));
  expect(scroll).toBeLessThanOrEqual(inner);
});

test('an embed says nothing to a page that does not ask for its height', async ({ page, host }) => {
  await host.open(
    page,
    (embed) =>
      `<script>window.heard = []; addEventListener('message', (e) => heard.push(e.data))</script>${iframe(embed + ADDRESS)}`,
  );
  await expect(frameOf(page).getByRole('heading')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
});

test('an embed hears its parent only, answers with its height alone, and does nothing else', async ({ page, host }) => {
  await host.open(
    page,
    (embed) =>
      `<script>window.heard = []; addEventListener('message', (e) => heard.push(e.data))</script>${iframe(embed + ADDRESS)}<iframe srcdoc="<p>Beside it</p>" title="Beside it"></iframe>`,
  );
  const frame = page.frames().find((one) => one.url().includes('embed.html'));
  if (!frame) throw new Error('the page has no embed');
  await expect(frame.getByRole('heading')).toHaveText('Derby: 3+ placements over time');
  const before = await frame.evaluate(() => document.documentElement.outerHTML);

  const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);

  // A page beside it asks as its parent would, and the embed has had the message.
  await frame.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(window, { seen });
    window.addEventListener('message', ({ data }) => seen.push(data));
  });
  await page
    .frames()
    .find((one) => one.url() === 'about:srcdoc')
    ?.evaluate(() => {
      window.parent[0]?.postMessage({ type: 'ecm-follow' }, '*');
    });
  await expect
    .poll(() => frame.evaluate(() => (window as unknown as { seen: unknown[] }).seen))
    .toEqual([{ type: 'ecm-follow' }]);
  expect(await heard()).toEqual([]);

  // Its parent asks for much, and in the end for what it may have.
  await page.evaluate(() => {
    for (const message of [
      'ecm-follow',
      { type: 'navigate', hash: '#/E06000016' },
      { type: 'ecm-height', height: 1 },
      { type: 'ecm-follow', hash: '#/E06000016', html: '<img src=x onerror=alert(1)>' },
    ]) {
      window.frames[0]?.postMessage(message, '*');
    }
  });
  await expect.poll(heard).toEqual([{ type: 'ecm-height', height: expect.any(Number) as unknown }]);
  expect(await frame.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  expect(frame.url()).toContain('E06000015');
});

test('an embed frozen into its link shows the figures as they were', async ({ page, host }) => {
  const hash = await toFrozenHash(trend);
  await host.open(page, (embed) => iframe(`${embed}${hash ?? ''}`));
  await expect(frameOf(page).getByRole('heading')).toHaveText('NEET & “idle” <16–17>');
  await expect(frameOf(page).getByText('suppressed', { exact: true })).toBeVisible();
});

test('a frozen chart of any form can be read in a frame narrower than a phone', async ({ page, host }) => {
  for (const outgoing of EVERY_FORM) {
    const { form } = outgoing.chart;
    const hash = await toFrozenHash(toTravelling(outgoing));
    await host.open(page, (embed) => iframe(`${embed}${hash ?? ''}`, 'width="280" height="700"'));
    const picture = frameOf(page).getByRole('application');
    await expect(picture, form).toBeVisible();
    const scale = await picture.evaluate((svg) => svg.clientWidth / Number(svg.getAttribute('width')));
    expect(scale, `${form}: how much smaller than it was drawn`).toBeGreaterThanOrEqual(0.7);
    expect(await frameOf(page).evaluate(() => document.documentElement.scrollWidth), form).toBeLessThanOrEqual(280);
  }
});

test('a frozen picture that was drawn wide alone scrolls inside a narrow frame, by keyboard too', async ({
  page,
  host,
}) => {
  const scene = drawChart(trend.chart, { width: 1100, height: 400 });
  const hash = await toFrozenHash({ ...trend, chart: { form: 'drawn', scene } });
  await host.open(page, (embed) => iframe(`${embed}${hash ?? ''}`, 'width="280" height="700"'));
  const region = frameOf(page).getByRole('region', { name: 'NEET & “idle” <16–17>' });
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
  expect(await frameOf(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(280);
});

test('an embed keeps to the colours that its reader forces', async ({ page, host }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await host.open(page, (embed) => iframe(embed + ADDRESS));
  await expect(frameOf(page).getByRole('heading')).toBeVisible();
  const colours = await frameOf(page).evaluate(() => {
    const probe = document.body.appendChild(document.createElement('p'));
    const toColour = (name: string): string => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    };
    const known = { Canvas: toColour('Canvas'), CanvasText: toColour('CanvasText'), Highlight: toColour('Highlight') };
    probe.remove();
    const strokes = [...document.querySelectorAll('svg path')].map((path) => getComputedStyle(path).stroke);
    return { known, paper: getComputedStyle(document.body).backgroundColor, strokes };
  });
  expect(colours.paper).toBe(colours.known.Canvas);
  expect(colours.strokes).toEqual(expect.arrayContaining([colours.known.Highlight, colours.known.CanvasText]));
});

test('an embed names what it cannot show, and shows the rest', async ({ page, host }) => {
  await host.open(page, (embed) => iframe(`${embed}${ADDRESS}&colour=pink`));
  await expect(frameOf(page).getByRole('note')).toContainText('“colour” in the address is not a choice');
  await expect(frameOf(page).getByRole('heading')).toBeVisible();
  await host.open(page, (embed) => iframe(`${embed}#/E06000015/indicator/nothing`));
  await expect(frameOf(page).getByRole('note')).toHaveText('There is no indicator “nothing” here.');
});

test('an embed is dark where its reader is', async ({ page, host }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await host.open(page, (embed) => iframe(embed + ADDRESS));
  await expect(frameOf(page).getByRole('heading')).toBeVisible();
  expect(await frameOf(page).evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(20, 23, 27)');
});

base('the script of an embed is small', () => {
  const html = readFileSync(resolve(SITE, 'embed.html'), 'utf8');
  const script = /<script type="module"[^>]*>([^]*?)<\/script>/.exec(html)?.[1] ?? '';
  expect(script).not.toContain('indexedDB');
  expect(gzipSync(script).length).toBeLessThan(45_000);
});
