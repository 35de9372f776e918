/**
 * The theme of a PowerPoint file or template: its colours and fonts, and nothing else of it. The file
 * is opened under the limits of any packed file; its XML is read by the reader of workbooks.
 * Source: ECMA-376 part 1, 20.1.6 (themes).
 */
import type { DeckTheme, ThemeColour } from '../domain/deck-theme.ts';
import { THEME_COLOURS } from '../domain/deck-theme.ts';
import type { Problem } from '../domain/problem.ts';
import type { FileInput } from './bytes.ts';
import { readBytes, UnreadableError } from './bytes.ts';
import { LARGEST_PACKED } from './limits.ts';
import { findContainer, HEAD_LENGTH, isOleFile } from './signature.ts';
import type { XmlHandler } from './xml.ts';
import { readXml } from './xml.ts';
import type { ZipEntry } from './zip.ts';
import { guardDirectory, inflateEntry, readZipDirectory } from './zip.ts';

export type ThemeReading = { readonly theme: DeckTheme } | { readonly problem: Problem };

const PRESENTATION = 'ppt/presentation.xml';
const RELATIONS = 'ppt/_rels/presentation.xml.rels';

const refuse = (code: string, message: string, file: string): ThemeReading => ({
  problem: { severity: 'error', code, message, file },
});

const OTHERS: readonly (readonly [path: string, what: string])[] = [
  ['word/document.xml', 'a Word document'],
  ['xl/workbook.xml', 'an Excel workbook'],
  ['content.xml', 'an OpenDocument file'],
  ['theme/theme/theme1.xml', 'an Office theme (.thmx)'],
];

const REMEDY =
  'Choose a PowerPoint file that ends in .pptx or .potx; any presentation in your authority’s design will do.';

/** What a file is that is no presentation, and what to do instead. */
function refuseOther(name: string, entries: readonly ZipEntry[]): ThemeReading {
  const other = OTHERS.find(([path]) => entries.some((entry) => entry.path === path));
  return refuse('no-presentation', `“${name}” is ${other?.[1] ?? 'no PowerPoint file'}. ${REMEDY}`, name);
}

/** Where the presentation keeps its theme, as its relationships say. */
function findThemePath(chunks: Iterable<Uint8Array>): string | undefined {
  let found: string | undefined;
  readXml(chunks, {
    open(element, attributes) {
      if (element !== 'Relationship') return;
      const { Type = '', Target = '' } = attributes();
      if (Type.endsWith('/theme')) found = Target.startsWith('/') ? Target.slice(1) : `ppt/${Target}`;
    },
  });
  return found;
}

/** Colours that stand for those of the system, where the file does not say what they were. */
const SYSTEM: Readonly<Record<string, string>> = { window: 'FFFFFF', windowText: '000000' };
const isHex = (text: string): boolean => /^[0-9A-F]{6}$/.test(text);

const isPlace = (name: string): name is ThemeColour => THEME_COLOURS.some((place) => place === name);

/** Gathers colours and fonts while the elements of a theme pass. */
class ThemeHandler implements XmlHandler {
  name = '';
  readonly colours = new Map<ThemeColour, string>();
  readonly fonts = new Map<string, string>();
  private place: ThemeColour | undefined;
  private font: string | undefined;

  open(element: string, attributes: () => Readonly<Record<string, string>>): void {
    if (element === 'theme') this.name = attributes()['name'] ?? '';
    else if (isPlace(element)) this.place = element;
    else if (element === 'majorFont' || element === 'minorFont') this.font = element;
    else if (element === 'srgbClr') this.keep(attributes()['val']);
    else if (element === 'sysClr') {
      const { val = '', lastClr } = attributes();
      this.keep(lastClr ?? SYSTEM[val]);
    } else if (element === 'latin' && this.font !== undefined) {
      this.fonts.set(this.font, (attributes()['typeface'] ?? '').trim());
      this.font = undefined;
    }
  }

  close(element: string): void {
    if (element === this.place) this.place = undefined;
  }

  private keep(written: string | undefined): void {
    const hex = written?.toUpperCase() ?? '';
    if (this.place && isHex(hex) && !this.colours.has(this.place)) this.colours.set(this.place, hex);
  }
}

/** Longer names of fonts than any font has would be no names. */
const LONGEST_NAME = 80;
const toName = (written: string, otherwise: string): string =>
  written === '' || written.startsWith('+') ? otherwise : written.slice(0, LONGEST_NAME);

function toTheme({ name, colours, fonts }: ThemeHandler, file: string): ThemeReading {
  const missing = THEME_COLOURS.filter((place) => !colours.has(place));
  if (missing.length > 0) {
    return refuse(
      'theme-incomplete',
      `The theme of “${file}” gives no plain colour for ${missing.join(', ')}. Open the file in PowerPoint, choose Design, Variants, Colours, pick your colours and save it again; or choose another file.`,
      file,
    );
  }
  const colourOf = (place: ThemeColour): string => colours.get(place) ?? '';
  const body = toName(fonts.get('minorFont') ?? '', 'Arial');
  return {
    theme: {
      name: toName(name, file),
      colours: {
        dk1: colourOf('dk1'),
        lt1: colourOf('lt1'),
        dk2: colourOf('dk2'),
        lt2: colourOf('lt2'),
        accent1: colourOf('accent1'),
        accent2: colourOf('accent2'),
        accent3: colourOf('accent3'),
        accent4: colourOf('accent4'),
        accent5: colourOf('accent5'),
        accent6: colourOf('accent6'),
        hlink: colourOf('hlink'),
        folHlink: colourOf('folHlink'),
      },
      headings: toName(fonts.get('majorFont') ?? '', body),
      body,
    },
  };
}

function readPackage(name: string, bytes: Uint8Array): ThemeReading {
  const entries = readZipDirectory(name, bytes);
  guardDirectory(name, bytes.length, entries);
  if (!entries.some(({ path }) => path === PRESENTATION)) return refuseOther(name, entries);
  const part = (path: string | undefined): Iterable<Uint8Array> => {
    const entry = entries.find((one) => one.path === path);
    return entry ? inflateEntry(name, bytes, entry) : [];
  };
  const handler = new ThemeHandler();
  readXml(part(findThemePath(part(RELATIONS))), handler);
  return toTheme(handler, name);
}

/** The theme of a file that anybody may have handed over. Never throws. */
export async function readTheme(input: FileInput): Promise<ThemeReading> {
  const { name } = input;
  try {
    const head = await readBytes(input, HEAD_LENGTH);
    if (isOleFile(head)) {
      const message = `“${name}” is an old PowerPoint file (.ppt), or one with a password. Open it in PowerPoint and save it as .pptx without a password.`;
      return refuse('old-presentation', message, name);
    }
    if (findContainer(head) !== 'zip') return refuseOther(name, []);
    if (input.size > LARGEST_PACKED) {
      return refuse(
        'presentation-too-large',
        `“${name}” is larger than 512 MB. Take a presentation with fewer pictures.`,
        name,
      );
    }
    return readPackage(name, await readBytes(input));
  } catch (error) {
    if (error instanceof UnreadableError) return { problem: { file: name, ...error.problem } };
    const message = `“${name}” is damaged or was cut off: its theme cannot be read. Open it in PowerPoint and save it again.`;
    return refuse('damaged-presentation', message, name);
  }
}
