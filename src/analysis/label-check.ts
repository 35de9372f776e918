/**
 * A publisher's own labels ("Increasing and getting worse", "Better") held against what the same
 * file's figures say. The labels are never shown: two official downloads of the same Fingertips
 * values carry opposite trends.
 */
import type { AreaCode, AreaList } from '../domain/area.ts';
import { ENGLAND } from '../domain/area.ts';
import type { Indicator, IndicatorId, Polarity } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import type { Problem } from '../domain/problem.ts';
import type { LabelKind, PublishedLabels } from '../domain/published-labels.ts';
import type { Series } from '../domain/series.ts';
import { toSeriesKey, valueAt, valueAtIndex } from '../domain/series.ts';
import { isMeasured, numberOf } from '../domain/value.ts';
import { compareByInterval } from './benchmark.ts';
import { findDirection } from './direction.ts';
import { formatFigure, formatNumber } from './format.ts';
import { describeWhen } from './period-words.ts';
import type { RecentTrend } from './recent-trend.ts';

/** What the check needs of a file that was read. */
export interface LabelledFigures {
  readonly indicators: readonly Indicator[];
  readonly series: readonly Series[];
  readonly labels?: readonly PublishedLabels[];
}

interface Labelled {
  readonly series: Series;
  readonly indicator: Indicator;
  readonly area: AreaCode;
  readonly period: Period;
  readonly words: string;
}

/** What the figures say: whether the label may stand beside it, and in words where it may not. */
interface Finding {
  readonly agrees: boolean;
  readonly said: string;
}

type Test = (labelled: Labelled) => Finding | undefined;

const TREND_STEMS = [
  ['increasing', 'increasing'],
  ['decreasing', 'decreasing'],
  ['no significant change', 'no-significant-change'],
] as const satisfies readonly (readonly [string, RecentTrend['answer']])[];

const TREND_WORDS = {
  increasing: 'rise',
  decreasing: 'fall',
  'no-significant-change': 'show no significant change',
} as const satisfies Record<RecentTrend['answer'], string>;

/** Is a way of going what the label's "getting better" or "getting worse" says of it? */
function isSenseRight(words: string, answer: RecentTrend['answer'], polarity: Polarity): boolean {
  const sense = /\bgetting (better|worse)\b/.exec(words)?.[1];
  if (sense === undefined || polarity === 'none' || answer === 'no-significant-change') return true;
  const isGood = (answer === 'increasing') === (polarity === 'higher');
  return isGood === (sense === 'better');
}

/** A label that gives no trend, or a trend that cannot be worked out from the file, contradicts nothing. */
const testTrend: Test = ({ series, indicator, area, period, words }) => {
  const label = words.toLowerCase();
  const claimed = TREND_STEMS.find(([stem]) => label.startsWith(stem))?.[1];
  if (claimed === undefined) return undefined;
  const { trend, periods } = findDirection(series, area, period, indicator);
  if (!trend) return undefined;
  const figures = periods.map((at) => formatFigure(numberOf(valueAt(series, area, at)) ?? 0, indicator));
  return {
    agrees: claimed === trend.answer && isSenseRight(label, trend.answer, indicator.polarity),
    said: `the five figures (${figures.join(', ')}) ${TREND_WORDS[trend.answer]}`,
  };
};

/** Labels by the 95% interval; those by percentiles or by 99.8% are another question. */
const COMPARISON = /^(better|worse|similar|lower|higher)(?: \(?95%\)?)?$/;

const testEngland: Test = ({ series, indicator, area, period, words }) => {
  const claimed = COMPARISON.exec(words.toLowerCase())?.[1];
  const value = valueAt(series, area, period);
  const england = numberOf(valueAt(series, ENGLAND, period));
  if (claimed === undefined || !isMeasured(value) || england === undefined || area === ENGLAND) return undefined;
  const { lower, upper } = value;
  if (lower === undefined || upper === undefined) return undefined;
  const judges = claimed === 'better' || claimed === 'worse';
  if (judges && indicator.polarity === 'none') return undefined;
  const polarity = claimed === 'lower' || claimed === 'higher' ? 'none' : indicator.polarity;
  const answer = compareByInterval({ lower, upper }, england, polarity);
  const figure = (number: number): string => formatFigure(number, indicator);
  return {
    agrees: answer === claimed,
    said: `${figure(value.number)} (${figure(lower)} to ${figure(upper)}) is ${answer} ${answer === 'similar' ? 'to' : 'than'} England’s ${figure(england)}`,
  };
};

interface Rule {
  readonly code: string;
  readonly test: Test;
  readonly subject: string;
  readonly advice: string;
}

const RULES = {
  trend: {
    code: 'trend-label',
    test: testTrend,
    subject: 'trends',
    advice: 'The trends shown here are worked out from the figures.',
  },
  england: {
    code: 'comparison-label',
    test: testEngland,
    subject: 'comparisons with England',
    advice: 'The comparisons shown here are worked out from the figures and their intervals.',
  },
} as const satisfies Record<LabelKind, Rule>;

interface Tally {
  readonly column: string;
  tested: number;
  contradicted: number;
  example: { readonly labelled: Labelled; readonly said: string } | undefined;
}

function* eachLabel(labels: PublishedLabels, series: Series, indicator: Indicator): Generator<Labelled> {
  const width = series.periods.length;
  for (const [index, mark] of labels.marks.entries()) {
    const words = labels.words[mark - 1];
    const area = series.areas[Math.floor(index / width)];
    const period = series.periods[index % width];
    if (words === undefined || area === undefined || period === undefined) continue;
    if (isMeasured(valueAtIndex(series, Math.floor(index / width), index % width))) {
      yield { series, indicator, area, period, words };
    }
  }
}

/** The reader's own authority makes the example that tells most. */
function isBetterExample(found: Labelled, known: Labelled | undefined, home: AreaCode | undefined): boolean {
  return !known || (found.area === home && known.area !== home);
}

function describeTally(kind: LabelKind, tally: Tally, areas: AreaList): readonly Problem[] {
  const { column, tested, contradicted, example } = tally;
  if (!example) return [];
  const { code, subject, advice } = RULES[kind];
  const { labelled, said } = example;
  const who = `${areas.nameOf(labelled.area)} ${describeWhen(labelled.period)}`;
  const count = `${formatNumber(contradicted, 0)} of ${formatNumber(tested, 0)} ${subject}`;
  return [
    {
      severity: 'warning',
      code,
      message: `The column “${column}” contradicts the figures beside it in ${count}. It says “${labelled.words}” of ${labelled.indicator.name} for ${who}, but ${said}. ${advice}`,
      column,
      count: contradicted,
    },
  ];
}

/**
 * One warning for each kind of label that contradicts the figures of the same file, with how many and
 * an example; none where no label does, or where the file has no labels.
 * @param home the authority to take the example from, where it has one
 */
export function checkLabels(file: LabelledFigures, areas: AreaList, home?: AreaCode): readonly Problem[] {
  const indicators = new Map<IndicatorId, Indicator>(file.indicators.map((one) => [one.id, one]));
  const seriesOf = new Map(file.series.map((one) => [toSeriesKey(one.indicator, one.group), one]));
  const tallies = new Map<LabelKind, Tally>();
  for (const labels of file.labels ?? []) {
    const series = seriesOf.get(toSeriesKey(labels.indicator, labels.group));
    const indicator = indicators.get(labels.indicator);
    if (!series || !indicator) continue;
    const { kind, column } = labels;
    const tally = tallies.get(kind) ?? { column, tested: 0, contradicted: 0, example: undefined };
    tallies.set(kind, tally);
    for (const labelled of eachLabel(labels, series, indicator)) {
      const finding = RULES[kind].test(labelled);
      if (!finding) continue;
      tally.tested++;
      if (finding.agrees) continue;
      tally.contradicted++;
      if (isBetterExample(labelled, tally.example?.labelled, home)) tally.example = { labelled, said: finding.said };
    }
  }
  return [...tallies].flatMap(([kind, tally]) => describeTally(kind, tally, areas));
}
