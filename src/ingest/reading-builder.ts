/** What every family's reader gathers while rows pass, and the reading it makes of it in the end. */
import type { AreaList } from '../domain/area.ts';
import type { NeighbourSet } from '../domain/figures.ts';
import type { Group, GroupId, Indicator, IndicatorId } from '../domain/indicator.ts';
import type { Judgement } from '../domain/judgement.ts';
import type { Placement } from '../domain/layers.ts';
import { ProblemLog } from '../domain/problem.ts';
import type { Duplicate } from '../domain/series-builder.ts';
import { SeriesBuilder } from '../domain/series-builder.ts';
import type { Series } from '../domain/series.ts';
import type { Target } from '../domain/target.ts';
import { findMissingReason, toWrittenMarker } from '../domain/value.ts';
import { AreasInFile } from './areas-in-file.ts';
import { CatalogueIndex } from './catalogue-index.ts';
import type { ReadContext, Reading } from './family.ts';

interface UnknownMarkers {
  readonly line: number;
  readonly markers: Set<string>;
  count: number;
}

const MARKERS_TOLD = 5;

/** Numbers and markers of a series, counted cell by cell. */
function countCells(series: readonly Series[]): { numbers: number; markers: Record<string, number> } {
  let numbers = 0;
  const markers = new Map<string, number>();
  for (const one of series) {
    const counts = new Float64Array(one.markers.length + 1);
    for (let i = 0; i < one.numbers.length; i++) {
      const mark = one.marks[i] ?? 0;
      if (!Number.isNaN(one.numbers[i])) numbers++;
      else if (mark > 0) counts[mark] = (counts[mark] ?? 0) + 1;
    }
    one.markers.forEach((stored, index) => {
      const marker = toWrittenMarker(stored);
      const count = counts[index + 1] ?? 0;
      if (count > 0) markers.set(marker, (markers.get(marker) ?? 0) + count);
    });
  }
  return { numbers, markers: Object.fromEntries(markers) };
}

export class ReadingBuilder {
  readonly log = new ProblemLog();
  readonly cells = new SeriesBuilder();
  readonly areas: AreasInFile;
  readonly catalogue: CatalogueIndex;
  readonly targets: Target[] = [];
  readonly judgements: Judgement[] = [];
  readonly neighbourSets: NeighbourSet[] = [];
  readonly placements = new Map<IndicatorId, Placement>();
  rows = 0;
  /** The columns that tell the indicators of the file apart. */
  filters: readonly string[] = [];
  readonly totals = new Set<IndicatorId>();
  private readonly family: string;
  private readonly areaList: AreaList;
  private readonly indicators = new Map<IndicatorId, Indicator>();
  private readonly groupsOf = new Map<IndicatorId, Set<GroupId>>();
  private readonly groups = new Map<GroupId, Group>();
  private readonly unknownMarkers = new Map<string, UnknownMarkers>();

  constructor(family: string, context: ReadContext) {
    this.family = family;
    this.areaList = context.areas;
    this.catalogue = new CatalogueIndex(context.catalogue);
    this.areas = new AreasInFile(context.areas, this.cells);
  }

  /** Names an indicator and a group of it that the file holds. */
  addIndicator(indicator: Indicator, group: GroupId): void {
    if (!this.indicators.has(indicator.id)) this.indicators.set(indicator.id, indicator);
    const groups = this.groupsOf.get(indicator.id) ?? new Set<GroupId>();
    this.groupsOf.set(indicator.id, groups.add(group));
  }

  /** Changes what is said of an indicator of the file, once more is known of it. */
  changeIndicator(id: IndicatorId, change: (indicator: Indicator) => Indicator): void {
    const indicator = this.indicators.get(id);
    if (indicator) this.indicators.set(id, change(indicator));
  }

  /** Gives an indicator of the file another name, once more is known of it. */
  renameIndicator(id: IndicatorId, rename: (name: string) => string): void {
    this.changeIndicator(id, (indicator) => {
      const name = rename(indicator.name);
      return { ...indicator, name, shortName: name };
    });
  }

  /** Says that a row names no area; said once for all of them. */
  reportNoArea(line: number): void {
    const message = 'Rows that name no area were left out; give each its DfE number, ONS code or name.';
    this.log.add({ severity: 'error', code: 'no-area', message, line });
  }

  addGroup(group: Group): void {
    if (!this.groups.has(group.id)) this.groups.set(group.id, group);
  }

  /** Remembers a marker that no publisher is known to use; reported once per column. */
  noteMarker(marker: string, column: string, line: number): void {
    if (findMissingReason(marker) !== undefined) return;
    const known = this.unknownMarkers.get(column);
    if (known) {
      known.count++;
      if (known.markers.size <= MARKERS_TOLD) known.markers.add(marker);
    } else this.unknownMarkers.set(column, { line, markers: new Set([marker]), count: 1 });
  }

  /** @param adjust last changes to the series, e.g. names of groups that are only known once all rows were seen */
  finish(adjust: (series: Series[]) => Series[] = (series) => series): Reading {
    this.areas.report(this.log);
    this.reportMarkers();
    const built = this.cells.build();
    this.reportDuplicates(built.duplicates);
    const series = adjust(built.series);
    const { numbers, markers } = countCells(series);
    return {
      family: this.family,
      indicators: [...this.indicators.values()].map((indicator) => this.withGroups(indicator)),
      groups: [...this.groups.values()],
      series,
      filters: this.filters,
      totals: this.totals,
      targets: this.targets,
      judgements: this.judgements,
      neighbourSets: this.neighbourSets,
      ...(this.placements.size > 0 ? { placements: [...this.placements.values()] } : {}),
      problems: this.log.all,
      rows: this.rows,
      observations: numbers + Object.values(markers).reduce((sum, count) => sum + count, 0),
      numbers,
      markers,
    };
  }

  private withGroups(indicator: Indicator): Indicator {
    const found = [...(this.groupsOf.get(indicator.id) ?? [])];
    const added = found.filter((group) => !indicator.groups.includes(group));
    return added.length === 0 ? indicator : { ...indicator, groups: [...indicator.groups, ...added] };
  }

  private reportMarkers(): void {
    for (const [column, { line, markers, count }] of this.unknownMarkers) {
      const told = [...markers].slice(0, MARKERS_TOLD).map((marker) => `"${marker.slice(0, 40)}"`);
      this.log.add({
        severity: 'warning',
        code: 'marker-never-seen',
        message: `${told.join(', ')}${markers.size > MARKERS_TOLD ? ' and others' : ''} in column ${column}: neither a number nor a marker that publishers use; kept as written and shown as no number. Check that the column holds figures.`,
        line,
        column,
        count,
      });
    }
  }

  private describeCell({ indicator, area, period }: Duplicate): string {
    return `${this.indicators.get(indicator)?.name ?? indicator}, ${this.areaList.nameOf(area)}, ${period.label}`;
  }

  private reportDuplicates(duplicates: readonly Duplicate[]): void {
    for (const same of [true, false]) {
      const found = duplicates.filter((duplicate) => duplicate.same === same);
      const [first] = found;
      if (!first) continue;
      const places =
        first.firstLine === first.line
          ? `twice on line ${String(first.line)}`
          : `lines ${String(first.firstLine)} and ${String(first.line)}`;
      this.log.add({
        severity: same ? 'note' : 'error',
        code: same ? 'repeated-cell' : 'duplicate',
        message: same
          ? `Figures that stand in the file more than once with the same value were counted once; the first is ${this.describeCell(first)} (${places}).`
          : `The same figure stands in the file with different values; the first one of each was kept. The first is ${this.describeCell(first)} (${places}). Remove what is out of date and load the file again.`,
        line: first.line,
        count: found.length,
      });
    }
  }
}
