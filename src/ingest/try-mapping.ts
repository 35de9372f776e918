/** The first rows of a table as a mapping reads them: the same reader as for the whole file, one row at a time. */
import type { AreaList } from '../domain/area.ts';
import type { Catalogue } from '../domain/figures.ts';
import type { Mapping } from '../domain/recipe.ts';
import type { Value } from '../domain/value.ts';
import { valueAtIndex } from '../domain/series.ts';
import type { Reading, TableSample } from './family.ts';
import { toMappedFamily } from './formats/mapped.ts';

/** A figure with the words by which it is shown. */
export interface TriedFigure {
  readonly indicator: string;
  /** '' where it is for everybody. */
  readonly group: string;
  readonly area: string;
  readonly period: string;
  readonly value: Value;
}

export interface TriedRow {
  readonly cells: readonly string[];
  readonly figures: readonly TriedFigure[];
  /** Why nothing, or something else than was meant, was read. */
  readonly problems: readonly string[];
}

interface TryContext {
  readonly areas: AreaList;
  readonly catalogue: Catalogue;
}

function toFigures(reading: Reading, { areas, catalogue }: TryContext): readonly TriedFigure[] {
  const groups = new Map([...catalogue.groups, ...reading.groups].map(({ id, name }) => [id, name]));
  const names = new Map(reading.indicators.map(({ id, name }) => [id, name]));
  return reading.series.flatMap((series) =>
    series.areas.flatMap((area, row) =>
      series.periods.flatMap(({ label }, column) => {
        const value = valueAtIndex(series, row, column);
        if (!value) return [];
        return [
          {
            indicator: names.get(series.indicator) ?? series.indicator,
            group: series.group === 'all' ? '' : (groups.get(series.group) ?? series.group),
            area: areas.nameOf(area),
            period: label,
            value,
          },
        ];
      }),
    ),
  );
}

/** @param rows how many of the sample's rows */
export function tryMapping(
  mapping: Mapping,
  sample: TableSample,
  context: TryContext,
  rows: number,
): readonly TriedRow[] {
  const family = toMappedFamily(mapping);
  return sample.rows.slice(0, rows).map((cells) => {
    const reader = family.reader(sample, { ...context, fileName: sample.fileName, companions: [] });
    reader.push(cells, sample.headerLine + 1);
    const reading = reader.finish();
    return {
      cells,
      figures: toFigures(reading, context),
      problems: reading.problems.filter(({ severity }) => severity !== 'note').map(({ message }) => message),
    };
  });
}
