/** The figures of a chart one to a row: with codes, markers as published, and what a chart says beside them. */
import type { Chart } from '../chart/chart.ts';
import { NEIGHBOUR_AVERAGE } from '../chart/from-figures.ts';
import type { ChartItem, ChartSeries } from '../chart/inputs.ts';
import type { Value } from '../domain/value.ts';
import { describeMissing, explainMissing, isMeasured, toStatusMarker } from '../domain/value.ts';

export interface FigureRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const COLUMNS = ['Period', 'Area code', 'Area', 'Value', 'Lower', 'Upper', 'Marker', 'Note'] as const;

const write = (number: number | undefined): string => (number === undefined ? '' : String(number));

/** Value, interval, marker and note, each a cell. */
function toCells(value: Value | undefined, note = ''): string[] {
  if (!value) return ['', '', '', '', note || 'no figure'];
  if (!isMeasured(value)) {
    const reason = `${describeMissing(value)}: ${explainMissing(value.missing)}`;
    return ['', '', '', value.marker, note ? `${reason}; ${note}` : reason];
  }
  const { number, lower, upper, status } = value;
  const said = [status ?? '', note].filter(Boolean).join('; ');
  return [write(number), write(lower), write(upper), status ? toStatusMarker(status) : '', said];
}

/** An average of areas is no area and has no code. */
const codeOf = ({ id }: Pick<ChartItem, 'id'>): string => (id === NEIGHBOUR_AVERAGE ? '' : id);

function toSeriesRows(series: ChartSeries): string[][] {
  return series.points.map(({ period, value, note }) => [
    period.label,
    codeOf(series),
    series.name,
    ...toCells(value, note),
  ]);
}

function toItemRows(items: readonly (ChartItem & { readonly rank?: string })[], period: string): string[][] {
  return items.map((item) => {
    const note = [item.rank ? `rank ${item.rank}` : '', item.note ?? ''].filter(Boolean).join('; ');
    return [period, codeOf(item), item.name, ...toCells(item.value, note)];
  });
}

/** Every figure that is drawn, and every one that is missing with the reason; unrounded. */
export function toFigureRows(chart: Chart): FigureRows {
  switch (chart.form) {
    case 'trend':
      return { columns: COLUMNS, rows: chart.input.series.flatMap(toSeriesRows) };
    case 'neighbours':
    case 'authorities': {
      const { items, benchmarks, period } = chart.input;
      return { columns: COLUMNS, rows: toItemRows([...items, ...benchmarks], period) };
    }
    case 'drawn':
      return chart.scene.table;
  }
}
