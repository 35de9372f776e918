/** A small panel for each verdict, from figures. */
import type { Verdict } from '../../analysis/verdict.ts';
import type { Figures, NeighbourSet } from '../../domain/figures.ts';
import { toSeriesKey } from '../../domain/series.ts';
import type { MultiplesInput } from '../forms/multiples.ts';
import { buildSparkline } from '../from-figures.ts';
import type { ChartWords } from '../inputs.ts';

export interface MultiplesChoice extends ChartWords {
  readonly verdicts: readonly Verdict[];
  readonly neighbours?: NeighbourSet;
}

/** Home and the neighbours' average of every verdict, each over its own years. */
export function buildMultiples(figures: Figures, choice: MultiplesChoice): MultiplesInput {
  const { verdicts, title, caption } = choice;
  const neighbours = choice.neighbours ? { neighbours: choice.neighbours } : {};
  return {
    title,
    caption,
    panels: verdicts.flatMap(({ indicator, group, home, average }) => {
      const line = buildSparkline(figures, {
        home,
        indicator,
        group: group.id,
        average,
        title,
        caption,
        ...neighbours,
      });
      return line ? [{ id: toSeriesKey(indicator.id, group.id), measure: indicator, series: line.series }] : [];
    }),
  };
}
