/** What a load would bring: what each file turned out to hold, and what would change. */
import type { AreaCode } from '../domain/area.ts';
import type { CellChange, ChangeKind } from '../domain/changes.ts';
import { compareChanges, compareSeries, findNewCells } from '../domain/changes.ts';
import type { Figures } from '../domain/figures.ts';
import type { GroupId, Indicator, IndicatorId } from '../domain/indicator.ts';
import { hasCell } from '../domain/overlay.ts';
import type { Period } from '../domain/period.ts';
import { comparePeriods, toPeriodKey } from '../domain/period.ts';
import type { Problem } from '../domain/problem.ts';
import type { Series } from '../domain/series.ts';
import { toSeriesKey } from '../domain/series.ts';
import type { FileReading } from '../ingest/read.ts';
import { nameFamily } from '../ingest/registry.ts';

/** An indicator that a file holds. */
export interface IndicatorPreview {
  readonly indicator: Indicator;
  readonly groups: readonly GroupId[];
  readonly areas: number;
  /** In order. */
  readonly periods: readonly Period[];
  readonly numbers: number;
  readonly markers: number;
  /** Is there nothing of it yet, neither bundled nor stored? */
  readonly isNew: boolean;
}

export interface FilePreview {
  readonly name: string;
  readonly size: number;
  /** The family by its name: "Explore Education Statistics". */
  readonly family?: string;
  /** Why it was recognised as that. */
  readonly because?: string;
  readonly encoding?: string;
  readonly accepted: boolean;
  /** It is in the store, and would be left out. */
  readonly alreadyStored: boolean;
  readonly rows: number;
  readonly numbers: number;
  /** How often each marker stands in the file ('' is an empty cell). */
  readonly markers: ReadonlyMap<string, number>;
  readonly indicators: readonly IndicatorPreview[];
  readonly targets: number;
  readonly judgements: number;
  readonly neighbourSets: readonly string[];
  readonly problems: readonly Problem[];
}

/** A change with the series it is in. */
export interface NamedChange extends CellChange {
  readonly indicator: IndicatorId;
  readonly group: GroupId;
}

export interface ChangePreview {
  /** Of the cells in the files; "unchanged" are those already shown so, or covered by a later file. */
  readonly counts: Readonly<Record<ChangeKind | 'unchanged', number>>;
  /** Every change for the home authority, new cells too: the largest revisions first, new cells last. */
  readonly home: readonly NamedChange[];
  /** The largest changes elsewhere, without new cells; at most `LISTED_ELSEWHERE`. */
  readonly elsewhere: readonly NamedChange[];
}

export interface LoadPreview {
  readonly files: readonly FilePreview[];
  readonly changes: ChangePreview;
}

export const LISTED_ELSEWHERE = 200;

function countCells(series: readonly Series[]): { readonly numbers: number; readonly markers: number } {
  let numbers = 0;
  let markers = 0;
  for (const one of series) {
    for (const [cell, number] of one.numbers.entries()) {
      if (!Number.isNaN(number)) numbers++;
      else if (hasCell(one, cell)) markers++;
    }
  }
  return { numbers, markers };
}

function previewIndicator(indicator: Indicator, series: readonly Series[], before: Figures): IndicatorPreview {
  const periods = new Map(series.flatMap((one) => one.periods).map((period) => [toPeriodKey(period), period]));
  return {
    indicator,
    groups: series.map((one) => one.group),
    areas: new Set(series.flatMap((one) => one.areas)).size,
    periods: [...periods.values()].sort(comparePeriods),
    ...countCells(series),
    isNew: before.findIndicator(indicator.id) === undefined,
  };
}

export function previewFile(read: FileReading, before: Figures, alreadyStored: boolean): FilePreview {
  const { file, encoding, recognition, reading, problems, accepted } = read;
  const byIndicator = new Map<IndicatorId, Series[]>();
  for (const one of reading?.series ?? []) {
    byIndicator.set(one.indicator, [...(byIndicator.get(one.indicator) ?? []), one]);
  }
  return {
    name: file.name,
    size: file.size,
    ...(recognition ? { family: nameFamily(recognition.family), because: recognition.because } : {}),
    ...(encoding ? { encoding } : {}),
    accepted,
    alreadyStored,
    rows: reading?.rows ?? 0,
    numbers: reading?.numbers ?? 0,
    markers: new Map(Object.entries(reading?.markers ?? {})),
    indicators: (reading?.indicators ?? []).map((indicator) =>
      previewIndicator(indicator, byIndicator.get(indicator.id) ?? [], before),
    ),
    targets: reading?.targets.length ?? 0,
    judgements: reading?.judgements.length ?? 0,
    neighbourSets: (reading?.neighbourSets ?? []).map((set) => set.name),
    problems,
  };
}

/**
 * What storing would change of what is shown.
 * @param incoming the series in the files; @param after the figures with them
 */
export function previewChanges(
  incoming: readonly Series[],
  before: Figures,
  after: Figures,
  home: AreaCode | undefined,
): ChangePreview {
  const counts = { new: 0, revised: 0, withdrawn: 0, released: 0, remarked: 0, unchanged: 0 };
  const changes: NamedChange[] = [];
  const newAtHome: NamedChange[] = [];
  const touched = new Map(incoming.map((one) => [toSeriesKey(one.indicator, one.group), one]));
  for (const { indicator, group } of touched.values()) {
    const was = before.findSeries(indicator, group);
    const is = after.findSeries(indicator, group);
    if (!is) continue;
    const compared = compareSeries(was, is);
    for (const kind of ['new', 'revised', 'withdrawn', 'released', 'remarked'] as const) {
      counts[kind] += compared.counts[kind];
    }
    for (const change of compared.cells) changes.push({ ...change, indicator, group });
    if (home) newAtHome.push(...findNewCells(was, is, home).map((change) => ({ ...change, indicator, group })));
  }
  const { numbers, markers } = countCells(incoming);
  const changed = counts.new + counts.revised + counts.withdrawn + counts.released + counts.remarked;
  changes.sort(compareChanges);
  return {
    counts: { ...counts, unchanged: numbers + markers - changed },
    home: [...changes.filter((change) => change.area === home), ...newAtHome],
    elsewhere: changes.filter((change) => change.area !== home).slice(0, LISTED_ELSEWHERE),
  };
}
