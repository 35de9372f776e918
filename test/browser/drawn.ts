/** The marks of a picture as a browser draws them, and as its description has them: the two must be the same. */
import type { Locator } from '@playwright/test';
import type { Palette } from '../../src/chart/palette.ts';
import { toPixel } from '../../src/chart/path.ts';
import type { Mark, Scene } from '../../src/chart/scene.ts';

/** What is seen of a mark. */
interface Drawn {
  readonly type: Mark['type'];
  /** Place and size in pixels, in the order in which the mark's own attributes name them. */
  readonly at: readonly number[];
  readonly fill: string;
  /** Colour, width and dashes. */
  readonly stroke: string;
  readonly opacity: number;
  /** The course of a path. */
  readonly d?: string;
  /** The words of a text, what is bold after them, and how they are set. */
  readonly words?: readonly string[];
}

const NO_STROKE = 'none';

const toStroke = (colour: string, width: number, dash: string | undefined): string =>
  [colour, String(toPixel(width)), ...(dash?.match(/[\d.]+/g) ?? []).map((part) => String(toPixel(Number(part))))].join(
    ' ',
  );

function describeMark(mark: Mark, palette: Palette): Drawn {
  const colour = palette[mark.role];
  const { opacity = 1 } = 'opacity' in mark ? mark : {};
  const plain = { type: mark.type, fill: colour, stroke: NO_STROKE, opacity };
  switch (mark.type) {
    case 'path': {
      const stroke = mark.width > 0 ? toStroke(colour, mark.width, mark.dash) : NO_STROKE;
      const at = (mark.at ?? [0, 0]).map(toPixel);
      return { ...plain, at, fill: mark.fill ? colour : 'none', stroke, d: mark.d };
    }
    case 'circle': {
      const at = [mark.x, mark.y, mark.r].map(toPixel);
      return mark.hollow
        ? { ...plain, at, fill: palette.paper, stroke: toStroke(colour, mark.r * 0.45, undefined) }
        : { ...plain, at };
    }
    case 'rect':
      return { ...plain, at: [mark.x, mark.y, mark.width, mark.height].map(toPixel) };
    case 'text': {
      const set = `${String(toPixel(mark.size))}px ${mark.bold ? '600' : '400'} ${mark.anchor}`;
      return { ...plain, at: [mark.x, mark.y].map(toPixel), words: [mark.text, mark.strong ?? '', set] };
    }
  }
}

/** What should be seen of a scene in the colours of a theme. */
export const describeScene = ({ marks }: Pick<Scene, 'marks'>, palette: Palette): readonly Drawn[] =>
  marks.map((mark) => describeMark(mark, palette));

/** What a browser computed for one mark. */
interface Computed {
  readonly type: string;
  readonly at: readonly number[];
  readonly d: string | null;
  readonly words: readonly string[];
  readonly fill: string;
  readonly stroke: string;
  readonly width: number;
  readonly dash: string;
  readonly opacity: string;
}

/** Runs in the page. */
function computeMarks(svg: Element): readonly Computed[] {
  const places: Record<string, readonly string[]> = {
    circle: ['cx', 'cy', 'r'],
    rect: ['x', 'y', 'width', 'height'],
    text: ['x', 'y'],
  };
  return [...svg.querySelectorAll('path, circle, rect, text')].map((mark) => {
    const style = getComputedStyle(mark);
    const type = mark.tagName.toLowerCase();
    const moved = /([-\d.]+)[ ,]+([-\d.]+)/.exec(mark.getAttribute('transform') ?? '') ?? ['', '0', '0'];
    const strong = mark.querySelector('tspan')?.textContent ?? '';
    const text = mark.textContent.slice(0, strong === '' ? undefined : -strong.length).trim();
    return {
      type,
      at: places[type]?.map((name) => Number(mark.getAttribute(name))) ?? moved.slice(1).map(Number),
      d: mark.getAttribute('d'),
      words: type === 'text' ? [text, strong, style.fontSize, style.fontWeight, style.textAnchor] : [],
      fill: style.fill,
      stroke: style.stroke,
      width: parseFloat(style.strokeWidth),
      dash: style.strokeDasharray,
      opacity: style.opacity,
    };
  });
}

/** "rgb(18, 67, 109)" → "#12436d". */
function toHex(colour: string): string {
  const channels = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.slice(1) ?? [];
  if (channels.length === 0) return colour;
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** What is seen of the marks inside an <svg> element, in their order. */
export async function readDrawn(svg: Locator): Promise<readonly Drawn[]> {
  const marks = await svg.evaluate(computeMarks);
  return marks.map(
    ({ type, at, d, words: [text = '', strong = '', size = '', weight = '', anchor = ''], ...mark }) => ({
      type: type as Mark['type'],
      at: at.map(toPixel),
      fill: toHex(mark.fill),
      stroke: mark.stroke === 'none' ? NO_STROKE : toStroke(toHex(mark.stroke), mark.width, mark.dash),
      opacity: Number(mark.opacity),
      ...(d === null ? {} : { d }),
      ...(type === 'text'
        ? { words: [text, strong, `${String(toPixel(parseFloat(size)))}px ${weight} ${anchor}`] }
        : {}),
    }),
  );
}
