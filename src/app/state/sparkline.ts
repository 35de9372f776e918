/** The sparkline of a verdict. */
import type { Verdict } from '../../analysis/verdict.ts';
import { drawSparkline } from '../../chart/forms/sparkline.ts';
import { buildSparkline } from '../../chart/from-figures.ts';
import type { Scene } from '../../chart/scene.ts';
import type { Figures, NeighbourSet } from '../../domain/figures.ts';

const SIZES = { line: { width: 60, height: 24 }, wide: { width: 144, height: 36 } } as const;

/** Drawn at the size of a word, or wide for a table; undefined where there is no series. */
export function toSparkline(
  figures: Figures,
  verdict: Verdict,
  neighbours: NeighbourSet | undefined,
  size: keyof typeof SIZES = 'line',
): Scene | undefined {
  const { indicator, group, home, average } = verdict;
  const input = buildSparkline(figures, {
    home,
    indicator,
    group: group.id,
    average,
    title: indicator.name,
    caption: '',
    ...(neighbours ? { neighbours } : {}),
  });
  return input && drawSparkline(input, SIZES[size]);
}
