/** How the rows of a table stand: as they came, or by one of its columns. */

export type SortKey = number | string | undefined;
export type SortDirection = 'ascending' | 'descending';

const OPPOSITE = { ascending: 'descending', descending: 'ascending' } as const satisfies Record<
  SortDirection,
  SortDirection
>;

function compareKeys(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en-GB');
}

/** In order of a key; rows without one stay last in either direction, equal ones in the order they had. */
export function sortRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => SortKey,
  direction: SortDirection,
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((left, right) => {
    const [a, b] = [keyOf(left), keyOf(right)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return compareKeys(a, b) * sign;
  });
}

/** What is worse stands before what is better; what cannot be told comes last. */
const STANDINGS: Readonly<Partial<Record<string, number>>> = { worse: 0, similar: 1, better: 2 };

/** Sorts by an answer. */
export function toStandingKey(answer: string | undefined): SortKey {
  return answer === undefined ? undefined : STANDINGS[answer];
}

export class Sorting {
  private column = $state.raw<string>();
  private direction = $state.raw<SortDirection>('ascending');

  /** By a column; chosen again, the other way round. */
  choose(column: string): void {
    this.direction = this.column === column ? OPPOSITE[this.direction] : 'ascending';
    this.column = column;
  }

  /** What `aria-sort` says of a column; undefined where the rows do not stand by it. */
  stateOf(column: string): SortDirection | undefined {
    return this.column === column ? this.direction : undefined;
  }

  /** @param keys what each sortable column is sorted by */
  sort<Row>(rows: readonly Row[], keys: Readonly<Partial<Record<string, (row: Row) => SortKey>>>): readonly Row[] {
    const keyOf = this.column === undefined ? undefined : keys[this.column];
    return keyOf ? sortRows(rows, keyOf, this.direction) : rows;
  }
}
