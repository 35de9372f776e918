/** The lists of a data package that say what the indicators and groups of its figures are. */
import type { Group, GroupId, Indicator, IndicatorId } from '../../domain/indicator.ts';
import type { GroupRow, IndicatorRow } from '../../domain/indicator-row.ts';
import { findGroupInRow, findIndicatorInRow, GROUP_COLUMNS, INDICATOR_COLUMNS } from '../../domain/indicator-row.ts';
import type { Placement } from '../../domain/layers.ts';
import { cellAt } from '../columns.ts';
import type { Companion, CompanionKind } from '../family.ts';

export const hasAll = (header: readonly string[], columns: readonly string[]): boolean =>
  columns.every((column) => header.includes(column));

export const packageLists: CompanionKind = {
  name: 'list of indicators or groups',
  isCompanion: (header) => hasAll(header, INDICATOR_COLUMNS) || hasAll(header, GROUP_COLUMNS),
  // Its figures name indicators by the same ids; other tables that are loaded beside it name none of them.
  belongsTo: () => true,
};

export function toRow<Column extends string>(
  columns: readonly Column[],
  header: readonly string[],
  cells: readonly string[],
): Readonly<Record<Column, string>> {
  return Object.fromEntries(columns.map((column) => [column, cellAt(cells, header.indexOf(column))])) as Record<
    Column,
    string
  >;
}

/** What the lists say, by id. */
export interface PackageLists {
  readonly indicators: ReadonlyMap<IndicatorId, Indicator>;
  readonly groups: ReadonlyMap<GroupId, Group>;
}

export function readPackageLists(companions: readonly Companion[]): PackageLists {
  const indicators = new Map<IndicatorId, Indicator>();
  const groups = new Map<GroupId, Group>();
  for (const { header, rows } of companions) {
    const isIndicators = hasAll(header, INDICATOR_COLUMNS);
    for (const cells of rows) {
      const indicator = isIndicators
        ? findIndicatorInRow(toRow(INDICATOR_COLUMNS, header, cells) satisfies IndicatorRow)
        : undefined;
      const group = isIndicators ? undefined : findGroupInRow(toRow(GROUP_COLUMNS, header, cells) satisfies GroupRow);
      if (indicator) indicators.set(indicator.id, indicator);
      if (group) groups.set(group.id, group);
    }
  }
  return { indicators, groups };
}

/** What an officer had said of an indicator that the dashboard brings itself; undefined where nothing. */
export function findPlacement(own: Indicator, said: Indicator): Placement | undefined {
  const isMoved = own.outcome !== said.outcome || own.aim !== said.aim;
  const under = said.outcome === undefined ? null : { outcome: said.outcome, ...(said.aim ? { aim: said.aim } : {}) };
  const change: Omit<Placement, 'indicator'> = {
    ...(isMoved ? { under } : {}),
    ...(own.name === said.name ? {} : { name: said.name }),
    ...(own.polarity === said.polarity ? {} : { polarity: said.polarity }),
    ...(own.decimals === said.decimals ? {} : { decimals: said.decimals }),
  };
  return Object.keys(change).length > 0 ? { indicator: own.id, ...change } : undefined;
}
