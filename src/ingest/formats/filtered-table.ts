/**
 * Tables whose rows are an area, a period and a value of each filter, with one column per
 * measure: an indicator is one value column and one value of each filter.
 */
import type { Indicator } from '../../domain/indicator.ts';
import { ALL } from '../../domain/indicator.ts';
import type { SeriesCells } from '../../domain/series-builder.ts';
import { CellPlaces } from '../../domain/series-builder.ts';
import { CellReader, countDecimals, findDecimalSign } from '../cells.ts';
import { cellAt } from '../columns.ts';
import type { TableSample } from '../family.ts';
import { findUnit, isTotal, toInnerPhrase, toPlainWords } from '../names.ts';
import { toPeriodHint } from '../period.ts';
import type { PeriodBook } from '../periods-in-file.ts';
import type { PeriodHint } from '../period.ts';
import type { ReadingBuilder } from '../reading-builder.ts';
import type { ColumnRoles, FilterColumn, ValueColumn } from './ees-columns.ts';

/** Where the cells of one value column go for one value of each filter. */
interface Target {
  readonly cells: SeriesCells;
  readonly column: ValueColumn;
  readonly reader: CellReader;
  /** Is it for the figures to say how many decimals they have? Not where a metadata file or the catalogue does. */
  readonly ownDecimals: boolean;
  /** Another reading of the periods than the file's own, for an indicator whose kind the catalogue knows. */
  readonly hint: PeriodHint | undefined;
}

/** One value of each filter, with a target for each value column. */
interface Combination {
  readonly words: readonly string[];
  /** Targets whose periods are the file's own share their places. */
  readonly places: CellPlaces;
  readonly shared: readonly Target[];
  readonly own: readonly Target[];
}

/** One way in which rows write a combination. */
interface Written {
  readonly words: readonly string[];
  readonly combination: Combination;
  /** What stood in the row after it the last time: files repeat their order for every area and period. */
  next: Written | undefined;
}

/** Filters are looked up one after the other, so that no key is put together per row. */
type Branch = Map<string, Branch | Written>;

const MAX_DECIMALS = 3;
/** So many figures of a series tell how many decimals it has. */
const DECIMALS_TOLD_BY = 200;

/** The most decimals a column is written with, spreadsheet noise left aside. */
function findDecimals(sample: TableSample, index: number): number {
  const counts = sample.rows.map((row) => countDecimals(cellAt(row, index)));
  return Math.max(0, ...counts.filter((count) => count <= MAX_DECIMALS));
}

/** Is it the number that stands nearest to some multiple of 1 / `scale`? */
const isMultiple = (number: number, scale: number): boolean => Math.round(number * scale) / scale === number;

/** The same of the figures that were read: the first rows of a file may hold none. */
function findDecimalsOf({ numbers }: SeriesCells): number {
  let most = 0;
  let told = 0;
  for (const number of numbers) {
    if (Number.isNaN(number)) continue;
    let count = most;
    while (count <= MAX_DECIMALS && !isMultiple(number, 10 ** count)) count++;
    if (count <= MAX_DECIMALS) most = count;
    if (++told === DECIMALS_TOLD_BY) break;
  }
  return most;
}

function toUnit(column: ValueColumn): string {
  if (column.unit === undefined) return findUnit(column.name);
  return column.unit === 'pp' ? 'percentage points' : column.unit;
}

/** What a family with filters knows beyond the table itself. */
export interface FilteredTable {
  readonly family: string;
  readonly roles: ColumnRoles;
  readonly sample: TableSample;
  /** What kind of period all of its figures are for, where the family knows. */
  readonly periodType?: string;
  /** Markers that this publisher uses in a sense of its own, with how they are kept. */
  readonly meanings?: ReadonlyMap<string, string>;
}

/** Sends the cells of rows to their series. */
export class FilteredCells {
  private readonly table: FilteredTable;
  private readonly reading: ReadingBuilder;
  private readonly filters: readonly FilterColumn[];
  private readonly columns: readonly {
    readonly column: ValueColumn;
    readonly reader: CellReader;
    readonly decimals: number;
  }[];
  private readonly root: Branch = new Map();
  private readonly combinations = new Map<string, Combination>();
  private last: Written | undefined;

  constructor(table: FilteredTable, reading: ReadingBuilder) {
    this.table = table;
    this.reading = reading;
    this.filters = table.roles.filters;
    reading.filters = this.filters.map(({ name }) => name);
    this.columns = table.roles.values.map((column) => ({
      column,
      reader: new CellReader(findDecimalSign(table.sample.rows.map((row) => cellAt(row, column.index)))),
      decimals: column.decimals ?? findDecimals(table.sample, column.index),
    }));
  }

  /**
   * Takes the cells of a row.
   * @param period index of the row's period as the file has it
   * @param status letter of the row's status, or undefined
   * @param bookFor the periods as an indicator of the catalogue has them
   * @param written the row's period as written
   */
  push(
    cells: readonly string[],
    line: number,
    area: number,
    period: number,
    status: string | undefined,
    bookFor: (hint: PeriodHint) => PeriodBook,
    written: string,
  ): void {
    const combination = this.combinationOf(cells);
    const at = combination.shared.length > 0 ? combination.places.add(area, period, line) : -1;
    for (const target of combination.shared) this.set(target, at, cells, line, status);
    for (const target of combination.own) {
      const own = target.hint ? bookFor(target.hint).get(written, line).index : period;
      if (own >= 0) this.set(target, target.cells.places.add(area, own, line), cells, line, status);
    }
  }

  private set(
    { cells: to, column, reader }: Target,
    at: number,
    cells: readonly string[],
    line: number,
    status: string | undefined,
  ): void {
    reader.read(cells[column.index] ?? '');
    const { number, marker } = reader;
    if (marker === undefined) to.set(at, number, status);
    else {
      to.set(at, number, this.table.meanings?.get(marker) ?? marker);
      if (Number.isNaN(number)) this.reading.noteMarker(marker, column.name, line);
    }
  }

  /** Comparing a guess costs a fraction of looking long filter values up, and is right nearly always. */
  private combinationOf(cells: readonly string[]): Combination {
    const guess = this.last?.next ?? this.last;
    const written = guess && this.isWrittenAs(guess, cells) ? guess : this.find(cells);
    if (this.last) this.last.next = written;
    this.last = written;
    return written.combination;
  }

  private isWrittenAs(written: Written, cells: readonly string[]): boolean {
    for (let i = 0; i < this.filters.length; i++) {
      if (written.words[i] !== cells[this.filters[i]?.index ?? -1]) return false;
    }
    return true;
  }

  private find(cells: readonly string[]): Written {
    const words = this.filters.map(({ index }) => cellAt(cells, index));
    const last = words.pop() ?? '';
    let branch = this.root;
    for (const word of words) {
      let next = branch.get(word);
      if (!(next instanceof Map)) {
        next = new Map();
        branch.set(word, next);
      }
      branch = next;
    }
    const known = branch.get(last);
    if (known && !(known instanceof Map)) return known;
    words.push(last);
    const combination = this.toCombination(words.map((word) => word.trim()));
    const made: Written = { words, combination, next: undefined };
    branch.set(last, made);
    return made;
  }

  private toCombination(words: readonly string[]): Combination {
    const key = words.join('\u001f');
    const same = this.combinations.get(key);
    if (same) return same;
    const places = new CellPlaces();
    const targets = this.columns.map(({ column, reader, decimals }) =>
      this.toTarget(column, reader, decimals, words, places),
    );
    const combination: Combination = {
      words,
      places,
      shared: targets.filter((target) => target.cells.places === places),
      own: targets.filter((target) => target.cells.places !== places),
    };
    this.combinations.set(key, combination);
    return combination;
  }

  private toTarget(
    column: ValueColumn,
    reader: CellReader,
    decimals: number,
    words: readonly string[],
    places: CellPlaces,
  ): Target {
    const filters = this.filters.map(({ name }, i) => `${name}=${words[i] ?? ''}`);
    const sourceId = filters.length === 0 ? column.name : `${column.name} | ${filters.join('; ')}`;
    const placed = this.reading.catalogue.findSource(this.table.family, sourceId);
    if (placed) {
      this.reading.addIndicator(placed.indicator, placed.group);
      const hint = placed.indicator.periodType === undefined ? undefined : toPeriodHint(placed.indicator.periodType);
      const cells = this.reading.cells.seriesOf(placed.indicator.id, placed.group);
      return { cells, column, reader, ownDecimals: false, hint };
    }
    const name = column.label ?? toPlainWords(column.name);
    const indicator: Indicator = {
      id: `${this.table.family}:${sourceId}`,
      name,
      shortName: name,
      unit: toUnit(column),
      polarity: 'none',
      decimals,
      nationalIndicators: [],
      groups: [],
      sourceId,
      ...(this.table.periodType === undefined ? {} : { periodType: this.table.periodType }),
    };
    this.reading.addIndicator(indicator, ALL);
    const cells = this.reading.cells.seriesOf(indicator.id, ALL, places);
    return { cells, column, reader, ownDecimals: column.decimals === undefined, hint: undefined };
  }

  /** A column whose first rows hold only markers has the decimals of its figures: −1.53 is not −2. */
  private settleDecimals(targets: readonly Target[]): void {
    const open = targets.filter(({ ownDecimals }) => ownDecimals);
    const byColumn = new Map<ValueColumn, number>();
    for (const { column, cells } of open) {
      byColumn.set(column, Math.max(byColumn.get(column) ?? 0, findDecimalsOf(cells)));
    }
    for (const { column, cells } of open) {
      this.reading.changeIndicator(cells.indicator, (indicator) => ({
        ...indicator,
        decimals: Math.max(indicator.decimals, byColumn.get(column) ?? 0),
      }));
    }
  }

  /**
   * The name of an indicator once the whole file was seen, and whether it is one for everybody:
   * filters that never change are left out.
   * "Children percent: CLA on 31 March, with 3 or more placements during the year".
   */
  nameIndicators(): void {
    const combinations = [...this.combinations.values()];
    this.settleDecimals(combinations.flatMap(({ shared, own }) => [...shared, ...own]));
    const varying = this.filters.map((_, i) => new Set(combinations.map(({ words }) => words[i])).size > 1);
    for (const { words, shared, own } of combinations) {
      if (words.every((word, i) => varying[i] !== true || word === '' || isTotal(word))) {
        for (const { cells } of [...shared, ...own]) this.reading.totals.add(cells.indicator);
      }
      const told = words.filter((word, i) => varying[i] === true && word !== '');
      if (told.length === 0) continue;
      const phrase = told.map((word, i) => (i === 0 ? word : toInnerPhrase(word))).join(', ');
      for (const { cells } of shared) this.reading.renameIndicator(cells.indicator, (name) => `${name}: ${phrase}`);
    }
  }
}
