/** Change: where home and its neighbours were at first, and where they are now, one row each. */
import { formatChange } from '../../analysis/format.ts';
import type { Value } from '../../domain/value.ts';
import { describeMissing, isMeasured } from '../../domain/value.ts';
import { drawTimeTicks, keepApart, placeUnderUnit } from '../grid.ts';
import type { AxisStart, ChartWords, Measure } from '../inputs.ts';
import { isQualified } from '../line-marks.ts';
import { toLine } from '../path.ts';
import type { PlacedRows, RowWords } from '../rows.ts';
import { drawRowWords, middleOf, placeRows } from '../rows.ts';
import type { ChartSize, Mark, Role, Scene } from '../scene.ts';
import type { Type } from '../type.ts';
import { toType } from '../type.ts';
import type { ValueAxis } from '../value-axis.ts';
import { placeValueAxis } from '../value-axis.ts';
import { describeOpen, describeValue, listWords, toCell } from '../words.ts';

export interface ChangeItem {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly from: Value | undefined;
  readonly to: Value | undefined;
}

export interface ChangeInput extends ChartWords {
  readonly measure: Measure;
  readonly start: AxisStart;
  /** The two periods, the same for every row. */
  readonly from: string;
  readonly to: string;
  readonly items: readonly ChangeItem[];
}

/** "+3.7 points", or why there is none. */
export function toChangeWords(item: ChangeItem, measure: Measure): string {
  const { from, to } = item;
  if (isMeasured(from) && isMeasured(to)) return formatChange(to.number - from.number, measure);
  const missing = [to, from].find((value) => value !== undefined && !isMeasured(value));
  return missing && !isMeasured(missing) ? describeMissing(missing) : 'no figure';
}

function drawDumbbell(item: ChangeItem, index: number, rows: PlacedRows, axis: ValueAxis): Mark[] {
  const { type } = rows;
  const y = middleOf(rows, index);
  const strong = item.role === 'home';
  const r = (strong ? 5 : 4) * type.scale;
  const shared = { role: item.role, series: item.id } as const;
  const { from, to } = item;
  const marks: Mark[] = [];
  if (isMeasured(from) && isMeasured(to)) {
    const d = toLine([
      [axis.toPixel(from.number), y],
      [axis.toPixel(to.number), y],
    ]);
    marks.push({ type: 'path', d, width: (strong ? 3 : 1.75) * type.scale, ...shared });
  }
  // The earlier point is small and the later one large: hollow is kept for provisional figures.
  if (isMeasured(from)) marks.push({ type: 'circle', x: axis.toPixel(from.number), y, r: r * 0.5, ...shared });
  if (isMeasured(to)) {
    const hollow = isQualified(to) ? { hollow: true } : {};
    marks.push({ type: 'circle', x: axis.toPixel(to.number), y, r, ...hollow, ...shared });
  }
  return marks;
}

function drawRules(axis: ValueAxis, rows: PlacedRows): Mark[] {
  return axis.ticks.map((tick) => ({
    type: 'path',
    d: toLine([
      [tick.at, rows.top],
      [tick.at, rows.bottom],
    ]),
    role: 'grid',
    width: rows.type.scale,
  }));
}

function sentenceOf(item: ChangeItem, input: ChangeInput): string {
  const { measure } = input;
  const both = `${describeValue(item.from, measure)} in ${input.from}, ${describeValue(item.to, measure)} in ${input.to}`;
  const changed = isMeasured(item.from) && isMeasured(item.to) ? `, ${toChangeWords(item, measure)}` : '';
  return `${item.name}: ${both}${changed}`;
}

function placeChange(
  input: ChangeInput,
  words: readonly RowWords[],
  size: ChartSize,
  type: Type,
  more: number,
): { readonly rows: PlacedRows; readonly axis: ValueAxis } {
  const place = { width: size.width, top: type.small * 2 + more, bottom: size.height - type.small * 1.8 };
  const rows = placeRows(words, place, type);
  const numbers = input.items.flatMap((item) => [item.from, item.to]).flatMap((v) => (isMeasured(v) ? [v.number] : []));
  const inset = 14 * type.scale;
  const axis = placeValueAxis(numbers, {
    measure: input.measure,
    start: input.start,
    from: rows.left + inset,
    to: rows.right - inset,
    spacing: 80 * type.scale,
  });
  return { rows, axis };
}

/** A small point for then, a large one for now, the change at the right. */
export function drawChange(input: ChangeInput, size: ChartSize): Scene {
  const type = toType(size.scale);
  const { measure } = input;
  const words = input.items.map((item): RowWords => ({
    id: item.id,
    name: item.name,
    value: toChangeWords(item, measure),
    strong: item.role === 'home',
    valueRole: isMeasured(item.from) && isMeasured(item.to) ? 'ink' : 'quiet',
  }));
  const open = describeOpen(input.items.map(({ to }) => to));
  const { rows, axis, unit } = placeUnderUnit(
    (more) => placeChange(input, words, size, type, more),
    (placed) => [
      measure.unit,
      `small dot ${input.from}, large dot ${input.to}`,
      open && `hollow dots are ${open}`,
      placed.axis.broken,
    ],
    size,
    type,
  );
  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: `${measure.name}, ${measure.unit}. ${listWords(input.items.map((item) => sentenceOf(item, input)))}.`,
    caption: input.caption,
    marks: [
      ...unit,
      ...drawRules(axis, rows),
      ...words.flatMap((row, i) => drawRowWords(row, i, rows)),
      ...input.items.flatMap((item, i) => drawDumbbell(item, i, rows, axis)),
      ...drawTimeTicks(keepApart(axis.ticks, type), rows.bottom + type.gap / 2, type),
    ],
    stops: input.items.map((item, step) => {
      const shown = [item.to, item.from].find(isMeasured);
      return {
        x: shown ? axis.toPixel(shown.number) : rows.left,
        y: middleOf(rows, step),
        series: item.id,
        step,
        sentence: sentenceOf(item, input),
      };
    }),
    table: {
      caption: `${input.title}, ${measure.unit}`,
      columns: ['Authority', input.from, input.to, 'Change'],
      rows: input.items.map((item) => [
        item.name,
        toCell(item.from, measure),
        toCell(item.to, measure),
        isMeasured(item.from) && isMeasured(item.to) ? toChangeWords(item, measure) : '',
      ]),
    },
  };
}
