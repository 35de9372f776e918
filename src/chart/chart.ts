/**
 * A chart before it is drawn: its form and what it is made of. Plain data, so that it can be drawn
 * at any size, put on a slide as a native chart, kept in a browser, or carried inside a link. The
 * forms here travel that way; `forms.ts` has those of the pages besides, which leave as drawn.
 */
import type { DistributionInput } from './forms/distribution.ts';
import { drawDistribution } from './forms/distribution.ts';
import type { NeighboursInput } from './forms/neighbours.ts';
import { drawNeighbours } from './forms/neighbours.ts';
import type { TrendInput } from './forms/trend.ts';
import { drawTrend } from './forms/trend.ts';
import type { ChartSize, Scene } from './scene.ts';

/** Width in pixels below which a chart is shaped for a phone. */
const PHONE = 520;

/** How a form is drawn, and the height that it takes on a page of a width, both in pixels. */
export interface FormOf<Input> {
  readonly draw: (input: Input, size: ChartSize) => Scene;
  readonly height: (width: number, input: Input) => number;
}

/** What each form that travels is made of. */
export interface TravellingInputs {
  readonly trend: TrendInput;
  readonly neighbours: NeighboursInput;
  readonly authorities: DistributionInput;
}

export type TravellingForm = keyof TravellingInputs;

/** By the name that addresses and files know a form by. */
export const TRAVELLING_FORMS: { readonly [Form in TravellingForm]: FormOf<TravellingInputs[Form]> } = {
  trend: { draw: drawTrend, height: (width) => Math.round(width * (width < PHONE ? 1.05 : 0.56)) },
  // Eleven bars and the names of the lines under them.
  neighbours: { draw: drawNeighbours, height: (width) => (width < PHONE ? 520 : 400) },
  authorities: { draw: drawDistribution, height: () => 300 },
};

export type TravellingChart<Form extends TravellingForm = TravellingForm> = {
  [One in Form]: { readonly form: One; readonly input: TravellingInputs[One] };
}[Form];

/** A chart that is known only as it was drawn and keeps its own size, perhaps with one that was drawn for a phone. */
interface DrawnChart {
  readonly form: 'drawn';
  readonly scene: Scene;
  readonly narrow?: Scene;
}

/** A chart that travels, or one that was drawn before. */
export type Chart = TravellingChart | DrawnChart;

const sceneAt = ({ scene, narrow }: DrawnChart, width: number): Scene => (narrow && width < PHONE ? narrow : scene);

function drawTravelling<Form extends TravellingForm>({ form, input }: TravellingChart<Form>, size: ChartSize): Scene {
  return TRAVELLING_FORMS[form].draw(input, size);
}

/** The picture of a chart, without its title and caption. */
export function drawChart(chart: Chart, size: ChartSize): Scene {
  return chart.form === 'drawn' ? sceneAt(chart, size.width) : drawTravelling(chart, size);
}

function sizeTravelling<Form extends TravellingForm>({ form, input }: TravellingChart<Form>, width: number): ChartSize {
  return { width, height: TRAVELLING_FORMS[form].height(width, input) };
}

/** The room a chart takes on a page, at a width in pixels. */
export function toPageSize(chart: Chart, width: number): ChartSize {
  if (chart.form !== 'drawn') return sizeTravelling(chart, width);
  const scene = sceneAt(chart, width);
  return { width: scene.width, height: scene.height };
}
