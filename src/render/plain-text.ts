/** What officers wrote in Markdown as plain paragraphs: for the notes of a slide, or the cells of a workbook. */
import type { Block, Inline } from './markdown.ts';
import { readMarkdown } from './markdown.ts';

/** A link keeps its address: on paper nobody can follow the words. */
function toText(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.text;
        case 'break':
          return '\n';
        case 'link': {
          const words = toText(part.parts);
          return words === part.address ? words : `${words} (${part.address})`;
        }
        case 'strong':
        case 'emphasis':
          return toText(part.parts);
      }
    })
    .join('');
}

function toLines(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return toText(block.parts).split('\n');
  return block.items.map(
    (item, i) => `${block.ordered ? `${String(i + 1)}.` : '•'} ${toText(item).replace(/\n/g, ' ')}`,
  );
}

/** One line for each that a page shows; none is empty. */
export function toPlainLines(markdown: string): readonly string[] {
  return readMarkdown(markdown)
    .flatMap(toLines)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
