/** The latest figures of home and its neighbours, indicator by indicator, at home's own period. */
import type { Overview } from '../../analysis/overview.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import type { AreaCode } from '../../domain/area.ts';
import type { Figures } from '../../domain/figures.ts';
import type { Outcome } from '../../domain/indicator.ts';
import { toSeriesKey, valueAt } from '../../domain/series.ts';
import type { Value } from '../../domain/value.ts';

export interface SideBySide {
  readonly outcome: Outcome;
  readonly rows: readonly {
    readonly key: string;
    readonly verdict: Verdict;
    /** Home first, then the neighbours in their order. */
    readonly values: readonly (Value | undefined)[];
  }[];
}

/** One part for each outcome that has figures. */
export function buildSideBySide(figures: Figures, overview: Overview, neighbours: readonly AreaCode[]): SideBySide[] {
  return overview.outcomes
    .map(({ outcome, aims }) => ({
      outcome,
      rows: aims
        .flatMap((aim) => aim.verdicts)
        .map((verdict) => {
          const series = figures.findSeries(verdict.indicator.id, verdict.group.id);
          return {
            key: toSeriesKey(verdict.indicator.id, verdict.group.id),
            verdict,
            values: [overview.home.code, ...neighbours].map((area) => series && valueAt(series, area, verdict.period)),
          };
        }),
    }))
    .filter(({ rows }) => rows.length > 0);
}
