/** The charts of the compare page: chosen areas over time, an indicator each. */
import type { CompareView } from '../../address/address.ts';
import { readColumn } from '../../analysis/column.ts';
import { formatValue } from '../../analysis/format.ts';
import { describeFinding } from '../../analysis/title.ts';
import { judge } from '../../analysis/verdict.ts';
import { buildAreasTrend } from '../../chart/build/areas-trend.ts';
import type { RugSubject } from '../../chart/build/rug.ts';
import type { FormChart } from '../../chart/forms.ts';
import { drawOnPage } from '../../chart/forms.ts';
import type { Scene } from '../../chart/scene.ts';
import { toFileName } from '../../export/file-name.ts';
import type { OutgoingChart } from '../../export/outgoing.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { describeSource } from './source-line.ts';

function build(
  { figures, navigation, shelf }: Dashboard,
  { indicator, group }: RugSubject,
  view: CompareView,
  title: string,
): FormChart<'trend'> | undefined {
  const input = buildAreasTrend(figures, {
    home: view.area,
    areas: view.areas,
    indicator,
    group,
    title,
    caption: describeSource(indicator, shelf.filesOf(indicator.id), shelf.made),
    start: navigation.options.axis,
  });
  return input && { form: 'trend', input };
}

export function drawCompared(
  dashboard: Dashboard,
  subject: RugSubject,
  view: CompareView,
  width: number,
): Scene | undefined {
  const chart = build(dashboard, subject, view, subject.indicator.name);
  return chart && drawOnPage('trend', chart.input, width);
}

/** "2024/25: Derby 7.6%, England 3.4%, Bolton suppressed." */
function describeAll({ figures }: Dashboard, { indicator, group, period }: RugSubject, view: CompareView): string {
  const series = figures.findSeries(indicator.id, group);
  if (!series) return '';
  const valueOf = readColumn(series, period);
  const figuresOf = view.areas.map((area) => `${figures.areas.nameOf(area)} ${formatValue(valueOf(area), indicator)}`);
  return `${period.label}: ${figuresOf.join(', ')}.`;
}

/** The same on its way out: what home's figures say, and beside it the latest of every area. */
export function toOutgoingCompared(
  dashboard: Dashboard,
  subject: RugSubject,
  view: CompareView,
): OutgoingChart | undefined {
  const { figures, judging } = dashboard;
  const { indicator, group, period } = subject;
  const homeName = figures.areas.nameOf(view.area);
  const verdict = judge(figures, { ...judging, home: view.area, indicator, group });
  const others = view.areas.filter((area) => area !== view.area).map((area) => figures.areas.nameOf(area));
  const chart = build(dashboard, subject, view, `${indicator.name}: ${[homeName, ...others].join(', ')}`);
  return (
    chart && {
      chart,
      finding: verdict ? `${homeName}: ${describeFinding(verdict)}` : chart.input.title,
      sentence: describeAll(dashboard, subject, view),
      notes: [...(verdict?.notes ?? []), chart.input.caption],
      fileName: toFileName(homeName, 'compared', indicator.shortName, period.label),
    }
  );
}
