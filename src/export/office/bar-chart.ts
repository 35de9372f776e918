/**
 * Home and its neighbours as a bar chart that Office draws, from zero, best first. England and the
 * averages stand below as outlines: Office has no line across bars that moves with the data.
 */
import { formatValue } from '../../analysis/format.ts';
import type { NeighboursInput } from '../../chart/forms/neighbours.ts';
import type { ChartItem } from '../../chart/inputs.ts';
import { hasItemNumber } from '../../chart/inputs.ts';
import { isQualified } from '../../chart/line-marks.ts';
import { toCell } from '../../chart/words.ts';
import { isMeasured, numberOf } from '../../domain/value.ts';
import type { NativeChart, PlotPlace } from './chart-parts.ts';
import {
  DATA_SHEET,
  toAxisReferences,
  toCategories,
  toCategoryAxis,
  toChartSpace,
  toNumberFormat,
  toSeriesName,
  toValueAxis,
  toValues,
} from './chart-parts.ts';
import { NO_LINE, toChartText, toColour, toFill, toRoleLine } from './drawing.ts';

const PLACE: PlotPlace = { x: 0.24, y: 0.02, width: 0.68, height: 0.96 };

const isBenchmark = (item: ChartItem): boolean => item.role !== 'home' && item.role !== 'neighbour';

/** Home is solid, a neighbour faint, a benchmark or a figure that may still change an outline. */
function toBarStyle(item: ChartItem, index: number): string {
  if (!hasItemNumber(item)) return '';
  const colour = toColour(item.role);
  const isHome = item.role === 'home';
  const outline = `<a:ln w="${isHome ? '38100' : '19050'}">${toFill(colour)}</a:ln>`;
  const style =
    isBenchmark(item) || isQualified(item.value)
      ? `${toFill(toColour('paper'))}${isBenchmark(item) ? toRoleLine(item.role) : outline}`
      : `${toFill(colour, isHome ? 1 : 0.55)}${NO_LINE}`;
  return `<c:dPt><c:idx val="${String(index)}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${style}</c:spPr></c:dPt>`;
}

/** A category without a bar says why. */
function toName(item: ChartItem, input: NeighboursInput): string {
  return isMeasured(item.value) ? item.name : `${item.name}: ${formatValue(item.value, input.measure)}`;
}

function toRemarks(items: readonly ChartItem[]): string[] {
  const open = items.some((item) => hasItemNumber(item) && isQualified(item.value));
  const notes = items.flatMap((item) => (isBenchmark(item) && item.note ? [`${item.name}: ${item.note}.`] : []));
  return [...(open ? ['Outlined areas are provisional and may still change.'] : []), ...notes];
}

export function toBarChart(input: NeighboursInput): NativeChart {
  const items: readonly ChartItem[] = [...input.items, ...input.benchmarks];
  const format = toNumberFormat(input.measure);
  const names = items.map((item) => toName(item, input));
  const heading = `${input.measure.shortName}, ${input.period}`;
  const numbers = items.map(({ value }) => numberOf(value));
  const labels = `<c:dLbls><c:numFmt formatCode="${format.replace(/"/g, '&quot;')}" sourceLinked="0"/><c:spPr><a:noFill/>${NO_LINE}</c:spPr>${toChartText({ size: 12 })}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
  const series = `<c:ser><c:idx val="0"/><c:order val="0"/>${toSeriesName(heading, 1)}<c:spPr>${toFill(toColour('neighbour'))}</c:spPr><c:invertIfNegative val="0"/>${items.map(toBarStyle).join('')}${labels}${toCategories(names)}${toValues(numbers, 1, format)}</c:ser>`;
  const plot = `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="45"/>${toAxisReferences()}</c:barChart>${toCategoryAxis({ side: 'l', reversed: true })}${toValueAxis({ side: 'b', domain: undefined, format, hidden: true, cross: 'between' })}`;
  return {
    toXml: (workbookId) => toChartSpace(plot, PLACE, workbookId),
    sheets: [
      {
        name: DATA_SHEET,
        headings: 1,
        rows: [
          ['Area', heading],
          ...numbers.map((number, i) => [names[i], number === undefined ? undefined : { number, format }]),
        ],
      },
      {
        name: 'As published',
        headings: 1,
        rows: [
          ['Area', 'Rank', heading],
          ...input.items.map((item) => [item.name, item.rank ?? '', toCell(item.value, input.measure)]),
          ...input.benchmarks.map((item) => [item.name, '', toCell(item.value, input.measure)]),
          [],
          [input.caption],
        ],
      },
    ],
    remarks: toRemarks(items),
  };
}
