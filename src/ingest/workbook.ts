/**
 * Opens an .xlsx workbook: which of its sheets holds a table, and its rows. Loaded only when a workbook
 * is, for few files are.
 */
import { UnreadableError, type FileInput } from './bytes.ts';
import type { Member, Opened } from './container.ts';
import { countFilled, type Line } from './line.ts';
import { toNumberForm, type NumberForm } from './number-format.ts';
import { decodeEscapes, readSheetRows, type WorkbookTables } from './sheet.ts';
import { readXml } from './xml.ts';
import { inflateEntry, type ZipEntry } from './zip.ts';

export interface Sheet {
  readonly name: string;
  /** From the first row on, each time it is called. @throws UnreadableError where the workbook is damaged */
  rows(): Iterable<Line>;
}

/** Rows that are looked at to tell whether a sheet holds a table. */
const SAMPLE = 100;

type FindPart = (path: string) => Iterable<Uint8Array>;

interface SheetEntry {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

function damaged(name: string): UnreadableError {
  return new UnreadableError({
    severity: 'error',
    code: 'damaged-workbook',
    message: `The workbook “${name}” is damaged or was cut off: its sheets cannot be read. Open it in Excel and save it again, or save the sheet as .csv.`,
  });
}

/** Says in our own words that XML was not well-formed. */
function* guardRows(name: string, rows: Iterable<Line>): Generator<Line, void> {
  try {
    yield* rows;
  } catch (error) {
    throw error instanceof UnreadableError ? error : damaged(name);
  }
}

/** Where the parts of the workbook are: the sheets by their id, the others by the last word of their type. */
function readRelations(part: FindPart): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(part('xl/_rels/workbook.xml.rels'), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target = '' } = attributes();
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
      targets.set(Id, path);
      targets.set(Type.slice(Type.lastIndexOf('/')), path);
    },
  });
  return targets;
}

function readSheetList(
  part: FindPart,
  targets: ReadonlyMap<string, string>,
): { sheets: SheetEntry[]; from1904: boolean } {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  readXml(part('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes()['date1904'] ?? '');
      if (name !== 'sheet') return;
      const { name: title = '', id = '', state = 'visible' } = attributes();
      const path = targets.get(id);
      if (path !== undefined) sheets.push({ name: title, path, hidden: state !== 'visible' });
    },
  });
  return { sheets, from1904 };
}

function readSharedStrings(chunks: Iterable<Uint8Array>): string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  readXml(chunks, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text(found) {
      if (isText) text += found;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') strings.push(decodeEscapes(text));
    },
  });
  return strings;
}

function readForms(chunks: Iterable<Uint8Array>): NumberForm[] {
  const codes = new Map<number, string>();
  const forms: NumberForm[] = [];
  let isCellFormats = false;
  readXml(chunks, {
    open(name, attributes) {
      if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        codes.set(Number(numFmtId), formatCode);
      } else if (name === 'cellXfs') isCellFormats = true;
      else if (name === 'xf' && isCellFormats) {
        const id = Number(attributes()['numFmtId'] ?? 0);
        forms.push(toNumberForm(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellFormats = false;
    },
  });
  return forms;
}

/** Does the sheet hold something like a header and a row? A contents page or a note does not. */
function holdsTable(sheet: Sheet): boolean {
  let looked = 0;
  let tabular = 0;
  for (const { cells } of sheet.rows()) {
    if (countFilled(cells) >= 2) tabular++;
    if (tabular >= 2) return true;
    if (++looked >= SAMPLE) return false;
  }
  return false;
}

/** When it was saved last, by its properties (ECMA-376 part 2, 8.3); undefined where they do not say, or are damaged. */
function findSaved(part: FindPart): number | undefined {
  let written = '';
  let isInside = false;
  try {
    readXml(part('docProps/core.xml'), {
      open(name) {
        isInside = name === 'modified';
      },
      text(text) {
        if (isInside) written += text;
      },
      close() {
        isInside = false;
      },
    });
  } catch {
    return undefined;
  }
  const saved = Date.parse(written.trim());
  return Number.isNaN(saved) ? undefined : saved;
}

function toMember(input: FileInput, sheet: Sheet, writtenAt: number | undefined): Member {
  const { name, size, lastModified } = input;
  return {
    name,
    size,
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(writtenAt === undefined ? {} : { writtenAt }),
    stream: () => input.stream(),
    sheet,
  };
}

/** The workbook as one member: the first sheet, of those that are not hidden, that holds a table. */
export function openWorkbook(input: FileInput, bytes: Uint8Array, entries: readonly ZipEntry[]): Opened {
  const part: FindPart = (path) => {
    const entry = entries.find((e) => e.path.toLowerCase() === path.toLowerCase());
    return entry ? inflateEntry(input.name, bytes, entry) : [];
  };
  let sheets: Sheet[];
  let withTable: Sheet[];
  let saved: number | undefined;
  try {
    const targets = readRelations(part);
    const { sheets: list, from1904 } = readSheetList(part, targets);
    const sharedStrings = readSharedStrings(part(targets.get('/sharedStrings') ?? ''));
    const tables: WorkbookTables = { sharedStrings, forms: readForms(part(targets.get('/styles') ?? '')), from1904 };
    sheets = list
      .filter(({ hidden }) => !hidden)
      .map(({ name, path }) => ({ name, rows: () => guardRows(input.name, readSheetRows(part(path), tables)) }));
    withTable = sheets.filter(holdsTable);
    saved = findSaved(part);
  } catch (error) {
    throw error instanceof UnreadableError ? error : damaged(input.name);
  }
  const [sheet, ...others] = withTable;
  if (!sheet) {
    const names = sheets.map(({ name }) => `“${name}”`).join(', ');
    return {
      members: [],
      problems: [
        {
          severity: 'error',
          code: 'no-table',
          message: `No sheet of the workbook holds a table (looked at ${names === '' ? 'none' : names}). Put the names of the columns in one row with the figures below it.`,
        },
      ],
    };
  }
  const names = others.map(({ name }) => `“${name}”`).join(', ');
  return {
    members: [toMember(input, sheet, saved ?? input.writtenAt)],
    problems:
      others.length === 0
        ? []
        : [
            {
              severity: 'note',
              code: 'other-sheets',
              message: `The sheet “${sheet.name}” is read, the first that holds a table; ${names} ${others.length === 1 ? 'is' : 'are'} not. Save another sheet as a file of its own to load it too.`,
            },
          ],
  };
}
