/** A chart as a file that is a picture: SVG for the web, SVG for Office, PNG. */
import type { VerdictColours } from '../chart/palette.ts';
import type { Scene } from '../chart/scene.ts';
import { toSvg } from '../render/svg.ts';
import { withFont } from './font.ts';
import type { OutgoingChart } from './outgoing.ts';
import type { PictureSize } from './picture-sizes.ts';
import { toPng } from './png.ts';

export interface PictureChoice {
  readonly size: PictureSize;
  readonly transparent: boolean;
  readonly colours: VerdictColours;
  /** Width at which the chart is on screen, for the size that is so called. */
  readonly screenWidth: number;
}

export type PictureKind = 'png' | 'svg' | 'office';

const draw = ({ chart }: OutgoingChart, { size, screenWidth }: PictureChoice): Scene => size.draw(chart, screenWidth);

const styleOf = ({ transparent, colours }: PictureChoice) => ({ theme: 'print', transparent, colours }) as const;

export function toSvgPicture(outgoing: OutgoingChart, kind: 'svg' | 'office', choice: PictureChoice): Blob {
  const scene = draw(outgoing, choice);
  const style = styleOf(choice);
  const text =
    kind === 'office' ? toSvg(scene, { kind: 'office', ...style }) : withFont(toSvg(scene, { kind: 'web', ...style }));
  return new Blob([text], { type: 'image/svg+xml' });
}

export function toPngPicture(outgoing: OutgoingChart, choice: PictureChoice): Promise<Blob> {
  const scene = draw(outgoing, choice);
  const svg = withFont(toSvg(scene, { kind: 'web', ...styleOf(choice) }));
  return toPng(svg, scene.width, scene.height, choice.size.density);
}

/** A PNG of an SVG as bytes, for a slide. */
export async function toPngBytes(svg: string, width: number, height: number): Promise<Uint8Array> {
  const blob = await toPng(svg, width, height, 2);
  return new Uint8Array(await blob.arrayBuffer());
}
