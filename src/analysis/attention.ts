/**
 * What deserves the meeting's time, and what goes well: a short list, each entry with its reason.
 *
 * The score of an indicator, positive where attention is needed:
 * - the gaps to the neighbours' average in the last three periods, weighted 3, 2 and 1 from the
 *   latest, each in standard deviations of the neighbours, on the worse side positive, cut at ±3 so
 *   that no year outweighs the others;
 * - plus 0.5 where the tested trend is getting worse, minus 0.5 where it is getting better;
 * - plus 0.5 where a target is off course, minus 0.5 where it is met or on course.
 *
 * An indicator is listed only where the latest figure is judged worse (for good news: better) than the
 * neighbours' average, where it stood on that side in at least two periods of the last three, and where
 * the score reaches 0.5: one noisy year never puts it there. Without polarity nothing is listed, nor is
 * a figure that is years older than those of others.
 */
import { sum } from 'd3-array';
import { ANNUAL } from './direction.ts';
import { formatFigure, formatValue } from './format.ts';
import { describeAverage } from './peers.ts';
import { describeWhen } from './period-words.ts';
import { RECENT_PERIODS } from './recent-gaps.ts';
import type { Verdict } from './verdict.ts';

export interface AttentionEntry {
  readonly verdict: Verdict;
  /** Positive for attention, negative for good news. */
  readonly score: number;
  /** "7.6% in 2024/25 against 4.2%, the neighbours’ average; rank 152 of 153; worse in 3 of 3 years". */
  readonly reason: string;
}

export interface AttentionLists {
  readonly attention: readonly AttentionEntry[];
  readonly goodNews: readonly AttentionEntry[];
}

/** No single period counts for more than this many spreads. */
const MOST_SPREADS = 3;
/** What a tested trend, or a target, weighs. */
const WEIGHT = 0.5;
const LEAST_SCORE = 0.5;
const LEAST_PERIODS = 2;

type Side = 'worse' | 'better';

const clamp = (value: number): number => Math.max(-MOST_SPREADS, Math.min(MOST_SPREADS, value));

function scoreTrend({ direction }: Verdict): number {
  return direction.answer === 'worse' ? WEIGHT : direction.answer === 'better' ? -WEIGHT : 0;
}

function scoreTarget({ target }: Verdict): number {
  if (!target || target.course === 'cannot-tell') return 0;
  return target.course === 'off-course' ? WEIGHT : -WEIGHT;
}

/** Gaps of a verdict with the worse side positive, latest first. */
function toWorseGaps({ indicator, recentGaps }: Verdict): readonly number[] {
  const sign = indicator.polarity === 'lower' ? 1 : -1;
  return recentGaps.map(({ inSpreads }) => sign * inSpreads);
}

/** The documented score; undefined without polarity or without a gap to go by. */
export function scoreAttention(verdict: Verdict): number | undefined {
  if (verdict.indicator.polarity === 'none') return undefined;
  const gaps = toWorseGaps(verdict);
  if (gaps.length === 0) return undefined;
  const weight = sum(gaps, (_, index) => RECENT_PERIODS - index);
  const gap = sum(gaps, (inSpreads, index) => (RECENT_PERIODS - index) * clamp(inSpreads)) / weight;
  return gap + scoreTrend(verdict) + scoreTarget(verdict);
}

function countOnSide(verdict: Verdict, side: Side): number {
  return toWorseGaps(verdict).filter((gap) => (side === 'worse' ? gap > 0 : gap < 0)).length;
}

function describeReason(verdict: Verdict, side: Side): string {
  const { indicator, comparison, value, period, neighbours, average, recentGaps, direction, target } = verdict;
  const against =
    neighbours.benchmark === undefined
      ? ''
      : ` against ${formatFigure(neighbours.benchmark, indicator)}, ${describeAverage(comparison.peers, average)}`;
  // A share says so by its sign; of a rate the number alone tells nobody what is counted.
  const unit = indicator.unit === '' || indicator.unit.startsWith('%') ? '' : ` ${indicator.unit}`;
  const parts = [
    `${formatValue(value, indicator)}${unit} ${describeWhen(period)}${against}`,
    comparison.rank ? `rank ${String(comparison.rank.rank)} of ${String(comparison.rank.of)}` : '',
    `${side} in ${String(countOnSide(verdict, side))} of ${String(recentGaps.length)} ${ANNUAL.has(period.kind) ? 'years' : 'periods'}`,
    direction.answer === side ? `getting ${side}` : '',
    side === 'worse' && target?.course === 'off-course' ? 'target off course' : '',
    side === 'better' && target?.course === 'met' ? 'target met' : '',
  ];
  return parts.filter(Boolean).join('; ');
}

function toEntry(verdict: Verdict, side: Side): AttentionEntry | undefined {
  if (verdict.dated || verdict.neighbours.answer !== side || countOnSide(verdict, side) < LEAST_PERIODS)
    return undefined;
  const score = scoreAttention(verdict);
  if (score === undefined || (side === 'worse' ? score : -score) < LEAST_SCORE) return undefined;
  return { verdict, score, reason: describeReason(verdict, side) };
}

/** Both lists, the strongest first, ties by name; `most` entries at the most in each. */
export function rankAttention(verdicts: readonly Verdict[], most = 4): AttentionLists {
  const list = (side: Side): readonly AttentionEntry[] =>
    verdicts
      .flatMap((verdict) => toEntry(verdict, side) ?? [])
      .sort(
        (a, b) =>
          Math.abs(b.score) - Math.abs(a.score) ||
          a.verdict.indicator.name.localeCompare(b.verdict.indicator.name, 'en-GB'),
      )
      .slice(0, most);
  return { attention: list('worse'), goodNews: list('better') };
}
