/** How a rank and a quartile came about, in sentences with their numbers. */
import type { Polarity } from '../domain/indicator.ts';
import { numberOf } from '../domain/value.ts';
import type { Comparison, Quartile } from './comparison.ts';
import { decimalsToTell, formatFigure, formatNumber } from './format.ts';
import { describeList, describeWhen } from './period-words.ts';

const BEST = {
  lower: 'Lower is better, so 1 is the lowest',
  higher: 'Higher is better, so 1 is the highest',
} as const satisfies Record<Exclude<Polarity, 'none'>, string>;

/** Who is ranked, in which direction, and what is done with equal figures; or why nothing is ranked. */
export function describeRankRule({ indicator, period, published, rank, formerRanked }: Comparison): string {
  if (indicator.polarity === 'none') {
    return 'Neither high nor low is good in itself, so nothing is ranked and there are no quartiles.';
  }
  if (!rank) return 'There is no figure to rank.';
  const counted = `${formatNumber(published, 0)} local authorities with a figure ${describeWhen(period)}`;
  const former = formerRanked.length > 0 ? ', those that no longer exist but are still reported among them' : '';
  return `Counted among the ${counted}${former}, by figures that are not rounded. ${BEST[indicator.polarity]}; equal figures share the better rank.`;
}

/** The three cut points, with enough decimals to see where home stands, and the four bands between them. */
export function describeQuartileRule({ cuts, band }: Quartile, { indicator, value, published }: Comparison): string {
  const number = numberOf(value) ?? 0;
  const fine = { ...indicator, decimals: decimalsToTell(number, cuts, indicator.decimals) };
  const points = describeList(cuts.map((cut) => formatFigure(cut, fine)));
  const [first, last] = indicator.polarity === 'lower' ? ['A', 'D'] : ['D', 'A'];
  return `The figures of ${formatNumber(published, 0)} authorities, in order, are cut into four quarters at ${points} (type 7, between the two nearest where a cut falls between them). A is the best quarter: here ${first} lies up to the first cut and ${last} above the last. At ${formatFigure(number, fine)} the figure stands in ${band}.`;
}
