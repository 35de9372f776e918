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

/**
 * Draws a chart in the room that its title and caption leave.
 * @param draw the chart at a size; drawn twice, first to learn its words
 */
export function drawFramed(draw: (size: ChartSize) => Scene, size: ChartSize): Scene {
  const type = toType(size.scale);
  const margin = 24 * type.scale;
  const width = size.width - 2 * margin;
  const { title, caption } = draw({ ...size, width });
  const heading = 20 * type.scale;
  // Headings are bold; a little of the width is kept back, since lines are broken by regular widths.
  const titleLines = wrapText(title, heading, width * 0.93);
  const captionLines = wrapText(caption, type.small, width);
  const above = margin + titleLines.length * heading * LINE;
  const below = captionLines.length * type.small * LINE + type.gap * 2 + margin * 0.6;
  const scene = draw({ ...size, width, height: size.height - above - below });
  const text = (words: string, y: number, of: Pick<TextMark, 'size' | 'role' | 'bold'>): TextMark => ({
    type: 'text',
    x: margin,
    y,
    text: words,
    anchor: 'start',
    ...of,
  });
  return {
    ...scene,
    width: size.width,
    height: size.height,
    marks: [
      ...titleLines.map((line, i) =>
        text(line, margin * 0.8 + heading * (0.8 + i * LINE), { size: heading, role: 'ink', bold: true }),
      ),
      ...moveMarks(scene.marks, margin, above),
      ...captionLines.map((line, i) =>
        text(line, size.height - below + type.gap * 2 + type.small * (0.8 + i * LINE), {
          size: type.small,
          role: 'quiet',
        }),
      ),
    ],
    stops: scene.stops.map((stop) => ({ ...stop, x: stop.x + margin, y: stop.y + above })),
  };
}
