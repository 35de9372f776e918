/**
 * Older tables of the Department for Education: `year`, `level`, `la_name`, filters such as
 * `school_type`, and a column for each measure. `x` stands for suppressed figures there, and years
 * of six digits are academic ones.
 */
import { toMarkerMeaning } from '../../domain/value.ts';
import { Columns, cellAt, findAreaColumns, toIndexes } from '../columns.ts';
import type { AreaColumns } from '../columns.ts';
import type { Family, FamilyReader, ReadContext, Reading, TableSample } from '../family.ts';
import type { PeriodHint } from '../period.ts';
import type { PeriodBook } from '../periods-in-file.ts';
import { PeriodsInFile } from '../periods-in-file.ts';
import { ReadingBuilder } from '../reading-builder.ts';
import type { ColumnRoles } from './ees-columns.ts';
import { findColumnRoles } from './ees-columns.ts';
import { FilteredCells } from './filtered-table.ts';

const ID = 'dfe';
const PLACE_OR_TIME =
  /^(?:year|academic year|time period|level|geographic level|geography|country(?: code| name)?|region(?: code| name)?|(?:old |new )?la(?: code| name| number| num)?|lea(?: code| name)?|local authority(?: code| name)?|area(?: code| name)?|ons code)$/;
const MEANINGS: ReadonlyMap<string, string> = new Map([['x', toMarkerMeaning('x', 'c')]]);

function findYearColumn(columns: Columns): number {
  return columns.find('year', 'academic_year', 'time_period');
}

function findLevelColumn(columns: Columns): number {
  return columns.find('level', 'geographic_level', 'geography');
}

class DfeReader implements FamilyReader {
  private readonly reading: ReadingBuilder;
  private readonly areaColumns: AreaColumns;
  private readonly yearColumn: number;
  private readonly levelColumn: number;
  private readonly regionColumn: number;
  private readonly isAcademic: boolean;
  private readonly periods: PeriodsInFile;
  private readonly book: PeriodBook;
  private readonly cells: FilteredCells;
  private readonly bookFor = (hint: PeriodHint): PeriodBook => this.periods.bookFor(hint);

  constructor(sample: TableSample, context: ReadContext) {
    const columns = new Columns(sample.header);
    this.reading = new ReadingBuilder(ID, context);
    this.areaColumns = findAreaColumns(columns);
    this.yearColumn = findYearColumn(columns);
    this.levelColumn = findLevelColumn(columns);
    this.regionColumn = columns.find('region_name', 'region');
    this.isAcademic = sample.rows.some((row) => /^\d{6}$/.test(cellAt(row, this.yearColumn).trim()));
    this.periods = new PeriodsInFile(this.reading.cells, this.reading.log, columns.nameOf(this.yearColumn));
    this.book = this.periods.bookFor(this.isAcademic ? { kind: 'academic' } : undefined);
    const roles: ColumnRoles = findColumnRoles(sample, undefined, PLACE_OR_TIME);
    this.cells = new FilteredCells(
      { family: ID, roles, sample, meanings: MEANINGS, ...(this.isAcademic ? { periodType: 'academic' } : {}) },
      this.reading,
    );
  }

  push(cells: readonly string[], line: number): void {
    this.reading.rows++;
    const written = cellAt(cells, this.yearColumn);
    const period = this.book.get(written, line);
    if (period.index < 0) return;
    const { number, code, name } = this.areaColumns;
    const level = cellAt(cells, this.levelColumn);
    const area = this.reading.areas.toIndex(
      cellAt(cells, number),
      cellAt(cells, code),
      cellAt(cells, name) || this.toNameOfLevel(level, cells),
      level,
      line,
      period.period?.end,
    );
    if (area < 0) {
      this.reading.reportNoArea(line);
      return;
    }
    this.cells.push(cells, line, area, period.index, period.marker, this.bookFor, written);
  }

  /** Rows of regions and of the country often leave the authority's name empty. */
  private toNameOfLevel(level: string, cells: readonly string[]): string {
    return /^national$|^country$/i.test(level.trim()) ? 'England' : cellAt(cells, this.regionColumn);
  }

  finish(): Reading {
    this.periods.report();
    this.cells.nameIndicators();
    if (this.isAcademic) {
      this.reading.log.add({
        severity: 'note',
        code: 'academic-years',
        message:
          'Years of six digits, such as 201617, are read as academic years, as this layout of the department uses them.',
      });
    }
    const reading = this.reading.finish();
    const hidden = reading.markers['x'] ?? 0;
    if (hidden === 0) return reading;
    return {
      ...reading,
      problems: [
        ...reading.problems,
        {
          severity: 'note',
          code: 'x-is-suppressed',
          message:
            'In this older layout x stands for a figure that was suppressed because it is small; it is shown so.',
          count: hidden,
        },
      ],
    };
  }
}

export const dfe: Family = {
  id: ID,
  name: 'Older layout of the Department for Education',
  about:
    'Files of the Department for Education from before its present layout: a year of six digits, an area and filters. The letter x stands for a suppressed figure there; commas between thousands are read.',
  example: `year,level,la_name,school_type,headcount,perm_excl,perm_excl_rate
201617,National,England,Total,8025075,7720,0.1
201617,Local authority,Derby,Special,"1,204",x,x
`,
  recognise(sample) {
    const columns = new Columns(sample.header);
    const area = findAreaColumns(columns);
    const year = findYearColumn(columns);
    const hasArea = toIndexes(area).length > 0;
    if (year < 0 || !hasArea || columns.has('time_identifier') || columns.has('value')) return undefined;
    const { filters, values } = findColumnRoles(sample, undefined, PLACE_OR_TIME);
    if (values.length === 0) return undefined;
    const level = findLevelColumn(columns);
    const named = [year, level, ...toIndexes(area)].filter((index) => index >= 0).map((index) => columns.nameOf(index));
    const told = filters.length === 0 ? 'no filters' : `filters: ${filters.map(({ name }) => name).join(', ')}`;
    return {
      family: ID,
      confidence: level < 0 ? 0.5 : 0.7,
      because: `${named.join(', ')}; ${told}; ${String(values.length)} indicator${values.length === 1 ? '' : 's'}`,
    };
  },
  reader: (sample, context) => new DfeReader(sample, context),
};
