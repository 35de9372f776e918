/** A gap in a sentence or two. */
import { capitalise } from './capitalise.ts';
import { formatDifference, formatFigure, roundTo } from './format.ts';
import type { GapVerdict } from './gaps.ts';
import { describeUnit, toSpokenName } from './indicator-words.ts';
import { describeAverage } from './peers.ts';
import { describeBefore, describeWhen } from './period-words.ts';

const NEIGHBOUR_ANSWERS = {
  better: 'by size, better than',
  worse: 'by size, worse than',
  similar: 'by size, similar to',
  lower: 'by size, lower than',
  higher: 'by size, higher than',
  'cannot-tell': undefined,
} as const satisfies Record<GapVerdict['answer'], string | undefined>;

/** The size of another gap; one with the other sign is said to be so, or it would read as the same. */
function describeOther(gap: number, { latest, indicator }: GapVerdict): string {
  const size = formatDifference(gap, indicator);
  return Math.sign(gap) * Math.sign(latest.gap) < 0 ? `${size} the other way` : size;
}

/** "narrower than 24.0 points the year before"; of a tested trend "and has been narrowing over five years". */
function describeDirection(verdict: GapVerdict): string {
  const { direction, points } = verdict;
  const previous = points.at(-2);
  if (direction.direction === 'cannot-tell' || !previous) return '';
  if (direction.by === 'test') {
    return direction.direction === 'no-clear-change'
      ? ', with no clear change over five years'
      : `, and has been ${direction.direction} over five years`;
  }
  const before = `${describeOther(previous.gap, verdict)} ${describeBefore(previous.period)}`;
  switch (direction.direction) {
    case 'narrowing':
      return `, narrower than ${before}`;
    case 'widening':
      return `, wider than ${before}`;
    case 'no-clear-change':
      return `, the same as ${before}`;
  }
}

/** "a gap of 22.0 points in 2024/25"; "a gap of 15.1 (mean score per pupil) in 2024/25". */
function describeSize({ latest, indicator, period }: GapVerdict): string {
  return roundTo(latest.gap, indicator.decimals) === 0
    ? `no gap ${describeWhen(period)}`
    : `a gap of ${formatDifference(latest.gap, indicator)}${describeUnit(indicator)} ${describeWhen(period)}`;
}

const MOVED = {
  narrowing: 'narrower than',
  widening: 'wider than',
  'no-clear-change': 'the same as',
} as const;

/** "a gap of 22.0 points in Key stage 2, narrower than the year before", for the head of a slide. */
export function describeGapFinding(verdict: GapVerdict): string {
  const { indicator, latest, direction, points } = verdict;
  const name = toSpokenName(indicator.shortName, indicator);
  const size =
    roundTo(latest.gap, indicator.decimals) === 0 ? 'no gap' : `a gap of ${formatDifference(latest.gap, indicator)}`;
  const previous = points.at(-2);
  const moved =
    direction.direction === 'cannot-tell' || direction.by === 'test' || !previous
      ? describeDirection(verdict)
      : `, ${MOVED[direction.direction]} ${describeBefore(previous.period)}`;
  return `${size} in ${name}${moved}`;
}

/**
 * "Pupils eligible for free school meals 45.0%, other pupils 67.0%: a gap of 22.0 points in 2024/25,
 * narrower than 24.0 points the year before. That is, by size, better than the neighbours’ average gap (25.1 points, 10 of 10)."
 */
export function describeGap(verdict: GapVerdict): string {
  const { group, counterpart, latest, indicator, neighbours, peers, average, answer } = verdict;
  const centre = neighbours[average];
  const subject = capitalise(group.plain);
  const figures = `${subject} ${formatFigure(latest.group, indicator)}, ${counterpart.plain} ${formatFigure(latest.counterpart, indicator)}`;
  const said = NEIGHBOUR_ANSWERS[answer];
  const beside =
    said === undefined || centre === undefined
      ? ''
      : ` That is, ${said} ${describeAverage(peers, average, 'gap')} (${describeOther(centre, verdict)}, ${String(neighbours.n)} of ${String(neighbours.of)}).`;
  return `${figures}: ${describeSize(verdict)}${describeDirection(verdict)}.${beside}`;
}
