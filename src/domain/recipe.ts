/**
 * What an officer said of the files of one shape: what their columns are, or which of their
 * indicators are wanted and what they are called. Kept, and applied to the next file of that shape.
 */
import type { IndicatorId } from './indicator.ts';
import type { Placement } from './layers.ts';

/** What a column of a table can be. */
export const COLUMN_ROLES = [
  'area-number',
  'area-code',
  'area-name',
  'period',
  'value',
  'indicator',
  'group',
  'none',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface MappedColumn {
  /** As the header has it. */
  readonly name: string;
  readonly role: ColumnRole;
}

export const TABLE_LAYOUTS = ['long', 'wide'] as const;
export const MAPPED_PERIODS = ['calendar', 'academic', 'financial', 'snapshot'] as const;

export interface Mapping {
  /** Long: a row names its period. Wide: the heading of a column does. */
  readonly layout: (typeof TABLE_LAYOUTS)[number];
  readonly columns: readonly MappedColumn[];
  /** What kind of year, or day, the periods are; absent where they are read as they are written. */
  readonly periods?: (typeof MAPPED_PERIODS)[number];
  /** What all rows are for where no column says it, as it would stand in that column. */
  readonly throughout?: Throughout;
}

export interface Throughout {
  readonly period?: string;
  /** A name, a DfE number or an ONS code. */
  readonly area?: string;
}

const AREA_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['area-number', 'area-code', 'area-name']);

/** What the table itself does not say of its rows, so that it has to be said for all of them. */
export function findUnsaid({ layout, columns }: Mapping): readonly (keyof Throughout)[] {
  const hasPeriod = layout === 'wide' || columns.some(({ role }) => role === 'period');
  const hasArea = columns.some(({ role }) => AREA_ROLES.has(role));
  return [...(hasPeriod ? [] : (['period'] as const)), ...(hasArea ? [] : (['area'] as const))];
}

/** Which indicators of a file are kept; 'all' are those that the next file adds, too. */
export type Chosen = 'all' | readonly IndicatorId[];

interface RecipeHead {
  /** One recipe of each kind for one shape: `ingest/shape.ts` makes it. */
  readonly id: string;
  /** The columns of the file it was made with. */
  readonly header: readonly string[];
  /** The name of that file. */
  readonly madeWith: string;
}

export interface MappingRecipe extends RecipeHead {
  readonly kind: 'mapping';
  readonly mapping: Mapping;
}

export interface ChoiceRecipe extends RecipeHead {
  readonly kind: 'choice';
  readonly family: string;
  readonly chosen: Chosen;
  /** Names, places, directions and decimals that were given. */
  readonly placements: readonly Placement[];
}

export type Recipe = MappingRecipe | ChoiceRecipe;
