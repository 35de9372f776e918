/** Indicators by areas, each cell against England, from figures. */
import { judgeAgainst } from '../../analysis/against.ts';
import { readColumn } from '../../analysis/column.ts';
import { fieldOf } from '../../analysis/field.ts';
import { findInterval } from '../../analysis/interval.ts';
import type { AreaCode } from '../../domain/area.ts';
import { ENGLAND } from '../../domain/area.ts';
import type { Figures } from '../../domain/figures.ts';
import type { GroupId, Indicator } from '../../domain/indicator.ts';
import type { Period } from '../../domain/period.ts';
import type { Series } from '../../domain/series.ts';
import { toSeriesKey } from '../../domain/series.ts';
import type { Value } from '../../domain/value.ts';
import { numberOf } from '../../domain/value.ts';
import type { RugAnswer, RugInput } from '../forms/rug.ts';
import type { ChartWords } from '../inputs.ts';

/** What stands in a row: one indicator and group in one period, the same for every area. */
export interface RugSubject {
  readonly indicator: Indicator;
  readonly group: GroupId;
  readonly period: Period;
}

export interface RugChoice extends ChartWords {
  readonly home: AreaCode;
  /** In the order of the columns, home among them. */
  readonly areas: readonly AreaCode[];
  readonly subjects: readonly RugSubject[];
}

type Cell = RugInput['rows'][number]['cells'][number];

/** By the same rule for every area; England itself and what has no polarity are not judged. */
function judgeCells(figures: Figures, { indicator, period }: RugSubject, series: Series): (area: AreaCode) => Cell {
  const valueOf = readColumn(series, period);
  const field = fieldOf(series, figures.areas, period);
  const benchmark = numberOf(valueOf(ENGLAND));
  const judge = (value: Value | undefined): RugAnswer | undefined => {
    const interval = findInterval(value, indicator);
    const number = numberOf(value);
    const match = {
      against: 'england',
      name: 'England',
      indicator,
      value: number,
      benchmark,
      interval,
      field,
    } as const;
    const { answer } = judgeAgainst(match);
    return answer === 'better' || answer === 'worse' || answer === 'similar' ? answer : undefined;
  };
  const judged = indicator.polarity !== 'none';
  return (area) => {
    const value = valueOf(area);
    return { value, answer: judged && area !== ENGLAND ? judge(value) : undefined };
  };
}

/** One row for each subject that has a series, its cells at home's period. */
export function buildRug(figures: Figures, { home, areas, subjects, title, caption }: RugChoice): RugInput {
  return {
    title,
    caption,
    against: 'England',
    areas: areas.map((area) => ({ id: area, name: figures.areas.nameOf(area), home: area === home })),
    rows: subjects.flatMap((subject) => {
      const { indicator, group, period } = subject;
      const series = figures.findSeries(indicator.id, group);
      if (!series) return [];
      const cells = areas.map(judgeCells(figures, subject, series));
      return [{ id: toSeriesKey(indicator.id, group), measure: indicator, period: period.label, cells }];
    }),
  };
}
