/** The gap page's words and its charts. */
import type { GapDirection } from '../../analysis/gap-direction.ts';
import type { GapVerdict } from '../../analysis/gaps.ts';
import { buildGap } from '../../chart/build/gap.ts';
import { drawOnPage } from '../../chart/forms.ts';
import type { Scene } from '../../chart/scene.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { describeSource } from './source-line.ts';

export const GAP_DIRECTIONS = {
  narrowing: 'narrowing',
  widening: 'widening',
  'no-clear-change': 'no clear change',
  'cannot-tell': 'cannot tell',
} as const satisfies Record<GapDirection, string>;

/** Both groups of a gap over time; undefined where a series is missing. */
export function drawGapOf(dashboard: Dashboard, gap: GapVerdict, width: number): Scene | undefined {
  const { figures, navigation, shelf } = dashboard;
  const input = buildGap(figures, {
    gap,
    title: gap.indicator.name,
    caption: describeSource(gap.indicator, shelf.filesOf(gap.indicator.id)),
    start: navigation.options.axis,
  });
  return input && drawOnPage('gap', input, width);
}
