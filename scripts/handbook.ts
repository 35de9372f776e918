/**
 * Vite plugin: the chapters of docs/handbook as plain data, `virtual:handbook`, so that the dashboard shows them
 * without a network and no text ever becomes markup. Its type stands in src/virtual.d.ts. Pictures stay in docs: a
 * reader of the help has the pages themselves before them.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Token, Tokens } from 'marked';
import { lexer } from 'marked';
import type { Block, Chapter, Inline } from 'virtual:handbook';
import type { Plugin } from 'vite';
import { toSectionId } from '../src/app/help/section-id.ts';

const MODULE = 'virtual:handbook';
/** Vite's sign for a module without a file. */
const RESOLVED = `\0${MODULE}`;
const CONTENTS = 'README.md';

const toChapterId = (file: string): string => (basename(file) === CONTENTS ? 'contents' : basename(file, '.md'));

/** The files that the contents lead to, in that order. */
function listFiles(folder: string): readonly string[] {
  const text = readFileSync(join(folder, CONTENTS), 'utf8');
  const linked = [...text.matchAll(/\]\(([^)#]+\.md)\)/g)].flatMap((match) => match[1] ?? []);
  const unlinked = readdirSync(folder).find(
    (name) => name.endsWith('.md') && name !== CONTENTS && !linked.includes(name),
  );
  if (unlinked !== undefined) throw new Error(`${unlinked} is in ${folder}, and its ${CONTENTS} does not lead to it`);
  return [CONTENTS, ...linked];
}

/**
 * @param folder of the handbook; its README.md are the contents, which decide which chapters there are
 * @throws Error naming the chapter where it holds HTML, no title, two sections of one name, or a link that leads nowhere
 */
export function readHandbook(folder: string): readonly Chapter[] {
  const files = listFiles(folder);
  const chapters = files.map((file) =>
    readChapter(toChapterId(file), readFileSync(join(folder, file), 'utf8'), new Set(files.map(toChapterId))),
  );
  for (const { id, link } of chapters.flatMap((chapter) =>
    listLinks(chapter).map((link) => ({ id: chapter.id, link })),
  )) {
    const target = chapters.find((chapter) => chapter.id === link.chapter);
    const leads = target?.blocks.some((block) => block.kind === 'heading' && block.id === link.section) ?? false;
    if (link.section !== undefined && !leads) {
      throw new Error(`${id}: the chapter "${link.chapter}" has no section "${link.section}"`);
    }
  }
  return chapters;
}

type ChapterLink = Extract<Inline, { kind: 'chapter' }>;

function listLinks({ blocks }: Chapter): readonly ChapterLink[] {
  const within = (part: Inline): readonly ChapterLink[] => [
    ...(part.kind === 'chapter' ? [part] : []),
    ...('parts' in part ? part.parts.flatMap(within) : []),
  ];
  return blocks.flatMap((block) => wordsOf(block).flatMap(within));
}

function wordsOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.parts;
    case 'list':
      return block.items.flat();
    case 'table':
      return [...block.head.flat(), ...block.rows.flat(2)];
    case 'code':
      return [];
  }
}

/**
 * One chapter of its Markdown.
 * @param known the ids of all chapters
 */
export function readChapter(id: string, text: string, known: ReadonlySet<string>): Chapter {
  const fail = (reason: string): never => {
    throw new Error(`${id}: ${reason}`);
  };

  function toInline(token: Token): readonly Inline[] {
    switch (token.type) {
      case 'text':
      case 'escape':
        return [{ kind: 'text', text: (token as Tokens.Text).text }];
      case 'codespan':
        return [{ kind: 'code', text: (token as Tokens.Codespan).text }];
      case 'strong':
        return [{ kind: 'strong', parts: toInlines(token) }];
      case 'em':
        return [{ kind: 'emphasis', parts: toInlines(token) }];
      case 'link':
        return [toLink(token as Tokens.Link)];
      case 'image':
        return [];
      default:
        return fail(`the help shows no ${token.type}: ${token.raw}`);
    }
  }

  function toInlines(token: Token): readonly Inline[] {
    const tokens = 'tokens' in token ? token.tokens : undefined;
    return (tokens ?? []).flatMap(toInline);
  }

  function toLink(token: Tokens.Link): Inline {
    const parts = toInlines(token);
    if (/^https?:/.test(token.href)) return { kind: 'web', address: token.href, parts };
    const [file = '', section] = token.href.split('#');
    const chapter = toChapterId(file);
    if (!file.endsWith('.md') || !known.has(chapter)) fail(`the link to ${token.href} leads to no chapter`);
    return { kind: 'chapter', chapter, ...(section === undefined ? {} : { section }), parts };
  }

  /** The words of a list's item; a list inside it would be a second thought. */
  const toItem = (item: Token): readonly Inline[] =>
    ('tokens' in item ? (item.tokens ?? []) : []).flatMap((token) =>
      token.type === 'text' || token.type === 'paragraph'
        ? toInlines(token)
        : fail(`an item of a list holds a ${token.type}: ${token.raw}`),
    );

  function toBlock(token: Token): readonly Block[] {
    switch (token.type) {
      case 'space':
        return [];
      case 'heading': {
        const { depth, text: title } = token as Tokens.Heading;
        if (depth !== 2 && depth !== 3) fail(`"${title}" is a heading of level ${String(depth)}; 2 and 3 are shown`);
        return [{ kind: 'heading', level: depth === 2 ? 2 : 3, id: toSectionId(title), parts: toInlines(token) }];
      }
      case 'paragraph': {
        const parts = toInlines(token);
        return parts.length === 0 ? [] : [{ kind: 'paragraph', parts }];
      }
      case 'list': {
        const { ordered, items } = token as Tokens.List;
        return [{ kind: 'list', ordered, items: items.map(toItem) }];
      }
      case 'code':
        return [{ kind: 'code', text: (token as Tokens.Code).text }];
      case 'table': {
        const { header, rows } = token as Tokens.Table;
        const toCell = (cell: Tokens.TableCell) => cell.tokens.flatMap(toInline);
        return [{ kind: 'table', head: header.map(toCell), rows: rows.map((row) => row.map(toCell)) }];
      }
      default:
        return fail(`the help shows no ${token.type}: ${token.raw}`);
    }
  }

  const [first, ...rest] = lexer(text);
  const title =
    first?.type === 'heading' && (first as Tokens.Heading).depth === 1 ? (first as Tokens.Heading).text : '';
  if (title === '') fail('it does not begin with a title, "# …"');
  const blocks = rest.flatMap(toBlock);
  const ids = blocks.flatMap((block) => (block.kind === 'heading' ? block.id : []));
  const twice = ids.find((one, index) => ids.indexOf(one) !== index);
  if (twice !== undefined) fail(`two sections have the name "${twice}"`);
  return { id, title, blocks };
}

export function handbook(folder: string): Plugin {
  return {
    name: 'handbook',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      for (const file of listFiles(folder)) this.addWatchFile(join(folder, file));
      return `export const HANDBOOK = ${JSON.stringify(readHandbook(folder))};`;
    },
  };
}
