import { describe, expect, it } from 'vitest';
import { findMarkTerms } from '../../src/app/help/marks.ts';

describe('the words in place of numbers or beside them', () => {
  it('are those that occur, each once, with what they mean', () => {
    const terms = findMarkTerms([
      { number: 1 },
      { number: 2, status: 'provisional' },
      undefined,
      { missing: 'suppressed', marker: 'c' },
      { missing: 'suppressed', marker: '*' },
    ]);
    expect(terms.map(({ word }) => word)).toEqual(['Suppressed', 'Provisional']);
    expect(terms[0]?.meaning).toContain('It is not zero');
  });

  it('are none of a marker that nobody knows', () => {
    expect(findMarkTerms([{ missing: 'unknown-marker', marker: '%%' }])).toEqual([]);
  });
});
