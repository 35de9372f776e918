/**
 * Rug (heat table): indicators by home and its neighbours, each cell its value with a sign for how
 * it stands. It is read cell by cell, so it is a table rather than a picture: `RugTable.svelte`.
 */
import { formatValue } from '../../analysis/format.ts';
import type { Value } from '../../domain/value.ts';
import { isMeasured } from '../../domain/value.ts';
import type { ChartWords, Measure } from '../inputs.ts';
import type { ChartTable } from '../scene.ts';
import { describeValue } from '../words.ts';

export type RugAnswer = 'better' | 'similar' | 'worse';

export interface RugInput extends ChartWords {
  /** Whom the answers are against: "England", "the neighbours’ average". */
  readonly against: string;
  readonly areas: readonly { readonly id: string; readonly name: string; readonly home: boolean }[];
  readonly rows: readonly {
    readonly id: string;
    readonly measure: Measure;
    readonly period: string;
    /** One for each area, in their order. */
    readonly cells: readonly { readonly value: Value | undefined; readonly answer: RugAnswer | undefined }[];
  }[];
}

export interface RugCell {
  readonly area: string;
  readonly home: boolean;
  /** The number, or the word for why there is none. */
  readonly text: string;
  /** '+', '−' or '='; empty where nothing can be told. */
  readonly sign: string;
  readonly answer: RugAnswer | undefined;
  readonly missing: boolean;
  /** "Derby, 2024/25: 7.6%, worse than England". */
  readonly sentence: string;
}

export interface RugTable {
  readonly title: string;
  readonly caption: string;
  readonly columns: readonly { readonly id: string; readonly name: string; readonly home: boolean }[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly period: string;
    readonly cells: readonly RugCell[];
  }[];
}

/** What stands in a cell beside its figure. */
export const RUG_SIGNS: Readonly<Record<RugAnswer, string>> = { better: '+', similar: '=', worse: '−' };
const PREPOSITIONS: Readonly<Record<RugAnswer, string>> = { better: 'than', similar: 'to', worse: 'than' };

/** The table with every cell in words; a row with too few or too many cells is a programmer's mistake. */
export function toRugTable(input: RugInput): RugTable {
  return {
    title: input.title,
    caption: input.caption,
    columns: input.areas,
    rows: input.rows.map((row) => {
      if (row.cells.length !== input.areas.length) {
        throw new Error(`rug: ${row.id} has ${String(row.cells.length)} cells for ${String(input.areas.length)} areas`);
      }
      return {
        id: row.id,
        name: row.measure.shortName,
        unit: row.measure.unit,
        period: row.period,
        cells: input.areas.map((area, i): RugCell => {
          const { value, answer } = row.cells[i] ?? { value: undefined, answer: undefined };
          const stands = answer ? `, ${answer} ${PREPOSITIONS[answer]} ${input.against}` : '';
          return {
            area: area.id,
            home: area.home,
            text: formatValue(value, row.measure),
            sign: answer ? RUG_SIGNS[answer] : '',
            answer,
            missing: !isMeasured(value),
            sentence: `${area.name}, ${row.period}: ${describeValue(value, row.measure)}${stands}`,
          };
        }),
      };
    }),
  };
}

/** The same as plain rows, for a CSV or a spreadsheet. */
export function toChartTable(rug: RugTable): ChartTable {
  return {
    caption: rug.title,
    columns: ['Indicator', 'Unit', 'Period', ...rug.columns.map((column) => column.name)],
    rows: rug.rows.map((row) => [row.name, row.unit, row.period, ...row.cells.map((cell) => cell.text)]),
  };
}
