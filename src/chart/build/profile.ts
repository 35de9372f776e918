/** The profile of an outcome, from verdicts. */
import { fieldOf } from '../../analysis/field.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import type { Figures } from '../../domain/figures.ts';
import { toSeriesKey } from '../../domain/series.ts';
import { isMeasured, numberOf } from '../../domain/value.ts';
import type { ProfileAnswer, ProfileInput, ProfileRow } from '../forms/profile.ts';
import type { ChartWords } from '../inputs.ts';

const ANSWERS = {
  better: 'better',
  similar: 'similar',
  worse: 'worse',
  lower: 'cannot tell',
  higher: 'cannot tell',
  'cannot-tell': 'cannot tell',
} as const satisfies Record<Verdict['england']['answer'], ProfileAnswer>;

function toSpread(figures: Figures, { indicator, group, period }: Verdict): ProfileRow['spread'] {
  const series = figures.findSeries(indicator.id, group.id);
  const { numbers, cuts } = series ? fieldOf(series, figures.areas, period) : { numbers: [], cuts: undefined };
  const [lowest, highest] = [numbers[0], numbers.at(-1)];
  return cuts && lowest !== undefined && highest !== undefined ? [lowest, cuts[0], cuts[2], highest] : undefined;
}

/** Where home stands on the scale that the profile draws: −1 the worst, 1 the best. Rows without a place come last. */
function toStanding({ value, england, spread, measure }: ProfileRow): number {
  if (!isMeasured(value) || england === undefined || !spread) return Infinity;
  const widest = Math.max(spread[3] - england, england - spread[0]);
  const towards = measure.polarity === 'lower' ? -1 : 1;
  return widest === 0 ? 0 : (towards * (value.number - england)) / widest;
}

/** The indicators among the verdicts that have a polarity, the worst place against England first. */
export function buildProfile(figures: Figures, verdicts: readonly Verdict[], words: ChartWords): ProfileInput {
  const rows = verdicts
    .filter(({ indicator }) => indicator.polarity !== 'none')
    .map((verdict): ProfileRow => ({
      id: toSeriesKey(verdict.indicator.id, verdict.group.id),
      measure: verdict.indicator,
      period: verdict.period.label,
      value: verdict.value,
      england: numberOf(verdict.comparison.england),
      spread: toSpread(figures, verdict),
      answer: ANSWERS[verdict.england.answer],
    }));
  const standing = new Map(rows.map((row) => [row, toStanding(row)]));
  const ordered = rows.sort((a, b) => {
    const [left, right] = [standing.get(a) ?? Infinity, standing.get(b) ?? Infinity];
    return left === right ? 0 : left - right;
  });
  return { ...words, homeName: verdicts[0]?.homeName ?? '', rows: ordered };
}
