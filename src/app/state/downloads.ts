/** What a chart can be downloaded as; each brings its code only when it is used. */
import type { VerdictColours } from '../../chart/palette.ts';
import type { Scene } from '../../chart/scene.ts';
import type { OutgoingChart } from '../../export/outgoing.ts';
import type { PictureChoice, PictureKind } from '../../export/picture.ts';
import { PICTURE_SIZES } from '../../export/picture-sizes.ts';
import { deckLook } from './deck-look.svelte.ts';
import { save } from './save.ts';

/** A chart and how it stands on screen. */
export interface OnScreen {
  readonly outgoing: OutgoingChart;
  readonly scene: Scene;
  readonly colours: VerdictColours;
}

/** Does it, and says what was done. @throws Error in words for people */
export type Download = (onScreen: OnScreen) => Promise<string>;

/** What a click in the menu leads to: a file at once, or a few choices first. */
export type ChartDownload = {
  readonly name: string;
  /** Offered only for a chart that has it. */
  readonly needs?: 'commentary';
} & ({ readonly run: Download } | { readonly opens: 'embed' | 'picture' });

/** A slide in full, which is what most pictures are for. */
function toUsualChoice({ scene, colours }: OnScreen): PictureChoice {
  return { size: PICTURE_SIZES[0], transparent: false, colours, screenWidth: scene.width };
}

const ENDINGS = { png: '.png', svg: '.svg', office: '-office.svg' } as const satisfies Record<PictureKind, string>;

export async function savePicture(kind: PictureKind, onScreen: OnScreen, choice: PictureChoice): Promise<string> {
  const { toPngPicture, toSvgPicture } = await import('../../export/picture.ts');
  const { outgoing } = onScreen;
  const blob = kind === 'png' ? await toPngPicture(outgoing, choice) : toSvgPicture(outgoing, kind, choice);
  return save(blob, `${outgoing.fileName}${ENDINGS[kind]}`);
}

/** A browser that lets no picture onto its clipboard says so in its own way, or not at all. */
const NO_CLIPBOARD = 'This browser does not let a page copy pictures. Download the PNG and insert that.';

export async function copyPicture(onScreen: OnScreen, choice: PictureChoice): Promise<string> {
  if (typeof ClipboardItem === 'undefined' || !('write' in navigator.clipboard)) throw new Error(NO_CLIPBOARD);
  const { toPngPicture } = await import('../../export/picture.ts');
  // The picture may come later than the click; Safari wants the promise of it in the same moment.
  const picture = toPngPicture(onScreen.outgoing, choice);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  } catch (error) {
    throw new Error(NO_CLIPBOARD, { cause: error });
  }
  return 'Copied. Paste it into a slide or a document.';
}

async function saveCsv({ outgoing }: OnScreen): Promise<string> {
  const { toChartCsv } = await import('../../export/csv.ts');
  return save(new Blob([toChartCsv(outgoing.chart)], { type: 'text/csv;charset=utf-8' }), `${outgoing.fileName}.csv`);
}

async function savePowerPoint({ outgoing }: OnScreen, withCommentary: boolean): Promise<string> {
  const { toDeckFile } = await import('../../export/deck-file.ts');
  return save(await toDeckFile([outgoing], { ...deckLook.options, withCommentary }), `${outgoing.fileName}.pptx`);
}

const CHART_DOWNLOADS: readonly ChartDownload[] = [
  { name: 'CSV', run: saveCsv },
  { name: 'PNG', run: (onScreen) => savePicture('png', onScreen, toUsualChoice(onScreen)) },
  { name: 'SVG', run: (onScreen) => savePicture('svg', onScreen, toUsualChoice(onScreen)) },
  { name: 'PowerPoint', run: (onScreen) => savePowerPoint(onScreen, false) },
  { name: 'Slide with commentary', run: (onScreen) => savePowerPoint(onScreen, true), needs: 'commentary' },
  { name: 'Copy picture', run: (onScreen) => copyPicture(onScreen, toUsualChoice(onScreen)) },
  { name: 'Embed code', opens: 'embed' },
  { name: 'Other sizes …', opens: 'picture' },
];

/** Those that make sense of a chart. */
export function findDownloads({ outgoing }: OnScreen): readonly ChartDownload[] {
  return CHART_DOWNLOADS.filter(({ needs }) => needs === undefined || outgoing[needs] !== undefined);
}
