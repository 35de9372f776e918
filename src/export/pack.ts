/**
 * A board pack as a document: what it says of itself, and its figures, deflated. `pack-page.ts` puts
 * it into the page that reads it.
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
/** The text of the data element of a pack, before it is put into a page. */
export function toPackText({ figures, ...said }: Pack): string {
  const json = strToU8(JSON.stringify(toBundle(figures, said.made)));
  const packed = btoa(strFromU8(zlibSync(json, { level: 9 }), true));
  return JSON.stringify({ format: PACK_FORMAT, version: PACK_VERSION, ...said, figures: packed });
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
