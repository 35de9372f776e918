import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChapter, readHandbook } from '../../scripts/handbook.ts';
import { GLOSSARY } from '../../src/app/help/glossary.ts';
import { toSectionId } from '../../src/app/help/section-id.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const read = (text: string) => readChapter('hosting', text, new Set(['hosting', 'method', 'contents']));

describe('the handbook', () => {
  const chapters = readHandbook(join(DOCS, 'handbook'));

  it('begins with its contents and goes on in their order, the method among them', () => {
    expect(chapters.map(({ id }) => id)).toEqual([
      'contents',
      'board-members',
      'officers',
      'files',
      'method',
      'glossary',
      'sources',
      'hosting',
      'embedding',
      'pipelines',
      'accessibility',
    ]);
  });

  it('has the glossary that the pages have, word for word; vitest --update writes it', async () => {
    const terms = GLOSSARY.map(({ word, meaning }) => `## ${word}\n\n${meaning}\n`);
    const page = `# Glossary\n\nThe words on the pages, in the same sentences that the pages show.\n\n${terms.join('\n')}`;
    await expect(page).toMatchFileSnapshot(join(DOCS, 'handbook/glossary.md'));
  });

  it('has a section for every word that a search leads to', () => {
    const glossary = chapters.find(({ id }) => id === 'glossary');
    const sections = glossary?.blocks.flatMap((block) => (block.kind === 'heading' ? block.id : []));
    expect(sections).toEqual(GLOSSARY.map(({ word }) => toSectionId(word)));
  });

  it('shows only pictures that are there', () => {
    for (const file of ['handbook/board-members.md', 'handbook/officers.md']) {
      const pictures = [...readFileSync(join(DOCS, file), 'utf8').matchAll(/!\[[^\]]+\]\(\.\.\/([^)]+)\)/g)];
      expect(pictures.length, file).toBeGreaterThan(0);
      for (const [, path = ''] of pictures)
        expect(readFileSync(join(DOCS, path)).subarray(1, 4).toString()).toBe('PNG');
    }
  });
});

describe('a chapter', () => {
  it('becomes plain data, its pictures left out', () => {
    expect(
      read('# Hosting\n\n![a](b.png)\n\n## Over *https*\n\nSee [how](../method.md#trend), `sw.js`.\n\n1. **One**\n')
        .blocks,
    ).toEqual([
      {
        kind: 'heading',
        level: 2,
        id: 'over-https',
        parts: [
          { kind: 'text', text: 'Over ' },
          { kind: 'emphasis', parts: [{ kind: 'text', text: 'https' }] },
        ],
      },
      {
        kind: 'paragraph',
        parts: [
          { kind: 'text', text: 'See ' },
          { kind: 'chapter', chapter: 'method', section: 'trend', parts: [{ kind: 'text', text: 'how' }] },
          { kind: 'text', text: ', ' },
          { kind: 'code', text: 'sw.js' },
          { kind: 'text', text: '.' },
        ],
      },
      { kind: 'list', ordered: true, items: [[{ kind: 'strong', parts: [{ kind: 'text', text: 'One' }] }]] },
    ]);
  });

  it.each([
    ['HTML', '# Hosting\n\n<script>alert(1)</script>\n', /hosting: the help shows no html: <script>/],
    ['HTML within a line', '# Hosting\n\na <b>b</b>\n', /the help shows no html: <b>/],
    ['no title', 'Hosting\n', /hosting: it does not begin with a title/],
    ['a link that leads nowhere', '# Hosting\n\n[a](there.md)\n', /the link to there\.md leads to no chapter/],
    ['a link that runs', '# Hosting\n\n[a](javascript:alert(1))\n', /the link to javascript:alert\(1\) leads to no/],
    ['two sections of one name', '# Hosting\n\n## A\n\n## a\n', /two sections have the name "a"/],
    ['a list inside a list', '# Hosting\n\n- a\n  - b\n', /an item of a list holds a list/],
  ])('with %s is refused by name', (_case, text, reason) => {
    expect(() => read(text)).toThrow(reason);
  });
});
