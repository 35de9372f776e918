/**
 * What officers write, as plain data: paragraphs and lists with bold, italics and links to the web.
 * Everything else that Markdown knows, HTML above all, stays the text that was typed. Nothing here
 * becomes markup: a page puts text into elements, a slide into runs (docs/decisions/0021-markdown.md).
 */
import type { Token } from 'marked';
import { lexer } from 'marked';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly Inline[] }
  | { readonly kind: 'link'; readonly address: string; readonly parts: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

/** Every line break that was typed is one on the page. */
const OPTIONS = { gfm: true, breaks: true };

export function readMarkdown(text: string): readonly Block[] {
  return lexer(text, OPTIONS).flatMap(toBlock);
}

function toBlock(token: Token): readonly Block[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'paragraph':
    case 'text':
      return [{ kind: 'paragraph', parts: toInlines(token) }];
    case 'list': {
      const { ordered, items } = token as { ordered?: boolean; items?: readonly Token[] };
      return [{ kind: 'list', ordered: ordered === true, items: (items ?? []).map(toItem) }];
    }
    default:
      return [toPlain(token)];
  }
}

const toPlain = (token: Token): Block => ({ kind: 'paragraph', parts: [toText(token)] });
const toText = (token: Token): Inline => ({ kind: 'text', text: token.raw.trimEnd() });

/** The words of a list's item; a list inside it stays as it was typed. */
function toItem(item: Token): readonly Inline[] {
  return (tokensOf(item) ?? []).flatMap((token): readonly Inline[] =>
    token.type === 'text' || token.type === 'paragraph' ? toInlines(token) : [{ kind: 'break' }, toText(token)],
  );
}

function tokensOf(token: Token): readonly Token[] | undefined {
  return 'tokens' in token ? token.tokens : undefined;
}

function toInlines(token: Token): readonly Inline[] {
  return (tokensOf(token) ?? []).map(toInline);
}

function toInline(token: Token): Inline {
  switch (token.type) {
    case 'strong':
      return { kind: 'strong', parts: toInlines(token) };
    case 'em':
      return { kind: 'emphasis', parts: toInlines(token) };
    case 'br':
      return { kind: 'break' };
    case 'escape':
      return { kind: 'text', text: String(token.text) };
    case 'link': {
      const address = findWebAddress(String(token.href));
      return address === undefined
        ? { kind: 'text', text: token.raw }
        : { kind: 'link', address, parts: toInlines(token) };
    }
    default:
      return { kind: 'text', text: token.raw };
  }
}

/** An address that a link may lead to: of the web, and nothing that runs. */
function findWebAddress(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const { protocol, href } = new URL(written);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
