/** The forms a chart can have, by the name that addresses and files know them by. */
import { drawChange } from './forms/change.ts';
import { drawDistribution } from './forms/distribution.ts';
import { drawGap } from './forms/gap.ts';
import { drawMultiples } from './forms/multiples.ts';
import { drawNeighbours } from './forms/neighbours.ts';
import { drawProfile } from './forms/profile.ts';
import { drawSparkline } from './forms/sparkline.ts';
import { drawTileMap } from './forms/tile-map.ts';
import { drawTimeline } from './forms/timeline.ts';
import { drawTrend } from './forms/trend.ts';
import { drawXmr } from './forms/xmr.ts';
import type { ChartSize, Scene } from './scene.ts';

interface ChartForm {
  readonly name: string;
  readonly draw: (input: never, size: ChartSize) => Scene;
  /** Height at a width, in pixels at scale 1. */
  readonly height: (width: number) => number;
}

const within = (least: number, most: number, share: number) => (width: number) =>
  Math.round(Math.min(Math.max(width * share, least), most));

export const CHART_FORMS = {
  trend: { name: 'Trend', draw: drawTrend, height: within(340, 440, 0.55) },
  neighbours: { name: 'Neighbours', draw: drawNeighbours, height: within(340, 420, 0.7) },
  distribution: { name: 'All authorities', draw: drawDistribution, height: within(220, 280, 0.42) },
  gap: { name: 'Gap', draw: drawGap, height: within(320, 420, 0.55) },
  change: { name: 'Change', draw: drawChange, height: within(340, 420, 0.7) },
  profile: { name: 'Profile', draw: drawProfile, height: within(360, 560, 0.6) },
  multiples: { name: 'Small multiples', draw: drawMultiples, height: within(400, 900, 0.7) },
  xmr: { name: 'Run chart', draw: drawXmr, height: within(320, 420, 0.5) },
  timeline: { name: 'Judgements', draw: drawTimeline, height: within(280, 460, 0.5) },
  'tile-map': { name: 'Map', draw: drawTileMap, height: within(500, 900, 1.45) },
  sparkline: { name: 'Sparkline', draw: drawSparkline, height: () => 24 },
} satisfies Record<string, ChartForm>;

export type ChartFormId = keyof typeof CHART_FORMS;

export function isChartFormId(id: string): id is ChartFormId {
  return Object.hasOwn(CHART_FORMS, id);
}
