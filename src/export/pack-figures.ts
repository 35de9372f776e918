/** Of all figures those that a board pack is to hold. */
import type { AreaCode } from '../domain/area.ts';
import { AreaList } from '../domain/area.ts';
import type { Figures } from '../domain/figures.ts';
import { createFigures } from '../domain/figures.ts';
import type { Indicator, IndicatorId } from '../domain/indicator.ts';
import type { Commentary } from '../domain/written.ts';
import { isEmptyCommentary } from '../domain/written.ts';

export interface PackChoice {
  readonly home: AreaCode;
  /** Outcomes by their ids, in the order of the pack. */
  readonly outcomes: readonly string[];
  /** Indicators of those outcomes, in the order of the pack. */
  readonly indicators: readonly IndicatorId[];
  /** The set of statistical neighbours that the pack opens with; the newest where none is said. */
  readonly neighbours?: string;
}

/** Indicators that can be in a pack: those that have figures and stand under an outcome. */
export function findPackIndicators({ catalogue, series }: Figures): readonly Indicator[] {
  const outcomes = new Set(catalogue.outcomes.map(({ id }) => id));
  const withFigures = new Set(series.map(({ indicator }) => indicator));
  return catalogue.indicators.filter(
    ({ id, outcome }) => outcome !== undefined && outcomes.has(outcome) && withFigures.has(id),
  );
}

const pick = <T extends { readonly id: string }>(ids: readonly string[], items: readonly T[]): readonly T[] =>
  ids.flatMap((id) => items.find((item) => item.id === id) ?? []);

/**
 * The figures of a pack. Every authority stays in, so that ranks, neighbours and distributions are
 * what they are in the dashboard; targets and judgements are the home authority's alone. Of an
 * outcome only the aims of chosen indicators stay: another would be said to have no figures.
 */
export function choosePackFigures(figures: Figures, choice: PackChoice): Figures {
  const { catalogue, areas, neighbourSets } = figures;
  const chosenOutcomes = new Set(choice.outcomes);
  const indicators = pick(choice.indicators, findPackIndicators(figures)).filter(
    ({ outcome }) => outcome !== undefined && chosenOutcomes.has(outcome),
  );
  const chosen = new Set(indicators.map(({ id }) => id));
  const aims = new Set(indicators.map(({ outcome, aim }) => `${outcome ?? ''}/${aim ?? ''}`));
  const shownFirst = neighbourSets.filter(({ id }) => id === choice.neighbours);
  return createFigures({
    catalogue: {
      outcomes: pick(choice.outcomes, catalogue.outcomes).map((outcome) => ({
        ...outcome,
        aims: outcome.aims.filter((aim) => aims.has(`${outcome.id}/${aim.id}`)),
      })),
      groups: catalogue.groups,
      indicators,
      sources: catalogue.sources.filter(({ indicator }) => chosen.has(indicator)),
    },
    areas: new AreaList(areas.rows),
    neighbourSets: [...shownFirst, ...neighbourSets.filter((set) => !shownFirst.includes(set))],
    series: figures.series.filter(({ indicator }) => chosen.has(indicator)),
    targets: figures.targets.filter(({ area, indicator }) => area === choice.home && chosen.has(indicator)),
    judgements: figures.judgements.filter(({ area }) => area === choice.home),
  });
}

/** The last word on each subject of the pack: what was taken back or written before it stays at home. */
export function choosePackCommentary(
  all: readonly Commentary[],
  { home, outcomes, indicators }: PackChoice,
): readonly Commentary[] {
  const last = new Map<string, Commentary>();
  for (const one of all) if (one.area === home) last.set(JSON.stringify(one.about), one);
  return [...last.values()].filter(
    (one) =>
      !isEmptyCommentary(one) &&
      (one.about.kind === 'outcome' ? outcomes.includes(one.about.outcome) : indicators.includes(one.about.indicator)),
  );
}
