import { describe, expect, it } from 'vitest';
import { describeBrought, isUnchanged } from '../../src/app/state/load-words.ts';
import type { BesidesPreview } from '../../src/load/preview-besides.ts';

const NONE = { new: 0, changed: 0, same: 0 };
const NOTHING: BesidesPreview = { neighbourSets: [], targets: NONE, judgements: NONE, homeTargets: [] };
const toSet = (kind: 'new' | 'changed' | 'same'): BesidesPreview['neighbourSets'][number] => ({
  name: 'A set',
  kind,
  authorities: 3,
});
const NO_CHANGE = { new: 0, revised: 0, withdrawn: 0, released: 0, remarked: 0, unchanged: 5 };

describe('what a load brought', () => {
  it('is told kind by kind, without those that it brought none of', () => {
    expect(describeBrought([{ indicators: 1, numbers: 7 }], { ...NOTHING, targets: { ...NONE, new: 2 } })).toBe(
      '1 indicator with 7 numbers, 2 targets',
    );
    expect(describeBrought([{ indicators: 0, numbers: 0 }], { ...NOTHING, judgements: { ...NONE, changed: 1 } })).toBe(
      '1 judgement',
    );
  });

  it('is told with what of it stood here so already', () => {
    expect(describeBrought([], { ...NOTHING, neighbourSets: [toSet('same')] })).toBe('1 set of neighbours (unchanged)');
    expect(describeBrought([], { ...NOTHING, neighbourSets: [toSet('same'), toSet('changed')] })).toBe(
      '2 sets of neighbours (1 unchanged)',
    );
    expect(describeBrought([], { ...NOTHING, targets: { new: 1, changed: 1, same: 1200 } })).toBe(
      '1,202 targets (1,200 unchanged)',
    );
  });
});

describe('a load', () => {
  it('leaves all that is shown as it is where it brings neither another figure nor another word', () => {
    const besides = { ...NOTHING, neighbourSets: [toSet('same')], targets: { ...NONE, same: 4 } };
    expect(isUnchanged({ counts: NO_CHANGE }, besides)).toBe(true);
    expect(isUnchanged({ counts: NO_CHANGE }, NOTHING)).toBe(true);
  });

  it.each(['new', 'revised', 'withdrawn', 'released', 'remarked'] as const)('changes something: a cell %s', (kind) => {
    expect(isUnchanged({ counts: { ...NO_CHANGE, [kind]: 1 } }, NOTHING)).toBe(false);
  });

  it.each([
    ['a set', { ...NOTHING, neighbourSets: [toSet('same'), toSet('new')] }],
    ['a target', { ...NOTHING, targets: { ...NONE, changed: 1 } }],
    ['a judgement', { ...NOTHING, judgements: { ...NONE, new: 1 } }],
  ])('changes something: %s', (_, besides) => {
    expect(isUnchanged({ counts: NO_CHANGE }, besides)).toBe(false);
  });
});
