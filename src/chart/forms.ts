/** Every form a page draws, by name: those that travel, and those that leave a page as they are drawn. */
import type { TravellingInputs } from './chart.ts';
import { TRAVELLING_FORMS } from './chart.ts';
import type { FormOf } from './chart.ts';
import type { ChangeInput } from './forms/change.ts';
import { drawChange } from './forms/change.ts';
import type { GapInput } from './forms/gap.ts';
import { drawGap } from './forms/gap.ts';
import type { MultiplesInput } from './forms/multiples.ts';
import { drawMultiples, multiplesHeight } from './forms/multiples.ts';
import type { ProfileInput } from './forms/profile.ts';
import { drawProfile } from './forms/profile.ts';
import type { TileMapInput } from './forms/tile-map.ts';
import { drawTileMap } from './forms/tile-map.ts';
import type { TimelineInput } from './forms/timeline.ts';
import { drawTimeline } from './forms/timeline.ts';
import type { XmrInput } from './forms/xmr.ts';
import { drawXmr } from './forms/xmr.ts';
import type { Scene } from './scene.ts';
import { NARROW } from './type.ts';

export interface ChartInputs extends TravellingInputs {
  readonly gap: GapInput;
  readonly change: ChangeInput;
  readonly profile: ProfileInput;
  readonly multiples: MultiplesInput;
  readonly xmr: XmrInput;
  readonly timeline: TimelineInput;
  readonly 'tile-map': TileMapInput;
}

export type ChartFormId = keyof ChartInputs;

const within = (least: number, most: number, share: number) => (width: number) =>
  Math.round(Math.min(Math.max(width * share, least), most));

/** Rows of a wide chart have their names at the left; those of a narrow one may have them above. */
const rows = (count: number, width: number, around: number): number => around + count * (width < NARROW ? 46 : 30);

const countThemes = (judgements: TimelineInput['judgements']): number =>
  new Set(judgements.map(({ theme }) => theme)).size;

export const CHART_FORMS: { readonly [Form in ChartFormId]: FormOf<ChartInputs[Form]> } = {
  ...TRAVELLING_FORMS,
  gap: { draw: drawGap, height: () => 280 },
  change: { draw: drawChange, height: (width, { items }) => rows(items.length, width, 50) },
  profile: { draw: drawProfile, height: (width, input) => rows(input.rows.length, width, 50) },
  multiples: { draw: drawMultiples, height: (width, { panels }) => multiplesHeight(panels.length, width) },
  xmr: { draw: drawXmr, height: within(280, 400, 0.5) },
  // A row for each theme, the years and the legend.
  timeline: { draw: drawTimeline, height: (_, { judgements }) => 110 + countThemes(judgements) * 30 },
  'tile-map': { draw: drawTileMap, height: within(500, 690, 1.45) },
};

/** A chart at the size it has on a page of a width in pixels. */
export function drawOnPage<Form extends ChartFormId>(form: Form, input: ChartInputs[Form], width: number): Scene {
  const { draw, height } = CHART_FORMS[form];
  return draw(input, { width, height: height(width, input) });
}
