/** What a load would bring: what each file turned out to hold, and what would change. */
import type { Unseen } from '../analysis/unseen.ts';
import { findUnseen } from '../analysis/unseen.ts';
import type { AreaCode } from '../domain/area.ts';
import type { CellChange, ChangeKind } from '../domain/changes.ts';
import { compareChanges, compareSeries, findNewCells } from '../domain/changes.ts';
import type { Figures } from '../domain/figures.ts';
import type { GroupId, Indicator, IndicatorId } from '../domain/indicator.ts';
import type { Placement } from '../domain/layers.ts';
import type { Period } from '../domain/period.ts';
import { comparePeriods, toPeriodKey } from '../domain/period.ts';
import type { Problem, Severity } from '../domain/problem.ts';
import type { Chosen, Mapping, Recipe } from '../domain/recipe.ts';
import type { Series } from '../domain/series.ts';
import { toSeriesKey } from '../domain/series.ts';
import { withRule } from '../ingest/checks/registry.ts';
import type { TableSample } from '../ingest/family.ts';
import type { FileReading } from '../ingest/read.ts';
import { isSure } from '../ingest/recognise.ts';
import { nameFamily } from '../ingest/registry.ts';
import { findMapping } from '../ingest/shape.ts';
import { countCells } from './count-cells.ts';
import type { BesidesPreview } from './preview-besides.ts';

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
  /** Is it for everybody, of the indicators that filters tell apart? */
  readonly isTotal: boolean;
}

export interface FilePreview {
  readonly name: string;
  readonly size: number;
  /** The family by its name: "Explore Education Statistics". */
  readonly family?: string;
  /** Why it was recognised as that. */
  readonly because?: string;
  /** Names of the files that explained it. */
  readonly explainedBy: readonly string[];
  /** The beginning of the table, where somebody should say or check what its columns are. */
  readonly sample?: TableSample;
  /** What its columns were said to be, where it was read so. */
  readonly mapping?: Mapping;
  readonly encoding?: string;
  readonly accepted: boolean;
  /** It is in the store, and would be left out. */
  readonly alreadyStored: boolean;
  readonly rows: number;
  readonly numbers: number;
  /** How often each marker stands in the file ('' is an empty cell). */
  readonly markers: ReadonlyMap<string, number>;
  readonly indicators: readonly IndicatorPreview[];
  /** The indicators that are kept unless somebody says otherwise. */
  readonly chosen: Chosen;
  /** Was that chosen when the last file like it was loaded? */
  readonly isChosenAgain: boolean;
  /** What was said of its indicators then. */
  readonly placements: readonly Placement[];
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

export type UnseenCounts = Readonly<Record<Unseen, number>>;

export interface ChangePreview {
  /** Of the cells in the files; "unchanged" are those already shown so, or covered by a later file. */
  readonly counts: Readonly<Record<ChangeKind | 'unchanged', number>>;
  /** Changes that show nowhere: they count as none of the others and are not listed. */
  readonly unseen: UnseenCounts;
  /** Every change for the home authority, new cells too: the largest revisions first, new cells last. */
  readonly home: readonly NamedChange[];
  /** The largest changes elsewhere, without new cells; at most `LISTED_ELSEWHERE`. */
  readonly elsewhere: readonly NamedChange[];
}

/** What another choice among the indicators would change. */
export interface ChoicePreview {
  readonly changes: ChangePreview;
  /** What would change besides figures. */
  readonly besides: BesidesPreview;
  /** Of each file: is it in the store, read in just this way? */
  readonly alreadyStored: readonly boolean[];
}

export interface LoadPreview extends Pick<ChoicePreview, 'changes' | 'besides'> {
  readonly files: readonly FilePreview[];
}

export const LISTED_ELSEWHERE = 200;

function previewIndicator(
  indicator: Indicator,
  series: readonly Series[],
  before: Figures,
  isTotal: boolean,
): IndicatorPreview {
  const periods = new Map(series.flatMap((one) => one.periods).map((period) => [toPeriodKey(period), period]));
  return {
    indicator,
    groups: series.map((one) => one.group),
    areas: new Set(series.flatMap((one) => one.areas)).size,
    periods: [...periods.values()].sort(comparePeriods),
    ...countCells(series),
    isNew: before.findIndicator(indicator.id) === undefined,
    isTotal,
  };
}

/** The order in which problems are told. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
/** Rows of a table that the page is sent: enough to guess the columns by. */
const SAMPLE_ROWS = 50;
/** More columns than this are nobody's to explain one by one. */
const MOST_COLUMNS = 200;

/** The beginning of a table whose columns should be looked at by a person. */
function findSample({ sample, recognition }: FileReading, mapping: Mapping | undefined): TableSample | undefined {
  const isAsked = mapping !== undefined || !recognition || !isSure(recognition);
  if (!isAsked || !sample || sample.header.length > MOST_COLUMNS) return undefined;
  return { ...sample, rows: sample.rows.slice(0, SAMPLE_ROWS) };
}

/** What a file is held against, and what was chosen of it. */
export interface PreviewContext {
  /** The figures as they are without the load. */
  readonly before: Figures;
  readonly recipes: readonly Recipe[];
  readonly alreadyStored: boolean;
  readonly chosen: Chosen;
  /** What was said of the indicators of the last such file, where there was one. */
  readonly placements: readonly Placement[] | undefined;
}

export function previewFile(
  read: FileReading,
  { before, recipes, alreadyStored, chosen, placements }: PreviewContext,
): FilePreview {
  const { file, encoding, recognition, reading, problems, accepted, explainedBy = [] } = read;
  const mapping = read.sample && findMapping(recipes, read.sample.header);
  const sample = findSample(read, mapping);
  const byIndicator = new Map<IndicatorId, Series[]>();
  for (const one of reading?.series ?? []) {
    byIndicator.set(one.indicator, [...(byIndicator.get(one.indicator) ?? []), one]);
  }
  return {
    name: file.name,
    size: file.size,
    ...(recognition ? { family: nameFamily(recognition.family), because: recognition.because } : {}),
    ...(encoding ? { encoding } : {}),
    ...(sample ? { sample } : {}),
    ...(mapping ? { mapping } : {}),
    explainedBy,
    accepted,
    alreadyStored,
    rows: reading?.rows ?? 0,
    numbers: reading?.numbers ?? 0,
    markers: new Map(Object.entries(reading?.markers ?? {})),
    indicators: (reading?.indicators ?? []).map((indicator) =>
      previewIndicator(
        indicator,
        byIndicator.get(indicator.id) ?? [],
        before,
        reading?.totals.has(indicator.id) ?? false,
      ),
    ),
    chosen,
    isChosenAgain: placements !== undefined,
    placements: placements ?? [],
    targets: reading?.targets.length ?? 0,
    judgements: reading?.judgements.length ?? 0,
    neighbourSets: (reading?.neighbourSets ?? []).map((set) => set.name),
    problems: problems.map(withRule).sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
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
  const unseen = { decimals: 0, sign: 0 };
  let changed = 0;
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
    const decimals = after.findIndicator(indicator)?.decimals ?? 0;
    for (const change of compared.cells) {
      const hidden = findUnseen(change, decimals);
      if (!hidden) changes.push({ ...change, indicator, group });
      else {
        unseen[hidden]++;
        counts[change.kind]--;
        changed++;
      }
    }
    if (home) newAtHome.push(...findNewCells(was, is, home).map((change) => ({ ...change, indicator, group })));
  }
  const { numbers, markers } = countCells(incoming);
  changed += counts.new + counts.revised + counts.withdrawn + counts.released + counts.remarked;
  changes.sort(compareChanges);
  return {
    counts: { ...counts, unchanged: numbers + markers - changed },
    unseen,
    home: [...changes.filter((change) => change.area === home), ...newAtHome],
    elsewhere: changes.filter((change) => change.area !== home).slice(0, LISTED_ELSEWHERE),
  };
}
