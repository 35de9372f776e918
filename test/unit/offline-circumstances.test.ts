import { describe, expect, it } from 'vitest';
import type { Signs } from '../../src/offline/circumstances.ts';
import { describeCircumstances, readCircumstances, toDatabaseName } from '../../src/offline/circumstances.ts';

const ON_SITE: Signs = {
  protocol: 'https:',
  serviceWorkers: true,
  database: true,
  privateFiles: 'there',
  vendor: 'Google Inc.',
  isInstalled: false,
};
const FROM_DISK: Signs = { ...ON_SITE, protocol: 'file:', serviceWorkers: false, privateFiles: 'refused' };
const APPLE = 'Apple Computer, Inc.';

const codesOf = (signs: Signs): readonly string[] =>
  describeCircumstances(readCircumstances(signs)).map(({ code }) => code);

describe('what is said of the place a page was opened in', () => {
  it('is nothing on a site in an ordinary window', () => {
    expect(codesOf(ON_SITE)).toEqual([]);
  });

  it('is nothing where the browser knows no private files at all', () => {
    expect(codesOf({ ...ON_SITE, privateFiles: 'absent' })).toEqual([]);
  });

  it('is that a private window forgets, where private files are refused', () => {
    expect(codesOf({ ...ON_SITE, privateFiles: 'refused' })).toEqual(['private-window']);
  });

  it('is only that nothing is stored, where nothing is: there is nothing to forget', () => {
    expect(codesOf({ ...ON_SITE, database: false, privateFiles: 'refused' })).toEqual(['storage-forbidden']);
  });

  it('is that a network is needed, on a site without https', () => {
    expect(codesOf({ ...ON_SITE, protocol: 'http:', serviceWorkers: false, privateFiles: 'absent' })).toEqual([
      'needs-network',
    ]);
  });

  it('is where loaded figures live, of a file on a disk, and not that it needs a network or looks private', () => {
    expect(codesOf(FROM_DISK)).toEqual(['opened-from-disk']);
  });

  it('is which browsers store for a file on a disk, where this one does not', () => {
    const [problem, ...others] = describeCircumstances(readCircumstances({ ...FROM_DISK, database: false }));
    expect(others).toEqual([]);
    expect(problem?.code).toBe('storage-forbidden');
    expect(problem?.message).toContain('Edge, Chrome or Firefox');
  });

  it('is that Safari forgets after a week, but not from the home screen, and not where a private window forgets sooner', () => {
    const safari = { ...ON_SITE, vendor: APPLE };
    expect(codesOf(safari)).toEqual(['forgets-in-a-week']);
    expect(codesOf({ ...safari, isInstalled: true })).toEqual([]);
    expect(codesOf({ ...safari, privateFiles: 'refused' })).toEqual(['private-window']);
  });

  it('is that WebKit reads no files for a page on a disk', () => {
    expect(codesOf({ ...FROM_DISK, vendor: APPLE })).toEqual(['no-files-from-disk']);
  });

  it('always says what to do next', () => {
    const signs = [ON_SITE, FROM_DISK, { ...ON_SITE, vendor: APPLE }, { ...FROM_DISK, vendor: APPLE }].flatMap(
      (place) =>
        [true, false].flatMap((database) => [
          { ...place, database, privateFiles: 'refused' } as const,
          { ...place, database, serviceWorkers: false },
        ]),
    );
    const messages = signs
      .flatMap((one) => describeCircumstances(readCircumstances(one)))
      .map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(4);
    for (const message of messages) expect(message).toMatch(/open|save/i);
  });
});

describe('the name of the database', () => {
  it('is the plain one where a site has its host to itself, whatever page and view are open', () => {
    expect(toDatabaseName('figures', 'https://outcomes.test/')).toBe('figures');
    expect(toDatabaseName('figures', 'https://outcomes.test/embed.html?a=/b/#/c/')).toBe('figures');
  });

  it('differs between two sites of one host', () => {
    expect(toDatabaseName('figures', 'https://host.test/team/trial/index.html')).toBe('figures /team/trial/');
    expect(toDatabaseName('figures', 'https://host.test/team/')).toBe('figures /team/');
  });

  it('is one for every file of a disk, so that a newer file finds what an older one stored', () => {
    expect(toDatabaseName('figures', 'file:///C:/Users/a/every-child-matters.html#/overview')).toBe(
      'figures from disk',
    );
    expect(toDatabaseName('figures', 'file:///home/a/ecm-2.html')).toBe('figures from disk');
  });
});
