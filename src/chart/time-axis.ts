/** Periods to pixels by their END date, with as many labels as have room. */
import type { Period, PeriodKind } from '../domain/period.ts';
import { comparePeriods, toPeriodKey } from '../domain/period.ts';
import { measureText } from './measure.ts';
import type { Tick } from './value-axis.ts';

export interface TimeAxis {
  /** All periods of the chart, in order of their ends, each once. */
  readonly periods: readonly Period[];
  readonly toPixel: (period: Period) => number;
  readonly indexOf: (period: Period) => number;
  readonly ticks: readonly Tick[];
  /** "31 March each year", where the labels give only the year of a day. */
  readonly note: string | undefined;
}

const MONTH_DAY = 4;
const dayNumber = (period: Period): number => Date.parse(period.end) / 86_400_000;

/** Short enough for an axis, in the wording of the kind. */
function toTickLabel(period: Period, sameDay: boolean): string {
  const shortened: Partial<Record<PeriodKind, () => string>> = {
    month: () => period.label.replace(/^(\p{L}{3})\p{L}*/u, '$1'),
    snapshot: () => (sameDay ? period.end.slice(0, 4) : period.label.replace(/(\p{L}{3})\p{L}+/u, '$1')),
    term: () => period.label.replace(' term', ''),
    pooled: () => period.label.replace(' to ', '–'),
  };
  return shortened[period.kind]?.() ?? period.label;
}

/** Labels from the latest backwards, each kept where it leaves the next one room. */
function thinTicks(ticks: readonly Tick[], size: number, left: number, right: number): Tick[] {
  const kept: Tick[] = [];
  const gap = size;
  const total = ticks.length;
  const widest = Math.max(0, ...ticks.map((tick) => measureText(tick.label, size)));
  const apart = total > 1 ? (right - left) / (total - 1) : Infinity;
  const every = Math.max(1, Math.ceil((widest + gap) / apart));
  let edge = Infinity;
  ticks.toReversed().forEach((tick, fromEnd) => {
    const half = measureText(tick.label, size) / 2;
    // A regular step where periods are evenly spaced; room decides where they are not.
    if (fromEnd % every !== 0 || tick.at + half > edge) return;
    kept.unshift(tick);
    edge = tick.at - half - gap;
  });
  return kept;
}

/** The periods of a chart in order of their ends, each once. */
export function toTimeline(all: Iterable<Period>): readonly Period[] {
  const byKey = new Map<string, Period>();
  for (const period of all) byKey.set(toPeriodKey(period), period);
  return [...byKey.values()].sort(comparePeriods);
}

/** Do all periods lie on one day of different years, so that the year is enough of a label? */
function isYearly(periods: readonly Period[]): boolean {
  const days = new Set(
    periods.map((period) => (period.kind === 'snapshot' ? period.end.slice(MONTH_DAY) : period.end)),
  );
  return periods.length > 1 && days.size === 1 && periods.every((period) => period.kind === 'snapshot');
}

/** Labels of the first and last period, which a chart keeps room for. */
export function widestEndLabel(timeline: readonly Period[], size: number): number {
  const yearly = isYearly(timeline);
  const ends = [timeline[0], timeline.at(-1)].flatMap((period) => period ?? []);
  return Math.max(0, ...ends.map((period) => measureText(toTickLabel(period, yearly), size)));
}

/** One period stands in the middle; several from `left` to `right` by date. */
export function placeTimeAxis(periods: readonly Period[], left: number, right: number, size: number): TimeAxis {
  const indexes = new Map(periods.map((period, i) => [toPeriodKey(period), i]));
  const first = periods[0];
  const last = periods.at(-1);
  const from = first ? dayNumber(first) : 0;
  const span = last ? dayNumber(last) - from : 0;
  const toPixel = (period: Period): number =>
    span === 0 ? (left + right) / 2 : left + ((dayNumber(period) - from) / span) * (right - left);
  const yearly = isYearly(periods);
  const day = yearly ? first?.label.replace(/ \d{4}$/, '') : undefined;
  const ticks = periods.map((period) => ({ at: toPixel(period), label: toTickLabel(period, yearly) }));
  return {
    periods,
    toPixel,
    indexOf: (period) => indexes.get(toPeriodKey(period)) ?? -1,
    ticks: thinTicks(ticks, size, left, right),
    note: day === undefined ? undefined : `${day} each year`,
  };
}
