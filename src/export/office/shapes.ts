/** Shapes of slides, masters and layouts (PresentationML): where they lie and what is written in them. */
import { wrapText } from '../../chart/measure.ts';
import { DRAWING, PER_INCH, PRESENTATION, RELATIONSHIPS, toFill } from './drawing.ts';
import { toXmlText } from './xml.ts';

/** In inches from the top left corner of the slide. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const emu = (inches: number): string => String(Math.round(inches * PER_INCH));

/** Sixteen to nine. */
export const SLIDE: Box = { x: 0, y: 0, width: 13.333, height: 7.5 };
export const SLIDE_SIZE = `<p:sldSz cx="${String(12_192_000)}" cy="${String(6_858_000)}"/><p:notesSz cx="6858000" cy="9144000"/>`;

export function toTransform({ x, y, width, height }: Box, tag = 'a:xfrm'): string {
  return `<${tag}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></${tag}>`;
}

export interface Placeholder {
  readonly id: number;
  readonly name: string;
  readonly kind: 'title' | 'ctrTitle' | 'body' | 'subTitle' | 'sldImg' | 'sldNum';
  readonly index?: number;
}

function toPlaceholder({ id, name, kind, index }: Placeholder): string {
  const at = index === undefined ? '' : ` idx="${String(index)}"`;
  return `<p:nvSpPr><p:cNvPr id="${String(id)}" name="${toXmlText(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"${kind === 'sldImg' ? ' noRot="1" noChangeAspect="1"' : ''}/></p:cNvSpPr><p:nvPr><p:ph type="${kind}"${at}/></p:nvPr></p:nvSpPr>`;
}

export interface LevelStyle {
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
  /** A colour of the theme: "tx1", "tx2", "bg1". */
  readonly colour?: string;
}

function toLevel({ size, bold = false, colour = 'tx1' }: LevelStyle): string {
  return `<a:lvl1pPr marL="0" indent="0"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:buNone/><a:defRPr sz="${String(size * 100)}" b="${bold ? '1' : '0'}"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>`;
}

export interface PromptStyle extends LevelStyle {
  readonly prompt: string;
  readonly anchor?: 't' | 'b';
}

/** A place for text on a layout, with the size and colour its text is given. */
export function toPrompt(placeholder: Placeholder, box: Box, { prompt, anchor = 't', ...style }: PromptStyle): string {
  return `<p:sp>${toPlaceholder(placeholder)}<p:spPr>${toTransform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>${toLevel(style)}</a:lstStyle><a:p><a:r><a:rPr lang="en-GB"/><a:t>${toXmlText(prompt)}</a:t></a:r></a:p></p:txBody></p:sp>`;
}

/** How a place for text is filled: its size in points, and its room in inches. */
export interface TextRoom {
  readonly size: number;
  readonly box: Box;
}

const POINTS_PER_INCH = 72;
const LINE_HEIGHT = 1.15;
const SMALLEST = 0.5;

/** By how much text has to shrink to fit; programs work it out by themselves only once somebody types. */
function findShrink(text: string, { size, box }: TextRoom): number {
  // Bold is a little wider than the widths that lines are broken by.
  const fits = (scale: number): boolean =>
    wrapText(text, size * scale, box.width * POINTS_PER_INCH * 0.93).length * size * scale * LINE_HEIGHT <=
    box.height * POINTS_PER_INCH;
  let scale = 1;
  while (scale > SMALLEST && !fits(scale)) scale -= 0.05;
  return scale;
}

/** Text in a place that the layout has: a paragraph for each; shrunk to its room where that is given. */
export function toText(placeholder: Placeholder, paragraphs: readonly string[], room?: TextRoom): string {
  const shrink = room ? findShrink(paragraphs.join(' '), room) : 1;
  const body =
    shrink < 1
      ? `<a:bodyPr><a:normAutofit fontScale="${String(Math.round(shrink * 100))}000"/></a:bodyPr>`
      : '<a:bodyPr/>';
  const written = paragraphs.map((text) =>
    text === ''
      ? '<a:p><a:endParaRPr lang="en-GB"/></a:p>'
      : `<a:p><a:r><a:rPr lang="en-GB"/><a:t>${toXmlText(text)}</a:t></a:r></a:p>`,
  );
  return `<p:sp>${toPlaceholder(placeholder)}<p:spPr/><p:txBody>${body}<a:lstStyle/>${written.join('') || '<a:p><a:endParaRPr lang="en-GB"/></a:p>'}</p:txBody></p:sp>`;
}

/** The number of the slide, at the right of its foot. */
export function toSlideNumber(placeholder: Placeholder, box?: Box): string {
  const place = box ? toTransform(box) : '';
  const style = box
    ? '<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1000"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
    : '<a:lstStyle/>';
  const shape = box ? `${place}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : '';
  return `<p:sp>${toPlaceholder(placeholder)}<p:spPr>${shape}</p:spPr><p:txBody><a:bodyPr${box ? ' lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"' : ''}/>${style}<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`;
}

/** The slide as its notes page shows it. */
export function toSlideImage(placeholder: Placeholder, box?: Box): string {
  const place = box
    ? `${toTransform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525">${toFill('8D8A83')}</a:ln>`
    : '';
  return `<p:sp>${toPlaceholder(placeholder)}<p:spPr>${place}</p:spPr></p:sp>`;
}

/** A block of the theme's colour, said to nobody. */
export function toBlock(id: number, box: Box, colour: string): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${String(id)}" name="Block ${String(id)}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${toTransform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`;
}

export interface Pictured {
  readonly id: number;
  readonly name: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
}

const named = ({ id, name, description }: Pictured): string =>
  `<p:cNvPr id="${String(id)}" name="${toXmlText(name)}" descr="${toXmlText(description)}"/>`;

/** A chart that Office draws. */
export function toChartFrame(pictured: Pictured, box: Box, chartId: string): string {
  return `<p:graphicFrame><p:nvGraphicFramePr>${named(pictured)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${toTransform(box, 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${chartId}"/></a:graphicData></a:graphic></p:graphicFrame>`;
}

/** A picture in vectors, with its pixels for programs that show no SVG. */
export function toPictureFrame(pictured: Pictured, box: Box, pixelsId: string, vectorsId: string): string {
  const vectors = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${vectorsId}"/></a:ext></a:extLst>`;
  return `<p:pic><p:nvPicPr>${named(pictured)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${pixelsId}">${vectors}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${toTransform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

export const NAMESPACES = `xmlns:a="${DRAWING}" xmlns:r="${RELATIONSHIPS}" xmlns:p="${PRESENTATION}"`;

/** The shapes of a slide, master, layout or notes page, back to front. */
export function toTree(shapes: readonly string[], background?: string): string {
  const behind =
    background === undefined
      ? ''
      : `<p:bg><p:bgPr><a:solidFill><a:schemeClr val="${background}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`;
  return `<p:cSld>${behind}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes.join('')}</p:spTree></p:cSld>`;
}

export const INHERIT_COLOURS = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';
