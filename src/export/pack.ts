/**
 * A board pack: chosen figures and the reader of them in one page that needs nothing else. The
 * reader is a page of its own, the template (`src/pack.ts`, built as pack.html), which is the same
 * for every pack; only its title and the data element differ, so its security policy holds.
 */
import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import * as v from 'valibot';
import { readBundle, toBundle } from '../bundle/bundle.ts';
import type { Figures } from '../domain/figures.ts';
import type { Commentary } from '../domain/written.ts';
import { PACK_FORMAT, PACK_VERSION, PackHead, PackSchema } from './pack-schema.ts';
import type { PackDocument, PackFile } from './pack-schema.ts';

export interface Pack extends Pick<Readonly<PackDocument>, 'title' | 'area' | 'made' | 'chosenFrom' | 'opensAt'> {
  /** Who made it, if they said. */
  readonly madeBy?: string;
  readonly files: readonly PackFile[];
  readonly commentary: readonly Commentary[];
  /** What was chosen of all figures: see `choosePackFigures`. */
  readonly figures: Figures;
}

/** Why a document is no pack, in words for the reader. */
export class PackError extends Error {
  override readonly name = 'PackError';
}

export const PACK_ELEMENT = 'pack';
const EMPTY_ELEMENT = `<script type="application/json" id="${PACK_ELEMENT}"></script>`;
const START = EMPTY_ELEMENT.slice(0, EMPTY_ELEMENT.indexOf('</'));
const TITLE = /<title>[^<]*<\/title>/;

/** No end tag and no comment can begin in it. */
const toScriptText = (json: string): string => json.replaceAll('<', '\\u003c');
const toHtmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function toDocument({ figures, ...said }: Pack): object {
  const json = strToU8(JSON.stringify(toBundle(figures, said.made)));
  const packed = btoa(strFromU8(zlibSync(json, { level: 9 }), true));
  return { format: PACK_FORMAT, version: PACK_VERSION, ...said, figures: packed };
}

/**
 * The pack as a page.
 * @param template the reader without figures
 * @throws Error where the template has no place for them
 */
export function toPackPage(pack: Pack, template: string): string {
  if (!template.includes(EMPTY_ELEMENT) || !TITLE.test(template)) {
    throw new Error(
      'The reader that every board pack carries is not the one of this dashboard. Reload the page, then try again.',
    );
  }
  const data = `${START}${toScriptText(JSON.stringify(toDocument(pack)))}</script>`;
  return template.replace(TITLE, () => `<title>${toHtmlText(pack.title)}</title>`).replace(EMPTY_ELEMENT, () => data);
}

/** The text of the data element of a page that is a pack; undefined for any other page. */
export function findPackText(page: string): string | undefined {
  const start = page.indexOf(START);
  if (start < 0) return undefined;
  const end = page.indexOf('</script>', start);
  const text = end < 0 ? '' : page.slice(start + START.length, end);
  return text === '' ? undefined : text;
}

function unpackFigures(packed: string): Figures {
  return readBundle(JSON.parse(strFromU8(unzlibSync(strToU8(atob(packed), true)))));
}

/**
 * A pack out of the text of its data element.
 * @throws PackError where it is damaged, or of a newer version
 */
export function readPack(text: string): Pack {
  const json = readJson(text);
  const head = v.safeParse(PackHead, json);
  if (!head.success) throw new PackError('This page holds no board pack.');
  if (head.output.version !== PACK_VERSION) {
    throw new PackError(
      `This board pack is in version ${String(head.output.version)} of its format and this dashboard reads version ${String(PACK_VERSION)}. Open it with the dashboard that made it, or a later one.`,
    );
  }
  const read = v.safeParse(PackSchema, json, { abortEarly: true });
  if (!read.success) throw damaged(`“${v.getDotPath(read.issues[0]) ?? ''}”: ${read.issues[0].message}`);
  const { figures, title, area, made, madeBy, chosenFrom, opensAt, files, commentary } = read.output;
  const said = { title, area, made, chosenFrom, opensAt, files, commentary, ...(madeBy ? { madeBy } : {}) };
  try {
    return { ...said, figures: unpackFigures(figures) };
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error));
  }
}

const damaged = (where: string): PackError =>
  new PackError(`This board pack was damaged on its way (${where}). Ask for it again, as an attachment or a download.`);

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged('it ends too early');
  }
}
