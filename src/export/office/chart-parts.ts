/** Parts that line and bar charts share: references to the workbook, axes, and the frame around them. */
import { isPercentage } from '../../domain/indicator.ts';
import type { Measure } from '../../chart/inputs.ts';
import type { ValueAxis } from '../../chart/value-axis.ts';
import { CHART, DRAWING, NO_LINE, RELATIONSHIPS, toChartText, toColour, toFill } from './drawing.ts';
import type { Sheet } from './workbook.ts';
import { toColumnName } from './workbook.ts';
import { toXmlText } from './xml.ts';

export const DATA_SHEET = 'Figures';

/** A chart that Office draws itself, with the workbook that "Edit data" opens. */
export interface NativeChart {
  /** @param workbookId the relationship by which the chart's part names its workbook */
  readonly toXml: (workbookId: string) => string;
  readonly sheets: readonly Sheet[];
  /** What the chart cannot draw: why figures are missing, which may still change. */
  readonly remarks: readonly string[];
}

/** How Excel writes figures of a measure: '#,##0.0"%"'. */
export function toNumberFormat(measure: Pick<Measure, 'unit' | 'decimals'>): string {
  const decimals = measure.decimals > 0 ? `.${'0'.repeat(measure.decimals)}` : '';
  return `#,##0${decimals}${isPercentage(measure) ? '"%"' : ''}`;
}

const at = (column: number, row: number): string => `$${toColumnName(column)}$${String(row + 1)}`;
const cellAt = (column: number, row: number): string => `${DATA_SHEET}!${at(column, row)}`;
const rowsOf = (column: number, from: number, count: number): string =>
  `${cellAt(column, from)}:${at(column, from + count - 1)}`;

function toTextPoints(texts: readonly string[]): string {
  const points = texts.map((text, i) =>
    text === '' ? '' : `<c:pt idx="${String(i)}"><c:v>${toXmlText(text)}</c:v></c:pt>`,
  );
  return `<c:strCache><c:ptCount val="${String(texts.length)}"/>${points.join('')}</c:strCache>`;
}

/** The name of a series: the heading of its column. */
export function toSeriesName(name: string, column: number): string {
  return `<c:tx><c:strRef><c:f>${cellAt(column, 0)}</c:f>${toTextPoints([name])}</c:strRef></c:tx>`;
}

/** The categories: the first column below its heading. */
export function toCategories(names: readonly string[]): string {
  return `<c:cat><c:strRef><c:f>${rowsOf(0, 1, names.length)}</c:f>${toTextPoints(names)}</c:strRef></c:cat>`;
}

/** Numbers of a column below its heading. A missing one has no point, and its cell is empty: Office leaves a gap. */
export function toNumberList(numbers: readonly (number | undefined)[], column: number, format: string): string {
  const points = numbers.flatMap((number, i) =>
    number === undefined ? [] : [`<c:pt idx="${String(i)}"><c:v>${String(number)}</c:v></c:pt>`],
  );
  return `<c:numRef><c:f>${rowsOf(column, 1, numbers.length)}</c:f><c:numCache><c:formatCode>${toXmlText(format)}</c:formatCode><c:ptCount val="${String(numbers.length)}"/>${points.join('')}</c:numCache></c:numRef>`;
}

/** The figures of a series. */
export function toValues(numbers: readonly (number | undefined)[], column: number, format: string): string {
  return `<c:val>${toNumberList(numbers, column, format)}</c:val>`;
}

/** The scale of an axis that was placed from 0 to 1. */
export interface Domain {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

const tidy = (number: number): number => Number(number.toPrecision(12));

/** @param axis placed with `from: 0` and `to: 1` */
export function toDomain({ toPixel, ticks }: ValueAxis): Domain | undefined {
  const [first, second] = ticks;
  const slope = toPixel(1) - toPixel(0);
  if (!first || !second || slope === 0) return undefined;
  const low = -toPixel(0) / slope;
  return { low: tidy(low), high: tidy(low + 1 / slope), step: tidy((second.at - first.at) / slope) };
}

export interface AxisIds {
  readonly category: number;
  readonly value: number;
}

const AXES: AxisIds = { category: 111_111_111, value: 222_222_222 };

/** Every axis a chart names stands below it: an identifier without one makes PowerPoint offer a repair. */
export function toAxisReferences(ids: AxisIds = AXES): string {
  return `<c:axId val="${String(ids.category)}"/><c:axId val="${String(ids.value)}"/>`;
}

const AXIS_TEXT = { size: 12, role: 'quiet' } as const;

export interface AxisPlace {
  /** 'b' below the plot, 'l' to its left. */
  readonly side: 'b' | 'l';
  /** The first category at the top. */
  readonly reversed?: boolean;
  /** Names that are many, small and broken into lines: Office would turn them on their side. */
  readonly crowded?: boolean;
}

export function toCategoryAxis({ side, reversed = false, crowded = false }: AxisPlace): string {
  const names = toChartText({ size: crowded ? 10 : 12, role: 'ink', upright: crowded });
  const line = `<a:ln w="9525">${toFill(toColour('quiet'))}</a:ln>`;
  return `<c:catAx><c:axId val="${String(AXES.category)}"/><c:scaling><c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${side}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${line}</c:spPr>${names}<c:crossAx val="${String(AXES.value)}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
}

export interface ValueAxisPlace extends AxisPlace {
  readonly domain: Domain | undefined;
  readonly format: string;
  /** Hidden where every figure is written beside its mark. */
  readonly hidden: boolean;
  /** Do lines begin on the axis ('midCat') or do bars stand between its marks? */
  readonly cross: 'midCat' | 'between';
}

export function toValueAxis({ side, domain, format, hidden, cross }: ValueAxisPlace): string {
  const ends = domain ? `<c:max val="${String(domain.high)}"/><c:min val="${String(domain.low)}"/>` : '';
  const step = domain ? `<c:majorUnit val="${String(domain.step)}"/>` : '';
  const grid = hidden
    ? ''
    : `<c:majorGridlines><c:spPr><a:ln w="6350">${toFill(toColour('grid'))}</a:ln></c:spPr></c:majorGridlines>`;
  return `<c:valAx><c:axId val="${String(AXES.value)}"/><c:scaling><c:orientation val="minMax"/>${ends}</c:scaling><c:delete val="${hidden ? '1' : '0'}"/><c:axPos val="${side}"/>${grid}<c:numFmt formatCode="${toXmlText(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${NO_LINE}</c:spPr>${toChartText(AXIS_TEXT)}<c:crossAx val="${String(AXES.category)}"/><c:crosses val="min"/><c:crossBetween val="${cross}"/>${step}</c:valAx>`;
}

/** Where the plot itself lies, in parts of the chart. */
export interface PlotPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function toLayout({ x, y, width, height }: PlotPlace): string {
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${String(x)}"/><c:y val="${String(y)}"/><c:w val="${String(width)}"/><c:h val="${String(height)}"/></c:manualLayout></c:layout>`;
}

/** The whole part: no title (the slide has one), no legend (names stand at the marks), missing figures as gaps. */
export function toChartSpace(plot: string, place: PlotPlace, workbookId: string): string {
  return `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${RELATIONSHIPS}"><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${toLayout(place)}${plot}<c:spPr><a:noFill/>${NO_LINE}</c:spPr></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/>${NO_LINE}</c:spPr>${toChartText({ size: 12 })}<c:externalData r:id="${workbookId}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}
