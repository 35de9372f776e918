import { expect, it } from 'vitest';
import { describeValue } from '../../src/chart/words.ts';

const RATE = { name: 'A rate', shortName: 'Rate', unit: 'rate per 10,000', decimals: 1, polarity: 'none' } as const;

it('a publisher’s note of a figure is said after all that belongs to the figure', () => {
  expect(describeValue({ number: 5, status: 'provisional', lower: 4, upper: 6, note: 'With caution' }, RATE)).toMatch(
    /^5\.0.*, provisional, interval 4\.0.* to 6\.0.*; the publisher notes: With caution$/,
  );
  expect(describeValue({ missing: 'suppressed', marker: '', note: 'Too few' }, RATE)).toBe(
    'suppressed (too few children to publish); the publisher notes: Too few',
  );
  expect(describeValue({ number: 5 }, RATE)).not.toContain('notes');
});
