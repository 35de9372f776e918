/** Every current authority in its quarter, from figures. */
import { compare, findNeighbours } from '../../analysis/compare.ts';
import { readColumn } from '../../analysis/column.ts';
import { fieldOf } from '../../analysis/field.ts';
import { findQuartile } from '../../analysis/quantile.ts';
import type { Figures } from '../../domain/figures.ts';
import { numberOf } from '../../domain/value.ts';
import type { TileMapInput } from '../forms/tile-map.ts';
import type { ChartChoice } from '../from-figures.ts';

/** Quarters as the comparison draws them; none without polarity, or where the publisher says that they mean nothing. */
export function buildTileMap(figures: Figures, choice: ChartChoice): TileMapInput | undefined {
  const comparison = compare(figures, choice);
  const series = figures.findSeries(choice.indicator.id, choice.group);
  if (!comparison || !series) return undefined;
  const { indicator, period, home } = comparison;
  const valueOf = readColumn(series, period);
  const cuts = indicator.banded === false ? undefined : fieldOf(series, figures.areas, period).cuts;
  const neighbours = new Set(findNeighbours(choice.neighbours ?? figures.neighbourSets[0], home));
  return {
    title: choice.title,
    caption: choice.caption,
    measure: indicator,
    period: period.label,
    items: figures.areas.authorities.map(({ code, laNumber, name }) => {
      const value = valueOf(code);
      const number = numberOf(value);
      return {
        id: code,
        laNumber,
        name,
        role: code === home ? 'home' : neighbours.has(code) ? 'neighbour' : 'other',
        value,
        band: cuts && number !== undefined ? findQuartile(number, cuts, indicator.polarity)?.band : undefined,
      };
    }),
  };
}
