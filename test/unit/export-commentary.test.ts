import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { addCommentary } from '../../src/export/commentary-lines.ts';
import { findSlides } from '../../src/export/find-slides.ts';
import { findFrozen, toFrozenHash } from '../../src/export/frozen-link.ts';
import { toDeck } from '../../src/export/office/deck.ts';
import type { OutgoingCommentary } from '../../src/export/outgoing.ts';
import { toPageWorkbook } from '../../src/export/page-workbook.ts';
import { toPlainLines } from '../../src/render/plain-text.ts';
import { trend } from '../fixtures/export/charts.ts';
import { findAll, readXml } from '../fixtures/export/xml.ts';

const commentary: OutgoingCommentary = {
  tells: 'More left **without** a place.\n\n- Two colleges closed\n- One [moved](https://example.org/move)',
  doing: '',
  who: 'J. Smith by <b>March</b>',
  author: 'A. Officer',
  at: '2026-11-22T09:30:00.000Z',
  period: '2024/25',
};
const written = { ...trend, commentary };

const SAID = [
  'What it tells us:',
  'More left without a place.',
  '• Two colleges closed',
  '• One moved (https://example.org/move)',
  'Who, by when:',
  'J. Smith by <b>March</b>',
  'On 2024/25. A. Officer, 22 November 2026.',
];

describe('Markdown as plain lines', () => {
  it.each([
    ['a *word* and **another**', ['a word and another']],
    ['one\ntwo\n\nthree', ['one', 'two', 'three']],
    ['1. first\n2. second', ['1. first', '2. second']],
    ['- a\n- b', ['• a', '• b']],
    ['https://example.org/', ['https://example.org/']],
    ['[here](javascript:alert(1))', ['[here](javascript:alert(1))']],
    ['<script>alert(1)</script>', ['<script>alert(1)</script>']],
    [' \n ', []],
  ])('%j is %j', (markdown, lines) => {
    expect(toPlainLines(markdown)).toEqual(lines);
  });
});

describe('a commentary on its way out', () => {
  it('stands in the notes with its author and date, after what they say of the figures', () => {
    const [chart] = addCommentary([written]);
    expect(chart?.notes).toEqual([...trend.notes, '', ...SAID]);
    expect(addCommentary([trend])).toEqual([trend]);
  });

  it('is in the speaker notes of a deck word for word', async () => {
    const file = await toDeck(addCommentary([written]), {
      brand: '#12436d',
      made: '2026-11-22T10:00:00.000Z',
      rasterise: () => Promise.reject(new Error('a trend is native')),
    });
    const notes = readXml(strFromU8(unzipSync(file)['ppt/notesSlides/notesSlide1.xml'] ?? new Uint8Array()));
    const lines = findAll(notes, 'a:p').map((paragraph) =>
      findAll(paragraph, 'a:t')
        .map(({ text }) => text)
        .join(''),
    );
    expect(lines.slice(-SAID.length)).toEqual(SAID);
  });

  it('is a sheet of the workbook, and none where it is left out', async () => {
    const sheetsOf = async (blob: Blob) => {
      const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
      const names = findAll(readXml(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())), 'sheet');
      const second = readXml(strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array()));
      return {
        names: names.map(({ attributes }) => attributes['name']),
        cells: findAll(second, 't').map(({ text }) => text),
      };
    };
    const kept = await sheetsOf(await toPageWorkbook('NEET', [trend], { commentary }));
    expect(kept.names).toEqual(['About', 'Commentary', '1 Over time']);
    expect(kept.cells).toEqual([
      'Part',
      'Commentary',
      'What it tells us',
      'More left without a place.',
      '• Two colleges closed',
      '• One moved (https://example.org/move)',
      'Who, by when',
      'J. Smith by <b>March</b>',
      'Written',
      'On 2024/25. A. Officer, 22 November 2026.',
    ]);
    expect((await sheetsOf(await toPageWorkbook('NEET', [trend]))).names).toEqual(['About', '1 Over time']);
  });

  it('is kept with a slide, and refused where it is none', () => {
    const json = (chart: object): unknown => JSON.parse(JSON.stringify([chart]));
    expect(findSlides(json(written))).toEqual(json(written));
    expect(findSlides(json({ ...written, commentary: { ...commentary, author: 7 } }))).toEqual([]);
  });

  it('is never inside a link, which goes to others', async () => {
    const hash = await toFrozenHash(written);
    expect(await findFrozen(hash ?? '')).toEqual(JSON.parse(JSON.stringify(trend)));
  });
});
