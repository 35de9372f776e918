/**
 * Writes src/chart/text-widths.ts: how wide each character is, so that a chart can be laid out
 * where there is no page to measure text in. Run by hand when the font changes:
 *
 *   node scripts/measure-font.mjs
 *
 * Measured with canvas `measureText` in Chromium at 1000 px, from the package
 * @fontsource-variable/source-sans-3 (weights 400 and 600) and from Arial or its metric twin
 * Liberation Sans (400 and 700). The wider of the two is kept: a picture drawn for Office is set
 * in Arial from the same scene, and a label may have room to spare but never too little.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, ensureBrowser } from './setup.mjs';

const require = createRequire(import.meta.url);
const FONT = require.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2');
const OUT = fileURLToPath(new URL('../src/chart/text-widths.ts', import.meta.url));

/**
 * @param {number} from
 * @param {number} to
 */
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
const CHARACTERS = `${range(32, 126)}£©°±·×ÀÁÂÄÇÈÉÊËÍÎÏÑÓÔÖÚÛÜàáâäçèéêëíîïñóôöúûü–—‘’“”•…−≤≥`;

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
const page = await browser.newPage();
const measured = await page.evaluate(
  async ({ font, characters }) => {
    const face = new FontFace('Measured', `url(data:font/woff2;base64,${font})`, { weight: '200 900' });
    document.fonts.add(await face.load());
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('This browser draws no text on a canvas');
    /** @param {string[]} fonts */
    const widths = (fonts) =>
      Array.from(characters, (character) =>
        Math.ceil(
          Math.max(
            ...fonts.map((name) => {
              canvas.font = name;
              return canvas.measureText(character).width;
            }),
          ),
        ),
      );
    return {
      regular: widths(['400 1000px Measured', '400 1000px Arial, "Liberation Sans"']),
      bold: widths(['600 1000px Measured', '700 1000px Arial, "Liberation Sans"']),
    };
  },
  { font: readFileSync(FONT).toString('base64'), characters: CHARACTERS },
);
await browser.close();

/** @param {number[]} widths */
const list = (widths) => `[\n  ${widths.join(', ')},\n]`;
writeFileSync(
  OUT,
  `/**
 * Widths of characters in thousandths of the type size, the wider of Source Sans 3 and Arial.
 * Made by scripts/measure-font.mjs, which says how; not edited by hand.
 */
export const CHARACTERS = ${JSON.stringify(CHARACTERS)};

// prettier-ignore
export const REGULAR: readonly number[] = ${list(measured.regular)};

// prettier-ignore
export const BOLD: readonly number[] = ${list(measured.bold)};
`,
);
console.log(`${OUT}: ${String(CHARACTERS.length)} characters; npm run format comes next`);
