/** What a file brought ↔ the records it lies in: one for what its series share, one for each series. */
import { Positions } from '../bundle/positions.ts';
import { toPeriodKey } from '../domain/period.ts';
import type { Series, SideColumn } from '../domain/series.ts';
import { SIDE_COLUMNS } from '../domain/series.ts';
import type { Brought } from './draft.ts';
import type { PackedNumbers } from './numbers.ts';
import { packNumbers, unpackNumbers } from './numbers.ts';
import type { ContentRecord, SeriesRecord } from './records.ts';

export type Content = Omit<ContentRecord, 'load' | 'file'>;
export type PackedSeries = Omit<SeriesRecord, 'load' | 'file'>;

export interface PackedLayer {
  readonly content: Content;
  readonly series: readonly PackedSeries[];
}

export function packLayer({ series: all, ...said }: Brought): PackedLayer {
  const areaLists = new Positions<Series['areas']>((list) => list.join('\u001f'));
  const periodLists = new Positions<Series['periods']>((list) =>
    list.map((period) => `${toPeriodKey(period)}/${period.label}`).join('\u001f'),
  );
  const series = all.map((one): PackedSeries => {
    const sides: Partial<Record<SideColumn, PackedNumbers>> = {};
    for (const side of SIDE_COLUMNS) {
      const column = one[side];
      if (column) sides[side] = packNumbers(column);
    }
    return {
      indicator: one.indicator,
      group: one.group,
      areas: areaLists.of(one.areas),
      periods: periodLists.of(one.periods),
      numbers: packNumbers(one.numbers),
      ...(one.marks.some((mark) => mark > 0) ? { marks: one.marks } : {}),
      markers: one.markers,
      ...sides,
    };
  });
  return {
    content: { areaLists: areaLists.items, periodLists: periodLists.items, ...said },
    series,
  };
}

export function unpackSeries(record: PackedSeries, content: Content): Series {
  const areas = content.areaLists[record.areas];
  const periods = content.periodLists[record.periods];
  if (!areas || !periods) throw new Error(`the record of ${record.indicator} names a list that its file does not have`);
  const sides: Partial<Record<SideColumn, Float64Array>> = {};
  for (const side of SIDE_COLUMNS) {
    const column = record[side];
    if (column) sides[side] = unpackNumbers(column);
  }
  const numbers = unpackNumbers(record.numbers);
  return {
    indicator: record.indicator,
    group: record.group,
    areas,
    periods,
    numbers,
    marks: record.marks ?? new Uint8Array(numbers.length),
    markers: record.markers,
    ...sides,
  };
}
