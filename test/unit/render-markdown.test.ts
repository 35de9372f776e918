import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline } from '../../src/render/markdown.ts';
import { readMarkdown } from '../../src/render/markdown.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (...parts: Inline[]) => ({ kind: 'paragraph', parts });

/** Every link there is, and every text, whatever they stand in. */
function walk(parts: readonly Inline[]): readonly Inline[] {
  return parts.flatMap((part) => ('parts' in part ? [part, ...walk(part.parts)] : [part]));
}
const partsOf = (written: string): readonly Inline[] =>
  walk(readMarkdown(written).flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.parts)));

describe('what an officer writes', () => {
  test('has bold and italics, one inside the other', () => {
    expect(readMarkdown('A **bold *and* plain** word')).toEqual([
      paragraph(
        text('A '),
        { kind: 'strong', parts: [text('bold '), { kind: 'emphasis', parts: [text('and')] }, text(' plain')] },
        text(' word'),
      ),
    ]);
  });

  test('keeps its line breaks and paragraphs', () => {
    expect(readMarkdown('One\nTwo\n\nThree')).toEqual([
      paragraph(text('One'), { kind: 'break' }, text('Two')),
      paragraph(text('Three')),
    ]);
  });

  test('has lists with and without numbers', () => {
    expect(readMarkdown('- *One*\n- Two')).toEqual([
      { kind: 'list', ordered: false, items: [[{ kind: 'emphasis', parts: [text('One')] }], [text('Two')]] },
    ]);
    expect(readMarkdown('1. One\n2. Two')).toMatchObject([{ kind: 'list', ordered: true }]);
  });

  test('links to the web, written out or as a bare address', () => {
    expect(partsOf('[the plan](https://derby.gov.uk/plan) and https://derby.gov.uk/')).toMatchObject([
      { kind: 'link', address: 'https://derby.gov.uk/plan' },
      text('the plan'),
      text(' and '),
      { kind: 'link', address: 'https://derby.gov.uk/' },
      text('https://derby.gov.uk/'),
    ]);
  });

  test('shows a sign that was escaped, without its backslash', () => {
    expect(partsOf('5 \\* 3').map((part) => ('text' in part ? part.text : ''))).toEqual(['5 ', '*', ' 3']);
  });
});

describe('what is no part of it stays the text that was typed', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'A <b onclick="x()">bold</b> claim',
    '# A heading',
    '![A picture](https://elsewhere.test/a.png)',
    '`code`',
    '[run](javascript:alert(1))',
    '[run](JaVaScRiPt:alert(1))',
    '[run](data:text/html,<script>alert(1)</script>)',
    '[mail](mailto:a@b.test)',
    '[here](#/data)',
    'AT&amp;T &lt;b&gt;',
  ])('%s', (written) => {
    const parts = partsOf(written);
    expect(parts.every((part) => part.kind === 'text')).toBe(true);
    expect(parts.map((part) => ('text' in part ? part.text : '')).join('')).toBe(written);
  });

  test('nothing whatever makes a link that leads anywhere but the web', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '!',
      '*',
      '_',
      '\n',
      '- ',
      'a',
      ' ',
      'javascript:x',
      'data:y',
      'https://a.test',
      '//b.test',
      '"',
      '\\',
      '&#106;',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        for (const part of partsOf(pieces.join(''))) {
          if (part.kind === 'link') expect(part.address).toMatch(/^https?:\/\//);
        }
      }),
      { numRuns: 500 },
    );
  });
});
