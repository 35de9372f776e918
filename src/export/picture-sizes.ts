/** The sizes in which a picture of a chart is made, each for a place where pictures are put. */
import type { PageChart } from '../chart/forms.ts';
import type { Scene } from '../chart/scene.ts';
import { toPicture, toScreenPicture } from './picture-scene.ts';

export interface PictureSize {
  readonly id: string;
  readonly name: string;
  /** The whole picture, with its title and caption. @param screenWidth width of the chart on screen */
  readonly draw: (chart: PageChart, screenWidth: number) => Scene;
  /** Pixels for each unit of the scene. */
  readonly density: number;
}

const fixed =
  (width: number, height: number, scale = 1): PictureSize['draw'] =>
  (chart) =>
    toPicture(chart, { width, height, scale });

export const PICTURE_SIZES: readonly [PictureSize, ...PictureSize[]] = [
  { id: 'slide', name: 'Slide, 1920 × 1080', draw: fixed(960, 540, 1.2), density: 2 },
  { id: 'half', name: 'Half a slide, 960 × 1080', draw: fixed(480, 540), density: 2 },
  { id: 'document', name: 'Width of a document, 1890 × 1200', draw: fixed(630, 400), density: 3 },
  { id: 'square', name: 'Square, 1080 × 1080', draw: fixed(540, 540), density: 2 },
  { id: 'screen', name: 'As on screen', draw: toScreenPicture, density: 2 },
];
