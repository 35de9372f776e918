/** Small wordings of a verdict's parts that several pages share. */
import type { Rank } from '../../analysis/comparison.ts';
import { formatChange, formatFigure } from '../../analysis/format.ts';
import type { Verdict } from '../../analysis/verdict.ts';

/** "26 of 151", or a dash where nothing is ranked. */
export function describeRank(rank: Rank | undefined): string {
  return rank ? `${String(rank.rank)} of ${String(rank.of)}` : '–';
}

/** "+0.4 points", or a dash where the two periods are not consecutive or one is missing. */
export function describeMove(verdict: Verdict): string {
  const { change } = verdict.comparison;
  return change === undefined ? '–' : formatChange(change, verdict.indicator);
}

/** The neighbours' average and how many it rests on. */
export function formatAverage({ comparison, average, indicator }: Verdict): { text: string; restsOn: string } {
  const { neighbours } = comparison;
  const number = neighbours[average];
  return {
    text: number === undefined ? '–' : formatFigure(number, indicator),
    restsOn: `${String(neighbours.n)} of ${String(neighbours.of)}`,
  };
}
