/** What a check is: a named rule over what a file turned out to hold. */
import type { AreaList } from '../../domain/area.ts';
import type { GroupId, Indicator, IndicatorId } from '../../domain/indicator.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Series } from '../../domain/series.ts';
import type { Reading } from '../family.ts';

/** Finds what is stored already of an indicator and group. */
export type StoredSeries = (indicator: IndicatorId, group: GroupId) => Series | undefined;

export interface CheckContext {
  readonly areas: AreaList;
  readonly stored?: StoredSeries;
}

export interface Check {
  /** The code of the problems it reports. */
  readonly code: string;
  /** What it looks for and why, for the page that lists the rules. */
  readonly explain: string;
  run(reading: Reading, context: CheckContext): readonly Problem[];
}

/** The indicators of a reading by id. */
export function toIndicatorIndex(reading: Reading): ReadonlyMap<IndicatorId, Indicator> {
  return new Map(reading.indicators.map((indicator) => [indicator.id, indicator]));
}

const TOLD = 3;

/** "A, B, C and 4 more". */
export function describeSome(names: readonly string[]): string {
  const unique = [...new Set(names)];
  const told = unique.slice(0, TOLD).join('; ');
  return unique.length > TOLD ? `${told}; and ${String(unique.length - TOLD)} more` : told;
}
