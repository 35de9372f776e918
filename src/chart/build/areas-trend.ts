/** Any areas over time, each with its name, from figures. */
import type { AreaCode } from '../../domain/area.ts';
import { ENGLAND } from '../../domain/area.ts';
import type { Figures } from '../../domain/figures.ts';
import type { TrendInput } from '../forms/trend.ts';
import type { ChartChoice } from '../from-figures.ts';
import { toAreaSeries, trimPeriods } from '../from-figures.ts';
import type { Role } from '../scene.ts';

export type AreasTrendChoice = Pick<ChartChoice, 'home' | 'indicator' | 'group' | 'title' | 'caption' | 'start'> & {
  readonly areas: readonly AreaCode[];
};

/** Home first, the others in their order; undefined without a series. */
export function buildAreasTrend(figures: Figures, choice: AreasTrendChoice): TrendInput | undefined {
  const { home, areas, indicator, title, caption, start } = choice;
  const series = figures.findSeries(indicator.id, choice.group);
  if (!series) return undefined;
  const roleOf = (area: AreaCode): Role => {
    if (area === home) return 'home';
    if (area === ENGLAND) return 'england';
    return figures.areas.find(area)?.level === 'region' ? 'region' : 'other';
  };
  const ordered = [...areas].sort((a, b) => Number(b === home) - Number(a === home));
  const lines = ordered.map((area) => toAreaSeries(series, figures.areas, area, roleOf(area)));
  return { title, caption, measure: indicator, start, series: trimPeriods(lines) };
}
