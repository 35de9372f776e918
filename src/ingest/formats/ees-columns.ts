/**
 * Which columns of an EES file are filters and which hold values: told by its metadata file where
 * there is one, otherwise by what stands in the first rows.
 */
import { isNumberText, isValueText } from '../cells.ts';
import { cellAt, toHeaderKey } from '../columns.ts';
import type { Companion, TableSample } from '../family.ts';

/** A column of values with what a metadata file says of it. */
export interface ValueColumn {
  readonly index: number;
  readonly name: string;
  readonly label?: string;
  readonly unit?: string;
  readonly decimals?: number;
}

export interface FilterColumn {
  readonly index: number;
  readonly name: string;
}

export interface ColumnRoles {
  readonly filters: readonly FilterColumn[];
  readonly values: readonly ValueColumn[];
  /** "Final", "Revised", "Provisional": what the row's numbers are, not whom they count; -1 without one. */
  readonly status: number;
}

/** Everything that says when and where, at whatever level of geography. */
const PLACE_OR_TIME =
  /^(?:time period|time identifier|geographic level|country (?:code|name)|region (?:code|name)|old la code|new la code|la (?:code|name)|(?:lad|pcon|ward|rsc region lead|local enterprise partnership|lep|mayoral combined authority|english devolved area|opportunity area|planning area|police force area|institution|provider|school|trust|sponsor|multi academy trust)(?: (?:code|name|id|urn|ukprn|laestab))?)$/;

const STATUS_HEADERS = new Set([
  'version',
  'status',
  'data status',
  'release status',
  'release type',
  'publication status',
]);
const STATUS_WORDS: ReadonlyMap<string, string | undefined> = new Map<string, string | undefined>([
  ['final', undefined],
  ['provisional', 'p'],
  ['revised', 'r'],
]);

/** The letter that stands for a word in a status column; undefined for a final figure. */
export function findStatusLetter(word: string): string | undefined {
  return STATUS_WORDS.get(word.trim().toLowerCase());
}

const MANY = 20;
const MAX_NUMERIC_FILTER = 40;

interface MetaRow {
  readonly isFilter: boolean;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number | undefined;
}

/** Is this a metadata file of the EES layout? */
export function isEesMeta(header: readonly string[]): boolean {
  const keys = new Set(header.map(toHeaderKey));
  return keys.has('col name') && keys.has('col type');
}

function readMeta(companion: Companion): ReadonlyMap<string, MetaRow> {
  const keys = companion.header.map(toHeaderKey);
  const at = (row: readonly string[], name: string): string => cellAt(row, keys.indexOf(name)).trim();
  return new Map(
    companion.rows.map((row) => {
      const decimals = at(row, 'indicator dp');
      return [
        at(row, 'col name').toLowerCase(),
        {
          isFilter: at(row, 'col type').toLowerCase() === 'filter',
          label: at(row, 'label'),
          unit: at(row, 'indicator unit'),
          decimals: /^\d+$/.test(decimals) ? Number(decimals) : undefined,
        },
      ];
    }),
  );
}

interface ColumnLook {
  readonly index: number;
  readonly name: string;
  readonly cells: readonly string[];
  readonly distinct: number;
  readonly isText: boolean;
  readonly isWhole: boolean;
  readonly isEmpty: boolean;
}

function lookAt(sample: TableSample, index: number): ColumnLook {
  const cells = sample.rows.map((row) => cellAt(row, index).trim());
  const filled = cells.filter((cell) => cell !== '');
  const values = filled.filter(isValueText).length;
  return {
    index,
    name: sample.header[index]?.trim() ?? '',
    cells,
    distinct: new Set(cells).size,
    isText: filled.length > 0 && values * 2 < filled.length,
    isWhole: filled.length > 0 && filled.every((cell) => isNumberText(cell) && !cell.includes('.')),
    isEmpty: filled.length === 0,
  };
}

function isStatus({ name, cells }: ColumnLook): boolean {
  return STATUS_HEADERS.has(toHeaderKey(name)) && cells.every((cell) => STATUS_WORDS.has(cell.toLowerCase()));
}

/** How many sampled rows name the same area, period and filters as an earlier one. */
function countRepeats(sample: TableSample, placeColumns: readonly number[], filters: readonly ColumnLook[]): number {
  const columns = [...placeColumns, ...filters.map(({ index }) => index)];
  const seen = new Set(sample.rows.map((row) => JSON.stringify(columns.map((index) => cellAt(row, index)))));
  return sample.rows.length - seen.size;
}

/**
 * Numbers can be filters too (an age, a year group): where rows would otherwise repeat, the
 * leftmost numeric columns with few values that tell them apart are taken for that. A column that
 * says nothing stands in nobody's way.
 */
function findNumericFilters(
  sample: TableSample,
  placeColumns: readonly number[],
  filters: readonly ColumnLook[],
  rest: readonly ColumnLook[],
): readonly ColumnLook[] {
  const taken: ColumnLook[] = [];
  for (const column of rest) {
    if (countRepeats(sample, placeColumns, [...filters, ...taken]) === 0) return taken;
    if (column.isEmpty) continue;
    if (!column.isWhole || column.distinct > MAX_NUMERIC_FILTER) return [];
    taken.push(column);
  }
  return [];
}

/** A text with nearly as many values as rows, which no row needs to be told apart by, is a note and no filter. */
function isNote(
  sample: TableSample,
  placeColumns: readonly number[],
  text: readonly ColumnLook[],
  one: ColumnLook,
): boolean {
  if (one.distinct <= MANY || one.distinct * 2 < sample.rows.length) return false;
  const others = text.filter((column) => column !== one);
  return countRepeats(sample, placeColumns, others) === countRepeats(sample, placeColumns, text);
}

/**
 * The roles of all columns.
 * @param meta the metadata file that belongs to this table, if there is one
 * @param isPlaceOrTime tells, by its key, a column that says when or where
 */
export function findColumnRoles(
  sample: TableSample,
  meta: Companion | undefined,
  isPlaceOrTime: RegExp = PLACE_OR_TIME,
): ColumnRoles {
  const known: ReadonlyMap<string, MetaRow> = meta ? readMeta(meta) : new Map<string, MetaRow>();
  const placeColumns: number[] = [];
  const looks: ColumnLook[] = [];
  sample.header.forEach((name, index) => {
    if (isPlaceOrTime.test(toHeaderKey(name))) placeColumns.push(index);
    else if (name.trim() !== '') looks.push(lookAt(sample, index));
  });
  const status = looks.find(isStatus);
  const columns = looks.filter((look) => look !== status);
  const told = (look: ColumnLook): MetaRow | undefined => known.get(look.name.toLowerCase());
  const text = columns.filter((look) => told(look)?.isFilter ?? look.isText);
  const sure = text.filter((look) => told(look) !== undefined || !isNote(sample, placeColumns, text, look));
  const rest = columns.filter((look) => !sure.includes(look));
  const numeric = meta ? [] : findNumericFilters(sample, placeColumns, sure, rest);
  const filters = columns.filter((look) => sure.includes(look) || numeric.includes(look));
  return {
    status: status?.index ?? -1,
    filters: filters.map(({ index, name }) => ({ index, name })),
    values: columns
      .filter((look) => !filters.includes(look))
      .map((look) => {
        const row = told(look);
        return {
          index: look.index,
          name: look.name,
          ...(row && row.label !== '' ? { label: row.label } : {}),
          ...(row && row.unit !== '' ? { unit: row.unit } : {}),
          ...(row?.decimals === undefined ? {} : { decimals: row.decimals }),
        };
      }),
  };
}
