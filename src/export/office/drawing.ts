/** Pieces of DrawingML (ECMA-376 part 1) that slides and charts share: lines, fills and type. */
import type { Palette } from '../../chart/palette.ts';
import { paletteOf } from '../../chart/palette.ts';
import type { Role } from '../../chart/scene.ts';
import { strokeOf } from '../../chart/strokes.ts';
import { toHex } from './xml.ts';

export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PRESENTATION = 'http://schemas.openxmlformats.org/presentationml/2006/main';

/** English Metric Units, in which Office places everything. */
const PER_POINT = 12_700;
export const PER_INCH = 914_400;

/** A slide is printed as often as it is shown. */
const PALETTE: Palette = paletteOf('print');

export function toColour(role: Role): string {
  return toHex(PALETTE[role]);
}

export function toFill(colour: string, opacity = 1): string {
  const alpha = opacity < 1 ? `<a:alpha val="${String(Math.round(opacity * 100_000))}"/>` : '';
  return `<a:solidFill><a:srgbClr val="${colour}">${alpha}</a:srgbClr></a:solidFill>`;
}

export const NO_LINE = '<a:ln><a:noFill/></a:ln>';

/** Dashes of roles by the names that Office has for them. */
const DASHES: Partial<Readonly<Record<Role, string>>> = {
  england: 'dash',
  region: 'sysDash',
  'neighbour-mean': 'sysDot',
  counterpart: 'lgDash',
  target: 'lgDashDot',
};

/** Lines are a little heavier than on a page: a slide is looked at from far. */
const HEAVIER = 1.1;

/** The line of a role, as dashed as it is on screen. */
export function toRoleLine(role: Role): string {
  const { width, opacity } = strokeOf(role);
  const dash = `<a:prstDash val="${DASHES[role] ?? 'solid'}"/>`;
  const points = Math.round(width * HEAVIER * PER_POINT);
  return `<a:ln w="${String(points)}" cap="rnd">${toFill(toColour(role), opacity)}${dash}<a:round/></a:ln>`;
}

export interface TextStyle {
  /** In points. */
  readonly size: number;
  readonly role?: Role;
  readonly bold?: boolean;
  /** Never broken into lines. */
  readonly oneLine?: boolean;
  /** Never turned. */
  readonly upright?: boolean;
}

function toTextProperties(tag: string, { size, role = 'ink', bold = false }: TextStyle): string {
  return `<a:${tag} lang="en-GB" sz="${String(Math.round(size * 100))}" b="${bold ? '1' : '0'}">${toFill(toColour(role))}</a:${tag}>`;
}

/** How the text of a part of a chart is set. */
export function toChartText(style: TextStyle): string {
  return `<c:txPr><a:bodyPr${style.upright ? ' rot="0" vert="horz"' : ''}${style.oneLine ? ' wrap="none"' : ''}/><a:lstStyle/><a:p><a:pPr>${toTextProperties('defRPr', style)}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}
