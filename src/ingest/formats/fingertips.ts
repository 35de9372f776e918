/**
 * Fingertips, the public-health profiles: one figure per row with its limits. England's rows repeat
 * for every parent, and every figure may stand there again by sex, age and deprivation decile:
 * those are groups, and a repeated row is one figure.
 */
import type { Group, GroupId, Indicator } from '../../domain/indicator.ts';
import { ALL } from '../../domain/indicator.ts';
import type { SeriesCells } from '../../domain/series-builder.ts';
import type { Series, SideColumn } from '../../domain/series.ts';
import { toMarkerMeaning, toNotedMarker } from '../../domain/value.ts';
import { CellReader } from '../cells.ts';
import { toSlug } from '../catalogue-index.ts';
import { Columns, cellAt } from '../columns.ts';
import type { Family, FamilyReader, ReadContext, Reading, TableSample } from '../family.ts';
import type { PeriodBook } from '../periods-in-file.ts';
import { PeriodsInFile } from '../periods-in-file.ts';
import { toPeriodHint } from '../period.ts';
import { ReadingBuilder } from '../reading-builder.ts';
import { FingertipsLabels } from './fingertips-labels.ts';

const ID = 'fingertips';
const SIGNS = ['Indicator ID', 'Area Code', 'Sex', 'Age', 'Time period', 'Value'] as const;
/** The value of every limit that was not worked out. */
const NO_LIMIT = -1;
/** Codes of areas that are no country, region or authority: clinical areas, wards, districts. */
const OTHER_AREA = /^(?!E92|E12|E13|E06|E08|E09|E10)[A-Z]/;
const DEFAULT_DECIMALS = 1;

/** Whom a row counts. */
interface Kind {
  readonly sex: string;
  readonly age: string;
  readonly categoryType: string;
  readonly category: string;
}

interface KindCells extends Kind {
  readonly cells: SeriesCells;
}

interface IndicatorRows {
  readonly indicator: Indicator;
  /** The group that the figures of everybody are for. */
  readonly everybody: GroupId;
  readonly periods: PeriodBook;
  readonly kinds: KindCells[];
}

interface SideCell {
  readonly side: SideColumn;
  readonly index: number;
}

function findSides(columns: Columns): readonly SideCell[] {
  const sides: readonly SideCell[] = [
    { side: 'lower', index: columns.find('Lower CI 95.0 limit', 'Lower CI limit', 'Lower CI') },
    { side: 'upper', index: columns.find('Upper CI 95.0 limit', 'Upper CI limit', 'Upper CI') },
    { side: 'count', index: columns.find('Count') },
    { side: 'denominator', index: columns.find('Denominator') },
  ];
  return sides.filter(({ index }) => index >= 0);
}

class FingertipsReader implements FamilyReader {
  private readonly reading: ReadingBuilder;
  private readonly columns: Columns;
  private readonly periods: PeriodsInFile;
  private readonly indicators = new Map<string, IndicatorRows>();
  private readonly cell = new CellReader();
  private readonly beside = new CellReader();
  private readonly sides: readonly SideCell[];
  private readonly labels: FingertipsLabels;
  private readonly at: Readonly<
    Record<
      'id' | 'name' | 'code' | 'area' | 'sex' | 'age' | 'categoryType' | 'category' | 'period' | 'value' | 'note',
      number
    >
  >;
  private readonly otherAreas = { rows: 0, line: 0 };

  constructor(sample: TableSample, context: ReadContext) {
    const columns = new Columns(sample.header);
    this.columns = columns;
    this.reading = new ReadingBuilder(ID, context);
    this.periods = new PeriodsInFile(this.reading.cells, this.reading.log, 'Time period');
    this.sides = findSides(columns);
    this.labels = new FingertipsLabels(columns);
    this.at = {
      id: columns.find('Indicator ID'),
      name: columns.find('Indicator Name'),
      code: columns.find('Area Code'),
      area: columns.find('Area Name'),
      sex: columns.find('Sex'),
      age: columns.find('Age'),
      categoryType: columns.find('Category Type'),
      category: columns.find('Category'),
      period: columns.find('Time period'),
      value: columns.find('Value'),
      note: columns.find('Value note', 'Value notes'),
    };
  }

  push(cells: readonly string[], line: number): void {
    this.reading.rows++;
    const code = cellAt(cells, this.at.code);
    if (OTHER_AREA.test(code)) {
      if (this.otherAreas.rows++ === 0) this.otherAreas.line = line;
      return;
    }
    const rows = this.indicatorOf(cells);
    const area = this.reading.areas.toIndex('', code, cellAt(cells, this.at.area), '', line);
    if (area < 0) {
      this.reading.reportNoArea(line);
      return;
    }
    const period = rows.periods.get(cellAt(cells, this.at.period), line);
    if (period.index < 0) return;
    const into = this.cellsOf(rows, cells);
    this.cell.read(cellAt(cells, this.at.value));
    const { number, marker } = this.cell;
    if (marker !== undefined && Number.isNaN(number)) this.reading.noteMarker(marker, 'Value', line);
    const note = cellAt(cells, this.at.note).trim();
    this.reading.cells.push(into, area, period.index, number, withNote(marker ?? period.marker, note), line);
    if (!Number.isNaN(number)) {
      this.addSides(into, cells);
      this.labels.add(into, cells);
    }
    this.addNote(note, line);
  }

  private addSides(into: SeriesCells, cells: readonly string[]): void {
    for (const { side, index } of this.sides) {
      this.beside.read(cellAt(cells, index));
      const { number } = this.beside;
      const isLimit = side === 'lower' || side === 'upper';
      if (!Number.isNaN(number) && !(isLimit && number === NO_LIMIT)) into.setSide(side, number);
    }
  }

  private addNote(note: string, line: number): void {
    if (note === '') return;
    const column = this.columns.nameOf(this.at.note);
    this.reading.log.add({
      severity: 'note',
      code: 'value-note',
      message: `The publisher notes: ${note}.`,
      line,
      column,
    });
  }

  private indicatorOf(cells: readonly string[]): IndicatorRows {
    const id = cellAt(cells, this.at.id).trim();
    const known = this.indicators.get(id);
    if (known) return known;
    const placed = this.reading.catalogue.findSource(ID, id);
    const indicator = placed?.indicator ?? this.toIndicator(id, cellAt(cells, this.at.name).trim());
    const hint = indicator.periodType === undefined ? undefined : toPeriodHint(indicator.periodType);
    const made: IndicatorRows = {
      indicator,
      everybody: placed?.group ?? ALL,
      periods: this.periods.bookFor(hint),
      kinds: [],
    };
    this.indicators.set(id, made);
    return made;
  }

  private toIndicator(id: string, name: string): Indicator {
    return {
      id: `${ID}:${id}`,
      name: name === '' ? id : name,
      shortName: name === '' ? id : name,
      unit: '',
      polarity: 'none',
      decimals: DEFAULT_DECIMALS,
      nationalIndicators: [],
      groups: [],
      sourceId: id,
    };
  }

  /** Groups get their names in the end; until then a series is known by the words of its rows. */
  private cellsOf(rows: IndicatorRows, cells: readonly string[]): SeriesCells {
    const sex = cellAt(cells, this.at.sex);
    const age = cellAt(cells, this.at.age);
    const categoryType = cellAt(cells, this.at.categoryType);
    const category = cellAt(cells, this.at.category);
    const known = rows.kinds.find(
      (one) => one.category === category && one.sex === sex && one.age === age && one.categoryType === categoryType,
    );
    if (known) return known.cells;
    const group = [sex, age, categoryType, category].join('\u001f');
    const made = this.reading.cells.seriesOf(rows.indicator.id, group);
    rows.kinds.push({ sex, age, categoryType, category, cells: made });
    return made;
  }

  finish(): Reading {
    this.periods.report();
    if (this.otherAreas.rows > 0) {
      this.reading.log.add({
        severity: 'note',
        code: 'other-level',
        message:
          'Rows for areas that are neither England, a region nor a local authority (by their codes) were left out.',
        line: this.otherAreas.line,
        column: 'Area Code',
        count: this.otherAreas.rows,
      });
    }
    const groups = new Map<SeriesCells, GroupId>();
    for (const rows of this.indicators.values()) {
      for (const [cells, group] of findGroups(rows)) {
        groups.set(cells, group.id);
        this.reading.addIndicator(rows.indicator, group.id);
        if (group.id !== rows.everybody) this.reading.addGroup(group);
      }
    }
    const order = this.reading.cells.all;
    const reading = this.reading.finish((series) =>
      series.map((one, index): Series => {
        const cells = order[index];
        return { ...one, group: (cells && groups.get(cells)) ?? one.group };
      }),
    );
    return { ...reading, labels: this.labels.finish(order, reading.series, this.reading.cells) };
  }
}

const SUPPRESSED = /\bsuppress|\bdisclosure\b/i;

/** A cell that is empty says by its note why it is: suppressed, or else not available. */
function withNote(marker: string | undefined, note: string): string | undefined {
  if (note === '') return marker;
  if (marker === '') return toNotedMarker(toMarkerMeaning('', SUPPRESSED.test(note) ? 'c' : 'x'), note);
  return toNotedMarker(marker ?? '', note);
}

/** The value that stands for everybody: the usual one, or the only one there is. */
function findMain(values: readonly string[], usual: string): string | undefined {
  if (values.includes(usual)) return usual;
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** Which group each series of an indicator is for. */
function findGroups({ kinds, everybody }: IndicatorRows): ReadonlyMap<SeriesCells, Group> {
  const plain = kinds.filter(({ category }) => category.trim() === '');
  const basis = plain.length > 0 ? plain : kinds;
  const sex = findMain(
    basis.map((kind) => kind.sex),
    'Persons',
  );
  const age = findMain(
    basis.map((kind) => kind.age),
    'All ages',
  );
  return new Map(
    kinds.map((kind) => {
      const parts = [
        ...(kind.sex === sex ? [] : [kind.sex]),
        ...(kind.age === age ? [] : [kind.age]),
        ...(kind.category.trim() === '' ? [] : [`${kind.category}, ${kind.categoryType}`]),
      ].map((part) => part.trim());
      if (parts.length === 0) return [kind.cells, { id: everybody, name: 'All children', plain: 'all children' }];
      const name = parts.join(', ');
      return [kind.cells, { id: toSlug(name), name, plain: name }];
    }),
  );
}

export const fingertips: Family = {
  id: ID,
  name: 'Fingertips public-health profiles',
  about:
    'Downloads of the public health profiles, of one indicator or many, with their limits. Persons without a category are read as everybody; sexes and categories become groups. Value notes are listed, with their lines, before you store, and kept with their figures; an empty cell whose note says so is suppressed, any other one with a note not available.',
  example: `Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note
90284,Hospital admissions for injuries,E92000001,England,E06000015,Derby,Counties & UAs,Persons,<15 yrs,,,2023/24,72.1,65.3,79.4,400,55480,
`,
  recognise(sample) {
    if (!new Columns(sample.header).has(...SIGNS)) return undefined;
    return { family: ID, confidence: 1, because: SIGNS.join(', ') };
  },
  reader: (sample, context) => new FingertipsReader(sample, context),
};
