/**
 * The field an authority is ranked in: every local authority for which the publisher gives a
 * number in a period. It does not depend on the home authority, so it is worked out once for a
 * series and period and kept for as long as the series is.
 */
import type { AreaCode, AreaList } from '../domain/area.ts';
import type { Period } from '../domain/period.ts';
import type { Series } from '../domain/series.ts';
import { findPeriodIndex } from '../domain/series.ts';
import { findLatestPeriod } from './latest.ts';
import { toQuartileCuts } from './quantile.ts';

export interface Field {
  /** Numbers of all local authorities, ascending, unrounded. */
  readonly numbers: readonly number[];
  /** Abolished authorities that the publisher still reports, and that are therefore counted. */
  readonly former: readonly AreaCode[];
  readonly cuts: readonly [number, number, number] | undefined;
  /** Current authorities only: how many have a number, and their interquartile range. */
  readonly current: number;
  readonly interquartileRange: number | undefined;
}

/** What is known of a series whoever is at home. */
interface SeriesFields {
  readonly latest: Period | undefined;
  readonly byPeriod: Map<number, Field>;
}

const known = new WeakMap<AreaList, WeakMap<Series, SeriesFields>>();

const currentCodes = new WeakMap<AreaList, readonly AreaCode[]>();

function currentAuthorities(areas: AreaList): readonly AreaCode[] {
  let codes = currentCodes.get(areas);
  if (!codes) {
    codes = areas.authorities.map((area) => area.code);
    currentCodes.set(areas, codes);
  }
  return codes;
}

function fieldsOf(series: Series, areas: AreaList): SeriesFields {
  let bySeries = known.get(areas);
  if (!bySeries) known.set(areas, (bySeries = new WeakMap()));
  let fields = bySeries.get(series);
  if (!fields) {
    fields = { latest: findLatestPeriod(series, currentAuthorities(areas)), byPeriod: new Map() };
    bySeries.set(series, fields);
  }
  return fields;
}

/** The latest period for which any current local authority has a number. */
export function latestPeriodOf(series: Series, areas: AreaList): Period | undefined {
  return fieldsOf(series, areas).latest;
}

/** Ascending, by value: typed arrays are sorted as numbers, several times faster than with a comparison. */
function toAscending(numbers: readonly number[]): readonly number[] {
  return Array.from(Float64Array.from(numbers).sort());
}

function toField(series: Series, areas: AreaList, period: number): Field {
  const present: number[] = [];
  const gone: number[] = [];
  const former: AreaCode[] = [];
  series.areas.forEach((code, row) => {
    const area = areas.find(code);
    // A joint row is neither of its areas, and no area of the list: it has no place in a ranking.
    if (area?.level !== 'local-authority') return;
    const number = series.numbers[row * series.periods.length + period];
    if (number === undefined || Number.isNaN(number)) return;
    if (area.abolished === undefined) present.push(number);
    else {
      gone.push(number);
      former.push(code);
    }
  });
  const current = toAscending(present);
  const numbers = gone.length === 0 ? current : toAscending([...present, ...gone]);
  const currentCuts = toQuartileCuts(current);
  return {
    numbers,
    former,
    cuts: gone.length === 0 ? currentCuts : toQuartileCuts(numbers),
    current: current.length,
    interquartileRange: currentCuts && currentCuts[2] - currentCuts[0],
  };
}

/** The field of a series in one of its periods. */
export function fieldOf(series: Series, areas: AreaList, period: Period): Field {
  const { byPeriod } = fieldsOf(series, areas);
  const index = findPeriodIndex(series, period);
  let field = byPeriod.get(index);
  if (!field) {
    field = toField(series, areas, index);
    byPeriod.set(index, field);
  }
  return field;
}
