/** Sentences of charts: what is said at a stop, and what a picture shows for those who do not see it. */
import { formatFigure, formatValue } from '../analysis/format.ts';
import type { Value } from '../domain/value.ts';
import { explainMissing, isMeasured } from '../domain/value.ts';
import type { Status } from '../domain/value.ts';
import type { ChartPoint, ChartSeries, Measure } from './inputs.ts';
import { isQualified } from './line-marks.ts';
import { findLatest, hasNumber } from './runs.ts';

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  provisional: 'provisional',
  revised: 'revised',
  estimated: 'estimated',
  break: 'break in the series before it',
};

/** "7.6%, provisional, 95% interval 7.0% to 8.2%" or "suppressed (too few children to publish)". */
export function describeValue(value: Value | undefined, measure: Measure): string {
  if (!value) return formatValue(value, measure);
  const note = value.note === undefined ? '' : `; the publisher notes: ${value.note}`;
  if (!isMeasured(value)) return `${formatValue(value, measure)} (${explainMissing(value.missing)})${note}`;
  const parts = [formatValue(value, measure)];
  if (value.status) parts.push(STATUS_WORDS[value.status]);
  if (value.lower !== undefined && value.upper !== undefined) {
    parts.push(`interval ${formatFigure(value.lower, measure)} to ${formatFigure(value.upper, measure)}`);
  }
  return `${parts.join(', ')}${note}`;
}

/** A cell of a chart's table: the value with its status, the marker's words, or nothing where there is no cell. */
export function toCell(value: Value | undefined, measure: Measure): string {
  if (!value) return '';
  const shown = formatValue(value, measure);
  return isMeasured(value) && value.status ? `${shown} (${value.status})` : shown;
}

/** "Derby, 2024/25: 7.6%". */
export function describePoint(name: string, point: ChartPoint, measure: Measure): string {
  const note = point.note ? `, ${point.note}` : '';
  return `${name}, ${point.period.label}: ${describeValue(point.value, measure)}${note}`;
}

/** "provisional", "provisional or estimated": what may still change of some figures; undefined where nothing may. */
export function describeOpen(values: readonly (Value | undefined)[]): string | undefined {
  const open = values.flatMap((value) => (value && isMeasured(value) && isQualified(value) ? [value.status] : []));
  const words = (['provisional', 'estimated'] as const).filter((status) => open.includes(status));
  return words.length > 0 ? words.join(' or ') : undefined;
}

/** The same of a form whose marks all look alike: "provisional" where every figure is, else "12 of 150 are provisional". */
export function describeShareOpen(values: readonly (Value | undefined)[]): string | undefined {
  const open = describeOpen(values);
  const known = values.filter((value) => value !== undefined && isMeasured(value));
  const count = known.filter(isQualified).length;
  return open && (count === known.length ? open : `${String(count)} of ${String(known.length)} are ${open}`);
}

/** "A, B and C". */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** "Derby 7.6% in 2024/25, up from 5.0% in 2017/18"; what is missing follows. */
export function describeSeries(series: ChartSeries, measure: Measure): string {
  const latest = findLatest(series.points);
  if (!latest) return `${series.name}: no figures`;
  const first = series.points.find(hasNumber) ?? latest;
  const now = `${series.name} ${formatValue(latest.value, measure)} in ${latest.period.label}`;
  const [from, to] = [formatValue(first.value, measure), formatValue(latest.value, measure)];
  if (first === latest) return now;
  if (from === to) return `${now}, the same as in ${first.period.label}`;
  return `${now}, ${latest.value.number > first.value.number ? 'up' : 'down'} from ${from} in ${first.period.label}`;
}

/** "No figure for Derby in 2019/20 and 2020/21 (suppressed)."; empty where nothing is missing. */
export function describeGaps(series: ChartSeries, measure: Measure): string {
  const missing = series.points.filter((point) => !hasNumber(point));
  if (missing.length === 0 || missing.length === series.points.length) return '';
  const reasons = [...new Set(missing.flatMap((p) => (p.value ? formatValue(p.value, measure) : [])))];
  const why = reasons.length > 0 ? ` (${listWords(reasons)})` : '';
  return `No figure for ${series.name} in ${listWords(missing.map((p) => p.period.label))}${why}.`;
}
