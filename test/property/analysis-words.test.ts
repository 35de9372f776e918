import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankAttention } from '../../src/analysis/attention.ts';
import { decimalsToTell, roundTo } from '../../src/analysis/format.ts';
import { judgeAll, summarise } from '../../src/analysis/overview.ts';
import type { Verdict } from '../../src/analysis/verdict.ts';
import { judge } from '../../src/analysis/verdict.ts';
import type { AreaCode } from '../../src/domain/area.ts';
import { ENGLAND } from '../../src/domain/area.ts';
import { ALL } from '../../src/domain/indicator.ts';
import type { Measured, Status, Value } from '../../src/domain/value.ts';
import { isMeasured } from '../../src/domain/value.ts';
import { readBundledFigures } from '../fixtures/analysis/bundled.ts';
import { findContradictions } from '../fixtures/analysis/contradictions.ts';
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

const figures = readBundledFigures();
const everyone = figures.areas.authorities.map(({ code }) => code);

/** Every verdict on an authority, for every group of every indicator. */
function judgeEverything(home: AreaCode): Verdict[] {
  return figures.catalogue.indicators.flatMap((one) =>
    one.groups.flatMap((group) => judge(figures, { home, indicator: one, group }) ?? []),
  );
}

describe('153 authorities × all bundled indicators and groups', () => {
  it('have not one contradiction between figures, verdicts and words', { timeout: 120_000 }, () => {
    let verdicts = 0;
    const broken = everyone.flatMap((home) =>
      judgeEverything(home).flatMap((verdict) => {
        verdicts += 1;
        return findContradictions(verdict);
      }),
    );
    expect(broken.slice(0, 10)).toEqual([]);
    expect(everyone).toHaveLength(153);
    expect(verdicts).toBeGreaterThan(153 * 70);
  });

  it('have attention lists that only repeat their verdicts', { timeout: 120_000 }, () => {
    for (const home of everyone) {
      const { attention, goodNews } = rankAttention(judgeAll(figures, home), 100);
      for (const { verdict, score } of attention) {
        expect(verdict.neighbours.answer).toBe('worse');
        expect(score).toBeGreaterThanOrEqual(0.5);
        expect(verdict.recentGaps.length).toBeGreaterThanOrEqual(2);
      }
      for (const { verdict, score } of goodNews) {
        expect(verdict.neighbours.answer).toBe('better');
        expect(score).toBeLessThanOrEqual(-0.5);
      }
      const listed = [...attention, ...goodNews].map(({ verdict }) => verdict.indicator.id);
      expect(new Set(listed).size).toBe(listed.length);
      const strengths = attention.map(({ score }) => score);
      expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    }
  });

  it('have counts that add up to their verdicts', { timeout: 120_000 }, () => {
    for (const home of everyone) {
      const overview = summarise(figures, home);
      if (!overview) throw new Error(`no overview of ${home}`);
      const verdicts = judgeAll(figures, home);
      const { better, similar, worse, unjudged } = overview.counts;
      expect(better + similar + worse + unjudged).toBe(verdicts.length);
      const { improved, worsened, unchanged, unknown } = overview.movement;
      expect(improved + worsened + unchanged + unknown).toBe(verdicts.length);
      expect(overview.outcomes.reduce((sum, { counts }) => sum + counts.worse, 0)).toBe(worse);
      expect(overview.outcomes.flatMap(({ aims }) => aims.flatMap((aim) => aim.verdicts))).toHaveLength(
        verdicts.length,
      );
    }
  });

  it('show a value on its side of every quartile cut', { timeout: 120_000 }, () => {
    for (const home of everyone.slice(0, 40)) {
      for (const { value, comparison, indicator: one } of judgeAll(figures, home)) {
        if (!isMeasured(value) || !comparison.quartile) continue;
        const { cuts } = comparison.quartile;
        const shown = decimalsToTell(value.number, cuts, one.decimals);
        for (const cut of cuts) {
          const apart = Math.sign(roundTo(value.number, shown) - roundTo(cut, shown));
          // Nearer than the tenth decimal is as good as equal.
          if (shown < 10) expect(apart).toBe(Math.sign(value.number - cut));
        }
      }
    }
  });
});

const status = fc.option(fc.constantFrom<Status>('provisional', 'revised', 'estimated', 'break'), { nil: undefined });
const marker = fc.constantFrom<Value>(
  { missing: 'suppressed', marker: 'c' },
  { missing: 'low', marker: 'low' },
  { missing: 'not-published', marker: '-' },
);

/** A number of one decimal, sometimes with limits, sometimes with a status. */
const measured: fc.Arbitrary<Measured> = fc
  .record({ tenths: fc.integer({ min: -50, max: 1500 }), reach: fc.option(fc.integer({ min: 0, max: 80 })), status })
  .map(({ tenths, reach, status: said }) => ({
    number: tenths / 10,
    ...(said === undefined ? {} : { status: said }),
    ...(reach === null ? {} : { lower: (tenths - reach) / 10, upper: (tenths + reach) / 10 }),
  }));

const cell: fc.Arbitrary<Cell> = fc.oneof({ weight: 8, arbitrary: measured }, marker, fc.constant(undefined));
const row = fc.array(cell, { minLength: 6, maxLength: 6 });
const years = [2020, 2021, 2022, 2023, 2024, 2025].map(academic);

const world = fc.record({
  polarity: fc.constantFrom('higher', 'lower', 'none'),
  unit: fc.constantFrom('% of pupils', 'per 10,000 aged under 18', ''),
  decimals: fc.integer({ min: 0, max: 2 }),
  banded: fc.boolean(),
  wording: fc.option(
    fc.constantFrom(
      { form: 'share', subject: 'pupils', predicate: 'were absent from school' } as const,
      { form: 'measure', subject: 'the rate of admissions', predicate: 'per 10,000 children' } as const,
    ),
    { nil: undefined },
  ),
  england: row,
  region: row,
  authorities: fc.array(row, { minLength: 1, maxLength: 30 }),
});

describe('any figures whatever', () => {
  it('are never contradicted by their words', () => {
    fc.assert(
      fc.property(world, ({ england, region, authorities, wording, ...given }) => {
        const it1 = indicator({ ...given, ...(wording ? { wording } : {}) });
        const cells = [
          [ENGLAND, england] as const,
          [REGION, region] as const,
          ...authorities.map((cells, n) => [toCode(n), cells] as const),
        ];
        const made = makeFigures(makeAreas(authorities.length), [it1], [makeSeries(it1, ALL, years, cells)]);
        const verdict = judge(made, { home: HOME, indicator: it1, group: ALL });
        expect(verdict ? findContradictions(verdict) : []).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('give better where the polarity gives worse when it is turned round', () => {
    const turned = { better: 'worse', worse: 'better', similar: 'similar', 'cannot-tell': 'cannot-tell' } as const;
    fc.assert(
      fc.property(world, ({ england, region, authorities }) => {
        const answers = (['lower', 'higher'] as const).map((polarity) => {
          const it1 = indicator({ polarity });
          const cells = [
            [ENGLAND, england] as const,
            [REGION, region] as const,
            ...authorities.map((cells, n) => [toCode(n), cells] as const),
          ];
          const made = makeFigures(makeAreas(authorities.length), [it1], [makeSeries(it1, ALL, years, cells)]);
          const verdict = judge(made, { home: HOME, indicator: it1, group: ALL });
          return [verdict?.england.answer, verdict?.region.answer, verdict?.neighbours.answer];
        });
        const [lower = [], higher = []] = answers;
        const flip = (answer: (typeof lower)[number]) =>
          answer === undefined || answer === 'lower' || answer === 'higher' ? answer : turned[answer];
        expect(higher).toEqual(lower.map(flip));
      }),
      { numRuns: 200 },
    );
  });
});
