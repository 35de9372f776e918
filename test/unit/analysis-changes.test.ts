import { describe, expect, it } from 'vitest';
import { describeChange, findFigureChanges } from '../../src/analysis/changes.ts';
import { ENGLAND } from '../../src/domain/area.ts';
import { ALL } from '../../src/domain/indicator.ts';
import type { Series } from '../../src/domain/series.ts';
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

  it('is said with the old figure beside the new one', () => {
    expect([...revised, ...added].map(describeChange)).toEqual([
      'NEET in 2023/24: 3.9%, was 3.8%',
      'NEET in 2023/24: 3.1%, was 3.0%',
      'NEET in 2023/24: suppressed, was 5.0%',
      'NEET in 2024/25: 7.6%, new',
    ]);
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
      '2024/25',
      '2023/24',
    ]);
  });
});
