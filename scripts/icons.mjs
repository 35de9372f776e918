/**
 * node scripts/icons.mjs: src/icon.svg → the pictures in public/icons that an installed site is known by. Run again
 * whenever the drawing changes.
 */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSER_FLAGS, ensureBrowser, ensurePackages, ROOT, say } from './setup.mjs';

const DRAWING = join(ROOT, 'src/icon.svg');
const FOLDER = join(ROOT, 'public/icons');
/** The drawing's own ground, for icons that a system cuts into its own shape. */
const GROUND = '#12436d';

/**
 * share: how much of the width the drawing fills. A system may cut a maskable icon down to a circle four fifths as
 * wide; the bars stay inside it.
 */
const PICTURES = [
  { name: 'icon-192.png', size: 192, share: 1, ground: 'transparent' },
  { name: 'icon-512.png', size: 512, share: 1, ground: 'transparent' },
  { name: 'icon-maskable-512.png', size: 512, share: 0.8, ground: GROUND },
];

ensurePackages();
const { chromium } = await import('@playwright/test');

const drawing = `data:image/svg+xml;base64,${readFileSync(DRAWING).toString('base64')}`;
mkdirSync(FOLDER, { recursive: true });
copyFileSync(DRAWING, join(FOLDER, 'icon.svg'));
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
for (const { name, size, share, ground } of PICTURES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const width = String(Math.round(size * share));
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}"><img width="${width}" src="${drawing}">`,
  );
  await page.screenshot({ path: join(FOLDER, name), omitBackground: ground === 'transparent' });
  await page.close();
  say(`public/icons/${name}`);
}
await browser.close();
