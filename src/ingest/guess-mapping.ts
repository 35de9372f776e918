/** A first answer to what the columns of an unknown table are, for an officer to correct. */
import type { AreaList } from '../domain/area.ts';
import type { ColumnRole, Mapping } from '../domain/recipe.ts';
import { isNumberText, isValueText } from './cells.ts';
import { Columns, cellAt, findAreaColumns, toHeaderKey } from './columns.ts';
import type { TableSample } from './family.ts';
import { readPeriod } from './period.ts';

/** This share of the filled cells has to fit a role. */
const MOST = 0.7;
/** A text with more values than this tells no groups apart. */
const MAX_GROUPS = 20;
const INDICATOR_NAMES = new Set(['indicator', 'measure', 'indicator name', 'metric', 'description']);
/** Roles that one column alone can have. */
const SINGLE: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'area-number',
  'area-code',
  'area-name',
  'period',
  'indicator',
]);

function isMostly(cells: readonly string[], fits: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(fits).length >= cells.length * MOST;
}

function guessRole(name: string, cells: readonly string[], areas: AreaList): ColumnRole {
  if (isMostly(cells, (code) => /^[A-Z]\d{8}$/.test(code))) return 'area-code';
  if (isMostly(cells, (laNumber) => /^\d{3}$/.test(laNumber) && areas.match({ laNumber }) !== undefined))
    return 'area-number';
  if (isMostly(cells, (cell) => areas.match({ name: cell }) !== undefined)) return 'area-name';
  if (isMostly(cells, (cell) => 'period' in readPeriod(cell))) return 'period';
  if (INDICATOR_NAMES.has(toHeaderKey(name))) return 'indicator';
  if (cells.some(isNumberText) && isMostly(cells, isValueText)) return 'value';
  const distinct = new Set(cells).size;
  return distinct <= MAX_GROUPS && distinct < cells.length ? 'group' : 'none';
}

/** Headings that are known for an area's column win over what stands below them. */
function findNamedAreas(sample: TableSample): ReadonlyMap<number, ColumnRole> {
  const { number, code, name } = findAreaColumns(new Columns(sample.header));
  return new Map<number, ColumnRole>([
    [number, 'area-number'],
    [code, 'area-code'],
    [name, 'area-name'],
  ]);
}

/** What the columns seem to be, by their headings and by what stands below them. */
export function guessMapping(sample: TableSample, areas: AreaList): Mapping {
  const named = findNamedAreas(sample);
  const taken = new Set<ColumnRole>();
  const isPeriod = sample.header.map((name) => 'period' in readPeriod(name));
  const guessed = sample.header.map((name, index): ColumnRole => {
    const cells = sample.rows.map((row) => cellAt(row, index).trim()).filter((cell) => cell !== '');
    const guess = isPeriod[index] ? 'value' : guessRole(name, cells, areas);
    // A column of another kind may well be called "name" or "code".
    const role = guess === 'none' || guess === 'group' ? (named.get(index) ?? guess) : guess;
    if (!SINGLE.has(role)) return role;
    if (taken.has(role)) return 'none';
    taken.add(role);
    return role;
  });
  const isWide = isPeriod.includes(true) && !taken.has('period');
  return {
    layout: isWide ? 'wide' : 'long',
    columns: sample.header.map((name, index) => {
      const role = guessed[index] ?? 'none';
      return { name, role: isWide && role === 'value' && isPeriod[index] !== true ? 'none' : role };
    }),
  };
}
