/** The picture that leaves: a chart with its title above and its unit, source, date and licence below. */
import type { Chart } from '../chart/chart.ts';
import type { PageChart } from '../chart/forms.ts';
import { drawPageChart, toPageChartSize } from '../chart/forms.ts';
import { drawFramed, frameScene } from '../chart/framed.ts';
import type { ChartSize, Scene } from '../chart/scene.ts';
import type { OutgoingChart } from './outgoing.ts';

/** Widths in pixels at which a chart is drawn that a frame cannot draw itself: for most frames, and for narrow ones. */
const FRAME_WIDTHS = { wide: 720, narrow: 340 } as const;

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
      const drawAt = (width: number): Scene => drawPageChart(chart, toPageChartSize(chart, width));
      const { wide, narrow } = FRAME_WIDTHS;
      return { ...outgoing, chart: { form: 'drawn', scene: drawAt(wide), narrow: drawAt(narrow) } };
    }
  }
}
