/** Every form a page draws, by name: those that an embed can draw too, and the others. */
import type { Chart, FormOf, TravellingInputs } from './chart.ts';
import { TRAVELLING_FORMS } from './chart.ts';
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
import type { ChartSize, Scene } from './scene.ts';
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

const CHART_FORMS: { readonly [Form in ChartFormId]: FormOf<ChartInputs[Form]> } = {
  ...TRAVELLING_FORMS,
  gap: { draw: drawGap, height: () => 280 },
  change: { draw: drawChange, height: (width, { items }) => rows(items.length, width, 50) },
  profile: { draw: drawProfile, height: (width, input) => rows(input.rows.length, width, 50) },
  multiples: { draw: drawMultiples, height: (width, { panels }) => multiplesHeight(panels, width) },
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

/** A chart before it is drawn: plain data, so that it can be drawn at any size, kept, or become Office's own. */
export type FormChart<Form extends ChartFormId = ChartFormId> = {
  readonly [One in Form]: { readonly form: One; readonly input: ChartInputs[One] };
}[Form];

/** A chart of a page, or one that is known only as it was drawn. */
export type PageChart = FormChart | Extract<Chart, { readonly form: 'drawn' }>;

function drawForm<Form extends ChartFormId>({ form, input }: FormChart<Form>, size: ChartSize): Scene {
  return CHART_FORMS[form].draw(input, size);
}

function sizeForm<Form extends ChartFormId>({ form, input }: FormChart<Form>, width: number): ChartSize {
  return { width, height: CHART_FORMS[form].height(width, input) };
}

/** The picture of a chart, without its title and caption; one that was drawn before keeps its own size. */
export function drawPageChart(chart: PageChart, size: ChartSize): Scene {
  return chart.form === 'drawn' ? chart.scene : drawForm(chart, size);
}

/** The room a chart takes on a page, at a width in pixels. */
export function toPageChartSize(chart: PageChart, width: number): ChartSize {
  return chart.form === 'drawn' ? { width: chart.scene.width, height: chart.scene.height } : sizeForm(chart, width);
}
