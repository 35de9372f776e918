/** The run chart of home, from figures. */
import { findXmr } from '../../analysis/xmr.ts';
import type { Figures } from '../../domain/figures.ts';
import { isOverlapping } from '../../domain/period.ts';
import type { XmrInput } from '../forms/xmr.ts';
import type { ChartChoice } from '../from-figures.ts';
import { toAreaSeries, trimPeriods } from '../from-figures.ts';
import { hasNumber } from '../runs.ts';
import { sinceBreak } from './since-break.ts';

export type XmrChoice = Pick<ChartChoice, 'home' | 'indicator' | 'group' | 'title' | 'caption'>;

/**
 * Home's figures since the last break, with their mean and limits.
 * @returns undefined with fewer than twelve of them, and where periods overlap (three years pooled
 *   every year): each point then holds most of the one before, and what is left is no variation
 */
export function buildXmr(
  figures: Figures,
  { home, indicator, group, title, caption }: XmrChoice,
): XmrInput | undefined {
  const all = figures.findSeries(indicator.id, group);
  const [line] = all ? trimPeriods([toAreaSeries(all, figures.areas, home, 'home')]) : [];
  if (!line) return undefined;
  const points = sinceBreak(line.points);
  const known = points.filter(hasNumber);
  const overlaps = known.some(({ period }, i) => {
    const before = known[i - 1];
    return before !== undefined && isOverlapping(before.period, period);
  });
  const limits = overlaps ? undefined : findXmr(known.map(({ value }) => value.number));
  return limits && { title, caption, measure: indicator, series: { ...line, points }, limits };
}
