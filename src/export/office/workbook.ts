/**
 * A workbook of plain sheets (.xlsx, ECMA-376 part 1, SpreadsheetML): texts, numbers with a format,
 * and empty cells. It stands behind the charts of a deck and holds the tables of a page.
 */
import { OfficePackage, ROOT } from './package.ts';
import { toXmlText } from './xml.ts';
import type { StepOptions } from '../steps.ts';

export interface NumberCell {
  readonly number: number;
  /** As Excel writes it, e.g. '0.0"%"'. */
  readonly format: string;
  /** Works the number out again where the cells it names are changed: "B2-C2". */
  readonly formula?: string;
}

/** Undefined is an empty cell. Text is never taken for a formula. */
export type Cell = string | NumberCell | undefined;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows at the top are headings: bold, and kept in sight. */
  readonly headings: number;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const WORKBOOK_TYPE = `${SPREADSHEET}.sheet`;

/** Formats below 164 are Excel's own. */
const FIRST_OWN_FORMAT = 164;
const BOLD_STYLE = 1;
const FIRST_NUMBER_STYLE = 2;
const LONGEST_SHEET_NAME = 31;
const [NARROWEST, WIDEST] = [8, 60];

/** "A" for 0, "AB" for 27. */
export function toColumnName(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : toColumnName((index - rest) / 26 - 1) + letter;
}

/** Names of sheets are short and hold none of the signs that references are made of. */
function toSheetName(name: string): string {
  return name
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, LONGEST_SHEET_NAME)
    .trim();
}

function toCell(cell: Cell, reference: string, isHeading: boolean, formats: readonly string[]): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'string') {
    const style = isHeading ? ` s="${String(BOLD_STYLE)}"` : '';
    return `<c r="${reference}" t="inlineStr"${style}><is><t xml:space="preserve">${toXmlText(cell)}</t></is></c>`;
  }
  const style = FIRST_NUMBER_STYLE + formats.indexOf(cell.format);
  const formula = cell.formula === undefined ? '' : `<f>${toXmlText(cell.formula)}</f>`;
  return `<c r="${reference}" s="${String(style)}">${formula}<v>${String(cell.number)}</v></c>`;
}

function toWidths(sheet: Sheet): string {
  const count = Math.max(0, ...sheet.rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, column) => {
    const lengths = sheet.rows.map((row) => {
      const cell = row[column];
      return typeof cell === 'string' ? cell.length : 0;
    });
    const width = Math.min(WIDEST, Math.max(NARROWEST, ...lengths) + 2);
    const place = String(column + 1);
    return `<col min="${place}" max="${place}" width="${String(width)}" customWidth="1"/>`;
  });
  return columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
}

function toView(headings: number): string {
  if (headings === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const below = `A${String(headings + 1)}`;
  return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${String(headings)}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView></sheetViews>`;
}

function toSheetXml(sheet: Sheet, formats: readonly string[]): string {
  const rows = sheet.rows.map((row, index) => {
    const line = String(index + 1);
    const cells = row.map((cell, column) =>
      toCell(cell, `${toColumnName(column)}${line}`, index < sheet.headings, formats),
    );
    return `<row r="${line}">${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}">${toView(sheet.headings)}<sheetFormatPr defaultRowHeight="15"/>${toWidths(sheet)}<sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function toStyles(formats: readonly string[]): string {
  const own = formats.map(
    (format, i) => `<numFmt numFmtId="${String(FIRST_OWN_FORMAT + i)}" formatCode="${toXmlText(format)}"/>`,
  );
  const styles = formats.map(
    (_, i) =>
      `<xf numFmtId="${String(FIRST_OWN_FORMAT + i)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const formatList = own.length > 0 ? `<numFmts count="${String(own.length)}">${own.join('')}</numFmts>` : '';
  return `<styleSheet xmlns="${MAIN}">${formatList}<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${String(FIRST_NUMBER_STYLE + styles.length)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${styles.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function toPackage(sheets: readonly Sheet[]): OfficePackage {
  const file = new OfficePackage();
  const cells = sheets.flatMap((sheet) => sheet.rows.flat());
  const formats = [...new Set(cells.flatMap((cell) => (typeof cell === 'object' ? [cell.format] : [])))];
  const workbook = 'xl/workbook.xml';
  file.relate(ROOT, 'officeDocument', workbook);
  const listed = sheets.map((sheet, i) => {
    const path = `xl/worksheets/sheet${String(i + 1)}.xml`;
    const id = file.relate(workbook, 'worksheet', path);
    file.add(path, `${SPREADSHEET}.worksheet+xml`, toSheetXml(sheet, formats));
    return `<sheet name="${toXmlText(toSheetName(sheet.name))}" sheetId="${String(i + 1)}" r:id="${id}"/>`;
  });
  file.add(
    workbook,
    `${SPREADSHEET}.sheet.main+xml`,
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${listed.join('')}</sheets></workbook>`,
  );
  file.relate(workbook, 'styles', 'xl/styles.xml');
  file.add('xl/styles.xml', `${SPREADSHEET}.styles+xml`, toStyles(formats));
  return file;
}

/** The workbook as a file, at once: the figures behind a chart. */
export function toWorkbook(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  return toPackage(sheets).toBytes();
}

/**
 * The same of larger sheets, one at a time.
 * @throws the signal's reason where it is cancelled
 */
export function toWorkbookInSteps(sheets: readonly Sheet[], steps: StepOptions): Promise<Uint8Array<ArrayBuffer>> {
  return toPackage(sheets).toBytesInSteps(steps);
}
