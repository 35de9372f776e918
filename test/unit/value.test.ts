import { describe, expect, it } from 'vitest';
import {
  describeMissing,
  explainMissing,
  findMissingReason,
  findStatus,
  isMeasured,
  numberOf,
  toMarker,
  toMarkerMeaning,
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

  it('is said in a word and explained in a few', () => {
    expect(describeMissing({ missing: 'not-applicable', marker: 'z' })).toBe('not applicable');
    expect(describeMissing({ missing: 'unknown-marker', marker: 'maybe' })).toBe('“maybe”');
    expect(explainMissing('suppressed')).toBe('too few children to publish');
  });
});

describe('a status', () => {
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
