/** The rows of one sheet of a workbook (ECMA-376 part 1, section 18.3), as its XML streams by. */
import type { Line } from './line.ts';
import { toCellText, type NumberForm } from './number-format.ts';
import { parseXml } from './xml.ts';

/** What the cells of every sheet of a workbook refer to. */
export interface WorkbookTables {
  readonly sharedStrings: readonly string[];
  /** By the style of a cell. */
  readonly forms: readonly NumberForm[];
  readonly from1904: boolean;
}

const MOST_COLUMNS = 16_384;

/** "_x000D_" in a string of a workbook is the character of that number. */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

/** The column of a reference such as "AB12", from 0; undefined where there is none. */
function findColumn(reference: string | undefined): number | undefined {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference ?? '')?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column > 0 && column <= MOST_COLUMNS ? column - 1 : undefined;
}

/** The text of a cell by its type. */
function readCell(type: string | undefined, style: number, value: string, tables: WorkbookTables): string {
  switch (type) {
    case 's':
      return tables.sharedStrings[Number(value)] ?? '';
    case 'inlineStr':
    case 'str':
      return decodeEscapes(value);
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    // An error such as #N/A, or a date in ISO form.
    case 'e':
    case 'd':
      return value;
    default:
      return toCellText(value, tables.forms[style] ?? 'number', tables.from1904);
  }
}

/** Rows with something in them; where rows between them are empty, one blank row stands for all. */
export function* readSheetRows(chunks: Iterable<Uint8Array>, tables: WorkbookTables): Generator<Line, void> {
  let rows: Line[] = [];
  let cells: string[] = [];
  let line = 0;
  let lastFilled = 0;
  let column = -1;
  let type: string | undefined;
  let style = 0;
  let value = '';
  let isValue = false;
  let isPhonetic = false;
  const steps = parseXml(chunks, {
    open(name, attributes) {
      if (name === 'row') {
        const said = Number(attributes()['r']);
        line = Number.isInteger(said) && said > line ? said : line + 1;
        cells = [];
        column = -1;
      } else if (name === 'c') {
        const { r, t, s } = attributes();
        column = findColumn(r) ?? column + 1;
        type = t;
        style = Number(s ?? 0);
        value = '';
      } else if (name === 'rPh') isPhonetic = true;
      else if (name === 'v' || name === 't') isValue = !isPhonetic;
    },
    text(text) {
      if (isValue) value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'c' && value !== '') {
        while (cells.length < column) cells.push('');
        cells[column] = readCell(type, style, value, tables);
      } else if (name === 'row' && cells.length > 0) {
        if (line > lastFilled + 1) rows.push({ line: lastFilled + 1, cells: [] });
        rows.push({ line, cells });
        lastFilled = line;
      }
    },
  });
  while (!steps.next().done) {
    yield* rows;
    rows = [];
  }
  yield* rows;
}
