/**
 * A short title that says the finding. It states facts that can be read off the chart (rose, fell,
 * above, the second highest) and leaves "better" and "worse" to the verdict beside it.
 */
import type { Indicator } from '../domain/indicator.ts';
import { isMeasured } from '../domain/value.ts';
import { formatFigure, formatValue, roundTo } from './format.ts';
import { toSpokenName } from './indicator-words.ts';
import { describeExtreme, LEAST_FIELD } from './ordinal.ts';
import { describeAverage } from './peers.ts';
import { describeStep, describeWhen } from './period-words.ts';
import { primaryGroupOf } from './primary-group.ts';
import type { Verdict } from './verdict.ts';

/** Below this many units of the last decimal, rounding alone can double or halve a figure. */
const LEAST_UNITS = 20;

/** Places this near an end of the field are worth a title, unless many share them. */
const NOTABLE_PLACE = 3;
const MOST_TIES = 2;

/** "nearly doubled", "halved"; undefined where a plain "rose" or "fell" says enough. */
function describeMultiple(before: number, now: number, { decimals }: Pick<Indicator, 'decimals'>): string | undefined {
  if (Math.min(before, now) < LEAST_UNITS * 10 ** -decimals) return undefined;
  const ratio = now / before;
  if (ratio > 2.05) return 'more than doubled';
  if (ratio >= 1.99) return 'doubled';
  if (ratio >= 1.9) return 'nearly doubled';
  if (ratio < 0.48) return 'more than halved';
  if (ratio <= 0.505) return 'halved';
  return undefined;
}

function describeSubject({ indicator, group }: Verdict): string {
  const name = toSpokenName(indicator.shortName, indicator);
  return group.id === primaryGroupOf(indicator) ? name : `${name} for ${group.plain}`;
}

/**
 * "nearly doubled to 7.6% in a year", "rose to 7.6% in a year", "at 7.6% in 2024/25"; of a figure that
 * is years old "rose to 59% in 2017/18", so that nobody takes it for today's.
 */
function describeMove({ indicator, lastChange, period, dated }: Verdict, number: number): string {
  const figure = formatFigure(number, indicator);
  if (!lastChange) return `at ${figure} ${describeWhen(period)}`;
  const now = roundTo(number, indicator.decimals);
  const before = roundTo(lastChange.before, indicator.decimals);
  if (now === before) return `unchanged at ${figure} ${describeWhen(period)}`;
  return `${describeMultiple(before, now, indicator) ?? (now > before ? 'rose' : 'fell')} to ${figure} ${dated ? describeWhen(period) : describeStep(period)}`;
}

/** "the second highest of 153 authorities" or "above the neighbours’ average"; nothing where neither can be said. */
function describeStanding(verdict: Verdict): string | undefined {
  const { place, neighbours, average, comparison } = verdict;
  if (place && place.of > LEAST_FIELD && place.ties <= MOST_TIES) {
    const of = `of ${String(place.of)} authorities`;
    if (place.fromHighest <= NOTABLE_PLACE) return `${describeExtreme(place.fromHighest, 'highest', place.ties)} ${of}`;
    if (place.fromLowest <= NOTABLE_PLACE) return `${describeExtreme(place.fromLowest, 'lowest', place.ties)} ${of}`;
  }
  const name = describeAverage(comparison.peers, average);
  if (neighbours.answer === 'cannot-tell' || neighbours.difference === undefined) return undefined;
  if (neighbours.answer === 'similar') return `close to ${name}`;
  return `${neighbours.difference > 0 ? 'above' : 'below'} ${name}`;
}

/** The finding, for the head of a page, a chart or a slide. */
export function describeFinding(verdict: Verdict): string {
  const { value, indicator, period } = verdict;
  const subject = describeSubject(verdict);
  if (!isMeasured(value)) return `${subject}: ${formatValue(value, indicator)} ${describeWhen(period)}`;
  const move = describeMove(verdict, value.number);
  return [`${subject} ${move}`, describeStanding(verdict)].filter((part) => part !== undefined).join(', ');
}
