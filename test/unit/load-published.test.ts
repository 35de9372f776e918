import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findFresh } from '../../src/load/fresh.ts';
import type { PublishedIndex } from '../../src/load/published.ts';
import { fetchPublished, findPublished, readPublishedIndex } from '../../src/load/published.ts';
import type { LoadRecord } from '../../src/store/records.ts';

const FOLDER = new URL('https://host.test/team/data/');
const NEET = 'indicator,group,area,period,value\nNEET,all,Derby,2024/25,7.4\n';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const toFile = (path: string, text: string) => ({
  path,
  name: path.split('/').at(-1) ?? '',
  sha256: hashOf(text),
  size: text.length,
});
const neet = toFile('2026/neet figures.csv', NEET);
const index: PublishedIndex = { updated: '2026-11-22', files: [neet, toFile('b.csv', 'b')] };
const read = (changes: object, file: object = {}) =>
  readPublishedIndex(JSON.stringify({ updated: '2026-11-22', files: [{ ...neet, ...file }], ...changes }));

/** Answers as a host does that has these files. */
function serve(files: Readonly<Record<string, string>>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: URL) => {
    asked.push(address.href);
    const text = files[address.href];
    return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text));
  });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the index of a published set', () => {
  it('is taken as it is where its form is right', () => {
    expect(read({})).toEqual({ kind: 'found', index: { updated: '2026-11-22', files: [neet] } });
  });

  it('is none where it names no file, and where a host answers with a page of its own', () => {
    expect(read({ files: [] })).toEqual({ kind: 'none' });
    expect(readPublishedIndex('<!doctype html><title>Outcomes</title>')).toEqual({ kind: 'none' });
  });

  it.each([
    ['https://evil.test/neet.csv'],
    ['//evil.test/neet.csv'],
    ['/neet.csv'],
    ['../neet.csv'],
    ['2026/../../neet.csv'],
    ['./neet.csv'],
    ['2026//neet.csv'],
    ['%2e%2e/neet.csv'],
    ['..\\neet.csv'],
    ['neet.csv?token=1'],
    ['neet.csv#1'],
    ['javascript:alert(1)'],
    [''],
  ])('is refused for the path %s, which may lead out of its folder', (path) => {
    const found = read({}, { path });
    expect(found).toMatchObject({ kind: 'damaged', problem: { code: 'published-index-damaged' } });
    expect(JSON.stringify(found)).toContain('“files.0.path”: expected a path below the folder');
  });

  it.each([
    ['updated', { updated: 'soon' }, {}],
    ['files', { files: 'all' }, {}],
    ['files.0.sha256', {}, { sha256: 'ABC' }],
    ['files.0.size', {}, { size: -1 }],
    ['files.0.name', {}, { name: 'a/b.csv' }],
  ])('is refused for its %s, with the place', (place, changes, file) => {
    expect(JSON.stringify(read(changes, file))).toContain(`“${place}”`);
  });

  it('is refused where it is no JSON, with what to do', () => {
    expect(JSON.stringify(readPublishedIndex('{ "updated":'))).toContain('it is not JSON');
    expect(JSON.stringify(readPublishedIndex('{ "updated":'))).toContain('ecm publish');
  });

  it('is none without a network, and where the host has none', async () => {
    serve({});
    expect(await findPublished(FOLDER)).toEqual({ kind: 'none' });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    expect(await findPublished(FOLDER)).toEqual({ kind: 'none' });
  });
});

describe('the files of a published set', () => {
  const { signal } = new AbortController();
  const BOTH = { [`${FOLDER.href}2026/neet%20figures.csv`]: NEET, [`${FOLDER.href}b.csv`]: 'b' };

  it('come from below the folder, in the order of the index, the later lying above', async () => {
    const asked = serve(BOTH);
    const fetched = await fetchPublished(index, FOLDER, signal);
    if (fetched.kind === 'failed') throw new Error(fetched.problem.message);
    expect(asked).toEqual(Object.keys(BOTH));
    expect(fetched.files.map(({ name }) => name)).toEqual(['neet figures.csv', 'b.csv']);
    expect(await fetched.files[0]?.text()).toBe(NEET);
    const [first = 0, second = 0] = fetched.files.map(({ lastModified }) => lastModified);
    expect(new Date(first).toISOString()).toBe('2026-11-22T00:00:00.000Z');
    expect(second).toBeGreaterThan(first);
  });

  it.each([
    ['of another length', `${NEET}\n`],
    ['of the same length', NEET.replace('7.4', '7.3')],
  ])('are refused all where one is another file %s', async (_, text) => {
    serve({ ...BOTH, [`${FOLDER.href}2026/neet%20figures.csv`]: text });
    const fetched = await fetchPublished(index, FOLDER, signal);
    expect(fetched).toMatchObject({ kind: 'failed', problem: { file: 'data/2026/neet figures.csv' } });
    expect(JSON.stringify(fetched)).toContain('is not the file that its index names');
  });

  it('are refused all where one is not there', async () => {
    serve({ [`${FOLDER.href}2026/neet%20figures.csv`]: NEET });
    expect(JSON.stringify(await fetchPublished(index, FOLDER, signal))).toContain('b.csv of the published set did not');
  });
});

describe('what is fresh in a published set', () => {
  const load = (changes: Partial<LoadRecord>): LoadRecord => ({
    id: 1,
    at: '2026-11-22T10:00:00.000Z',
    files: [
      {
        name: 'neet.csv',
        size: neet.size,
        sha256: neet.sha256,
        dated: '2026-11-22',
        family: 'tidy',
        companions: [{ name: 'words.csv', size: 1, sha256: hashOf('b') }],
        rows: 1,
        numbers: 1,
        markers: 0,
        indicators: 1,
        series: 1,
      },
    ],
    ...changes,
  });

  it('is what no load has brought, neither as figures nor as their dictionary', () => {
    expect(findFresh(index.files, [])).toEqual(index.files);
    expect(findFresh(index.files, [load({})])).toEqual([]);
  });

  it('is what was undone', () => {
    expect(findFresh(index.files, [load({ undone: '2026-11-22T11:00:00.000Z' })])).toEqual(index.files);
  });
});
