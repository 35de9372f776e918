/** Small multiples: every indicator of an outcome as a panel of one size, each on its own scale. */
import { formatValue } from '../../analysis/format.ts';
import { describeSpan } from '../../analysis/period-words.ts';
import type { ChartSeries, ChartWords, Measure } from '../inputs.ts';
import { moveMarks } from '../framed.ts';
import { fitText, measureText, wrapText } from '../measure.ts';
import { toLine } from '../path.ts';
import { findLatest } from '../runs.ts';
import type { ChartSize, Mark, Scene, Stop } from '../scene.ts';
import type { Type } from '../type.ts';
import { toType } from '../type.ts';
import { describePoint, describeSeries, listWords } from '../words.ts';
import { drawSparkline } from './sparkline.ts';

export interface Panel {
  readonly id: string;
  readonly measure: Measure;
  /** Home, and perhaps the average. */
  readonly series: readonly ChartSeries[];
}

export interface MultiplesInput extends ChartWords {
  readonly panels: readonly Panel[];
}

/**
 * In pixels at scale 1: a panel as it is on a page, and the smallest that its words and its line can be read in; both
 * with a name of one line.
 */
const PANEL = { width: 170, height: 84, gap: 20 } as const;
const LEAST = { width: 112, height: 58, gap: 10 } as const;
/** A name has at the most so many lines; all panels have room for as many as one of them needs. */
const MOST_LINES = 2;
/** Taller than this share of its width, a panel makes every slope look steep. */
const TALLEST = 0.8;

interface Grid {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
  /** From one panel to the next, across and down. */
  readonly step: readonly [x: number, y: number];
  readonly type: Type;
  /** Lines that names have room for. */
  readonly lines: number;
}

/** As many columns as panels of a page have room for. */
function countColumns(width: number, scale = 1): number {
  return Math.max(1, Math.floor((width / scale + PANEL.gap) / (PANEL.width + PANEL.gap)));
}

/** The latest figure of home, or why there is none. */
function toShown({ series, measure }: Panel): string {
  const home = series.find(({ role }) => role === 'home');
  return formatValue(home && (findLatest(home.points)?.value ?? home.points.at(-1)?.value), measure);
}

/** Lines that the name of a panel takes beside its figure. */
function wrapName(panel: Panel, width: number, type: Type): string[] {
  const room = width - measureText(toShown(panel), type.label, true) - type.gap * 2;
  return wrapText(panel.measure.shortName, type.label, room);
}

function countLines(panels: readonly Panel[], width: number, type: Type): number {
  const most = Math.max(1, ...panels.map((panel) => wrapName(panel, width, type).length));
  return Math.min(MOST_LINES, most);
}

/** What names of several lines add to the height of a panel. */
const moreHeight = (lines: number, type: Type): number => (lines - 1) * type.line;

/** The height that all panels need at a width. */
export function multiplesHeight(panels: readonly Panel[], width: number): number {
  const columns = countColumns(width);
  const type = toType();
  const panel = (width - PANEL.gap * (columns - 1)) / columns;
  const height = PANEL.height + moreHeight(countLines(panels, panel, type), type);
  return Math.ceil(panels.length / columns) * (height + PANEL.gap);
}

/** Panels as on a page where they fit, else narrower and lower ones, and smaller type only where that is not enough. */
function placeGrid(panels: readonly Panel[], size: ChartSize, lines = 1): Grid {
  const { width, height, scale = 1 } = size;
  const usual = countColumns(width, scale);
  const least = LEAST.height + moreHeight(lines, toType());
  const choices = Array.from({ length: Math.max(1, panels.length - usual + 1) }, (_, more) => {
    const columns = usual + more;
    const rows = Math.max(1, Math.ceil(panels.length / columns));
    const across = width / (columns * (LEAST.width + PANEL.gap) - PANEL.gap);
    return { columns, rows, scale: Math.min(scale, across, height / (rows * (least + LEAST.gap))) };
  });
  const best = choices.reduce((a, b) => (b.scale > a.scale ? b : a));
  const gap = PANEL.gap * best.scale;
  const panel = (width - gap * (best.columns - 1)) / best.columns;
  const type = toType(best.scale);
  const needed = countLines(panels, panel, type);
  if (needed > lines) return placeGrid(panels, size, needed);
  const pitch = height / best.rows;
  const below = Math.min(gap, pitch - least * best.scale);
  const tall = Math.min(pitch - below, panel * TALLEST + moreHeight(lines, type));
  return { columns: best.columns, width: panel, height: tall, step: [panel + gap, tall + below], type, lines };
}

function drawPanel(panel: Panel, grid: Grid): Mark[] {
  const { type } = grid;
  const home = panel.series.find((series) => series.role === 'home');
  const shown = toShown(panel);
  const room = grid.width - measureText(shown, type.label, true) - type.gap * 2;
  const head = type.label * 1.6 + moreHeight(grid.lines, type);
  const foot = type.small * 1.5;
  const words = { title: panel.measure.shortName, caption: '', measure: panel.measure, series: panel.series };
  const line = drawSparkline(words, { width: grid.width, height: grid.height - head - foot, scale: type.scale });
  const rule = toLine([
    [0, grid.height - foot],
    [grid.width, grid.height - foot],
  ]);
  const text = { type: 'text', y: type.label, size: type.label, role: 'ink' } as const;
  const name = wrapName(panel, grid.width, type);
  const lines = [...name.slice(0, grid.lines - 1), name.slice(grid.lines - 1).join(' ')].filter(Boolean);
  return [
    ...lines.map((part, i): Mark => ({
      ...text,
      x: 0,
      y: type.label + i * type.line,
      text: fitText(part, type.label, room),
      anchor: 'start',
    })),
    { ...text, x: grid.width, text: shown, anchor: 'end', bold: true },
    ...moveMarks(line.marks, 0, head),
    { type: 'path', d: rule, role: 'grid', width: type.scale },
    {
      type: 'text',
      x: 0,
      y: grid.height,
      text: fitText(toSpanWords(home), type.small, grid.width),
      size: type.small,
      role: 'quiet',
      anchor: 'start',
    },
  ];
}

/** "2017/18 to 2024/25": each panel has its own years. */
function toSpanWords(home: ChartSeries | undefined): string {
  const [first, last] = [home?.points[0], home?.points.at(-1)];
  return first && last ? describeSpan(first.period, last.period) : 'no figures';
}

const REACH = 0.5;

function toPanelStop(panel: Panel, x: number, y: number, grid: Grid, step: number): Stop {
  const said = panel.series.flatMap((series) => {
    const latest = findLatest(series.points);
    return latest ? [describePoint(series.name, latest, panel.measure)] : [];
  });
  const sentence = `${panel.measure.shortName}. ${said.length > 0 ? said.join('; ') : 'No figures'}`;
  return { x: x + grid.width * REACH, y: y + grid.height * REACH, series: panel.id, step, sentence };
}

/** Panels in rows, as many to a row as the room asks for. */
export function drawMultiples(input: MultiplesInput, size: ChartSize): Scene {
  const grid = placeGrid(input.panels, size);
  const places = input.panels.map((panel, i) => ({
    panel,
    x: (i % grid.columns) * grid.step[0],
    y: Math.floor(i / grid.columns) * grid.step[1],
  }));
  return {
    width: size.width,
    height: size.height,
    title: input.title,
    description: `${input.title}. ${listWords(
      input.panels.flatMap((panel) => {
        const home = panel.series.find((series) => series.role === 'home');
        return home ? [`${panel.measure.shortName}: ${describeSeries(home, panel.measure)}`] : [];
      }),
    )}.`,
    caption: input.caption,
    marks: places.flatMap(({ panel, x, y }) =>
      moveMarks(drawPanel(panel, grid), x, y).map((mark) => ({ ...mark, series: panel.id })),
    ),
    stops: places.map(({ panel, x, y }, step) => toPanelStop(panel, x, y, grid, step)),
    table: {
      caption: input.title,
      columns: ['Indicator', 'Unit', 'Period', 'Value'],
      rows: input.panels.map((panel) => {
        const home = panel.series.find((series) => series.role === 'home');
        const latest = home && findLatest(home.points);
        const value = latest?.value ?? home?.points.at(-1)?.value;
        return [panel.measure.name, panel.measure.unit, latest?.period.label ?? '', formatValue(value, panel.measure)];
      }),
    },
  };
}
