/**
 * The set of files that a host publishes beside the site: the folder `data/` with an index. Nothing of the index is
 * believed before its form was checked, and no file before its hash was.
 */
import * as v from 'valibot';
import type { Problem } from '../domain/problem.ts';

import { ChosenFile } from './chosen-file.ts';

/** A folder or a file by its name alone: no way up, and nothing that an address reads as more than a name. */
const isName = (name: string): boolean => /^[^\\/:?#%\p{Cc}]+$/u.test(name) && name !== '.' && name !== '..';

const FileSchema = v.object({
  /** Below the folder of the index, with forward slashes. */
  path: v.pipe(
    v.string(),
    v.check(
      (path) => path.split('/').every(isName),
      'expected a path below the folder of the index, such as "2026/neet.csv"',
    ),
  ),
  name: v.pipe(v.string(), v.check(isName, 'expected the name of a file, such as "neet.csv"')),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 of 64 hexadecimal digits')),
  size: v.pipe(v.number(), v.safeInteger('expected a number of bytes'), v.minValue(0, 'expected a number of bytes')),
});

/** What `data/index.json` says. Where two files hold the same figure, that of the later one in the list is shown. */
const PublishedIndexSchema = v.object({
  updated: v.pipe(
    v.string(),
    v.check(
      (text) => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text)),
      'expected a date, such as "2026-11-22"',
    ),
  ),
  files: v.pipe(v.array(FileSchema), v.maxLength(500, 'expected 500 files at most')),
});

export type PublishedIndex = v.InferOutput<typeof PublishedIndexSchema>;
export type PublishedFile = PublishedIndex['files'][number];

export type FoundIndex =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly index: PublishedIndex }
  | { readonly kind: 'damaged'; readonly problem: Problem };

const NONE: FoundIndex = { kind: 'none' };

/** @param text of `data/index.json` */
export function readPublishedIndex(text: string): FoundIndex {
  // Some hosts answer every address with a page.
  if (text.trimStart().startsWith('<')) return NONE;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return damaged('it is not JSON');
  }
  const read = v.safeParse(PublishedIndexSchema, json, { abortEarly: true });
  if (!read.success) return damaged(`“${v.getDotPath(read.issues[0]) ?? ''}”: ${read.issues[0].message}`);
  return read.output.files.length === 0 ? NONE : { kind: 'found', index: read.output };
}

function damaged(where: string): FoundIndex {
  return {
    kind: 'damaged',
    problem: {
      severity: 'error',
      code: 'published-index-damaged',
      message: `There is a published set beside this site, and its index cannot be read (${where}). Whoever keeps the site can write it anew with “ecm publish”.`,
      file: 'data/index.json',
    },
  };
}

/** Asks the host for its index, always anew. Without a network, and without an index, there is none. */
export async function findPublished(folder: URL): Promise<FoundIndex> {
  const response = await ask(new URL('index.json', folder));
  return response ? readPublishedIndex(await response.text()) : NONE;
}

/** From this host alone, wherever it would lead to; undefined where there is no answer. */
async function ask(address: URL, signal: AbortSignal | null = null): Promise<Response | undefined> {
  try {
    const response = await fetch(address, { cache: 'no-cache', mode: 'same-origin', redirect: 'error', signal });
    return response.status === 200 ? response : undefined;
  } catch {
    return undefined;
  }
}

export type FetchedFiles =
  | { readonly kind: 'fetched'; readonly files: readonly File[] }
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * Every file of the set, or none where one of them is not what the index says: a dictionary that is missing would
 * change what the others mean.
 * @param folder the address of the folder of the index
 */
export async function fetchPublished(
  { files, updated }: PublishedIndex,
  folder: URL,
  signal: AbortSignal,
): Promise<FetchedFiles> {
  const fetched: File[] = [];
  for (const [place, listed] of files.entries()) {
    const response = await ask(new URL(listed.path.split('/').map(encodeURIComponent).join('/'), folder), signal);
    const content = await response?.blob().catch(() => undefined);
    if (!content) return failed(listed, 'did not arrive', 'Try again with a network, or later.');
    // A layer lies above those of an earlier date, so the place in the list has to show in it.
    const file = new File([content], listed.name, { lastModified: Date.parse(updated) + place });
    const found = file.size === listed.size ? await new ChosenFile(file).sha256(signal) : `${String(file.size)} bytes`;
    if (found !== listed.sha256) {
      return failed(
        listed,
        'is not the file that its index names: it was changed after it was published, or on its way here',
        'Tell whoever keeps the site; “ecm publish” writes the index anew.',
      );
    }
    fetched.push(file);
  }
  return { kind: 'fetched', files: fetched };
}

function failed({ name, path }: PublishedFile, what: string, next: string): FetchedFiles {
  return {
    kind: 'failed',
    problem: {
      severity: 'error',
      code: 'published-file',
      message: `${name} of the published set ${what}. Nothing of the set was read. ${next}`,
      file: `data/${path}`,
    },
  };
}
