/** A table whose columns an officer has explained: read as they said, whatever its headings are. */
import type { Indicator } from '../../domain/indicator.ts';
import type { ColumnRole, Mapping, Throughout } from '../../domain/recipe.ts';
import { findUnsaid } from '../../domain/recipe.ts';
import type { SeriesCells } from '../../domain/series-builder.ts';
import { CellReader, countDecimals, findDecimalSign } from '../cells.ts';
import type { AreaColumns } from '../columns.ts';
import { cellAt, toHeaderKey } from '../columns.ts';
import type { Family, FamilyReader, ReadContext, Reading, TableSample } from '../family.ts';
import { findUnit, isTotal, toFileStem, toPlainWords } from '../names.ts';
import type { PeriodHint } from '../period.ts';
import { readPeriod, toPeriodHint } from '../period.ts';
import type { PeriodBook, WrittenPeriod } from '../periods-in-file.ts';
import { PeriodsInFile } from '../periods-in-file.ts';
import { ReadingBuilder } from '../reading-builder.ts';

export const MAPPED = { id: 'mapped', name: 'Columns as you said they are' } as const;
const MAX_DECIMALS = 2;

interface FigureColumn {
  readonly index: number;
  readonly name: string;
  readonly cell: CellReader;
}

/** Where the figures of a row go. */
interface Place {
  readonly indicator: string;
  readonly cells: SeriesCells;
  readonly hint: PeriodHint | undefined;
}

/** The role of each column of a table, in its order. A wide table may have gained columns since. */
function toRoles(header: readonly string[], { layout, columns }: Mapping): readonly ColumnRole[] {
  const said = new Map(columns.map(({ name, role }) => [toHeaderKey(name), role]));
  return header.map((name) => {
    const role = said.get(toHeaderKey(name));
    return role ?? (layout === 'wide' && 'period' in readPeriod(name) ? 'value' : 'none');
  });
}

class MappedReader implements FamilyReader {
  private readonly reading: ReadingBuilder;
  private readonly isWide: boolean;
  private readonly hint: PeriodHint | undefined;
  private readonly areaColumns: AreaColumns;
  private readonly periodColumn: number;
  private readonly indicatorColumn: number;
  private readonly groupColumns: readonly number[];
  private readonly figureColumns: readonly FigureColumn[];
  private readonly periods: PeriodsInFile;
  private readonly places = new Map<string, Place>();
  /** Decimals seen of the indicators that the catalogue does not know. */
  private readonly decimals = new Map<string, number>();
  private readonly stem: string;
  private readonly headerLine: number;
  /** What is read of every row in place of a column that is not there. */
  private readonly throughout: Throughout;

  constructor(mapping: Mapping, sample: TableSample, context: ReadContext) {
    const roles = toRoles(sample.header, mapping);
    this.reading = new ReadingBuilder(MAPPED.id, context);
    this.isWide = mapping.layout === 'wide';
    this.hint = mapping.periods && toPeriodHint(mapping.periods);
    this.areaColumns = {
      number: roles.indexOf('area-number'),
      code: roles.indexOf('area-code'),
      name: roles.indexOf('area-name'),
    };
    this.periodColumn = roles.indexOf('period');
    this.indicatorColumn = roles.indexOf('indicator');
    this.groupColumns = roles.flatMap((role, index) => (role === 'group' ? [index] : []));
    this.figureColumns = roles.flatMap((role, index) => {
      if (role !== 'value') return [];
      const sign = findDecimalSign(sample.rows.map((row) => cellAt(row, index)));
      return [{ index, name: sample.header[index]?.trim() ?? '', cell: new CellReader(sign) }];
    });
    const heading = this.isWide ? 'header' : (sample.header[this.periodColumn] ?? 'said for all rows');
    this.periods = new PeriodsInFile(this.reading.cells, this.reading.log, heading);
    this.stem = toFileStem(context.fileName);
    this.headerLine = sample.headerLine;
    const unsaid = findUnsaid({
      ...mapping,
      columns: sample.header.map((name, i) => ({ name, role: roles[i] ?? 'none' })),
    });
    const { period = '', area = '' } = mapping.throughout ?? {};
    this.throughout = {
      ...(unsaid.includes('period') ? { period } : {}),
      ...(unsaid.includes('area') ? { area } : {}),
    };
  }

  push(cells: readonly string[], line: number): void {
    this.reading.rows++;
    const { number, code, name } = this.areaColumns;
    const called = this.throughout.area ?? cellAt(cells, name);
    const area = this.reading.areas.toIndex(cellAt(cells, number), cellAt(cells, code), called, '', line);
    if (area < 0) {
      this.reading.reportNoArea(line);
      return;
    }
    let book: PeriodBook | undefined;
    let period: WrittenPeriod | undefined;
    for (const column of this.figureColumns) {
      const place = this.placeOf(cells, column);
      const itsBook = this.periods.bookFor(place.hint);
      // The period of a row that is long is looked up, and complained of, once for all of its figures.
      if (this.isWide) period = itsBook.get(column.name, this.headerLine);
      else if (itsBook !== book) period = itsBook.get(this.throughout.period ?? cellAt(cells, this.periodColumn), line);
      book = itsBook;
      if (!period?.period) continue;
      column.cell.read(cellAt(cells, column.index));
      const { number: value, marker } = column.cell;
      const isNumber = !Number.isNaN(value);
      if (isNumber) this.noteDecimals(place.indicator, cellAt(cells, column.index));
      else if (marker !== undefined) this.reading.noteMarker(marker, column.name, line);
      this.reading.cells.push(
        place.cells,
        this.reading.areas.toIndexThen(area, period.period.end),
        period.index,
        value,
        isNumber ? (marker ?? period.marker) : marker,
        line,
      );
    }
  }

  private noteDecimals(indicator: string, written: string): void {
    const known = this.decimals.get(indicator);
    if (known !== undefined) this.decimals.set(indicator, Math.max(known, countDecimals(written)));
  }

  private placeOf(cells: readonly string[], column: FigureColumn): Place {
    const indicatorWords = this.nameIndicator(cellAt(cells, this.indicatorColumn).trim(), column.name);
    // A column for everybody ("Total") does not make a group of its own.
    const groupWords = this.groupColumns
      .map((index) => cellAt(cells, index).trim())
      .filter((words) => words !== '' && !isTotal(words))
      .join(', ');
    const key = `${indicatorWords}\u001f${groupWords}`;
    const known = this.places.get(key);
    if (known) return known;
    const indicator = this.reading.catalogue.findIndicator(indicatorWords) ?? this.toIndicator(indicatorWords);
    const group = this.reading.catalogue.toGroup(groupWords, indicator);
    this.reading.addIndicator(indicator, group.id);
    this.reading.addGroup(group);
    const place: Place = {
      indicator: indicator.id,
      cells: this.reading.cells.seriesOf(indicator.id, group.id),
      hint: this.hint ?? (indicator.periodType === undefined ? undefined : toPeriodHint(indicator.periodType)),
    };
    this.places.set(key, place);
    return place;
  }

  /** By the row, by the heading of the figures, or by the file, whichever of them says it. */
  private nameIndicator(inRow: string, heading: string): string {
    if (this.isWide) return inRow || this.stem;
    if (inRow === '') return heading;
    return this.figureColumns.length === 1 ? inRow : `${inRow}: ${heading}`;
  }

  private toIndicator(words: string): Indicator {
    const name = toPlainWords(words);
    const id = `${MAPPED.id}:${words}`;
    // Another group of the same indicator leaves what was seen of it as it is.
    this.decimals.set(id, this.decimals.get(id) ?? 0);
    return {
      id,
      name,
      shortName: name,
      unit: findUnit(words),
      polarity: 'none',
      decimals: 0,
      nationalIndicators: [],
      groups: [],
      sourceId: words,
      ...(this.hint ? { periodType: this.hint.kind } : {}),
    };
  }

  finish(): Reading {
    this.periods.report();
    for (const [id, decimals] of this.decimals) {
      this.reading.changeIndicator(id, (indicator) => ({ ...indicator, decimals: Math.min(decimals, MAX_DECIMALS) }));
    }
    return this.reading.finish();
  }
}

/** The family of the tables that one mapping explains: recognised before any other, because somebody said so. */
export function toMappedFamily(mapping: Mapping): Pick<Family, 'id' | 'name' | 'recognise' | 'reader'> {
  const said = mapping.columns.filter(({ role }) => role !== 'none');
  const telling = said.filter(({ role }) => role !== 'value');
  const named = (telling.length > 0 ? telling : said).map(({ name }) => name);
  return {
    ...MAPPED,
    recognise: () => ({
      family: MAPPED.id,
      confidence: 1,
      because: `a recipe for these columns (${named.join(', ')})`,
    }),
    reader: (sample, context) => new MappedReader(mapping, sample, context),
  };
}
