/** Explore Education Statistics: many indicators in one file, told apart by filters. */
import { Columns, cellAt } from '../columns.ts';
import type { Companion, Family, FamilyReader, ReadContext, Reading, TableSample } from '../family.ts';
import { toFileStem } from '../names.ts';
import { PeriodsInFile } from '../periods-in-file.ts';
import type { PeriodHint } from '../period.ts';
import type { PeriodBook, WrittenPeriod } from '../periods-in-file.ts';
import { ReadingBuilder } from '../reading-builder.ts';
import type { ColumnRoles } from './ees-columns.ts';
import { findColumnRoles, findStatusLetter, isEesMeta } from './ees-columns.ts';
import { readEesPeriod } from './ees-period.ts';
import { FilteredCells } from './filtered-table.ts';

const ID = 'ees';
const SIGNS = ['time_period', 'time_identifier', 'geographic_level'] as const;

type Level = 'country' | 'region' | 'local-authority';

const LEVELS: ReadonlyMap<string, Level> = new Map<string, Level>([
  ['national', 'country'],
  ['country', 'country'],
  ['regional', 'region'],
  ['region', 'region'],
  ['local authority', 'local-authority'],
  ['la', 'local-authority'],
]);

/** "la_cla.meta.csv" belongs to "la_cla.csv", and to any file that has all the columns it describes. */
function belongsTo(meta: Companion, table: TableSample): boolean {
  if (toFileStem(meta.fileName).replace(/\.meta$/i, '') === toFileStem(table.fileName)) return true;
  const known = new Set(table.header.map((name) => name.trim().toLowerCase()));
  const column = new Columns(meta.header).find('col_name');
  return meta.rows.every((row) => known.has(cellAt(row, column).trim().toLowerCase()));
}

function findMeta(companions: readonly Companion[]): Companion | undefined {
  return companions.find(({ header }) => isEesMeta(header));
}

class EesReader implements FamilyReader {
  private readonly reading: ReadingBuilder;
  private readonly columns: Columns;
  private readonly roles: ColumnRoles;
  private readonly cells: FilteredCells;
  private readonly periods = new Map<string, PeriodsInFile>();
  private readonly otherLevels = new Map<string, { readonly line: number; rows: number }>();
  private readonly timePeriod: number;
  private readonly timeIdentifier: number;
  private readonly level: number;
  private readonly places: Readonly<Record<Level, readonly [number: number, code: number, name: number]>>;
  private lastTimePeriod: string | undefined;
  private lastIdentifier = '';
  private lastPeriod: WrittenPeriod | undefined;
  private lastLevelWord: string | undefined;
  private lastLevel: Level | undefined;
  private readonly bookFor = (hint: PeriodHint): PeriodBook => this.booksOf(this.lastIdentifier).bookFor(hint);

  constructor(sample: TableSample, context: ReadContext) {
    this.reading = new ReadingBuilder(ID, context);
    this.columns = new Columns(sample.header);
    this.roles = findColumnRoles(sample, findMeta(context.companions));
    this.cells = new FilteredCells({ family: ID, roles: this.roles, sample }, this.reading);
    this.timePeriod = this.columns.find('time_period');
    this.timeIdentifier = this.columns.find('time_identifier');
    this.level = this.columns.find('geographic_level');
    this.places = {
      country: [-1, this.columns.find('country_code'), this.columns.find('country_name')],
      region: [-1, this.columns.find('region_code'), this.columns.find('region_name')],
      'local-authority': [
        this.columns.find('old_la_code'),
        this.columns.find('new_la_code'),
        this.columns.find('la_name'),
      ],
    };
  }

  push(cells: readonly string[], line: number): void {
    this.reading.rows++;
    const level = this.levelOf(cellAt(cells, this.level), line);
    if (!level) return;
    const [number, code, name] = this.places[level];
    const area = this.reading.areas.toIndex(
      cellAt(cells, number),
      cellAt(cells, code),
      cellAt(cells, name),
      level,
      line,
    );
    if (area < 0) {
      this.reading.reportNoArea(line);
      return;
    }
    const written = cellAt(cells, this.timePeriod);
    const period = this.periodOf(written, cellAt(cells, this.timeIdentifier), line);
    if (period.index < 0) return;
    const status = this.roles.status < 0 ? undefined : findStatusLetter(cellAt(cells, this.roles.status));
    this.cells.push(cells, line, area, period.index, status ?? period.marker, this.bookFor, written);
  }

  private levelOf(written: string, line: number): Level | undefined {
    if (written !== this.lastLevelWord) {
      this.lastLevelWord = written;
      this.lastLevel = LEVELS.get(written.trim().toLowerCase());
    }
    if (this.lastLevel) return this.lastLevel;
    const other = this.otherLevels.get(written);
    if (other) other.rows++;
    else this.otherLevels.set(written, { line, rows: 1 });
    return undefined;
  }

  private booksOf(identifier: string): PeriodsInFile {
    let books = this.periods.get(identifier);
    if (!books) {
      books = new PeriodsInFile(this.reading.cells, this.reading.log, 'time_period', (written, hint) =>
        readEesPeriod(written, identifier, hint),
      );
      this.periods.set(identifier, books);
    }
    return books;
  }

  private periodOf(written: string, identifier: string, line: number): WrittenPeriod {
    if (this.lastPeriod?.index !== undefined && this.lastPeriod.index >= 0) {
      if (written === this.lastTimePeriod && identifier === this.lastIdentifier) return this.lastPeriod;
    }
    this.lastTimePeriod = written;
    this.lastIdentifier = identifier;
    this.lastPeriod = this.booksOf(identifier).bookFor(undefined).get(written, line);
    return this.lastPeriod;
  }

  finish(): Reading {
    for (const books of this.periods.values()) books.report();
    for (const [level, { line, rows }] of this.otherLevels) {
      this.reading.log.add({
        severity: 'note',
        code: 'other-level',
        message: `${rows === 1 ? '1 row is' : `${String(rows)} rows are`} for the level "${level}"; only national, regional and local authority rows are read.`,
        line,
        column: 'geographic_level',
        count: rows,
      });
    }
    this.cells.nameIndicators();
    return this.reading.finish();
  }
}

export const ees: Family = {
  id: ID,
  name: 'Explore Education Statistics',
  about:
    "The data files of the Department for Education's statistics service. Every value column with one value of each filter is an indicator. Load the metadata file (.meta.csv) together with it: labels, units and decimals are taken from there. National, regional and local authority rows are read.",
  example: `time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,cla_group,children_count,children_percent
2025,Reporting year,National,E92000001,England,,,,,,CLA on 31 March,8340,10
2025,Reporting year,Local authority,E92000001,England,E12000004,East Midlands,831,Derby,E06000015,CLA on 31 March,c,c
`,
  companion: { name: 'metadata file', isCompanion: isEesMeta, belongsTo },
  recognise(sample) {
    const columns = new Columns(sample.header);
    if (!columns.has(...SIGNS)) return undefined;
    const { filters, values } = findColumnRoles(sample, undefined);
    const named = filters.length === 0 ? 'no filters' : `filters: ${filters.map(({ name }) => name).join(', ')}`;
    const counted = `${String(values.length)} indicator${values.length === 1 ? '' : 's'}`;
    return { family: ID, confidence: 1, because: `${SIGNS.join(', ')}; ${named}; ${counted}` };
  },
  reader: (sample, context) => new EesReader(sample, context),
};
