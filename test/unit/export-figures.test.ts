import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toChartCsv, toCsv } from '../../src/export/csv.ts';
import { toDeckName, toFileName } from '../../src/export/file-name.ts';
import { toWorkbook } from '../../src/export/office/workbook.ts';
import type { OutgoingChart } from '../../src/export/outgoing.ts';
import { toPageWorkbook } from '../../src/export/page-workbook.ts';
import { PICTURE_SIZES } from '../../src/export/picture-sizes.ts';
import { toPicture } from '../../src/export/picture-scene.ts';
import { authorities, ranked, trend } from '../fixtures/export/charts.ts';
import { findAll, readXml } from '../fixtures/export/xml.ts';

const linesOf = (text: string): string[][] => Papa.parse<string[]>(text.replace('\uFEFF', '').trimEnd()).data;

describe('the CSV of a chart', () => {
  const lines = linesOf(toChartCsv(trend.chart));

  it('begins with a byte-order mark, the title and the columns, and ends with the source', () => {
    expect(toChartCsv(trend.chart).startsWith('\uFEFF')).toBe(true);
    expect(lines[0]).toEqual(['NEET & “idle” <16–17>']);
    expect(lines[2]).toEqual(['Period', 'Area code', 'Area', 'Value', 'Lower', 'Upper', 'Marker', 'Note']);
    expect(lines.at(-1)?.[0]).toContain('Open Government Licence v3.0');
  });

  it('has a figure with its code, a suppressed one with its marker and reason, a provisional one marked', () => {
    expect(lines).toContainEqual(['2016/17', 'E06000015', 'Derby', '5.4', '', '', '', '']);
    const reason = 'suppressed: too few children to publish';
    expect(lines).toContainEqual(['2018/19', 'E06000015', 'Derby', '', '', '', 'c', reason]);
    expect(lines).toContainEqual(['2022/23', 'E06000015', 'Derby', '7.6', '', '', 'p', 'provisional']);
  });

  it('gives an average no code, and says what it rests on', () => {
    expect(lines).toContainEqual(['2022/23', '', 'Neighbours’ average', '3.9', '', '', '', 'average of 10 of 10']);
  });

  it('has the interval and the rank of a ranked chart', () => {
    expect(linesOf(toChartCsv(ranked.chart))).toContainEqual([
      '2022/23',
      'E06000015',
      'Derby',
      '7.6',
      '7.1',
      '8.1',
      '',
      'rank 2 of 2',
    ]);
  });
});

describe('cells of a CSV', () => {
  it('that begin like a formula cannot become one, while negative numbers stay numbers', () => {
    const dangerous = ['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1', '-1+cmd|x', '-'];
    for (const cell of dangerous) expect(linesOf(toCsv([[cell, 'x']]))[0]?.[0], cell).toBe(`'${cell}`);
    const numbers = ['-1', '-0.35', '-1,234.5', '-7.6%', '-1e-7'];
    for (const cell of numbers) expect(linesOf(toCsv([[cell, 'x']]))[0]?.[0]).toBe(cell);
    expect(linesOf(toCsv([['−7.6%', 'x']]))[0]?.[0]).toBe('-7.6%');
  });
});

describe('a workbook', () => {
  const parts = unzipSync(
    toWorkbook([
      {
        name: 'A/B: [figures] of everything there is',
        headings: 1,
        rows: [
          ['Area', '=1+1'],
          ['Derby', { number: -0.5, format: '0.0"%"' }],
        ],
      },
    ]),
  );
  const read = (path: string) => readXml(strFromU8(parts[path] ?? new Uint8Array()));

  it('holds texts as texts, so that none is a formula, and numbers as numbers in their format', () => {
    const cells = findAll(read('xl/worksheets/sheet1.xml'), 'c');
    expect(cells.map((cell) => [cell.attributes['r'], cell.attributes['t'] ?? 'n'])).toEqual([
      ['A1', 'inlineStr'],
      ['B1', 'inlineStr'],
      ['A2', 'inlineStr'],
      ['B2', 'n'],
    ]);
    expect(findAll(read('xl/worksheets/sheet1.xml'), 'v').map(({ text }) => text)).toEqual(['-0.5']);
    expect(findAll(read('xl/styles.xml'), 'numFmt')[0]?.attributes['formatCode']).toBe('0.0&quot;%&quot;');
  });

  it('gives a sheet a name that Excel takes', () => {
    const name = findAll(read('xl/workbook.xml'), 'sheet')[0]?.attributes['name'] ?? '';
    expect(name).not.toMatch(/[[\]:*?/\\]/);
    expect(name.length).toBeLessThanOrEqual(31);
  });

  it('of a page has a sheet for each chart, and one that says what they are', async () => {
    const bytes = new Uint8Array(await (await toPageWorkbook('NEET', [trend, ranked, authorities])).arrayBuffer());
    const book = readXml(strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array()));
    expect(findAll(book, 'sheet').map(({ attributes }) => attributes['name'])).toEqual([
      'About',
      '1 Over time',
      '2 Neighbours',
      '3 All authorities',
    ]);
  });

  it('of a page says how far it has come, and is not made once it is cancelled', async () => {
    const told: number[] = [];
    const controller = new AbortController();
    const work = toPageWorkbook('NEET', [trend, ranked, authorities], {
      signal: controller.signal,
      onProgress: (done, of) => {
        told.push(done / of);
        if (told.length === 3) controller.abort();
      },
    });
    await expect(work).rejects.toThrow(/abort/i);
    // The other half is packing.
    expect(told).toEqual([1 / 6, 2 / 6, 3 / 6]);
  });
});

describe('a picture', () => {
  it.each(PICTURE_SIZES.map((size) => [size.name, size] as const))(
    '%s carries title, unit, source and licence',
    (_, size) => {
      for (const { chart } of [trend, ranked, authorities]) {
        const scene = size.draw(chart, 700);
        const said = scene.marks.flatMap((mark) => (mark.type === 'text' ? mark.text : [])).join(' ');
        expect(said).toContain(scene.title);
        expect(said).toContain('% of 16 and 17 year olds');
        expect(said).toContain('Open Government Licence v3.0. Made 22 November 2026.');
      }
    },
  );

  it('says "suppressed" and that hollow points may change, as the screen does', () => {
    const scene = toPicture(trend.chart, { width: 960, height: 540 });
    const said = scene.marks.flatMap((mark) => (mark.type === 'text' ? mark.text : []));
    expect(said).toContain('suppressed');
    expect(said.join(' ')).toContain('hollow points are provisional');
  });

  it('of a form that keeps its own size is as wide as that and its margins', () => {
    const drawn = toPicture(trend.chart, { width: 500, height: 300 });
    expect(toPicture({ form: 'drawn', scene: drawn }, { width: 960, height: 540 }).width).toBe(548);
  });
});

describe('the name of a file', () => {
  it('says area, indicator and period in letters that every disk takes', () => {
    expect(toFileName('Derby', 'NEET 16–17', '2024/25')).toBe('derby-neet-16-17-2024-25');
    expect(toFileName('St. Helens', 'Children’s “absence”', '')).toBe('st-helens-childrens-absence');
  });

  it('of a gathered deck names indicator and period where all of its charts share them', () => {
    const day = new Date('2026-11-22T10:00:00Z');
    const of = (one: OutgoingChart, fileName: string): OutgoingChart => ({ ...one, fileName });
    const neet = [of(trend, 'derby-neet-2024-25-trend'), of(ranked, 'derby-neet-2024-25-neighbours')];
    expect(toDeckName(neet, 'Derby', day)).toBe('derby-neet-2024-25-slides-2026-11-22');
    const mixed = [...neet, of(trend, 'derby-absence-2024-25-trend')];
    expect(toDeckName(mixed, 'Derby', day)).toBe('derby-slides-2026-11-22');
  });
});
