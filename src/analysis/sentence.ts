/**
 * The verdict in one or two sentences of plain English. A small grammar: every part is said only
 * where the verdict has it, numbers are compared as they are shown, and answers only repeat those
 * of the verdict.
 */
import { isMeasured, numberOf } from '../domain/value.ts';
import type { Judged } from './against.ts';
import { describeArea } from './area-words.ts';
import type { Answer } from './benchmark.ts';
import { capitalise } from './capitalise.ts';
import { decimalsToTell, formatFigure, formatNumber, roundTo } from './format.ts';
import { describeUnit, toSpokenName } from './indicator-words.ts';
import { describeNoFigure } from './notes.ts';
import { describeExtreme, LEAST_FIELD, NEAR_THE_END, toOrdinal } from './ordinal.ts';
import { describeAverage } from './peers.ts';
import { describeBefore, describeList, describeWhen } from './period-words.ts';
import { primaryGroupOf } from './primary-group.ts';
import type { Verdict } from './verdict.ts';

/** What the sentence is about: the indicator's subject, narrowed to the group where it is not the usual one. */
function describeSubject({ indicator, group }: Verdict): string {
  const subject = indicator.wording?.subject ?? `“${toSpokenName(indicator.name, indicator)}”`;
  if (group.id === primaryGroupOf(indicator)) return subject;
  if (indicator.wording?.form === 'share') return group.plain;
  return indicator.wording ? `${subject} of ${group.plain}` : `${subject} for ${group.plain}`;
}

/** The indicator by its name, with the group where it is not the usual one. */
function describeName({ indicator, group }: Verdict): string {
  // What follows the name begins with a colon, so the name holds none.
  const name = toSpokenName(indicator.name, indicator).replaceAll(': ', ', ');
  return group.id === primaryGroupOf(indicator) ? name : `${name}, for ${group.plain}`;
}

/** "7.6% of 16 and 17 year olds were not in education … in 2024/25". */
function describeLevel(verdict: Verdict, number: number): string {
  const { indicator, period, value } = verdict;
  const subject = describeSubject(verdict);
  const status = isMeasured(value) && value.status === 'provisional' ? ' (provisional)' : '';
  const when = `${describeWhen(period)}${status}`;
  const figure = formatFigure(number, indicator);
  switch (indicator.wording?.form) {
    case 'share':
      return `${figure} of ${subject} ${indicator.wording.predicate} ${when}`;
    case 'measure':
      return `${capitalise(subject)} was ${figure} ${indicator.wording.predicate} ${when}`;
    case undefined: {
      return `${subject} stood at ${figure}${describeUnit(indicator)} ${when}`;
    }
  }
}

/** "up from 3.9% the year before"; nothing without a consecutive period. */
function describeMove({ indicator, lastChange }: Verdict, number: number): string | undefined {
  if (!lastChange) return undefined;
  const step = Math.sign(roundTo(number, indicator.decimals) - roundTo(lastChange.before, indicator.decimals));
  const before = describeBefore(lastChange.from);
  if (step === 0) return `the same as ${before}`;
  return `${step > 0 ? 'up' : 'down'} from ${formatFigure(lastChange.before, indicator)} ${before}`;
}

/**
 * "the second highest of 153 authorities" near an end of the field, else "107th of 151 authorities
 * (1st is best)"; nothing where all are equal.
 */
export function describePlace({ place, comparison }: Verdict): string | undefined {
  if (!place || !comparison.rank || place.ties === place.of) return undefined;
  const of = `of ${formatNumber(place.of, 0)} authorities`;
  const isField = place.of > LEAST_FIELD;
  if (isField && place.fromHighest <= NEAR_THE_END)
    return `${describeExtreme(place.fromHighest, 'highest', place.ties)} ${of}`;
  if (isField && place.fromLowest <= NEAR_THE_END)
    return `${describeExtreme(place.fromLowest, 'lowest', place.ties)} ${of}`;
  return `${place.ties > 1 ? 'joint ' : ''}${toOrdinal(comparison.rank.rank)} ${of} (1st is best)`;
}

/**
 * An average, with decimals enough that it does not read the same as home's figure or as another
 * benchmark where the answers differ: "better than the average (7.6%), but similar to England (8%)".
 */
function formatAverage(average: Judged, verdict: Verdict): string {
  const { benchmark, answer } = average;
  if (benchmark === undefined) return '';
  const { indicator, england, region } = verdict;
  const others = [england, region].filter((other) => other.answer !== 'cannot-tell' && other.answer !== answer);
  const apart = [
    ...others.map((other) => other.benchmark),
    answer === 'similar' ? undefined : numberOf(verdict.value),
  ].filter((number) => number !== undefined);
  return formatFigure(benchmark, { ...indicator, decimals: decimalsToTell(benchmark, apart, indicator.decimals) });
}

function describeBenchmark(judged: Judged, verdict: Verdict): string {
  const { against, benchmark } = judged;
  const { indicator, regionName, comparison, average } = verdict;
  const published = benchmark === undefined ? '' : formatFigure(benchmark, indicator);
  switch (against) {
    case 'england':
      return `England (${published})`;
    case 'region':
      return `${describeArea(regionName ?? 'the region')} (${published})`;
    case 'neighbours': {
      const figure = formatAverage(judged, verdict);
      const { n, of } = comparison.neighbours;
      const rests = n === of ? '' : `, ${String(n)} of ${String(of)}`;
      return `${describeAverage(comparison.peers, average)} (${figure}${rests})`;
    }
  }
}

/** "worse than", "similar to"; nothing where it cannot be told. */
function describeAnswer(answer: Answer): string | undefined {
  switch (answer) {
    case 'cannot-tell':
      return undefined;
    case 'similar':
      return 'similar to';
    default:
      return `${answer} than`;
  }
}

/** Benchmarks of the same answer together: "By size, that is worse than England (3.4%) and …". */
function describeBenchmarks(verdict: Verdict): string | undefined {
  const told = [verdict.neighbours, verdict.region, verdict.england].filter(({ answer }) => answer !== 'cannot-tell');
  const byAnswer = new Map<string, string[]>();
  for (const judged of told) {
    const said = describeAnswer(judged.answer);
    if (said === undefined) continue;
    byAnswer.set(said, [...(byAnswer.get(said) ?? []), describeBenchmark(judged, verdict)]);
  }
  if (byAnswer.size === 0) return undefined;
  const parts = [...byAnswer].map(([said, names]) => `${said} ${describeList(names)}`);
  return `${told.some(({ by }) => by === 'size') ? 'by size, that' : 'that'} is ${parts.length === 2 ? parts.join(', but ') : describeList(parts)}`;
}

const DIRECTIONS = {
  better: 'it has been getting better over five years',
  worse: 'it has been getting worse over five years',
  higher: 'it has been rising over five years',
  lower: 'it has been falling over five years',
  'no-clear-change': 'over five years there is no clear change',
  'cannot-tell': undefined,
} as const satisfies Record<Verdict['direction']['answer'], string | undefined>;

/**
 * One or two sentences: the figure, its last change and its place; then what the verdict says of the
 * neighbours, the region, England and the trend. Also the text that stands for a chart.
 */
export function describeVerdict(verdict: Verdict): string {
  const { value, period, homeName } = verdict;
  if (!isMeasured(value)) {
    return `${describeName(verdict)}: ${describeNoFigure(homeName, period, value)}.`;
  }
  const facts = [describeMove(verdict, value.number), describePlace(verdict)].filter((part) => part !== undefined);
  const first = [describeLevel(verdict, value.number), facts.join(' and ')].filter(Boolean).join(', ');
  const answers = [describeBenchmarks(verdict), DIRECTIONS[verdict.direction.answer]].filter(
    (part) => part !== undefined,
  );
  const second = answers.length > 0 ? ` ${capitalise(answers.join('; '))}.` : '';
  return `${first}.${second}`;
}
