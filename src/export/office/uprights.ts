/**
 * Uprights between two lines of a chart that Office draws, as error bars: unlike Office's own high-low
 * lines every program draws them, and since their lengths are formulas they follow edited figures.
 */
import { toNumberList } from './chart-parts.ts';
import type { Cell } from './workbook.ts';
import { toColumnName } from './workbook.ts';

type Numbers = readonly (number | undefined)[];

export interface Uprights {
  /** From the line that carries them up, or down, to the other; undefined where one of the two is missing. */
  readonly above: Numbers;
  readonly below: Numbers;
}

export const UPRIGHT_HEADINGS = ['Upright above', 'Upright below'] as const;

export function toUprights(from: Numbers, to: Numbers): Uprights {
  const reach = (towards: 1 | -1): Numbers =>
    from.map((start, i) => {
      const end = to[i];
      return start === undefined || end === undefined ? undefined : Math.max(towards * (end - start), 0);
    });
  return { above: reach(1), below: reach(-1) };
}

/** @param column of the lengths above; those below stand right of it. @param line as DrawingML */
export function toUprightsXml({ above, below }: Uprights, column: number, format: string, line: string): string {
  return `<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:plus>${toNumberList(above, column, format)}</c:plus><c:minus>${toNumberList(below, column + 1, format)}</c:minus><c:spPr>${line}</c:spPr></c:errBars>`;
}

/** The two lengths of a row of the workbook, worked out there. @param row from 0; @param from and to are columns */
export function toUprightCells(
  { above, below }: Uprights,
  row: number,
  from: number,
  to: number,
  format: string,
): Cell[] {
  const line = String(row + 2);
  const [start, end] = [toColumnName(from) + line, toColumnName(to) + line];
  const toCell = (number: number | undefined, formula: string): Cell =>
    number === undefined ? undefined : { number, format, formula };
  return [toCell(above[row], `MAX(${end}-${start},0)`), toCell(below[row], `MAX(${start}-${end},0)`)];
}
