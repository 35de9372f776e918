/**
 * Then and now as a chart that Office draws: a small and a large mark for each authority with an
 * upright between them, whoever moved furthest towards what is better first.
 */
import type { ChangeInput, ChangeItem } from '../../chart/forms/change.ts';
import { toChangeWords } from '../../chart/forms/change.ts';
import { isQualified } from '../../chart/line-marks.ts';
import type { Role } from '../../chart/scene.ts';
import { placeValueAxis } from '../../chart/value-axis.ts';
import { toCell } from '../../chart/words.ts';
import type { Value } from '../../domain/value.ts';
import { isMeasured, numberOf } from '../../domain/value.ts';
import type { NativeChart, PlotPlace } from './chart-parts.ts';
import {
  DATA_SHEET,
  toAxisReferences,
  toCategories,
  toCategoryAxis,
  toChartSpace,
  toDomain,
  toNumberFormat,
  toSeriesName,
  toValueAxis,
  toValues,
} from './chart-parts.ts';
import { NO_LINE, toChartText, toColour, toFill } from './drawing.ts';
import { toUprightCells, toUprights, toUprightsXml, UPRIGHT_HEADINGS } from './uprights.ts';
import { toXmlText } from './xml.ts';

const PLACE: PlotPlace = { x: 0.055, y: 0.04, width: 0.935, height: 0.78 };
/** Sizes of the marks, in points. */
const SIZES = { from: 6, to: 12 } as const;
type End = keyof typeof SIZES;

const UPRIGHT = `<a:ln w="25400">${toFill(toColour('neighbour'), 0.7)}</a:ln>`;

/** An outline keeps a breath of its colour: LibreOffice draws a mark's fill alone, and would show nothing of a white one. */
function toMarker(size: number, role: Role, isHollow: boolean): string {
  const colour = toColour(role);
  const fill = toFill(colour, isHollow ? 0.15 : 1);
  return `<c:marker><c:symbol val="circle"/><c:size val="${String(size)}"/><c:spPr>${fill}<a:ln w="19050">${toFill(colour)}</a:ln></c:spPr></c:marker>`;
}

/**
 * The marks of a row that is added in Excel. LibreOffice gives a point its own colour only where its mark is of
 * another size or shape than that of its series, so these are a point smaller than every mark that is drawn here.
 */
const toOtherMarkers = (end: End): string => toMarker(SIZES[end] - 1, 'neighbour', false);

/** An authority without both ends says why. */
function toName(item: ChangeItem, { measure }: ChangeInput): string {
  const isWhole = isMeasured(item.from) && isMeasured(item.to);
  return isWhole ? item.name : `${item.name}: ${toChangeWords(item, measure)}`;
}

/** The figure now, on the side of its mark that the upright leaves free. */
function toLabels({ items }: ChangeInput, format: string): string {
  const show = (position: string): string =>
    `<c:numFmt formatCode="${toXmlText(format)}" sourceLinked="0"/><c:spPr><a:noFill/>${NO_LINE}</c:spPr>${toChartText({ size: 11 })}<c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
  const below = items.flatMap(({ from, to }, i) => {
    const [then, now] = [numberOf(from), numberOf(to)];
    return then !== undefined && now !== undefined && now < then
      ? [`<c:dLbl><c:idx val="${String(i)}"/>${show('b')}</c:dLbl>`]
      : [];
  });
  return `<c:dLbls>${below.join('')}${show('t')}</c:dLbls>`;
}

function toSeries(
  end: End,
  index: number,
  input: ChangeInput,
  names: readonly string[],
  format: string,
  beside: string,
): string {
  const points = input.items.map(({ role, [end]: value }, i) =>
    isMeasured(value)
      ? `<c:dPt><c:idx val="${String(i)}"/>${toMarker(SIZES[end], role, isQualified(value))}<c:bubble3D val="0"/></c:dPt>`
      : '',
  );
  const numbers = input.items.map((item) => numberOf(item[end]));
  const order = String(index);
  return `<c:ser><c:idx val="${order}"/><c:order val="${order}"/>${toSeriesName(input[end], index + 1)}<c:spPr>${NO_LINE}</c:spPr>${toOtherMarkers(end)}${points.join('')}${beside}${toCategories(names)}${toValues(numbers, index + 1, format)}<c:smooth val="0"/></c:ser>`;
}

export function toChangeChart(input: ChangeInput): NativeChart {
  const { measure, items, from, to, start, caption } = input;
  const format = toNumberFormat(measure);
  const names = items.map((item) => toName(item, input));
  const numbers = items.flatMap((item) => [item.from, item.to]).flatMap((value) => numberOf(value) ?? []);
  const axis = placeValueAxis(numbers, { measure, start, from: 0, to: 1, spacing: 0.2 });
  const uprights = toUprights(
    items.map((item) => numberOf(item.from)),
    items.map((item) => numberOf(item.to)),
  );
  const series = [
    toSeries('from', 0, input, names, format, toUprightsXml(uprights, 3, format, UPRIGHT)),
    toSeries('to', 1, input, names, format, toLabels(input, format)),
  ];
  const plot = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/>${toAxisReferences()}</c:lineChart>${toCategoryAxis({ side: 'b', crowded: true })}${toValueAxis({ side: 'l', domain: toDomain(axis), format: format.replace(/\.0+/, ''), hidden: false, cross: 'between' })}`;
  const toFigure = (value: Value | undefined) => {
    const number = numberOf(value);
    return number === undefined ? undefined : { number, format };
  };
  const isOpen = items.some((item) => isMeasured(item.to) && isQualified(item.to));
  return {
    toXml: (workbookId) => toChartSpace(plot, PLACE, workbookId),
    sheets: [
      {
        name: DATA_SHEET,
        headings: 1,
        rows: [
          ['Area', from, to, ...UPRIGHT_HEADINGS],
          ...items.map((item, i) => [
            names[i],
            toFigure(item.from),
            toFigure(item.to),
            ...toUprightCells(uprights, i, 1, 2, format),
          ]),
        ],
      },
      {
        name: 'As published',
        headings: 1,
        rows: [
          ['Area', from, to],
          ...items.map((item) => [item.name, toCell(item.from, measure), toCell(item.to, measure)]),
          [],
          [caption],
        ],
      },
    ],
    remarks: [
      `Small mark ${from}, large mark ${to}.`,
      ...(isOpen ? ['Outlined marks are provisional and may still change.'] : []),
      ...(axis.broken ? [`The ${axis.broken}.`] : []),
    ],
  };
}
