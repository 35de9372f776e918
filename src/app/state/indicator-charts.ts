/** The charts of one indicator: what the page, the embed and every export of them are drawn from. */
import type { Options } from '../../address/options.ts';
import { formatValue } from '../../analysis/format.ts';
import { describeVerdict } from '../../analysis/sentence.ts';
import { describeFinding } from '../../analysis/title.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import type { TravellingChart } from '../../chart/chart.ts';
import type { FormChart } from '../../chart/forms.ts';
import type { ChartChoice } from '../../chart/from-figures.ts';
import { buildDistribution, buildNeighbours, buildTrend } from '../../chart/from-figures.ts';
import type { TargetPoint } from '../../chart/forms/trend.ts';
import type { Figures, NeighbourSet } from '../../domain/figures.ts';
import type { Target } from '../../domain/target.ts';
import type { Commentary } from '../../domain/written.ts';
import { toFileName } from '../../export/file-name.ts';
import type { OutgoingChart, OutgoingCommentary } from '../../export/outgoing.ts';

export type IndicatorForm = Options['chart'];
export type IndicatorChart = TravellingChart;

/** What is charted, and how the reader wants it. */
export interface IndicatorCharts {
  readonly figures: Figures;
  readonly verdict: Verdict;
  readonly options: Pick<Options, 'average' | 'axis'>;
  readonly neighbours: NeighbourSet | undefined;
  /** Unit, source, licence and date. */
  readonly caption: string;
  /** What officers wrote about it. */
  readonly commentary?: Commentary | undefined;
}

/** A choice for any chart of the indicator, under a title. */
export function choose({ verdict, options, neighbours, caption }: IndicatorCharts, title: string): ChartChoice {
  return {
    home: verdict.home,
    indicator: verdict.indicator,
    group: verdict.group.id,
    title,
    caption,
    start: options.axis,
    average: options.average,
    ...(neighbours ? { neighbours } : {}),
  };
}

/** The straight line to a target, from its baseline where it has one. */
function toCourse({ baseline, period, number }: Target): readonly TargetPoint[] {
  return [...(baseline ? [baseline] : []), { period, number }];
}

/** A chart before it is drawn; undefined where there is nothing to draw. */
export function buildIndicatorChart(form: IndicatorForm, charts: IndicatorCharts): IndicatorChart | undefined {
  const { figures, verdict } = charts;
  const { period, homeName } = verdict;
  switch (form) {
    case 'trend': {
      const target = verdict.target ? { target: toCourse(verdict.target.target) } : {};
      const input = buildTrend(figures, { ...choose(charts, `${verdict.indicator.shortName} over time`), ...target });
      return input && { form, input };
    }
    case 'neighbours': {
      const choice = choose(charts, `${homeName} and ${verdict.comparison.peers.company}, ${period.label}`);
      const input = buildNeighbours(figures, { ...choice, period, start: 'zero' });
      return input && { form, input };
    }
    case 'authorities': {
      const input = buildDistribution(figures, { ...choose(charts, `All authorities, ${period.label}`), period });
      return input && { form, input };
    }
  }
}

/** The name of an indicator with the group of children it is about, where it has several. */
export function describeMeasured({ indicator, group }: Pick<Verdict, 'indicator' | 'group'>): string {
  return indicator.groups.length > 1 ? `${indicator.name}, ${group.name.toLowerCase()}` : indicator.name;
}

/** The title of a chart that is read away from its page: whose figures, and of what. */
function toTitle(form: IndicatorForm, { homeName, indicator, period, comparison }: Verdict): string {
  switch (form) {
    case 'trend':
      return `${homeName}: ${indicator.shortName} over time`;
    case 'neighbours':
      return `${indicator.shortName}: ${homeName} and ${comparison.peers.company}, ${period.label}`;
    case 'authorities':
      return `${indicator.shortName}: ${homeName} among all authorities, ${period.label}`;
  }
}

function retitle(chart: IndicatorChart, title: string, caption: string): IndicatorChart {
  switch (chart.form) {
    case 'trend':
      return { form: chart.form, input: { ...chart.input, title, caption } };
    case 'neighbours':
      return { form: chart.form, input: { ...chart.input, title, caption } };
    case 'authorities':
      return { form: chart.form, input: { ...chart.input, title, caption } };
  }
}

/** The comparison in lines that can be read out. */
function toNotes(verdict: Verdict, caption: string): string[] {
  const { comparison, indicator, homeName, notes } = verdict;
  const { region, england, neighbours } = verdict;
  const judged = [england, region, neighbours].map(({ rule }) => rule);
  return [
    `${homeName}, ${verdict.period.label}: ${formatValue(comparison.value, indicator)}.`,
    ...judged,
    ...notes,
    caption,
  ];
}

/**
 * A chart for somebody who does not see its page: its title names the area and the indicator, its
 * caption says in full what is counted.
 */
export function buildLeavingChart(form: IndicatorForm, charts: IndicatorCharts): IndicatorChart | undefined {
  const drawn = buildIndicatorChart(form, charts);
  return drawn && retitle(drawn, toTitle(form, charts.verdict), toLeavingCaption(charts));
}

/** Says in full what is counted, for somebody who does not see the page. */
export function toLeavingCaption({ verdict, caption }: IndicatorCharts): string {
  return `${describeMeasured(verdict)}. ${caption}`;
}

function toOutgoingCommentary({ tells, doing, who, author, at, period }: Commentary): OutgoingCommentary {
  return { tells, doing, who, author, at, period: period.label };
}

/** A chart with all that is said about it, named for area, indicator, period and form. */
export function toIndicatorOutgoing(
  chart: FormChart,
  { verdict, commentary }: Pick<IndicatorCharts, 'verdict' | 'commentary'>,
): OutgoingChart {
  const { homeName, indicator, period } = verdict;
  return {
    chart,
    finding: `${homeName}: ${describeFinding(verdict)}`,
    sentence: describeVerdict(verdict),
    notes: toNotes(verdict, chart.input.caption),
    fileName: toFileName(homeName, indicator.shortName, period.label, chart.form),
    ...(commentary ? { commentary: toOutgoingCommentary(commentary) } : {}),
  };
}

/**
 * The same chart with all that is said about it.
 * @param address where an embed shows it with the latest figures
 */
export function toOutgoing(form: IndicatorForm, charts: IndicatorCharts, address: string): OutgoingChart | undefined {
  const chart = buildLeavingChart(form, charts);
  return chart && { ...toIndicatorOutgoing(chart, charts), address };
}
