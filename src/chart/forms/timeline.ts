/**
 * Judgements over the years: one row for each theme, a tile for each grade. Frameworks have
 * different numbers for their best grade, so a grade is coloured by its distance from the best.
 */
import { drawTimeTicks } from '../grid.ts';
import type { ChartWords } from '../inputs.ts';
import { placeLabels } from '../labels.ts';
import { placeLegend } from '../legend.ts';
import { BASELINE } from '../measure.ts';
import { toLine } from '../path.ts';
import type { RowWords } from '../rows.ts';
import { drawRowWords, middleOf, placeRows } from '../rows.ts';
import type { ChartSize, Mark, Role, Scene } from '../scene.ts';
import type { Type } from '../type.ts';
import { toType } from '../type.ts';

export interface Judgement {
  /** ISO date of publication, or the month or year alone. */
  readonly published: string;
  readonly framework: string;
  readonly theme: string;
  /** The grade in words: "Good". */
  readonly grade: string;
  readonly number: number;
  /** The number of the best grade: 4 until 2008, 1 since. */
  readonly best: number;
}

export interface TimelineInput extends ChartWords {
  readonly judgements: readonly Judgement[];
}

const STEPS = ['quartile-a', 'quartile-b', 'quartile-c', 'quartile-d'] as const satisfies readonly Role[];

/** Grades below the best: 0 for the best of four, 3 for the worst. */
function toStep({ number, best }: Judgement): number {
  return Math.min(Math.max(Math.abs(number - best), 0), STEPS.length - 1);
}

const textOn = (step: number): Role => (step === 0 || step === 3 ? 'paper' : 'ink');

const day = (iso: string): number => Date.parse(iso) / 86_400_000;

/** "19 February 2008"; no more than the source says. */
function describeDate(iso: string): string {
  const [, month, date] = iso.split('-');
  return new Date(iso).toLocaleDateString('en-GB', {
    ...(date ? { day: 'numeric' } : {}),
    ...(month ? { month: 'long' } : {}),
    year: 'numeric',
    timeZone: 'UTC',
  });
}

const sentenceOf = (judgement: Judgement): string =>
  `${judgement.theme}, ${describeDate(judgement.published)}: ${judgement.grade} (${judgement.framework})`;

/** The first letters of the grades, and the words they stand for, best first. */
function toGrades(judgements: readonly Judgement[]): [string, number][] {
  const grades = new Map<string, number>();
  for (const judgement of judgements) grades.set(judgement.grade, toStep(judgement));
  return [...grades].sort(([, a], [, b]) => a - b);
}

function drawTile(judgement: Judgement, x: number, y: number, side: number, type: Type): Mark[] {
  const step = toStep(judgement);
  const role = STEPS[step] ?? 'quiet';
  return [
    { type: 'rect', x: x - side / 2, y: y - side / 2, width: side, height: side, role, series: judgement.theme },
    {
      type: 'text',
      x,
      y: y + type.small * BASELINE,
      text: judgement.grade.charAt(0),
      size: type.small,
      role: textOn(step),
      anchor: 'middle',
      bold: true,
      series: judgement.theme,
    },
  ];
}

/** Ticks on the first of January of each year that has room. */
function toYearTicks(first: number, last: number, toX: (day: number) => number, room: number) {
  const from = new Date(first * 86_400_000).getUTCFullYear();
  const to = new Date(last * 86_400_000).getUTCFullYear();
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i).map((year) => ({
    at: toX(day(`${String(year)}-01-01`)),
    label: String(year),
  }));
  const span = (years.at(-1)?.at ?? 0) - (years[0]?.at ?? 0);
  const every = Math.max(1, Math.ceil((years.length * room) / Math.max(span, 1)));
  return years.filter((_, i) => i % every === 0);
}

/** Where the tiles stand, at their day unless another of their theme stands there: the least movement keeps them apart. */
function placeTiles(
  judgements: readonly Judgement[],
  toX: (day: number) => number,
  side: number,
  [from, to]: readonly [from: number, to: number],
): ReadonlyMap<Judgement, number> {
  const themes = [...new Set(judgements.map(({ theme }) => theme))];
  return new Map(
    themes.flatMap((theme) => {
      const of = judgements.filter((judgement) => judgement.theme === theme);
      const wanted = of.map(({ published }) => toX(day(published)));
      const apart = of.map(() => side + 1);
      const placed = placeLabels(wanted, apart, from - side / 2, to + side / 2) ?? wanted;
      return of.map((judgement, i) => [judgement, placed[i] ?? 0] as const);
    }),
  );
}

/** A row for each theme in the order in which they come, years from left to right. */
export function drawTimeline(input: TimelineInput, size: ChartSize): Scene {
  const type = toType(size.scale);
  const judgements = [...input.judgements].sort((a, b) => (a.published < b.published ? -1 : 1));
  const themes = [...new Set(input.judgements.map((judgement) => judgement.theme))];
  const words = themes.map((theme): RowWords => ({
    id: theme,
    name: theme,
    value: '',
    strong: false,
    valueRole: 'ink',
  }));
  const entries = toGrades(judgements).map(([grade, step]) => ({
    series: grade,
    role: STEPS[step] ?? ('quiet' as const),
    name: `${grade.charAt(0)} ${grade}`,
    value: '',
    swatch: true,
  }));
  const legend = placeLegend(entries, 0, size.width, type);
  const rows = placeRows(
    words,
    { width: size.width, top: type.gap, bottom: size.height - legend.height - type.small * 2 },
    type,
  );
  const side = Math.min(20 * rows.type.scale, rows.row * (rows.stacked ? 0.56 : 0.9));
  const days = judgements.map((judgement) => day(judgement.published));
  const [first, last] = [Math.min(...days) - 183, Math.max(...days) + 183];
  const [from, to] = [rows.left + side / 2, rows.right - side / 2];
  const toX = (at: number): number => from + ((at - first) / (last - first)) * (to - from);
  const tiles = placeTiles(judgements, toX, side, [from, to]);
  const ticks = judgements.length > 0 ? toYearTicks(first, last, toX, type.small * 4) : [];
  const inside = ticks.filter((tick) => tick.at >= from && tick.at <= to);
  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: `${input.title}. ${judgements.map(sentenceOf).join('. ')}.`,
    caption: input.caption,
    marks: [
      ...inside.map((tick): Mark => {
        const d = toLine([
          [tick.at, rows.top],
          [tick.at, rows.bottom],
        ]);
        return { type: 'path', d, role: 'grid', width: type.scale };
      }),
      ...words.flatMap((row, i) =>
        drawRowWords(row, i, rows).filter((mark) => mark.type !== 'text' || mark.text !== ''),
      ),
      ...judgements.flatMap((judgement) =>
        drawTile(
          judgement,
          tiles.get(judgement) ?? 0,
          middleOf(rows, themes.indexOf(judgement.theme)),
          side,
          rows.type,
        ),
      ),
      ...drawTimeTicks(inside, rows.bottom + type.gap / 2, type),
      ...legend.draw(size.height - legend.height),
    ],
    stops: judgements.map((judgement, step) => ({
      x: tiles.get(judgement) ?? 0,
      y: middleOf(rows, themes.indexOf(judgement.theme)),
      series: judgement.theme,
      step,
      sentence: sentenceOf(judgement),
    })),
    table: {
      caption: input.title,
      columns: ['Published', 'Framework', 'Theme', 'Grade', 'Number'],
      rows: judgements.map((judgement) => [
        describeDate(judgement.published),
        judgement.framework,
        judgement.theme,
        judgement.grade,
        `${String(judgement.number)} (${String(judgement.best)} is best)`,
      ]),
    },
  };
}
