/** The areas of a series by level, worked out once for all series that have the same areas. */
import type { AreaCode, AreaList } from '../../domain/area.ts';
import { ENGLAND } from '../../domain/area.ts';
import type { Series } from '../../domain/series.ts';

/** Positions in a series' areas. */
export interface Field {
  /** Local authorities of today. */
  readonly authorities: readonly number[];
  readonly regions: readonly number[];
  /** -1 where England is not among them. */
  readonly england: number;
}

const fields = new WeakMap<readonly AreaCode[], Field>();

export function findField(series: Series, areas: AreaList): Field {
  const known = fields.get(series.areas);
  if (known) return known;
  const authorities: number[] = [];
  const regions: number[] = [];
  series.areas.forEach((code, index) => {
    const area = areas.find(code);
    if (area?.level === 'local-authority' && !area.abolished) authorities.push(index);
    else if (area?.level === 'region') regions.push(index);
  });
  const field = { authorities, regions, england: series.areas.indexOf(ENGLAND) };
  fields.set(series.areas, field);
  return field;
}

/** The number in a cell, NaN where there is none. */
export function numberAt(series: Series, area: number, period: number): number {
  return area < 0 || period < 0 ? Number.NaN : (series.numbers[area * series.periods.length + period] ?? Number.NaN);
}

/** The numbers of some areas in a period. */
export function numbersOf(series: Series, areas: readonly number[], period: number): number[] {
  return areas.map((area) => numberAt(series, area, period)).filter((number) => !Number.isNaN(number));
}

/** Does a unit count things, so that the country's figure is the sum of its authorities' ones? */
export function isCountUnit(unit: string): boolean {
  return /\b(?:number|numbers|count|total|spend|expenditure|cases|entries|headcount)\b/i.test(unit);
}
