/** The gap page's words and its charts. */
import type { GapDirection } from '../../analysis/gap-direction.ts';
import type { GapVerdict } from '../../analysis/gaps.ts';
import { drawGap } from '../../chart/forms/gap.ts';
import type { ChartSeries } from '../../chart/inputs.ts';
import type { Scene } from '../../chart/scene.ts';
import type { Group } from '../../domain/indicator.ts';
import { valueAt } from '../../domain/series.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { describeSource } from './source-line.ts';

export const GAP_DIRECTIONS = {
  narrowing: 'narrowing',
  widening: 'widening',
  'no-clear-change': 'no clear change',
  'cannot-tell': 'cannot tell',
} as const satisfies Record<GapDirection, string>;

const HEIGHT = 280;

/** Both groups of a gap over time; undefined where a series is missing. */
export function drawGapOf(dashboard: Dashboard, gap: GapVerdict, width: number): Scene | undefined {
  const { figures, navigation, shelf } = dashboard;
  const toLine = (group: Group, role: ChartSeries['role']): ChartSeries => {
    const series = figures.findSeries(gap.indicator.id, group.id);
    const points = (series?.periods ?? []).map((period) => ({
      period,
      value: series && valueAt(series, gap.home, period),
    }));
    return { id: group.id, role, name: group.name, points };
  };
  return drawGap(
    {
      title: gap.indicator.name,
      caption: describeSource(gap.indicator, shelf.filesOf(gap.indicator.id)),
      measure: gap.indicator,
      start: navigation.options.axis,
      group: toLine(gap.group, 'home'),
      counterpart: toLine(gap.counterpart, 'counterpart'),
    },
    { width, height: HEIGHT },
  );
}
