import { describe, expect, it } from 'vitest';
import { findFigureChanges } from '../../src/analysis/changes.ts';
import { formatRevision } from '../../src/app/state/change-words.ts';
import { ENGLAND } from '../../src/domain/area.ts';
import type { CellChange } from '../../src/domain/changes.ts';
import { ALL } from '../../src/domain/indicator.ts';
import type { Series } from '../../src/domain/series.ts';
import type { Value } from '../../src/domain/value.ts';
import type { Cell } from '../fixtures/analysis/world.ts';
import {
  academic,
  HOME,
  indicator,
  makeAreas,
  makeFigures,
  makeSeries,
  REGION,
  toCode,
} from '../fixtures/analysis/world.ts';

const areas = makeAreas(14);
const neet = indicator();
const years = [academic(2024), academic(2025)];

const figuresOf = (...series: readonly Series[]) => makeFigures(areas, [neet], series);
const seriesOf = (
  home: readonly Cell[],
  england: readonly Cell[],
  neighbour: readonly Cell[],
  stranger: readonly Cell[],
) =>
  makeSeries(neet, ALL, years, [
    [ENGLAND, england],
    [REGION, [1, 1]],
    [HOME, home],
    [toCode(1), neighbour],
    [toCode(12), stranger],
  ]);

describe('what changed', () => {
  const before = figuresOf(seriesOf([3.8, undefined], [3, 3], [5, 5], [1, 1]));
  const after = figuresOf(seriesOf([3.9, 7.6], [3.1, 3], ['c', 5], [2, 2]));
  const { revised, added } = findFigureChanges(before, after, HOME);

  it('has home first, then England, then the neighbours, and no strangers', () => {
    expect(revised.map(({ whose, kind }) => [whose, kind])).toEqual([
      ['home', 'revised'],
      ['england', 'revised'],
      ['neighbours', 'withdrawn'],
    ]);
  });

  it('keeps what is new apart from what is revised', () => {
    expect(added.map(({ whose, period, kind }) => [whose, period.label, kind])).toEqual([['home', '2024/25', 'new']]);
  });

  it('is nothing where the figures are the same', () => {
    expect(findFigureChanges(before, before, HOME)).toEqual({ revised: [], added: [] });
    const again = figuresOf(seriesOf([3.8, undefined], [3, 3], [5, 5], [1, 1]));
    expect(findFigureChanges(before, again, HOME)).toEqual({ revised: [], added: [] });
  });

  it('is all new where there was no such series', () => {
    const { added: all, revised: none } = findFigureChanges(figuresOf(), after, HOME);
    expect(none).toEqual([]);
    expect(all.filter(({ whose }) => whose === 'home').map(({ period }) => period.label)).toEqual([
      '2023/24',
      '2024/25',
    ]);
  });

  it('leaves out what nobody sees: further decimals, and another sign for the same reason', () => {
    const was = figuresOf(seriesOf([16.4, 'c'], ['-', 3], [5, 5], [1, 1]));
    const same = figuresOf(seriesOf([16.400000000000002, '*'], ['', 3], [5.04, 5], [1, 1]));
    expect(findFigureChanges(was, same, HOME)).toEqual({ revised: [], added: [] });
  });

  it('keeps what the reader sees: a status that came or went, and another reason', () => {
    const was = figuresOf(seriesOf([{ number: 7.6, status: 'provisional' }, 'c'], [3, 3], [5, 5], [1, 1]));
    const now = figuresOf(seriesOf([7.6, 'x'], [3, 3], [5, 5], [1, 1]));
    expect(findFigureChanges(was, now, HOME).revised.map(({ kind }) => kind)).toEqual(['remarked', 'remarked']);
  });
});

describe('a changed figure beside the one it replaces', () => {
  const wide = { unit: '%', decimals: 0 };
  const change = (kind: CellChange['kind'], before: Value | undefined, after: Value): CellChange => ({
    kind,
    area: HOME,
    period: academic(2025),
    before,
    after,
  });

  it('shows decimals enough to tell the two apart', () => {
    expect(formatRevision(change('revised', { number: 6.6 }, { number: 7.4 }), wide)).toEqual({
      was: '6.6%',
      becomes: '7.4%',
    });
  });

  it('says what stands beside the number where the number is the same', () => {
    expect(
      formatRevision(change('remarked', { number: 76, status: 'provisional' }, { number: 76, upper: 80 }), wide),
    ).toEqual({ was: '76%, provisional', becomes: '76%, upper limit 80' });
    expect(
      formatRevision(change('remarked', { number: 76, count: 12 }, { number: 76, count: 13, lower: 70.25 }), wide),
    ).toEqual({ was: '76%, count 12', becomes: '76%, lower limit 70.25, count 13' });
  });

  it('has the marker’s words, and a dash where there was nothing', () => {
    const hidden = { missing: 'suppressed', marker: 'c' } as const;
    expect(formatRevision(change('released', hidden, { number: 5 }), wide)).toEqual({
      was: 'suppressed',
      becomes: '5%',
    });
    expect(formatRevision(change('new', undefined, hidden), wide)).toEqual({ was: '–', becomes: 'suppressed' });
  });
});
