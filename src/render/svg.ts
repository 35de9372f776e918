/**
 * A scene as SVG text, in two kinds. For the web: the page's own font, with a title and description.
 * For Office: presentation attributes and Arial only, because PowerPoint reads neither style sheets
 * nor variables. Both resolve roles to colours, so that a file looks the same wherever it is opened.
 */
import type { Theme, VerdictColours } from '../chart/palette.ts';
import { paletteOf } from '../chart/palette.ts';
import { toPixel } from '../chart/path.ts';
import type { CircleMark, Mark, PathMark, RectMark, Role, Scene, TextMark } from '../chart/scene.ts';

export interface SvgStyle {
  readonly kind: 'web' | 'office';
  readonly theme: Theme;
  readonly colours?: VerdictColours;
  /** No paper behind the marks. */
  readonly transparent?: boolean;
}

const FONTS = {
  web: "'Source Sans 3 Variable', 'Source Sans 3', Arial, sans-serif",
  office: 'Arial',
} satisfies Record<SvgStyle['kind'], string>;

const BOLD = { web: '600', office: 'bold' } satisfies Record<SvgStyle['kind'], string>;

/** Text as it may stand between tags and in double quotes. */
function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function toTag(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? String(toPixel(value)) : escapeXml(String(value))}"`)
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

type Paint = (role: Role) => string;

/** The move of a path that was drawn elsewhere; undefined where it stays. */
export function toTransform({ at }: PathMark): string | undefined {
  return at && `translate(${String(toPixel(at[0]))} ${String(toPixel(at[1]))})`;
}

function toPathTag(mark: PathMark, paint: Paint): string {
  const colour = paint(mark.role);
  const stroked = mark.width > 0;
  return toTag('path', {
    d: mark.d,
    fill: mark.fill ? colour : 'none',
    stroke: stroked ? colour : undefined,
    'stroke-width': stroked ? mark.width : undefined,
    'stroke-linejoin': stroked ? 'round' : undefined,
    'stroke-dasharray': mark.dash,
    opacity: mark.opacity === undefined ? undefined : String(mark.opacity),
    transform: toTransform(mark),
  });
}

function toCircleTag(mark: CircleMark, paint: Paint): string {
  const colour = paint(mark.role);
  const place = { cx: mark.x, cy: mark.y, r: mark.r };
  return mark.hollow
    ? toTag('circle', { ...place, fill: paint('paper'), stroke: colour, 'stroke-width': mark.r * 0.45 })
    : toTag('circle', { ...place, fill: colour });
}

function toRectTag(mark: RectMark, paint: Paint): string {
  const { x, y, width, height } = mark;
  const opacity = mark.opacity === undefined ? undefined : String(mark.opacity);
  return toTag('rect', { x, y, width, height, fill: paint(mark.role), opacity });
}

function toTextTag(mark: TextMark, paint: Paint, kind: SvgStyle['kind']): string {
  const strong =
    mark.strong === undefined ? '' : ` ${toTag('tspan', { 'font-weight': BOLD[kind] }, escapeXml(mark.strong))}`;
  return toTag(
    'text',
    {
      x: mark.x,
      y: mark.y,
      'font-size': mark.size,
      fill: paint(mark.role),
      'text-anchor': mark.anchor === 'start' ? undefined : mark.anchor,
      'font-weight': mark.bold ? BOLD[kind] : undefined,
    },
    `${escapeXml(mark.text)}${strong}`,
  );
}

function toMarkTag(mark: Mark, paint: Paint, kind: SvgStyle['kind']): string {
  switch (mark.type) {
    case 'path':
      return toPathTag(mark, paint);
    case 'circle':
      return toCircleTag(mark, paint);
    case 'rect':
      return toRectTag(mark, paint);
    case 'text':
      return toTextTag(mark, paint, kind);
  }
}

/** The whole picture as one SVG document. */
export function toSvg(scene: Scene, style: SvgStyle): string {
  const palette = paletteOf(style.theme, style.colours);
  const paint: Paint = (role) => palette[role];
  const { width, height } = scene;
  const paper = style.transparent ? [] : [toTag('rect', { width, height, fill: palette.paper })];
  const lines = [
    toTag('title', {}, escapeXml(scene.title)),
    toTag('desc', {}, escapeXml(scene.description)),
    ...paper,
    ...scene.marks.map((mark) => toMarkTag(mark, paint, style.kind)),
  ];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${String(toPixel(width))} ${String(toPixel(height))}`,
    'font-family': FONTS[style.kind],
    ...(style.kind === 'web' ? { role: 'img' } : {}),
  };
  return `${toTag('svg', attributes, `\n${lines.join('\n')}\n`)}\n`;
}
