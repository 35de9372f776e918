/** A group and the one it is held against, from figures. */
import type { GapVerdict } from '../../analysis/gaps.ts';
import type { Figures } from '../../domain/figures.ts';
import type { Group } from '../../domain/indicator.ts';
import type { GapInput } from '../forms/gap.ts';
import { toAreaSeries } from '../from-figures.ts';
import type { AxisStart, ChartSeries, ChartWords } from '../inputs.ts';

export interface GapChoice extends ChartWords {
  readonly gap: Pick<GapVerdict, 'indicator' | 'group' | 'counterpart' | 'home'>;
  readonly start: AxisStart;
}

/** Both lines of one authority, each named after its group of children; undefined where a series is missing. */
export function buildGap(figures: Figures, { gap, start, title, caption }: GapChoice): GapInput | undefined {
  const toLine = ({ id, name }: Group, role: 'home' | 'counterpart'): ChartSeries | undefined => {
    const series = figures.findSeries(gap.indicator.id, id);
    return series && { ...toAreaSeries(series, figures.areas, gap.home, role), id, name };
  };
  const group = toLine(gap.group, 'home');
  const counterpart = toLine(gap.counterpart, 'counterpart');
  return group && counterpart && { title, caption, measure: gap.indicator, start, group, counterpart };
}
