/** Names and values beside the ends of lines, or under the chart where it is narrow. */
import { placeLabels } from './labels.ts';
import { BASELINE, fitText, measureText } from './measure.ts';
import { toLine } from './path.ts';
import type { Mark, Role } from './scene.ts';
import type { Stroke } from './strokes.ts';
import { strokeOf, toDash } from './strokes.ts';
import type { Type } from './type.ts';

export interface LegendEntry {
  readonly series: string;
  readonly role: Role;
  readonly name: string;
  /** The value in bold after the name. */
  readonly value: string;
  /** The end of the line, where it has one. */
  readonly end?: { readonly x: number; readonly y: number };
  /** Another than its role's. */
  readonly stroke?: Stroke | undefined;
  /** Its key is a filled square rather than a line. */
  readonly swatch?: boolean;
}

const isStrong = (entry: LegendEntry): boolean => entry.role === 'home';

/** Width of an entry: its name, a space and its value. */
export function entryWidth(entry: LegendEntry, type: Type): number {
  const name = measureText(entry.name, type.label, isStrong(entry));
  return entry.value === '' ? name : name + measureText(` ${entry.value}`, type.label, true);
}

function drawEntryText(entry: LegendEntry, x: number, y: number, width: number, type: Type): Mark {
  const room = width - (entry.value === '' ? 0 : measureText(` ${entry.value}`, type.label, true));
  return {
    type: 'text',
    x,
    y,
    text: fitText(entry.name, type.label, room, isStrong(entry)),
    ...(entry.value === '' ? {} : { strong: entry.value }),
    size: type.label,
    role: 'ink',
    anchor: 'start',
    ...(isStrong(entry) ? { bold: true } : {}),
    series: entry.series,
  };
}

function drawKey(entry: LegendEntry, x: number, y: number, width: number, type: Type): Mark[] {
  if (entry.swatch) {
    const side = 14 * type.scale;
    const place = { x: x + width - side, y: y - side / 2, width: side, height: side };
    return [{ type: 'rect', ...place, role: entry.role, series: entry.series }];
  }
  const stroke = entry.stroke ?? strokeOf(entry.role);
  const dash = toDash(stroke, type.scale);
  const line: Mark = {
    type: 'path',
    d: toLine([
      [x, y],
      [x + width, y],
    ]),
    role: entry.role,
    width: stroke.width * type.scale,
    ...(dash === undefined ? {} : { dash }),
    series: entry.series,
  };
  if (entry.role !== 'home') return [line];
  const r = stroke.point * type.scale;
  return [line, { type: 'circle', x: x + width / 2, y, r, role: 'home', series: entry.series }];
}

/** Space between the end of a line and its label, the leader in it. */
export function leaderWidth(type: Type): number {
  return 26 * type.scale;
}

/**
 * Labels at line ends, moved apart by least movement, each with a leader to its end.
 * @param x where the texts begin
 * @returns undefined where they do not fit between top and bottom
 */
export function drawEndLabels(
  entries: readonly LegendEntry[],
  place: { readonly x: number; readonly width: number; readonly top: number; readonly bottom: number },
  type: Type,
): Mark[] | undefined {
  const wanted = entries.map((entry) => entry.end?.y ?? place.bottom);
  const centres = placeLabels(
    wanted,
    entries.map(() => type.line),
    place.top,
    place.bottom,
  );
  if (!centres) return undefined;
  return entries.flatMap((entry, i): Mark[] => {
    const y = centres[i] ?? 0;
    const text = drawEntryText(entry, place.x, y + type.label * BASELINE, place.width, type);
    if (!entry.end) return [text];
    const knee = place.x - type.gap * 1.5;
    const start = Math.max(entry.end.x + 8 * type.scale, place.x - leaderWidth(type) + 8 * type.scale);
    const leader: Mark = {
      type: 'path',
      d: toLine([
        [start, entry.end.y],
        [knee, y],
        [place.x - type.gap / 2, y],
      ]),
      role: entry.role,
      width: type.scale,
      series: entry.series,
    };
    return [leader, text];
  });
}

export interface PlacedLegend {
  readonly height: number;
  readonly draw: (top: number) => Mark[];
}

/** Entries with their keys in rows of the given width, as many to a row as fit. */
export function placeLegend(entries: readonly LegendEntry[], left: number, width: number, type: Type): PlacedLegend {
  const key = 24 * type.scale;
  const between = 18 * type.scale;
  const inset = key + type.gap;
  let x = 0;
  let row = 0;
  const places = entries.map((entry) => {
    const wide = Math.min(inset + entryWidth(entry, type), width);
    if (x > 0 && x + wide > width) {
      x = 0;
      row += 1;
    }
    const place = { entry, x: left + x, row, width: wide };
    x += wide + between;
    return place;
  });
  const step = type.line * 1.15;
  return {
    height: entries.length === 0 ? 0 : (row + 1) * step,
    draw: (top) =>
      places.flatMap((place) => {
        const middle = top + (place.row + 0.5) * step;
        const baseline = middle + type.label * BASELINE;
        return [
          ...drawKey(place.entry, place.x, middle, key, type),
          drawEntryText(place.entry, place.x + inset, baseline, place.width - inset, type),
        ];
      }),
  };
}
