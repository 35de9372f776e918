/** Upright lines across a horizontal chart, with names in a row above or below it that never collide. */
import { formatValue } from '../analysis/format.ts';
import type { Measure, NumberItem } from './inputs.ts';
import { placeLabels } from './labels.ts';
import { measureText } from './measure.ts';
import type { Point } from './path.ts';
import { toLine } from './path.ts';
import type { Mark } from './scene.ts';
import { strokeOf, toDash } from './strokes.ts';
import type { Type } from './type.ts';

/** A line, from the edge of the plot nearest its name over one stretch or several. */
export interface NamedLine {
  readonly item: NumberItem;
  readonly x: number;
  /** Pairs of y: a line may leave out rows of text. */
  readonly spans: readonly (readonly [number, number])[];
}

export interface NamePlace {
  readonly side: 'above' | 'below';
  /** The edge of the plot that leaders start from. */
  readonly edge: number;
  readonly left: number;
  readonly right: number;
}

const isHome = (item: NumberItem): boolean => item.role === 'home';

function nameWidth(item: NumberItem, measure: Measure, type: Type): number {
  const value = ` ${formatValue(item.value, measure)}`;
  return measureText(item.name, type.label, isHome(item)) + measureText(value, type.label, true) + type.gap * 2;
}

const leader = (type: Type): number => type.gap * 1.5;

/** Height of the leaders and the names: one row, or a row each where one cannot hold them. */
export function namesHeight(items: readonly NumberItem[], measure: Measure, width: number, type: Type): number {
  if (items.length === 0) return 0;
  const total = items.reduce((sum, item) => sum + nameWidth(item, measure, type), 0);
  return leader(type) + (total <= width ? 1 : items.length) * type.line;
}

/** Lines with their names, moved apart along one row by least movement. */
export function drawNamedLines(lines: readonly NamedLine[], place: NamePlace, measure: Measure, type: Type): Mark[] {
  const widths = lines.map((line) => nameWidth(line.item, measure, type));
  const row = placeLabels(
    lines.map((line) => line.x),
    widths,
    place.left,
    place.right,
  );
  const away = place.side === 'below' ? 1 : -1;
  return lines.flatMap(({ item, x, spans }, i): Mark[] => {
    const half = (widths[i] ?? 0) / 2;
    const centre = row?.[i] ?? Math.min(Math.max(x, place.left + half), place.right - half);
    const foot = place.edge + away * (leader(type) + (row ? 0 : i * type.line));
    const stroke = strokeOf(item.role);
    const dash = isHome(item) ? undefined : toDash(stroke, type.scale);
    const shared = { role: item.role, series: item.id } as const;
    const stretch = ([from, to]: readonly [number, number]): string =>
      toLine([
        [x, from],
        [x, to],
      ] satisfies Point[]);
    return [
      {
        type: 'path',
        d: spans.map(stretch).join(''),
        width: (isHome(item) ? 1 : Math.max(stroke.width, 1.5)) * type.scale,
        ...(dash === undefined ? {} : { dash }),
        ...shared,
      },
      {
        type: 'path',
        d: toLine([
          [x, place.edge],
          [centre, foot],
        ]),
        width: type.scale,
        ...shared,
      },
      {
        type: 'text',
        x: centre,
        y: away > 0 ? foot + type.label : foot - type.label * 0.3,
        text: item.name,
        strong: formatValue(item.value, measure),
        size: type.label,
        role: 'ink',
        anchor: 'middle',
        ...(isHome(item) ? { bold: true } : {}),
        series: item.id,
      },
    ];
  });
}
