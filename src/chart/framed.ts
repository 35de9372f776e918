/** A scene with its own title above and its caption below: a picture that is read away from its page. */
import { LINE, wrapText } from './measure.ts';
import type { ChartSize, Mark, Scene, TextMark } from './scene.ts';
import { toType } from './type.ts';

const shift = (mark: Mark, x: number, y: number): Mark =>
  mark.type === 'path'
    ? { ...mark, at: [(mark.at?.[0] ?? 0) + x, (mark.at?.[1] ?? 0) + y] }
    : { ...mark, x: mark.x + x, y: mark.y + y };

/** Marks moved together, as a panel of a larger scene. */
export function moveMarks(marks: readonly Mark[], x: number, y: number): Mark[] {
  return marks.map((mark) => shift(mark, x, y));
}

/** Where the words around a chart stand, in a picture of a width. */
interface Frame {
  readonly marks: (height: number) => readonly TextMark[];
  readonly margin: number;
  /** Heights of the title with the space over it, and of the caption with the space under it. */
  readonly above: number;
  readonly below: number;
}

function placeWords({ title, caption }: Pick<Scene, 'title' | 'caption'>, width: number, scale?: number): Frame {
  const type = toType(scale);
  const margin = 24 * type.scale;
  const inner = width - 2 * margin;
  const heading = 20 * type.scale;
  // Headings are bold; a little of the width is kept back, since lines are broken by regular widths.
  const titleLines = wrapText(title, heading, inner * 0.93);
  const captionLines = wrapText(caption, type.small, inner);
  const above = margin + titleLines.length * heading * LINE;
  const below = captionLines.length * type.small * LINE + type.gap * 2 + margin * 0.6;
  const text = (words: string, y: number, of: Pick<TextMark, 'size' | 'role' | 'bold'>): TextMark => ({
    type: 'text',
    x: margin,
    y,
    text: words,
    anchor: 'start',
    ...of,
  });
  return {
    margin,
    above,
    below,
    marks: (height) => [
      ...titleLines.map((line, i) =>
        text(line, margin * 0.8 + heading * (0.8 + i * LINE), { size: heading, role: 'ink', bold: true }),
      ),
      ...captionLines.map((line, i) =>
        text(line, height - below + type.gap * 2 + type.small * (0.8 + i * LINE), { size: type.small, role: 'quiet' }),
      ),
    ],
  };
}

function surround(scene: Scene, { marks, margin, above }: Frame, width: number, height: number): Scene {
  return {
    ...scene,
    width,
    height,
    marks: [...marks(height), ...moveMarks(scene.marks, margin, above)],
    stops: scene.stops.map((stop) => ({ ...stop, x: stop.x + margin, y: stop.y + above })),
  };
}

/**
 * Draws a chart in the room that its title and caption leave.
 * @param draw the chart at a size; drawn twice, first to learn its words
 */
export function drawFramed(draw: (size: ChartSize) => Scene, size: ChartSize): Scene {
  const { margin } = placeWords({ title: '', caption: '' }, size.width, size.scale);
  const width = size.width - 2 * margin;
  const frame = placeWords(draw({ ...size, width }), size.width, size.scale);
  const scene = draw({ ...size, width, height: size.height - frame.above - frame.below });
  return surround(scene, frame, size.width, size.height);
}

/** A chart as it was drawn, with as much room around it as its title and caption take. */
export function frameScene(scene: Scene): Scene {
  const { margin } = placeWords({ title: '', caption: '' }, scene.width);
  const width = scene.width + 2 * margin;
  const frame = placeWords(scene, width);
  return surround(scene, frame, width, scene.height + frame.above + frame.below);
}
