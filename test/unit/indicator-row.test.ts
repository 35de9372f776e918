import { describe, expect, it } from 'vitest';
import { contrastOf } from '../../src/domain/deck-theme.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import { isPercentage } from '../../src/domain/indicator.ts';
import { findGroupInRow, findIndicatorInRow, toGroupRow, toIndicatorRow } from '../../src/domain/indicator-row.ts';

const plain: Indicator = {
  id: 'clubs',
  name: 'Youth clubs',
  shortName: 'Clubs',
  unit: '%',
  polarity: 'higher',
  decimals: 1,
  nationalIndicators: [],
  groups: ['all'],
};

const full: Indicator = {
  ...plain,
  nationalIndicators: ['NI 110', 'NI 111'],
  groups: ['all', 'looked-after'],
  periodType: 'financial',
  outcome: 'enjoy-and-achieve',
  aim: 'recreation',
  topic: 'Leisure',
  definition: 'Who went.',
  direction: 'Higher is better.',
  publisher: 'A council',
  publication: 'A return',
  licence: 'OGL v3.0',
  sourceId: 'clubs-1',
  wording: { form: 'share', subject: 'young people', predicate: 'went' },
  banded: false,
};

describe('an indicator as a row of a table', () => {
  it.each([
    ['plain', plain],
    ['full', full],
    ['banded', { ...plain, banded: true }],
  ])('comes back as it was: %s', (_, indicator) => {
    expect(findIndicatorInRow(toIndicatorRow(indicator))).toStrictEqual(indicator);
  });

  it.each([
    ['indicator', ''],
    ['polarity', 'sideways'],
    ['polarity', ''],
    ['decimals', ''],
    ['decimals', '12'],
    ['decimals', 'x1'],
  ])('is none where its %s is “%s”', (column, written) => {
    expect(findIndicatorInRow({ ...toIndicatorRow(plain), [column]: written })).toBeUndefined();
  });

  it('has a group beside it that comes back, with its counterpart or without', () => {
    for (const group of [
      { id: 'fsm', name: 'Free school meals', plain: 'pupils', counterpart: 'not-fsm' },
      { id: 'all', name: 'All', plain: 'children' },
    ]) {
      expect(findGroupInRow(toGroupRow(group))).toStrictEqual(group);
    }
    expect(findGroupInRow({ group: '', name: 'All', plain: '', counterpart: '' })).toBeUndefined();
  });
});

describe('the contrast of two colours', () => {
  /** As any checker of WCAG's formula has them. */
  it.each([
    ['000000', 'FFFFFF', 21],
    ['FFFFFF', '000000', 21],
    ['777777', 'FFFFFF', 4.478],
    ['0000FF', 'FFFFFF', 8.592],
    ['FF0000', 'FFFFFF', 3.998],
    ['00FF00', '000000', 15.304],
    ['0A0A0A', '000000', 1.0607],
    ['123456', '123456', 1],
  ])('of %s on %s is %d', (a, b, contrast) => {
    expect(contrastOf(a, b)).toBeCloseTo(contrast, 3);
  });
});

describe('the unit of an indicator', () => {
  it.each(['%', '% of pupils', ' % of pupils'])('“%s” is a percentage', (unit) => {
    expect(isPercentage({ unit })).toBe(true);
  });

  it.each(['', 'per cent', 'number, %', 'per 10,000'])('“%s” is none', (unit) => {
    expect(isPercentage({ unit })).toBe(false);
  });
});
