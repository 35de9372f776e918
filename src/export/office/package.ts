/**
 * An Office file: parts, what kind each is, and which leads to which (Open Packaging Conventions,
 * ECMA-376 part 2). Identifiers and paths of relationships are worked out here, so that none can
 * lead nowhere.
 */
import { strToU8, zipSync } from 'fflate';
import type { StepOptions } from '../steps.ts';
import { takeSteps } from '../steps.ts';
import { LEVEL, ZipWriter } from '../zip-writer.ts';
import { toXmlText, XML_HEAD } from './xml.ts';

const RELATIONSHIPS = 'application/vnd.openxmlformats-package.relationships+xml';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type RelationKind =
  | 'chart'
  | 'image'
  | 'notesMaster'
  | 'notesSlide'
  | 'officeDocument'
  | 'package'
  | 'slide'
  | 'slideLayout'
  | 'slideMaster'
  | 'styles'
  | 'theme'
  | 'worksheet'
  | 'extended-properties'
  | 'core-properties';

interface Relation {
  readonly id: string;
  readonly kind: RelationKind;
  readonly target: string;
}

interface Part {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Packed already: compressing it again takes time and saves nothing. */
  readonly packed: boolean;
}

/** The root of the file, where its first relationships start. */
export const ROOT = '';

function toRelationType(kind: RelationKind): string {
  return kind === 'core-properties'
    ? 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
    : `${DOCUMENT}/${kind}`;
}

function toRelationsPath(from: string): string {
  const cut = from.lastIndexOf('/') + 1;
  return `${from.slice(0, cut)}_rels/${from.slice(cut)}.rels`;
}

/** ZIP keeps dates from 1980; the same deck shall be the same bytes. */
const NO_DATE = new Date(1980, 0, 1);

/** Bytes that are packed within a blink; a pause after every part would take longer than the packing. */
const PORTION = 250_000;

interface ZippedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly packed: boolean;
}

/** In order, as many together as make up a portion. */
function toPortions(files: readonly ZippedFile[]): readonly (readonly ZippedFile[])[] {
  const portions: ZippedFile[][] = [];
  let room = 0;
  for (const file of files) {
    if (room <= 0) {
      portions.push([]);
      room = PORTION;
    }
    portions.at(-1)?.push(file);
    room -= file.bytes.length;
  }
  return portions;
}

export class OfficePackage {
  private readonly parts = new Map<string, Part>();
  private readonly relations = new Map<string, Relation[]>();

  /** @param path inside the file, "ppt/slides/slide1.xml" */
  add(path: string, type: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? strToU8(XML_HEAD + content) : content;
    this.parts.set(path, { bytes, type, packed: typeof content !== 'string' && !type.includes('svg') });
  }

  /** Leads from one part to another. @returns the identifier by which the first names the second */
  relate(from: string, kind: RelationKind, target: string): string {
    const known = this.relations.get(from) ?? [];
    const id = `rId${String(known.length + 1)}`;
    this.relations.set(from, [...known, { id, kind, target }]);
    return id;
  }

  private toContentTypes(): string {
    const overrides = [...this.parts]
      .map(([path, { type }]) => `<Override PartName="/${path}" ContentType="${type}"/>`)
      .join('');
    return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${RELATIONSHIPS}"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
  }

  /** Every file of the zip, the list of what they are first, as readers expect it. */
  private listFiles(): readonly ZippedFile[] {
    const files: ZippedFile[] = [];
    const put = (path: string, bytes: Uint8Array, packed = false): void => {
      files.push({ path, bytes, packed });
    };
    put('[Content_Types].xml', strToU8(XML_HEAD + this.toContentTypes()));
    for (const [from, relations] of this.relations) {
      const entries = relations.map(
        ({ id, kind, target }) =>
          `<Relationship Id="${id}" Type="${toRelationType(kind)}" Target="/${toXmlText(target)}"/>`,
      );
      const text = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
      put(toRelationsPath(from), strToU8(XML_HEAD + text));
    }
    for (const [path, { bytes, packed }] of this.parts) put(path, bytes, packed);
    return files;
  }

  /** The finished file, at once: for one that is small. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return zipSync(
      Object.fromEntries(
        this.listFiles().map(({ path, bytes, packed }) => [
          path,
          [bytes, { level: packed ? 0 : LEVEL, mtime: NO_DATE }],
        ]),
      ),
    );
  }

  /**
   * The finished file, a portion at a time.
   * @throws the signal's reason where it is cancelled
   */
  async toBytesInSteps(steps: StepOptions): Promise<Uint8Array<ArrayBuffer>> {
    const zip = new ZipWriter(NO_DATE);
    await takeSteps(toPortions(this.listFiles()), steps, (portion) => {
      for (const { path, bytes, packed } of portion) zip.add(path, bytes, packed);
    });
    return zip.toBytes();
  }
}
