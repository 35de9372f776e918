/** The figures of a chart one to a row: with codes, markers as published, and what a chart says beside them. */
import type { ChartInputs, PageChart } from '../chart/forms.ts';
import { findGaps } from '../chart/forms/gap.ts';
import { findSignals } from '../chart/forms/xmr.ts';
import { NEIGHBOUR_AVERAGE } from '../chart/from-figures.ts';
import type { ChartItem, ChartSeries, Measure } from '../chart/inputs.ts';
import { toPeriodKey } from '../domain/period.ts';
import type { Value } from '../domain/value.ts';
import { describeMissing, explainMissing, isMeasured, toStatusMarker } from '../domain/value.ts';

export interface FigureRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What its numbers are of; absent where its rows are of several measures. */
  readonly measure?: Measure;
}

const VALUE = ['Value', 'Lower', 'Upper', 'Marker', 'Note'] as const;
const COLUMNS = ['Period', 'Area code', 'Area', ...VALUE] as const;

/** Columns that hold figures, whatever the chart. */
export const FIGURE_COLUMNS: ReadonlySet<string> = new Set([
  'Value',
  'Lower',
  'Upper',
  'England',
  'Lowest authority',
  'First quarter ends',
  'Last quarter begins',
  'Highest authority',
  'Grade number',
  'Best grade number',
]);

const write = (number: number | undefined): string => (number === undefined ? '' : String(number));
const join = (...notes: readonly (string | undefined)[]): string => notes.filter(Boolean).join('; ');

/** Value, interval, marker and note, each a cell. */
function toCells(value: Value | undefined, note = ''): string[] {
  if (!value) return ['', '', '', '', note || 'no figure'];
  if (!isMeasured(value)) {
    const reason = `${describeMissing(value)}: ${explainMissing(value.missing)}`;
    return ['', '', '', value.marker, join(reason, value.note, note)];
  }
  const { number, lower, upper, status } = value;
  return [
    write(number),
    write(lower),
    write(upper),
    status ? toStatusMarker(status) : '',
    join(status, value.note, note),
  ];
}

/** An average of areas is no area and has no code. */
const codeOf = ({ id }: Pick<ChartItem, 'id'>): string => (id === NEIGHBOUR_AVERAGE ? '' : id);

/** A line that belongs to no area: a target, a mean. */
const toLineRow = (period: string, name: string, number: number, note: string): string[] => [
  period,
  '',
  name,
  ...toCells({ number }, note),
];

function toSeriesRows(series: ChartSeries): string[][] {
  return series.points.map(({ period, value, note }) => [
    period.label,
    codeOf(series),
    series.name,
    ...toCells(value, note),
  ]);
}

function toItemRows(items: readonly (ChartItem & { readonly rank?: string })[], period: string): string[][] {
  return items.map((item) => [
    period,
    codeOf(item),
    item.name,
    ...toCells(item.value, join(item.rank && `rank ${item.rank}`, item.note)),
  ]);
}

function toTrendRows({ series, target = [] }: ChartInputs['trend']): string[][] {
  return [
    ...series.flatMap(toSeriesRows),
    ...target.map(({ period, number }) =>
      toLineRow(period.label, 'Target', number, 'set; the line between is no data'),
    ),
  ];
}

function toGapRows(input: ChartInputs['gap']): string[][] {
  return [
    ...[input.group, input.counterpart].flatMap(toSeriesRows),
    ...findGaps(input).map(({ period, number }) =>
      toLineRow(period.label, 'Gap', number, `${input.group.name} minus ${input.counterpart.name}`),
    ),
  ];
}

function toChangeRows({ items, from, to }: ChartInputs['change']): string[][] {
  return items.flatMap((item) => [
    [from, codeOf(item), item.name, ...toCells(item.from)],
    [to, codeOf(item), item.name, ...toCells(item.to)],
  ]);
}

function toRunRows(input: ChartInputs['xmr']): string[][] {
  const { series, limits } = input;
  const signals = findSignals(input);
  const span = [series.points[0]?.period.label, series.points.at(-1)?.period.label].join(' to ');
  return [
    ...series.points.map(({ period, value, note }) => [
      period.label,
      codeOf(series),
      series.name,
      ...toCells(value, join(note, signals.get(toPeriodKey(period)))),
    ]),
    ...(limits
      ? [
          toLineRow(span, 'Mean', limits.mean, 'of the figures above'),
          toLineRow(span, 'Upper limit', limits.upper, 'of ordinary variation'),
          toLineRow(span, 'Lower limit', limits.lower, 'of ordinary variation'),
        ]
      : []),
  ];
}

const PROFILE = ['Indicator', 'Unit', 'Period', ...VALUE, 'England', 'Against England'] as const;
const SPREAD = ['Lowest authority', 'First quarter ends', 'Last quarter begins', 'Highest authority'] as const;

function toProfileRows({ rows }: ChartInputs['profile']): FigureRows {
  return {
    columns: [...PROFILE, ...SPREAD],
    rows: rows.map(({ measure, period, value, england, answer, spread }) => [
      measure.name,
      measure.unit,
      period,
      ...toCells(value),
      write(england),
      answer,
      ...SPREAD.map((_, i) => write(spread?.[i])),
    ]),
  };
}

function toPanelRows({ panels }: ChartInputs['multiples']): FigureRows {
  return {
    columns: ['Indicator', 'Unit', ...COLUMNS],
    rows: panels.flatMap(({ measure, series }) =>
      series.flatMap((line) => toSeriesRows(line).map((row) => [measure.name, measure.unit, ...row])),
    ),
  };
}

function toJudgementRows({ judgements }: ChartInputs['timeline']): FigureRows {
  return {
    columns: ['Published', 'Framework', 'Theme', 'Grade', 'Grade number', 'Best grade number'],
    rows: judgements.map(({ published, framework, theme, grade, number, best }) => [
      published,
      framework,
      theme,
      grade,
      write(number),
      write(best),
    ]),
  };
}

function toTileRows({ items, period }: ChartInputs['tile-map']): string[][] {
  const toQuarter = ({ band }: (typeof items)[number]) => (band ? { note: `quarter ${band}` } : {});
  return toItemRows(
    items.map((item) => ({ ...item, ...toQuarter(item) })),
    period,
  );
}

/** Every figure that is drawn, and every one that is missing with the reason; unrounded. */
export function toFigureRows(chart: PageChart): FigureRows {
  const ofAreas = (rows: readonly (readonly string[])[], measure: Measure): FigureRows => ({
    columns: COLUMNS,
    rows,
    measure,
  });
  switch (chart.form) {
    case 'trend':
      return ofAreas(toTrendRows(chart.input), chart.input.measure);
    case 'neighbours':
    case 'authorities': {
      const { items, benchmarks, period, measure } = chart.input;
      return ofAreas(toItemRows([...items, ...benchmarks], period), measure);
    }
    case 'gap':
      return {
        columns: ['Period', 'Group code', 'Group', ...VALUE],
        rows: toGapRows(chart.input),
        measure: chart.input.measure,
      };
    case 'change':
      return ofAreas(toChangeRows(chart.input), chart.input.measure);
    case 'xmr':
      return ofAreas(toRunRows(chart.input), chart.input.measure);
    case 'tile-map':
      return ofAreas(toTileRows(chart.input), chart.input.measure);
    case 'profile':
      return toProfileRows(chart.input);
    case 'multiples':
      return toPanelRows(chart.input);
    case 'timeline':
      return toJudgementRows(chart.input);
    case 'drawn':
      return chart.scene.table;
  }
}
