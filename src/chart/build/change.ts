/** The change of home, England and the neighbours, from figures. */
import { findNeighbours } from '../../analysis/compare.ts';
import { latestPeriodOf } from '../../analysis/field.ts';
import { readColumn } from '../../analysis/column.ts';
import type { AreaCode } from '../../domain/area.ts';
import { ENGLAND } from '../../domain/area.ts';
import type { Figures } from '../../domain/figures.ts';
import type { Period } from '../../domain/period.ts';
import { isOverlapping } from '../../domain/period.ts';
import type { Series } from '../../domain/series.ts';
import { isMeasured } from '../../domain/value.ts';
import type { ChangeInput, ChangeItem } from '../forms/change.ts';
import type { ChartChoice } from '../from-figures.ts';
import { toAreaSeries } from '../from-figures.ts';
import { hasNumber } from '../runs.ts';
import type { Role } from '../scene.ts';
import { sinceBreak } from './since-break.ts';

/** The first period that home's latest can be set beside: with a number, since the last break, sharing no year with it. */
function findStart(series: Series, areas: Figures['areas'], home: AreaCode, latest: Period): Period | undefined {
  const { points } = toAreaSeries(series, areas, home, 'home');
  const first = sinceBreak(points.filter(({ period }) => period.end <= latest.end)).find(hasNumber)?.period;
  return first && !isOverlapping(first, latest) ? first : undefined;
}

/** How far a row moved towards what is better; without polarity, upwards. Undefined without both ends. */
function toProgress({ from, to }: ChangeItem, towards: 1 | -1): number | undefined {
  return isMeasured(from) && isMeasured(to) ? (to.number - from.number) * towards : undefined;
}

/**
 * From the earliest period that can be compared to the latest, whoever moved furthest towards what
 * is better first, rows without both figures last. Its title ends in the two periods.
 * @returns undefined where home has no two figures that can be set beside each other
 */
export function buildChange(figures: Figures, choice: ChartChoice): ChangeInput | undefined {
  const { home, indicator, group } = choice;
  const series = figures.findSeries(indicator.id, group);
  const to = choice.period ?? (series && latestPeriodOf(series, figures.areas));
  const from = series && to && findStart(series, figures.areas, home, to);
  if (!from || !isMeasured(readColumn(series, to)(home))) return undefined;
  const [valueThen, valueNow] = [readColumn(series, from), readColumn(series, to)];
  const item = (area: AreaCode, role: Role): ChangeItem => ({
    id: area,
    role,
    name: figures.areas.nameOf(area),
    from: valueThen(area),
    to: valueNow(area),
  });
  const neighbours = findNeighbours(choice.neighbours ?? figures.neighbourSets[0], home);
  const items = [item(home, 'home'), item(ENGLAND, 'england'), ...neighbours.map((area) => item(area, 'neighbour'))];
  const towards = indicator.polarity === 'lower' ? -1 : 1;
  return {
    title: `${choice.title} from ${from.label} to ${to.label}`,
    caption: choice.caption,
    measure: indicator,
    start: choice.start,
    from: from.label,
    to: to.label,
    items: items.sort((a, b) => (toProgress(b, towards) ?? -Infinity) - (toProgress(a, towards) ?? -Infinity) || 0),
  };
}
