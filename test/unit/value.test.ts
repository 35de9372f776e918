import { describe, expect, it } from 'vitest';
import type { MissingReason } from '../../src/domain/value.ts';
import {
  describeMissing,
  explainMissing,
  findCellNote,
  findMissingReason,
  findStatus,
  isMeasured,
  numberOf,
  toMarker,
  toMarkerMeaning,
  toNotedMarker,
  toStatusMarker,
  toWrittenMarker,
} from '../../src/domain/value.ts';

describe('a marker', () => {
  it.each([
    ['c', 'suppressed'],
    ['*', 'suppressed'],
    ['<5', 'suppressed'],
    ['k', 'low'],
    ['low', 'low'],
    ['x', 'not-available'],
    [':', 'not-available'],
    ['..', 'not-available'],
    ['z', 'not-applicable'],
    ['.', 'not-applicable'],
    ['u', 'unreliable'],
    ['-', 'not-published'],
    ['', 'not-published'],
    ['null', 'not-available'],
    ['na', 'not-available'],
    ['n/a', 'not-available'],
    ['nan', 'not-available'],
    ['#n/a', 'not-available'],
    ['#null!', 'not-available'],
    ['#div/0!', 'not-applicable'],
  ])('“%s” means %s', (marker, reason) => {
    expect(findMissingReason(marker)).toBe(reason);
  });

  it('is the same in any case and with any spaces around it', () => {
    expect(toMarker(' C ')).toBe('c');
  });

  it('that no publisher uses has no reason, whatever its name', () => {
    for (const text of ['maybe', '__proto__', 'constructor', 'p']) expect(findMissingReason(text)).toBeUndefined();
  });

  it('carries another meaning where a publisher uses it in a sense of its own', () => {
    const marker = toMarkerMeaning('x', 'c');
    expect(findMissingReason(marker)).toBe('suppressed');
    expect(toWrittenMarker(marker)).toBe('x');
    expect(toWrittenMarker('x')).toBe('x');
  });

  it('carries the note of its own cell, and means the same as without it', () => {
    const noted = toNotedMarker(toMarkerMeaning('x', 'c'), 'Too few');
    expect(findCellNote(noted)).toBe('Too few');
    expect(findMissingReason(noted)).toBe('suppressed');
    expect(toWrittenMarker(noted)).toBe('x');
    expect(findStatus(toNotedMarker('p', 'To be confirmed'))).toBe('provisional');
    expect(findStatus(toNotedMarker('', 'To be confirmed'))).toBeUndefined();
    expect(findCellNote('x')).toBeUndefined();
  });

  it('is said in a word and explained in a few', () => {
    expect(describeMissing({ missing: 'not-applicable', marker: 'z' })).toBe('not applicable');
    expect(describeMissing({ missing: 'unknown-marker', marker: 'maybe' })).toBe('“maybe”');
    expect(explainMissing('suppressed')).toBe('too few children to publish');
  });
});

describe('the reasons for a missing number', () => {
  const reasons = [
    'suppressed',
    'low',
    'not-available',
    'not-applicable',
    'unreliable',
    'not-published',
    'unknown-marker',
  ] as const satisfies readonly MissingReason[];

  it('are each said and explained in words of their own', () => {
    const words = reasons.map((missing) => describeMissing({ missing, marker: 'maybe' }));
    const explanations = reasons.map(explainMissing);
    for (const told of [words, explanations]) {
      expect(told.every((text) => /\p{L}{3}/u.test(text))).toBe(true);
      expect(new Set(told).size).toBe(reasons.length);
    }
  });

  it('are the words of the publishers', () => {
    for (const reason of reasons.slice(0, -1)) {
      expect(describeMissing({ missing: reason, marker: '' })).toBe(reason.replace('-', ' '));
    }
  });
});

describe('a status', () => {
  it.each([
    ['p', 'provisional'],
    ['r', 'revised'],
    ['e', 'estimated'],
    ['b', 'break'],
  ])('“%s” beside a number means %s', (letter, status) => {
    expect(findStatus(letter)).toBe(status);
  });

  it.each(['provisional', 'revised', 'estimated', 'break'] as const)(
    '%s has a letter and comes back from it',
    (status) => {
      expect(findStatus(toStatusMarker(status))).toBe(status);
    },
  );
});

describe('a value', () => {
  it('is a number or not, and a marker is never zero', () => {
    expect(isMeasured({ number: 0 })).toBe(true);
    expect(numberOf({ missing: 'low', marker: 'k' })).toBeUndefined();
    expect(numberOf(undefined)).toBeUndefined();
  });
});
