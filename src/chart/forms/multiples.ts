/** Small multiples: every indicator of an outcome as a panel of one size, each on its own scale. */
import { formatValue } from '../../analysis/format.ts';
import type { ChartSeries, ChartWords, Measure } from '../inputs.ts';
import { moveMarks } from '../framed.ts';
import { fitText, measureText } from '../measure.ts';
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

const PANEL = { width: 170, height: 84, gap: 20 } as const;

interface Grid {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

function placeGrid(width: number, type: Type): Grid {
  const gap = PANEL.gap * type.scale;
  const columns = Math.max(1, Math.floor((width + gap) / (PANEL.width * type.scale + gap)));
  return { columns, gap, width: (width - gap * (columns - 1)) / columns, height: PANEL.height * type.scale };
}

/** The height that all panels need at a width. */
export function multiplesHeight(count: number, width: number, scale = 1): number {
  const grid = placeGrid(width, toType(scale));
  return Math.ceil(count / grid.columns) * (grid.height + grid.gap);
}

function drawPanel(panel: Panel, grid: Grid, type: Type): Mark[] {
  const home = panel.series.find((series) => series.role === 'home');
  const latest = home && findLatest(home.points);
  const shown = formatValue(latest?.value ?? home?.points.at(-1)?.value, panel.measure);
  const room = grid.width - measureText(shown, type.label, true) - type.gap * 2;
  const head = type.label * 1.6;
  const foot = type.small * 1.5;
  const words = { title: panel.measure.shortName, caption: '', measure: panel.measure, series: panel.series };
  const line = drawSparkline(words, { width: grid.width, height: grid.height - head - foot, scale: type.scale });
  const rule = toLine([
    [0, grid.height - foot],
    [grid.width, grid.height - foot],
  ]);
  const text = { type: 'text', y: type.label, size: type.label, role: 'ink' } as const;
  return [
    { ...text, x: 0, text: fitText(panel.measure.shortName, type.label, room), anchor: 'start' },
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
  const [first, last] = [home?.points[0]?.period.label, home?.points.at(-1)?.period.label];
  if (first === undefined || last === undefined) return 'no figures';
  return first === last ? first : `${first} to ${last}`;
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

/** Panels in rows, as many to a row as the width has room for. */
export function drawMultiples(input: MultiplesInput, size: ChartSize): Scene {
  const type = toType(size.scale);
  const grid = placeGrid(size.width, type);
  const places = input.panels.map((panel, i) => ({
    panel,
    x: (i % grid.columns) * (grid.width + grid.gap),
    y: Math.floor(i / grid.columns) * (grid.height + grid.gap),
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
      moveMarks(drawPanel(panel, grid, type), x, y).map((mark) => ({ ...mark, series: panel.id })),
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
