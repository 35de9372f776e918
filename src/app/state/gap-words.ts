/** The gap page's words and its charts. */
import type { GapDirection } from '../../analysis/gap-direction.ts';
import { describeGap, describeGapFinding } from '../../analysis/gap-sentence.ts';
import type { GapVerdict } from '../../analysis/gaps.ts';
import { buildGap } from '../../chart/build/gap.ts';
import type { FormChart } from '../../chart/forms.ts';
import { drawOnPage } from '../../chart/forms.ts';
import type { Scene } from '../../chart/scene.ts';
import { toFileName } from '../../export/file-name.ts';
import type { OutgoingChart } from '../../export/outgoing.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { describeSource } from './source-line.ts';

export const GAP_DIRECTIONS = {
  narrowing: 'narrowing',
  widening: 'widening',
  'no-clear-change': 'no clear change',
  'cannot-tell': 'cannot tell',
} as const satisfies Record<GapDirection, string>;

/** Both groups of a gap over time under a title; undefined where a series is missing. */
function build(dashboard: Dashboard, gap: GapVerdict, title: string): FormChart<'gap'> | undefined {
  const { figures, navigation, shelf } = dashboard;
  const caption = describeSource(gap.indicator, shelf.filesOf(gap.indicator.id), shelf.made);
  const input = buildGap(figures, { gap, title, caption, start: navigation.options.axis });
  return input && { form: 'gap', input };
}

export function drawGapOf(dashboard: Dashboard, gap: GapVerdict, width: number): Scene | undefined {
  const chart = build(dashboard, gap, `${gap.indicator.name}: ${gap.group.plain}`);
  return chart && drawOnPage('gap', chart.input, width);
}

/** The same on its way out, for somebody who does not see the page. */
export function toOutgoingGap(dashboard: Dashboard, gap: GapVerdict): OutgoingChart | undefined {
  const { indicator, group, counterpart, period } = gap;
  const homeName = dashboard.figures.areas.nameOf(gap.home);
  const chart = build(dashboard, gap, `${homeName}, ${indicator.name}: ${group.plain} and ${counterpart.plain}`);
  return (
    chart && {
      chart,
      finding: `${homeName}: ${describeGapFinding(gap)}`,
      sentence: describeGap(gap),
      notes: [gap.direction.rule, gap.rule, chart.input.caption],
      fileName: toFileName(homeName, indicator.shortName, group.name, period.label, 'gap'),
    }
  );
}
