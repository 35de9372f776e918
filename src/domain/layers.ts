/**
 * The figures a page shows: the bundled ones at the bottom, above them what each loaded file
 * brought, in the order of the files' dates. Folding them is pure, so undoing a load is leaving
 * its layers out, and the order in which files were loaded cannot matter.
 */
import type { Figures, NeighbourSet } from './figures.ts';
import { createFigures } from './figures.ts';
import type { Group, GroupId, Indicator, IndicatorId, Polarity } from './indicator.ts';
import type { Judgement } from './judgement.ts';
import { overlaySeries } from './overlay.ts';
import type { Series } from './series.ts';
import { toSeriesKey } from './series.ts';
import type { Target } from './target.ts';
import type { BroughtWords, Written } from './written.ts';
import { mergeTargets, toOwnSets } from './written.ts';

/** What one file brought. */
export interface Layer {
  /** The date of the file, ISO; a later file lies above an earlier one. */
  readonly dated: string;
  /** SHA-256 of the file (and of those that explain it): settles the order of files of one date. */
  readonly identity: string;
  /** Did a data dictionary or metadata file explain it? Its names and polarities are then preferred. */
  readonly explained: boolean;
  readonly indicators: readonly Indicator[];
  readonly groups: readonly Group[];
  readonly series: readonly Series[];
  readonly neighbourSets: readonly NeighbourSet[];
  readonly targets: readonly Target[];
  readonly judgements: readonly Judgement[];
  /** What officers wrote elsewhere; absent where the file has none. */
  readonly words?: BroughtWords;
}

/** What an officer said of an indicator; only what was said is there. */
export interface Placement {
  readonly indicator: IndicatorId;
  /** The outcome it belongs to, and perhaps the aim; null takes it out of its outcome. */
  readonly under?: { readonly outcome: string; readonly aim?: string } | null;
  readonly name?: string;
  readonly polarity?: Polarity;
  readonly decimals?: number;
}

/** Everything that lies above the bundled figures. */
export interface Stored {
  readonly layers: readonly Layer[];
  /** In the order in which they were said. */
  readonly placements: readonly Placement[];
  /** Targets, commentary and groups of the officers' own; absent where files alone are shown. */
  readonly written?: Written;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Bottom to top: by date, then by what the file is. */
export function compareLayers(a: Layer, b: Layer): number {
  return compareText(a.dated, b.dated) || compareText(a.identity, b.identity);
}

/** The bundled figures with the layers and placements above them. No argument is changed. */
export function mergeFigures(bundled: Figures, stored: Stored): Figures {
  const layers = [...stored.layers].sort(compareLayers);
  const series = mergeSeries(bundled.series, layers);
  const indicators = mergeIndicators(bundled.catalogue.indicators, layers);
  const groupsOf = new Map<IndicatorId, GroupId[]>();
  for (const one of series) groupsOf.set(one.indicator, [...(groupsOf.get(one.indicator) ?? []), one.group]);
  const placements = new Map<IndicatorId, Placement>();
  for (const said of stored.placements) placements.set(said.indicator, { ...placements.get(said.indicator), ...said });
  return createFigures({
    catalogue: {
      ...bundled.catalogue,
      groups: keepFirst([...bundled.catalogue.groups, ...layers.toReversed().flatMap((layer) => layer.groups)], toId),
      indicators: indicators.map((indicator) =>
        placeIndicator(
          { ...indicator, groups: [...new Set([...indicator.groups, ...(groupsOf.get(indicator.id) ?? [])])] },
          placements.get(indicator.id),
        ),
      ),
    },
    areas: bundled.areas,
    neighbourSets: keepLast(
      [
        ...bundled.neighbourSets,
        ...layers.flatMap((layer) => layer.neighbourSets),
        ...toOwnSets(stored.written?.comparisonGroups ?? [], bundled.areas.authorities),
      ],
      toId,
    ),
    series,
    targets: mergeTargets(
      [...bundled.targets, ...layers.flatMap((layer) => layer.targets)],
      stored.written?.targets ?? [],
    ),
    judgements: keepLast([...bundled.judgements, ...layers.flatMap((layer) => layer.judgements)], toJudgementKey),
  });
}

function mergeSeries(bundled: readonly Series[], layers: readonly Layer[]): readonly Series[] {
  const merged = new Map<string, Series>();
  for (const above of [bundled, ...layers.map((layer) => layer.series)].flat()) {
    const key = toSeriesKey(above.indicator, above.group);
    const below = merged.get(key);
    merged.set(key, below ? overlaySeries(below, above) : above);
  }
  return [...merged.values()];
}

/**
 * Of an indicator that several files define, the bundled definition is kept, then that of a file
 * with its dictionary, then that of the latest file.
 */
function mergeIndicators(bundled: readonly Indicator[], layers: readonly Layer[]): readonly Indicator[] {
  const byRank = layers.toReversed().sort((a, b) => Number(b.explained) - Number(a.explained));
  return keepFirst([...bundled, ...byRank.flatMap((layer) => layer.indicators)], toId);
}

const toId = ({ id }: { readonly id: string }): string => id;

/** What makes two judgements the same one: a later file's replaces the earlier. */
export function toJudgementKey({ area, published, framework, theme, outcome = '' }: Judgement): string {
  return [area, published, framework, theme, outcome].join('\u001f');
}

/** Of items with the same key the first one. */
function keepFirst<T>(items: readonly T[], toKey: (item: T) => string): readonly T[] {
  const kept = new Map<string, T>();
  for (const item of items) if (!kept.has(toKey(item))) kept.set(toKey(item), item);
  return [...kept.values()];
}

/** Of items with the same key the last one, in the place of the first. */
function keepLast<T>(items: readonly T[], toKey: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [toKey(item), item])).values()];
}

/** An indicator as an officer's word on it leaves it. */
export function placeIndicator(indicator: Indicator, placement: Placement | undefined): Indicator {
  if (!placement) return indicator;
  const { outcome, aim, ...rest } = indicator;
  const kept = { ...(outcome ? { outcome } : {}), ...(aim ? { aim } : {}) };
  const { under = kept, name, polarity, decimals } = placement;
  return {
    ...rest,
    ...under,
    ...(name ? { name, shortName: name } : {}),
    ...(polarity ? { polarity } : {}),
    ...(decimals === undefined ? {} : { decimals }),
  };
}
