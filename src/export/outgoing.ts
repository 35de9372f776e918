/** A chart on its way out of the dashboard, with all that its receiver needs to cite and trust it. Plain data. */
import type { Chart } from '../chart/chart.ts';
import { drawChart } from '../chart/chart.ts';
import { drawFramed } from '../chart/framed.ts';
import type { ChartSize, Scene } from '../chart/scene.ts';

export interface OutgoingChart {
  readonly chart: Chart;
  /** What the figures say in a few words: the title of a slide. */
  readonly finding: string;
  /** The same in one or two sentences. */
  readonly sentence: string;
  /** What somebody who presents it may want to say: the comparison and its notes, a paragraph each. */
  readonly notes: readonly string[];
  /** Area, indicator, period and chart: "derby-neet-16-17-2024-25-trend". */
  readonly fileName: string;
  /** The hash under which an embed shows it with the latest figures; absent where no address does. */
  readonly address?: string;
}

/** Room around a chart that keeps its own size, for its title and caption. */
const AROUND = { width: 48, height: 120 };

/** The picture that leaves: the chart with its title above and its unit, source, date and licence below. */
export function toPicture(chart: Chart, size: ChartSize): Scene {
  if (chart.form !== 'drawn') return drawFramed((room) => drawChart(chart, room), size);
  const { width, height } = chart.scene;
  return drawFramed(() => chart.scene, { width: width + AROUND.width, height: height + AROUND.height });
}

export function titleOf(chart: Chart): string {
  return chart.form === 'drawn' ? chart.scene.title : chart.input.title;
}

export function captionOf(chart: Chart): string {
  return chart.form === 'drawn' ? chart.scene.caption : chart.input.caption;
}
