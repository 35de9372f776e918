/** What a file is by its first bytes: names and endings lie, signatures seldom do. */

/** A packed file that can be opened. */
export type Container = 'gzip' | 'zip';

interface Signature {
  /** Byte values from the start of the file; undefined stands for any. */
  readonly bytes: readonly (number | undefined)[];
  /** "a PDF document". */
  readonly what: string;
  readonly remedy: string;
}

const ascii = (text: string): number[] => Array.from(text, (c) => c.charCodeAt(0));
const ANY4 = [undefined, undefined, undefined, undefined];

const FROM_SPREADSHEET = 'Open it where it was made and save the table as .csv or .xlsx.';
const ASK_FOR_TABLE = 'Ask whoever sent it for the figures as .csv or .xlsx.';
const UNPACK = 'Unpack it first, then load the .csv files inside.';

const FOREIGN: readonly Signature[] = [
  { bytes: ascii('%PDF'), what: 'a PDF document', remedy: ASK_FOR_TABLE },
  { bytes: [0x89, ...ascii('PNG')], what: 'a PNG picture', remedy: ASK_FOR_TABLE },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture', remedy: ASK_FOR_TABLE },
  { bytes: ascii('GIF8'), what: 'a GIF picture', remedy: ASK_FOR_TABLE },
  { bytes: [...ascii('RIFF'), ...ANY4, ...ascii('WEBP')], what: 'a WebP picture', remedy: ASK_FOR_TABLE },
  { bytes: [...ascii('II*'), 0], what: 'a TIFF picture', remedy: ASK_FOR_TABLE },
  { bytes: [...ascii('MM'), 0, ...ascii('*')], what: 'a TIFF picture', remedy: ASK_FOR_TABLE },
  { bytes: ascii('{\\rtf'), what: 'a rich text document', remedy: ASK_FOR_TABLE },
  { bytes: ascii('PAR1'), what: 'a Parquet file', remedy: FROM_SPREADSHEET },
  { bytes: ascii('SQLite format 3'), what: 'an SQLite database', remedy: FROM_SPREADSHEET },
  { bytes: [...ascii('7z'), 0xbc, 0xaf], what: 'a 7-Zip archive', remedy: UNPACK },
  { bytes: ascii('Rar!'), what: 'a RAR archive', remedy: UNPACK },
  { bytes: ascii('BZh'), what: 'a bzip2 archive', remedy: UNPACK },
  { bytes: [0xfd, ...ascii('7zXZ')], what: 'an xz archive', remedy: UNPACK },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: 'a Zstandard archive', remedy: UNPACK },
  { bytes: [0x7f, ...ascii('ELF')], what: 'a program', remedy: ASK_FOR_TABLE },
  { bytes: [...ascii('MZ'), undefined, 0], what: 'a program', remedy: ASK_FOR_TABLE },
];

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The first bytes a file must give for everything here to be recognised. */
export const HEAD_LENGTH = 4096;

function startsWith(head: Uint8Array, bytes: Signature['bytes']): boolean {
  return head.length >= bytes.length && bytes.every((byte, i) => byte === undefined || byte === head[i]);
}

/** The container that a file is, or undefined. */
export function findContainer(head: Uint8Array): Container | undefined {
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
  const zip = startsWith(head, [...ascii('PK'), 3, 4]) || startsWith(head, [...ascii('PK'), 5, 6]);
  return zip ? 'zip' : undefined;
}

/** Is this the wrapper of old Excel files, and of workbooks with a password? */
export function isOleFile(head: Uint8Array): boolean {
  return startsWith(head, OLE);
}

/** What a file that holds no text seems to be and what to do about it; undefined where it looks like text. */
export function findForeign(head: Uint8Array): { readonly what: string; readonly remedy: string } | undefined {
  return FOREIGN.find(({ bytes }) => startsWith(head, bytes));
}

/** Is this a web page, which servers send in place of a file when something went wrong? */
export function isWebPage(text: string): boolean {
  const start = text.slice(0, HEAD_LENGTH).trimStart().toLowerCase();
  return /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)[\s>]/.test(start);
}
