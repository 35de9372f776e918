/**
 * Plain tidy: one figure per row, as an officer types it. With a `target` column, or a `kind` of
 * "target", it carries targets. The same reader takes the figures quoted from plans and inspection
 * reports, which name their source, outcome and unit besides.
 */
import { toNameKey } from '../../domain/area.ts';
import type { Group, Indicator } from '../../domain/indicator.ts';
import type { Period } from '../../domain/period.ts';
import type { SeriesCells } from '../../domain/series-builder.ts';
import type { SideColumn } from '../../domain/series.ts';
import { SIDE_COLUMNS } from '../../domain/series.ts';
import { findStatus, toMarker } from '../../domain/value.ts';
import { CellReader, countDecimals, findDecimalSign } from '../cells.ts';
import type { AreaColumns } from '../columns.ts';
import { Columns, cellAt, findAreaColumns, toIndexes } from '../columns.ts';
import type { Family, FamilyReader, ReadContext, Reading, TableSample } from '../family.ts';
import type { PeriodBook } from '../periods-in-file.ts';
import { PeriodsInFile } from '../periods-in-file.ts';
import { joinPeriod, readJoinedPeriod } from '../exact-period.ts';
import { toPeriodHint } from '../period.ts';
import { ReadingBuilder } from '../reading-builder.ts';
import type { PackageLists } from './tidy-companions.ts';
import { findPlacement, packageLists, readPackageLists } from './tidy-companions.ts';

const MAX_DECIMALS = 2;

/** Where a row's figure goes. */
interface Place {
  readonly indicator: Indicator;
  readonly group: Group;
  readonly periods: PeriodBook;
}

/** Positions of the columns a tidy table may have, -1 for one that it has not. */
function findTidyColumns(columns: Columns) {
  return {
    indicator: columns.find('indicator', 'indicator_id', 'measure', 'indicator name'),
    group: columns.find('group'),
    period: columns.find('period', 'time period', 'year', 'time_period'),
    value: columns.find('value'),
    lower: columns.find('lower', 'lower limit'),
    upper: columns.find('upper', 'upper limit'),
    count: columns.find('count', 'numerator'),
    denominator: columns.find('denominator'),
    marker: columns.find('marker'),
    target: columns.find('target'),
    baseline: columns.find('baseline'),
    baselinePeriod: columns.find('baseline_period'),
    start: columns.find('period_start'),
    end: columns.find('period_end'),
    periodKind: columns.find('period_kind'),
    baselineStart: columns.find('baseline_start'),
    baselineEnd: columns.find('baseline_end'),
    baselineKind: columns.find('baseline_kind'),
    kind: columns.find('kind'),
    unit: columns.find('unit'),
    outcome: columns.find('outcome'),
    source: columns.find('source'),
  } as const;
}

type TidyColumns = ReturnType<typeof findTidyColumns>;

class TidyReader implements FamilyReader {
  private readonly family: string;
  private readonly reading: ReadingBuilder;
  private readonly areaColumns: AreaColumns;
  private readonly at: TidyColumns;
  private readonly periods: PeriodsInFile;
  private readonly places = new Map<string, Place>();
  private readonly lists: PackageLists;
  private readonly outcomes: ReadonlySet<string>;
  private readonly cell: CellReader;
  private readonly beside: CellReader;
  /** Decimals seen of the indicators that the catalogue does not know. */
  private readonly decimals = new Map<string, number>();

  constructor(family: string, sample: TableSample, context: ReadContext) {
    const columns = new Columns(sample.header);
    this.family = family;
    this.reading = new ReadingBuilder(family, context);
    this.areaColumns = findAreaColumns(columns);
    this.at = findTidyColumns(columns);
    this.outcomes = new Set(context.catalogue.outcomes.map(({ id }) => id));
    this.periods = new PeriodsInFile(
      this.reading.cells,
      this.reading.log,
      columns.nameOf(this.at.period),
      readJoinedPeriod,
    );
    this.lists = readPackageLists(context.companions);
    const sign = findDecimalSign(sample.rows.map((row) => cellAt(row, this.at.value)));
    this.cell = new CellReader(sign);
    this.beside = new CellReader(sign);
  }

  push(cells: readonly string[], line: number): void {
    this.reading.rows++;
    const words = cellAt(cells, this.at.indicator).trim();
    if (words === '') {
      const message = 'Rows that name no indicator were left out; write its name in the column indicator.';
      this.reading.log.add({ severity: 'error', code: 'no-indicator', message, line, column: 'indicator' });
      return;
    }
    const place = this.placeOf(words, cells);
    const period = place.periods.get(this.readPeriodText(cells), line);
    if (period.index < 0) return;
    const { number, code, name } = this.areaColumns;
    const parts = [cellAt(cells, number), cellAt(cells, code), cellAt(cells, name)] as const;
    const area = this.reading.areas.toIndex(...parts, '', line, period.period?.end);
    if (area < 0) {
      this.reading.reportNoArea(line);
      return;
    }
    if (toNameKey(cellAt(cells, this.at.kind)) === 'target') {
      this.addTarget(place, area, period.period, cellAt(cells, this.at.value), cells, line);
      return;
    }
    this.addValue(place, area, period.index, period.marker, cells, line);
    this.addTarget(place, area, period.period, cellAt(cells, this.at.target), cells, line);
  }

  private addValue(
    { indicator, group }: Place,
    area: number,
    period: number,
    status: string | undefined,
    cells: readonly string[],
    line: number,
  ): void {
    if (this.at.value < 0) return;
    const written = cellAt(cells, this.at.value);
    this.cell.read(written);
    const { number } = this.cell;
    const said = toMarker(cellAt(cells, this.at.marker));
    const into = this.reading.cells.seriesOf(indicator.id, group.id);
    if (Number.isNaN(number)) {
      const marker = this.cell.marker === '' ? said : (this.cell.marker ?? said);
      this.reading.noteMarker(marker, 'value', line);
      this.reading.cells.push(into, area, period, number, marker, line);
      return;
    }
    if (said !== '' && !findStatus(said)) {
      this.reading.log.add({
        severity: 'warning',
        code: 'number-and-marker',
        message: `The row has both the number ${written} and the marker "${said}"; a cell is one or the other, so the marker was followed and the number left out. Clear one of the two.`,
        line,
        column: 'marker',
      });
      this.reading.cells.push(into, area, period, Number.NaN, said, line);
      return;
    }
    const decimals = this.decimals.get(indicator.id);
    if (decimals !== undefined) this.decimals.set(indicator.id, Math.max(decimals, countDecimals(written)));
    this.reading.cells.push(into, area, period, number, said === '' ? (this.cell.marker ?? status) : said, line);
    this.addSides(into, cells);
  }

  private addSides(into: SeriesCells, cells: readonly string[]): void {
    for (const side of SIDE_COLUMNS satisfies readonly SideColumn[]) {
      if (this.at[side] < 0) continue;
      this.beside.read(cellAt(cells, this.at[side]));
      if (!Number.isNaN(this.beside.number)) into.setSide(side, this.beside.number);
    }
  }

  private addTarget(
    { indicator, group, periods }: Place,
    area: number,
    period: Period | undefined,
    written: string,
    cells: readonly string[],
    line: number,
  ): void {
    if (written.trim() === '' || !period) return;
    this.beside.read(written);
    const { number } = this.beside;
    const code = this.reading.cells.areas[area];
    if (Number.isNaN(number) || code === undefined) {
      this.reading.log.add({
        severity: 'warning',
        code: 'target-not-a-number',
        message: `The target "${written}" is not a number and was left out.`,
        line,
        column: 'target',
      });
      return;
    }
    const baselinePeriod = this.findBaselinePeriod(periods, cells, line) ?? period;
    this.beside.read(cellAt(cells, this.at.baseline));
    const baseline = this.beside.number;
    this.reading.targets.push({
      indicator: indicator.id,
      group: group.id,
      area: code,
      period,
      number,
      ...(Number.isNaN(baseline) ? {} : { baseline: { period: baselinePeriod, number: baseline } }),
    });
  }

  private readPeriodText(cells: readonly string[]): string {
    const { period, start, end, periodKind } = this.at;
    return joinPeriod(cellAt(cells, period), cellAt(cells, start), cellAt(cells, end), cellAt(cells, periodKind));
  }

  private findBaselinePeriod(periods: PeriodBook, cells: readonly string[], line: number): Period | undefined {
    const { baselinePeriod, baselineStart, baselineEnd, baselineKind } = this.at;
    const label = cellAt(cells, baselinePeriod);
    if (label === '') return undefined;
    const days = [baselineStart, baselineEnd, baselineKind].map((at) => cellAt(cells, at));
    return periods.get(joinPeriod(label, days[0] ?? '', days[1] ?? '', days[2] ?? ''), line).period;
  }

  private placeOf(words: string, cells: readonly string[]): Place {
    const groupWords = cellAt(cells, this.at.group).trim();
    const unit = cellAt(cells, this.at.unit).trim();
    const outcome = cellAt(cells, this.at.outcome).trim();
    const key = [words, groupWords, unit].join('\u001f');
    const known = this.places.get(key);
    if (known) return known;
    const catalogued = this.reading.catalogue.findIndicator(words);
    const isSame = catalogued !== undefined && (unit === '' || unit === catalogued.unit);
    const said = this.lists.indicators.get(words);
    const indicator = isSame ? catalogued : (said ?? this.toIndicator(words, unit, outcome));
    const placement = isSame && said && findPlacement(catalogued, said);
    if (placement) this.reading.placements.set(indicator.id, placement);
    const group = this.lists.groups.get(groupWords) ?? this.reading.catalogue.toGroup(groupWords, indicator);
    this.reading.addIndicator(indicator, group.id);
    this.reading.addGroup(group);
    const hint = indicator.periodType === undefined ? undefined : toPeriodHint(indicator.periodType);
    const place: Place = { indicator, group, periods: this.periods.bookFor(hint) };
    this.places.set(key, place);
    return place;
  }

  private toIndicator(words: string, unit: string, outcome: string): Indicator {
    const id = unit === '' ? `${this.family}:${words}` : `${this.family}:${words} (${unit})`;
    // Another group of the same indicator leaves what was seen of it as it is.
    this.decimals.set(id, this.decimals.get(id) ?? 0);
    return {
      id,
      name: words,
      shortName: words,
      unit,
      polarity: 'none',
      decimals: 0,
      nationalIndicators: [],
      groups: [],
      sourceId: words,
      ...(this.outcomes.has(outcome) ? { outcome } : {}),
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

function hasTidyColumns(sample: TableSample): boolean {
  const columns = new Columns(sample.header);
  const at = findTidyColumns(columns);
  const hasArea = toIndexes(findAreaColumns(columns)).length > 0;
  return hasArea && at.indicator >= 0 && at.period >= 0 && (at.value >= 0 || at.target >= 0);
}

function nameColumns(sample: TableSample): string {
  return sample.header.filter((name) => name.trim() !== '').join(', ');
}

export const tidy: Family = {
  id: 'tidy',
  name: 'Plain tidy: one figure per row',
  about:
    'The list that can always be written by hand: one figure per row, in words or codes. Indicator, area, period and value are enough; a group, limits, counts, a marker and a target may stand beside them.',
  example: `indicator,group,area,period,value,lower,upper,count,denominator,marker,target
placement-moves,looked-after,Derby,2024/25,8,,,,,,7
placement-moves,looked-after,England,2024/25,10,,,,,p,
`,
  companion: packageLists,
  recognise(sample) {
    if (!hasTidyColumns(sample)) return undefined;
    return { family: 'tidy', confidence: 0.9, because: `a row per figure: ${nameColumns(sample)}` };
  },
  reader: (sample, context) => new TidyReader('tidy', sample, context),
};

export const plan: Family = {
  id: 'plan',
  name: 'Figures quoted in plans and inspection reports',
  about: 'Figures as plans and inspection reports quote them, each with the document and the place in it.',
  example: `source,reference,outcome,indicator,group,area,period,value,unit,marker,note
plan.txt,para 61,enjoy-and-achieve,Looked-after children with a personal education plan,looked-after,Derby,2010/11,92.9,%,,
`,
  recognise(sample) {
    const columns = new Columns(sample.header);
    if (!hasTidyColumns(sample) || !columns.has('source', 'reference', 'outcome', 'unit')) return undefined;
    return { family: 'plan', confidence: 1, because: 'a source, a reference and an outcome beside each figure' };
  },
  reader: (sample, context) => new TidyReader('plan', sample, context),
};
