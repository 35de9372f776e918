/** What publishers note of single figures of a table, said once for all the figures that one note is of. */
import type { Value } from '../../domain/value.ts';
import { groupByKey } from './group-by-key.ts';

/** A row of a table: its period, and the cells in the order of their columns. */
export interface NotedRow {
  readonly period: string;
  readonly cells: readonly { readonly value?: Value | undefined }[];
}

export interface CellNote {
  readonly note: string;
  /** "England 2016/17, 2017/18; Nottingham 2016/17". */
  readonly of: string;
}

/** @param columns the names of the columns of the cells */
export function findCellNotes(rows: readonly NotedRow[], columns: readonly string[]): readonly CellNote[] {
  const noted = rows.flatMap(({ period, cells }) =>
    cells.flatMap(({ value }, index) =>
      value?.note === undefined ? [] : [{ note: value.note, column: columns[index] ?? '', period }],
    ),
  );
  return groupByKey(noted, ({ note }) => note).map(([note, all]) => ({
    note,
    of: groupByKey(all, ({ column }) => column)
      .map(([column, same]) => `${column} ${same.map(({ period }) => period).join(', ')}`)
      .join('; '),
  }));
}
