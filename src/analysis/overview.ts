/** All verdicts of an authority, counted and listed by outcome and aim. */
import type { Area, AreaCode } from '../domain/area.ts';
import type { Figures } from '../domain/figures.ts';
import type { Aim, Indicator, Outcome } from '../domain/indicator.ts';
import { isMeasured } from '../domain/value.ts';
import type { AttentionEntry } from './attention.ts';
import { rankAttention } from './attention.ts';
import { roundTo } from './format.ts';
import { primaryGroupOf } from './primary-group.ts';
import type { Verdict, VerdictChoice } from './verdict.ts';
import { canJudge, judge } from './verdict.ts';

/** Against the neighbours. What has no polarity, cannot be told or is years old is not judged. */
export interface StandingCounts {
  readonly better: number;
  readonly similar: number;
  readonly worse: number;
  readonly unjudged: number;
}

/** Since the period before, as shown at the indicator's decimals; a plain change and no trend. */
export interface MovementCounts {
  readonly improved: number;
  readonly worsened: number;
  readonly unchanged: number;
  /** No consecutive period to set it beside, no polarity, or years old. */
  readonly unknown: number;
}

export interface OutcomeSummary {
  readonly outcome: Outcome;
  readonly counts: StandingCounts;
  readonly movement: MovementCounts;
  readonly aims: readonly { readonly aim: Aim; readonly verdicts: readonly Verdict[] }[];
  /** Of indicators that a file or an officer put under the outcome, and nobody under one of its aims. */
  readonly withoutAim: readonly Verdict[];
  /** Aims for which there is no figure. */
  readonly emptyAims: readonly Aim[];
  readonly attention: readonly AttentionEntry[];
  readonly goodNews: readonly AttentionEntry[];
}

export interface Overview {
  readonly home: Area;
  readonly counts: StandingCounts;
  readonly movement: MovementCounts;
  readonly outcomes: readonly OutcomeSummary[];
  readonly attention: readonly AttentionEntry[];
  readonly goodNews: readonly AttentionEntry[];
  /** Indicators with figures that stand under no outcome: in no total, and judged only where they are listed. */
  readonly unplaced: readonly Indicator[];
}

/** Everything of a verdict's choice but what it is about. */
export type OverviewChoice = Omit<VerdictChoice, 'home' | 'indicator' | 'group' | 'period'>;

/** One verdict for each of these indicators that has figures, in their order. */
export function judgeEach(
  indicators: readonly Indicator[],
  figures: Figures,
  home: AreaCode,
  choice: OverviewChoice = {},
): readonly Verdict[] {
  return indicators.flatMap(
    (indicator) => judge(figures, { ...choice, home, indicator, group: primaryGroupOf(indicator) }) ?? [],
  );
}

/** One verdict for each indicator of the catalogue that has figures, in its order. */
export function judgeAll(figures: Figures, home: AreaCode, choice: OverviewChoice = {}): readonly Verdict[] {
  return judgeEach(figures.catalogue.indicators, figures, home, choice);
}

export function countStandings(verdicts: readonly Verdict[]): StandingCounts {
  const counts = { better: 0, similar: 0, worse: 0, unjudged: 0 };
  for (const { neighbours, indicator, dated } of verdicts) {
    const { answer } = neighbours;
    const judged = answer === 'better' || answer === 'worse' || answer === 'similar';
    counts[judged && !dated && indicator.polarity !== 'none' ? answer : 'unjudged'] += 1;
  }
  return counts;
}

export function countMovements(verdicts: readonly Verdict[]): MovementCounts {
  const counts = { improved: 0, worsened: 0, unchanged: 0, unknown: 0 };
  for (const verdict of verdicts) counts[findMovement(verdict)] += 1;
  return counts;
}

function findMovement({ indicator, lastChange, value, dated }: Verdict): keyof MovementCounts {
  if (dated || !lastChange || indicator.polarity === 'none' || !isMeasured(value)) return 'unknown';
  const step = Math.sign(roundTo(value.number, indicator.decimals) - roundTo(lastChange.before, indicator.decimals));
  if (step === 0) return 'unchanged';
  return step > 0 === (indicator.polarity === 'higher') ? 'improved' : 'worsened';
}

/** One outcome: its counts, its indicators by aim and what stands out among them. */
function summariseOutcome(outcome: Outcome, verdicts: readonly Verdict[]): OutcomeSummary {
  const own = verdicts.filter(({ indicator }) => indicator.outcome === outcome.id);
  const byAim = outcome.aims.map((aim) => ({
    aim,
    verdicts: own.filter(({ indicator }) => indicator.aim === aim.id),
  }));
  return {
    outcome,
    counts: countStandings(own),
    movement: countMovements(own),
    aims: byAim.filter((one) => one.verdicts.length > 0),
    withoutAim: own.filter(({ indicator }) => outcome.aims.every((aim) => aim.id !== indicator.aim)),
    emptyAims: byAim.filter((one) => one.verdicts.length === 0).map(({ aim }) => aim),
    ...rankAttention(own),
  };
}

/** Every verdict of an outcome, in the order in which a page lists them. */
export function listVerdicts({ aims, withoutAim }: OutcomeSummary): readonly Verdict[] {
  return [...aims.flatMap(({ verdicts }) => verdicts), ...withoutAim];
}

/**
 * The whole authority at a glance. An indicator counts once, by its primary group, and only under
 * an outcome.
 * @returns undefined for an area that the list does not know
 */
export function summarise(figures: Figures, home: AreaCode, choice: OverviewChoice = {}): Overview | undefined {
  const area = figures.areas.find(home);
  if (!area) return undefined;
  const { outcomes, indicators } = figures.catalogue;
  const known = new Set(outcomes.map(({ id }) => id));
  const isPlaced = ({ outcome }: Indicator): boolean => outcome !== undefined && known.has(outcome);
  const hasVerdict = (indicator: Indicator): boolean =>
    canJudge(figures, { ...choice, home, indicator, group: primaryGroupOf(indicator) });
  const placed = judgeEach(indicators.filter(isPlaced), figures, home, choice);
  return {
    home: area,
    counts: countStandings(placed),
    movement: countMovements(placed),
    outcomes: outcomes.map((outcome) => summariseOutcome(outcome, placed)),
    unplaced: indicators.filter((indicator) => !isPlaced(indicator) && hasVerdict(indicator)),
    ...rankAttention(placed),
  };
}
