/** Which column of a header is meant by a name, however the publisher spelt it. */

/** A header as it is compared: lower case, no punctuation, no byte-order mark. */
export function toHeaderKey(header: string): string {
  return header
    .toLowerCase()
    .replace(/[^a-z0-9%£+<>]+/g, ' ')
    .trim();
}

/** The columns of one table by name. */
export class Columns {
  readonly header: readonly string[];
  private readonly indexes = new Map<string, number>();

  constructor(header: readonly string[]) {
    this.header = header;
    header.forEach((name, index) => {
      const key = toHeaderKey(name);
      if (key !== '' && !this.indexes.has(key)) this.indexes.set(key, index);
    });
  }

  /** Position of the first of these names that the table has, or -1. */
  find(...names: readonly string[]): number {
    for (const name of names) {
      const index = this.indexes.get(toHeaderKey(name));
      if (index !== undefined) return index;
    }
    return -1;
  }

  has(...names: readonly string[]): boolean {
    return names.every((name) => this.find(name) >= 0);
  }

  nameOf(index: number): string {
    return this.header[index] ?? '';
  }
}

/** Where a table says which area a row is for; -1 for a part that it does not have. */
export interface AreaColumns {
  readonly number: number;
  readonly code: number;
  readonly name: number;
}

const NUMBER_NAMES = ['old_la_code', 'la_number', 'la_num', 'lea_code', 'dfe_number', 'la'] as const;
const CODE_NAMES = ['new_la_code', 'area_code', 'ons_code', 'la_ons_code', 'gss_code', 'code'] as const;
const NAME_NAMES = ['la_name', 'area_name', 'LA and Regions', 'area', 'local authority', 'authority', 'name'] as const;

/** The area columns of a table, by the names that publishers and officers give them. */
export function findAreaColumns(columns: Columns): AreaColumns {
  return {
    number: columns.find(...NUMBER_NAMES),
    code: columns.find(...CODE_NAMES),
    name: columns.find(...NAME_NAMES),
  };
}

/** The positions of the area columns that a table has. */
export function toIndexes({ number, code, name }: AreaColumns): readonly number[] {
  return [number, code, name].filter((index) => index >= 0);
}

/** The cell of a row, or '' where the row is too short or the table has no such column. */
export function cellAt(cells: readonly string[], index: number): string {
  return index < 0 ? '' : (cells[index] ?? '');
}
