/** Wide: one row per area (and group, and indicator), one column per period. */
import type { Indicator } from '../../domain/indicator.ts';
import type { SeriesCells } from '../../domain/series-builder.ts';
import { CellReader, countDecimals, findDecimalSign } from '../cells.ts';
import type { AreaColumns } from '../columns.ts';
import { Columns, cellAt, findAreaColumns, toIndexes } from '../columns.ts';
import type { Family, FamilyReader, ReadContext, Reading, Recognition, TableSample } from '../family.ts';
import { toFileStem, toPlainWords } from '../names.ts';
import type { PeriodHint } from '../period.ts';
import { readPeriod, toPeriodHint } from '../period.ts';
import { PeriodsInFile } from '../periods-in-file.ts';
import { ReadingBuilder } from '../reading-builder.ts';

const ID = 'wide';

interface PeriodColumn {
  readonly index: number;
  readonly written: string;
  readonly cell: CellReader;
}

/** Where one row's cells go. */
interface Place {
  readonly cells: SeriesCells;
  readonly hint: PeriodHint | undefined;
}

function findPeriodColumns(header: readonly string[]): readonly number[] {
  return header.flatMap((name, index) => ('period' in readPeriod(name) ? [index] : []));
}

class WideReader implements FamilyReader {
  private readonly reading: ReadingBuilder;
  private readonly columns: Columns;
  private readonly areaColumns: AreaColumns;
  private readonly groupColumn: number;
  private readonly indicatorColumn: number;
  private readonly periodColumns: readonly PeriodColumn[];
  private readonly periods: PeriodsInFile;
  private readonly places = new Map<string, Map<string, Place>>();
  private readonly decimals: number;
  private readonly stem: string;
  private readonly headerLine: number;

  constructor(sample: TableSample, context: ReadContext) {
    this.reading = new ReadingBuilder(ID, context);
    this.columns = new Columns(sample.header);
    this.areaColumns = findAreaColumns(this.columns);
    this.groupColumn = this.columns.find('group');
    this.indicatorColumn = this.columns.find('indicator', 'measure', 'indicator_id');
    this.stem = toFileStem(context.fileName);
    this.headerLine = sample.headerLine;
    this.periodColumns = findPeriodColumns(sample.header).map((index) => ({
      index,
      written: this.columns.nameOf(index),
      cell: new CellReader(findDecimalSign(sample.rows.map((row) => cellAt(row, index)))),
    }));
    const values = sample.rows.flatMap((row) =>
      this.periodColumns.map(({ index }) => countDecimals(cellAt(row, index))),
    );
    this.decimals = Math.min(2, Math.max(0, ...values));
    this.periods = new PeriodsInFile(this.reading.cells, this.reading.log, 'header');
  }

  push(cells: readonly string[], line: number): void {
    this.reading.rows++;
    const place = this.placeOf(
      this.indicatorColumn < 0 ? this.stem : cellAt(cells, this.indicatorColumn),
      cellAt(cells, this.groupColumn),
    );
    const { number, code, name } = this.areaColumns;
    const area = this.reading.areas.toIndex(cellAt(cells, number), cellAt(cells, code), cellAt(cells, name), '', line);
    if (area < 0) {
      this.reading.reportNoArea(line);
      return;
    }
    const book = this.periods.bookFor(place.hint);
    for (const { index, written, cell } of this.periodColumns) {
      const period = book.get(written, this.headerLine);
      if (!period.period) continue;
      cell.read(cellAt(cells, index));
      const isNumber = !Number.isNaN(cell.number);
      if (!isNumber && cell.marker !== undefined) this.reading.noteMarker(cell.marker, written, line);
      const marker = isNumber ? (cell.marker ?? period.marker) : cell.marker;
      const then = this.reading.areas.toIndexThen(area, period.period.end);
      this.reading.cells.push(place.cells, then, period.index, cell.number, marker, line);
    }
  }

  private placeOf(indicatorWords: string, groupWords: string): Place {
    const groups = this.places.get(indicatorWords) ?? new Map<string, Place>();
    this.places.set(indicatorWords, groups);
    const known = groups.get(groupWords);
    if (known) return known;
    const indicator = this.reading.catalogue.findIndicator(indicatorWords) ?? this.toIndicator(indicatorWords);
    const group = this.reading.catalogue.toGroup(groupWords, indicator);
    this.reading.addIndicator(indicator, group.id);
    this.reading.addGroup(group);
    const place: Place = {
      cells: this.reading.cells.seriesOf(indicator.id, group.id),
      hint: indicator.periodType === undefined ? undefined : toPeriodHint(indicator.periodType),
    };
    groups.set(groupWords, place);
    return place;
  }

  private toIndicator(words: string): Indicator {
    const name = toPlainWords(words.replace(/-/g, ' '));
    return {
      id: `${ID}:${words}`,
      name,
      shortName: name,
      unit: '',
      polarity: 'none',
      decimals: this.decimals,
      nationalIndicators: [],
      groups: [],
      sourceId: words,
    };
  }

  finish(): Reading {
    this.periods.report();
    this.reportColumnsLeftOut();
    return this.reading.finish();
  }

  private reportColumnsLeftOut(): void {
    const read = new Set([
      ...this.periodColumns.map(({ index }) => index),
      ...toIndexes(this.areaColumns),
      this.groupColumn,
      this.indicatorColumn,
    ]);
    const rest = this.columns.header.filter((name, index) => !read.has(index) && name.trim() !== '');
    if (rest.length === 0) return;
    this.reading.log.add({
      severity: 'note',
      code: 'column-not-read',
      message: `${rest.join(', ')}: neither a period nor a column that names an area or group; left out.`,
      line: this.headerLine,
      count: rest.length,
    });
  }
}

export const wide: Family = {
  id: ID,
  name: 'Wide: a row per area, a column per period',
  about:
    'One row per area, one column per period, as spreadsheets often have it. The indicator is named in a column or by the name of the file.',
  example: `group,area_code,2022/23,2023/24,2024/25
all,E06000015,8.1,7.9,7.6
all,E92000001,4.1,4.2,4.2
`,
  recognise(sample): Recognition | undefined {
    const columns = new Columns(sample.header);
    const area = findAreaColumns(columns);
    const periods = findPeriodColumns(sample.header);
    if (periods.length === 0 || toIndexes(area).length === 0) return undefined;
    const names = periods.map((index) => columns.nameOf(index));
    const told =
      names.length === 1
        ? `a column for ${names.join()}`
        : `a column for each of ${String(names.length)} periods (${names[0] ?? ''} to ${names.at(-1) ?? ''})`;
    return {
      family: ID,
      confidence: periods.length > 1 ? 0.8 : 0.6,
      because: `${told} beside the area`,
    };
  },
  reader: (sample, context) => new WideReader(sample, context),
};
