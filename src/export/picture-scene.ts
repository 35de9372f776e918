/** The picture that leaves: a chart with its title above and its unit, source, date and licence below. */
import type { Chart } from '../chart/chart.ts';
import type { PageChart } from '../chart/forms.ts';
import { drawPageChart, toPageChartSize } from '../chart/forms.ts';
import { drawFramed, frameScene } from '../chart/framed.ts';
import type { ChartSize, Scene } from '../chart/scene.ts';
import type { OutgoingChart } from './outgoing.ts';

/** Width in pixels at which a chart is drawn that a frame cannot draw itself. */
const FRAME_WIDTH = 720;

export function toPicture(chart: PageChart, size: ChartSize): Scene {
  return chart.form === 'drawn' ? frameScene(chart.scene) : drawFramed((room) => drawPageChart(chart, room), size);
}

/** The very marks of the screen, at a width in pixels: at another height an axis would have other ticks. */
export function toScreenPicture(chart: PageChart, width: number): Scene {
  return frameScene(drawPageChart(chart, toPageChartSize(chart, width)));
}

/** The chart as the small script of an embed can show it: a form that it does not know goes as it is drawn. */
export function toTravelling(outgoing: OutgoingChart): OutgoingChart<Chart> {
  const { chart } = outgoing;
  switch (chart.form) {
    case 'trend':
    case 'neighbours':
    case 'authorities':
    case 'drawn':
      return { ...outgoing, chart };
    default: {
      const scene = drawPageChart(chart, toPageChartSize(chart, FRAME_WIDTH));
      return { ...outgoing, chart: { form: 'drawn', scene } };
    }
  }
}
