/**
 * Opens what officers pack files in: gzip, zip with several files, workbooks. Told by content, never by
 * name. A plain file is its own only member.
 */
import type { Problem } from '../domain/problem.ts';
import { readBytes, toByteStream, UnreadableError, type FileInput } from './bytes.ts';
import { decodeWindows1252 } from './encoding.ts';
import { openGzip } from './gzip.ts';
import { LARGEST_PACKED, MOST_MEMBERS } from './limits.ts';
import { findContainer, HEAD_LENGTH, isOleFile } from './signature.ts';
import type { Sheet } from './workbook.ts';
import { guardDirectory, inflateEntry, readZipDirectory, type ZipEntry } from './zip.ts';

/** A file that holds at most one table: a text, or the sheet of a workbook. */
export interface Member extends FileInput {
  /** The sheet with the table where it was a workbook; then `stream` gives the workbook's bytes. */
  readonly sheet?: Sheet;
  /** How many of its `size` bytes the last stream has taken; absent where the stream's bytes are those. */
  position?(): number;
}

export interface Opened {
  readonly members: readonly Member[];
  readonly problems: readonly Problem[];
}

/** Zips that are to come out the same every time have the first day that a zip can say, wherever they were made. */
const NO_DATE = Date.UTC(1980, 0, 3);

/** A zip inside a zip is opened, one inside that is not. */
const DEEPEST = 2;

const refused = (code: string, message: string, severity: Problem['severity'] = 'error'): Opened => ({
  members: [],
  problems: [{ severity, code, message }],
});

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Left by the system that made the zip: no file of anybody's. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => part === '__MACOSX' || (part.startsWith('.') && part !== '..' && part !== '.'));
}

/** What a data package says of the tables beside it; they say it themselves, too. */
const DESCRIPTION = 'datapackage.json';

function isOutside(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..');
}

const OTHER_OFFICE: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\.xml$/, 'a Word document'],
  [/^ppt\/presentation\.xml$/, 'a PowerPoint presentation'],
  [/^xl\/workbook\.bin$/, 'a binary Excel workbook (.xlsb)'],
  [/^content\.xml$/, 'an OpenDocument file'],
];

async function openZip(input: FileInput, depth: number): Promise<Opened> {
  if (input.size > LARGEST_PACKED) {
    return refused('zip-too-large', 'The zip is larger than 512 MB. Unpack it and load the files inside one by one.');
  }
  const bytes = await readBytes(input);
  const entries = readZipDirectory(input.name, bytes);
  const has = (path: RegExp): boolean => entries.some((entry) => path.test(entry.path));
  if (has(/^xl\/workbook\.xml$/)) {
    guardDirectory(input.name, bytes.length, entries);
    const { openWorkbook } = await import('./workbook.ts');
    return openWorkbook(input, bytes, entries);
  }
  const office = OTHER_OFFICE.find(([path]) => has(path));
  if (office) {
    return refused('not-text', `This seems to be ${office[1]}, not a table. Save the table in it as .csv or .xlsx.`);
  }
  return openEntries(input, bytes, entries, depth);
}

/** What is said of an entry that cannot be read, or undefined. */
function findFault({ path, encrypted, method }: ZipEntry): Problem | undefined {
  const error = (code: string, message: string): Problem => ({ severity: 'error', code, message });
  if (isOutside(path)) {
    return error(
      'path-outside',
      `The zip holds “${path}”, a path that leads outside of it, as no sound zip does; that file is not read. Ask where the zip comes from.`,
    );
  }
  if (encrypted) {
    return error(
      'password',
      `“${path}” in the zip is protected by a password. Unpack it with the password and load the file.`,
    );
  }
  if (method !== 0 && method !== 8) {
    return error(
      'zip-method',
      `“${path}” is packed in a way that is not read here (method ${String(method)}). Unpack the zip and load the file.`,
    );
  }
  return undefined;
}

async function openEntries(
  input: FileInput,
  bytes: Uint8Array,
  all: readonly ZipEntry[],
  depth: number,
): Promise<Opened> {
  const entries = all.filter(({ path }) => !isHidden(path) && lastPart(path) !== DESCRIPTION);
  if (entries.length === 0) return refused('empty-zip', 'The zip holds no files. Check that it was made rightly.');
  if (entries.length > MOST_MEMBERS) {
    return refused(
      'zip-too-many',
      `The zip holds ${String(entries.length)} files; up to ${String(MOST_MEMBERS)} are read. Load those that matter.`,
    );
  }
  const problems: Problem[] = [];
  const members: Member[] = [];
  const sound = entries.filter((entry) => {
    const fault = findFault(entry);
    if (fault) problems.push({ ...fault, file: input.name });
    return !fault;
  });
  guardDirectory(input.name, bytes.length, sound);
  for (const entry of sound) {
    const opened = await openAt(
      {
        name: lastPart(entry.path),
        size: entry.size,
        lastModified: entry.lastModified,
        ...(entry.lastModified > NO_DATE ? { writtenAt: entry.lastModified } : {}),
        stream: () => toByteStream(inflateEntry(input.name, bytes, entry)),
      },
      depth + 1,
    );
    members.push(...opened.members);
    problems.push(...opened.problems);
  }
  return { members, problems };
}

const ENCRYPTED_PACKAGE = Array.from('EncryptedPackage', (c) => `${c}\0`).join('');

/** A workbook with a password is wrapped as old Excel files are, and names its one stream so. */
async function describeOle(input: FileInput): Promise<Opened> {
  const text = decodeWindows1252(await readBytes(input, LARGEST_PACKED));
  return text.includes(ENCRYPTED_PACKAGE)
    ? refused(
        'password',
        'The workbook is protected by a password. Open it in Excel, save a copy without the password, and load that.',
      )
    : refused(
        'old-workbook',
        'This is an old Office file (.xls or .doc). Open it and save the table as .xlsx or .csv.',
      );
}

async function openAt(input: FileInput, depth: number): Promise<Opened> {
  try {
    const head = await readBytes(input, HEAD_LENGTH);
    if (isOleFile(head)) return withFile(await describeOle(input), input.name);
    const container = findContainer(head);
    if (container === undefined) return { members: [input], problems: [] };
    if (depth > DEEPEST) {
      return withFile(
        refused('packed-too-deep', 'The file is packed inside a zip inside a zip. Unpack it and load what is inside.'),
        input.name,
      );
    }
    if (container === 'zip') return withFile(await openZip(input, depth), input.name);
    return await openAt(openGzip(input, head), depth + 1);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return withFile({ members: [], problems: [error.problem] }, input.name);
  }
}

/** Problems that do not say yet which file they are of. */
function withFile({ members, problems }: Opened, file: string): Opened {
  return { members, problems: problems.map((problem) => ({ file, ...problem })) };
}

/** Unpacks a file as far as it takes; a plain file is its own only member. Problems tell what was left out. */
export async function openFile(input: FileInput): Promise<Opened> {
  return openAt(input, 0);
}
