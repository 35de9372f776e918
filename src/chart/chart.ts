/**
 * A chart before it is drawn: its form and what it is made of. Plain data, so that it can be drawn
 * at any size, put on a slide as a native chart, kept in a browser, or carried inside a link.
 */
import type { DistributionInput } from './forms/distribution.ts';
import { drawDistribution } from './forms/distribution.ts';
import type { NeighboursInput } from './forms/neighbours.ts';
import { drawNeighbours } from './forms/neighbours.ts';
import type { TrendInput } from './forms/trend.ts';
import { drawTrend } from './forms/trend.ts';
import type { ChartSize, Scene } from './scene.ts';

export type Chart =
  | { readonly form: 'trend'; readonly input: TrendInput }
  | { readonly form: 'neighbours'; readonly input: NeighboursInput }
  | { readonly form: 'authorities'; readonly input: DistributionInput }
  /** A form that is known only as it was drawn; it keeps its own size. */
  | { readonly form: 'drawn'; readonly scene: Scene };

export type ChartForm = Chart['form'];

/** The picture of a chart, without its title and caption. */
export function drawChart(chart: Chart, size: ChartSize): Scene {
  switch (chart.form) {
    case 'trend':
      return drawTrend(chart.input, size);
    case 'neighbours':
      return drawNeighbours(chart.input, size);
    case 'authorities':
      return drawDistribution(chart.input, size);
    case 'drawn':
      return chart.scene;
  }
}

/** Width in pixels below which a chart is shaped for a phone. */
const PHONE = 520;

/** The room a chart takes on a page, at a width in pixels. */
export function toPageSize(form: ChartForm, width: number): ChartSize {
  const isPhone = width < PHONE;
  switch (form) {
    case 'neighbours':
      // Eleven bars and the names of the lines under them.
      return { width, height: isPhone ? 520 : 400 };
    case 'authorities':
      return { width, height: 300 };
    case 'trend':
    case 'drawn':
      return { width, height: Math.round(width * (isPhone ? 1.05 : 0.56)) };
  }
}
