/** England's authorities as equal tiles near their places, shaded by quartile; no boundaries needed. */
import type { QuartileBand } from '../../analysis/comparison.ts';
import { ENGLAND_GRID, GRID_COLUMNS, GRID_ROWS } from '../england-grid.ts';
import { placeUnderUnit } from '../grid.ts';
import type { ChartItem, ChartWords, Measure } from '../inputs.ts';
import { hasItemNumber } from '../inputs.ts';
import type { LegendEntry } from '../legend.ts';
import { placeLegend } from '../legend.ts';
import { BASELINE } from '../measure.ts';
import { toBox } from '../path.ts';
import type { ChartSize, Mark, Role, Scene } from '../scene.ts';
import type { Type } from '../type.ts';
import { toType } from '../type.ts';
import { describeShareOpen, describeValue, toCell } from '../words.ts';

export interface TileItem extends ChartItem {
  /** Three-digit DfE number, by which the grid knows its place. */
  readonly laNumber: string;
  /** Undefined without a number or polarity. */
  readonly band: QuartileBand | undefined;
}

export interface TileMapInput extends ChartWords {
  readonly measure: Measure;
  readonly period: string;
  readonly items: readonly TileItem[];
}

const FILLS: Readonly<Record<QuartileBand, Role>> = {
  A: 'quartile-a',
  B: 'quartile-b',
  C: 'quartile-c',
  D: 'quartile-d',
};
const INKS: Readonly<Record<QuartileBand, Role>> = { A: 'paper', B: 'ink', C: 'ink', D: 'paper' };

/** A tile narrower than this has no room for letters that can be read. */
const LETTERED = 25;

/** Three letters of a name: "Derby" → "Der", "North Yorkshire" → "NYo". */
export function toAbbreviation(name: string): string {
  const words = name.replace(/,.*$/, '').match(/\p{L}+/gu) ?? [];
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return last === '' ? first.slice(0, 3) : `${first.charAt(0)}${last.slice(0, 2)}`;
}

function toLegend(items: readonly TileItem[], type: Type, width: number) {
  const banded = items.some((item) => item.band);
  const entry = (series: string, role: Role, name: string): LegendEntry => ({
    series,
    role,
    name,
    value: '',
    swatch: true,
  });
  const none = items.some((item) => !hasItemNumber(item)) ? [entry('none', 'grid', 'no figure')] : [];
  const entries = banded
    ? [
        entry('A', 'quartile-a', 'A best quarter'),
        entry('B', 'quartile-b', 'B'),
        entry('C', 'quartile-c', 'C'),
        entry('D', 'quartile-d', 'D'),
      ]
    : items.some(hasItemNumber)
      ? [entry('value', 'band', 'a figure, no quarters')]
      : [];
  return placeLegend([...entries, ...none], 0, width, type);
}

function drawOutline(x: number, y: number, side: number, type: Type, series: string): Mark {
  const d = toBox([x, y], [x + side, y + side]);
  return { type: 'path', d, role: 'ink', width: 2.5 * type.scale, series };
}

function sentenceOf(item: TileItem, input: TileMapInput): string {
  const band = item.band ? `, quarter ${item.band}` : '';
  return `${item.name}, ${input.period}: ${describeValue(item.value, input.measure)}${band}`;
}

function describeTileMap(input: TileMapInput): string {
  const known = input.items.filter(hasItemNumber).length;
  const home = input.items.find((item) => item.role === 'home');
  const own = home ? ` ${sentenceOf(home, input)}.` : '';
  return `Tile map of ${input.measure.name}, ${input.measure.unit}, ${input.period}: ${String(known)} of ${String(input.items.length)} authorities have a figure.${own}`;
}

interface PlacedTile {
  readonly item: TileItem;
  readonly x: number;
  readonly y: number;
}

/** Tiles in the room between `top` and `foot`, in order of their names. */
function placeTiles(
  { items }: TileMapInput,
  { width, height }: ChartSize,
  { top, foot }: { readonly top: number; readonly foot: number },
): { readonly tiles: readonly PlacedTile[]; readonly side: number } {
  const pitch = Math.min(width / GRID_COLUMNS, (height - top - foot) / GRID_ROWS);
  const space = Math.max(1, pitch * 0.06);
  const left = (width - pitch * GRID_COLUMNS) / 2;
  const tiles = items
    .flatMap((item) => {
      const tile = ENGLAND_GRID.get(item.laNumber);
      return tile ? [{ item, x: left + tile.column * pitch + space / 2, y: top + tile.row * pitch + space / 2 }] : [];
    })
    .sort((a, b) => a.item.name.localeCompare(b.item.name, 'en-GB'));
  return { tiles, side: pitch - space };
}

/** One tile for each authority that the grid knows; home has a border. */
export function drawTileMap(input: TileMapInput, size: ChartSize): Scene {
  const type = toType(size.scale);
  const legend = toLegend(input.items, type, size.width);
  const { tiles, side, unit } = placeUnderUnit(
    (more) => placeTiles(input, size, { top: type.small * 1.8 + more, foot: legend.height + type.gap }),
    () => [input.measure.unit, describeShareOpen(input.items.map(({ value }) => value))],
    size,
    type,
  );
  const lettered = side >= LETTERED * type.scale;

  const drawTile = ({ item, x, y }: PlacedTile): Mark[] => {
    const role: Role = item.band ? FILLS[item.band] : hasItemNumber(item) ? 'band' : 'grid';
    const tile: Mark = { type: 'rect', x, y, width: side, height: side, role, series: item.id };
    const letters: Mark = {
      type: 'text',
      x: x + side / 2,
      y: y + side / 2 + type.small * 0.92 * BASELINE,
      text: toAbbreviation(item.name),
      size: type.small * 0.92,
      role: item.band ? INKS[item.band] : hasItemNumber(item) ? 'ink' : 'quiet',
      anchor: 'middle',
      series: item.id,
    };
    return lettered ? [tile, letters] : [tile];
  };

  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: describeTileMap(input),
    caption: input.caption,
    marks: [
      ...unit,
      ...tiles.flatMap(drawTile),
      ...tiles
        .filter(({ item }) => item.role === 'home')
        .map(({ item, x, y }) => drawOutline(x, y, side, type, item.id)),
      ...legend.draw(size.height - legend.height),
    ],
    stops: tiles.map(({ item, x, y }, step) => ({
      x: x + side / 2,
      y: y + side / 2,
      series: item.id,
      step,
      sentence: sentenceOf(item, input),
    })),
    table: {
      caption: `${input.title}, ${input.measure.unit}, ${input.period}`,
      columns: ['Authority', 'Value', 'Quarter'],
      rows: tiles.map(({ item }) => [item.name, toCell(item.value, input.measure), item.band ?? '']),
    },
  };
}
