/** The sizes in which a picture of a chart is made, each for a place where pictures are put. */
import type { Chart } from '../chart/chart.ts';
import { toPageSize } from '../chart/chart.ts';
import type { ChartSize } from '../chart/scene.ts';

export interface PictureSize {
  readonly id: string;
  readonly name: string;
  /** Room for the whole picture, title and caption included, in units of the scene. */
  readonly toRoom: (chart: Chart, screenWidth: number) => ChartSize;
  /** Pixels per unit. */
  readonly density: number;
}

/** Height that the title and the caption take around a chart on screen. */
const WORDS_HEIGHT = 120;

const fixed = (width: number, height: number, scale = 1): PictureSize['toRoom'] => {
  const room = { width, height, scale };
  return () => room;
};

export const PICTURE_SIZES: readonly [PictureSize, ...PictureSize[]] = [
  { id: 'slide', name: 'Slide, 1920 × 1080', toRoom: fixed(960, 540, 1.2), density: 2 },
  { id: 'half', name: 'Half a slide, 960 × 1080', toRoom: fixed(480, 540), density: 2 },
  { id: 'document', name: 'Width of a document, 1890 × 1200', toRoom: fixed(630, 400), density: 3 },
  { id: 'square', name: 'Square, 1080 × 1080', toRoom: fixed(540, 540), density: 2 },
  {
    id: 'screen',
    name: 'As on screen',
    toRoom: (chart, width) => {
      const size = toPageSize(chart, width);
      return { width: size.width + 48, height: size.height + WORDS_HEIGHT };
    },
    density: 2,
  },
];
