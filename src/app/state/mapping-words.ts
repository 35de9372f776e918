/** What columns can be, in the words of the page that asks. */
import type { ColumnRole, Mapping, Throughout } from '../../domain/recipe.ts';

const LONG_ROLES = [
  ['none', 'Leave out'],
  ['area-name', 'Area: its name'],
  ['area-number', 'Area: its DfE number'],
  ['area-code', 'Area: its ONS code'],
  ['period', 'Period'],
  ['value', 'Figures'],
  ['group', 'Group of children'],
  ['indicator', 'Name of the indicator'],
] as const satisfies readonly (readonly [ColumnRole, string])[];

/** In a wide table the headings are the periods. */
export function findRoles(layout: Mapping['layout']): readonly (readonly [ColumnRole, string])[] {
  if (layout === 'long') return LONG_ROLES;
  return LONG_ROLES.filter(([role]) => role !== 'period').map(([role, words]) =>
    role === 'value' ? ([role, 'Figures of the period in its heading'] as const) : [role, words],
  );
}

export const LAYOUTS = [
  ['long', 'One column names the period'],
  ['wide', 'A column for each period'],
] as const satisfies readonly (readonly [Mapping['layout'], string])[];

export const PERIOD_KINDS = [
  ['', 'as they are written'],
  ['calendar', 'calendar years'],
  ['academic', 'academic years (September to August)'],
  ['financial', 'financial years (April to March)'],
  ['snapshot', 'one day: 31 March'],
] as const satisfies readonly (readonly [NonNullable<Mapping['periods']> | '', string])[];

/** The mapping with another role for one of its columns. */
export function withRole(mapping: Mapping, index: number, role: ColumnRole): Mapping {
  return { ...mapping, columns: mapping.columns.map((column, at) => (at === index ? { ...column, role } : column)) };
}

/** The mapping with its periods read as another kind. */
export function withPeriods({ periods: _, ...mapping }: Mapping, periods: Mapping['periods'] | ''): Mapping {
  return periods ? { ...mapping, periods } : mapping;
}

/** What is asked for where no column says it. */
export const UNSAID = {
  period: { label: 'All of it is for the period', example: '2024/25' },
  area: { label: 'All of it is for the area', example: 'Derby, 831 or E06000015' },
} as const satisfies Record<keyof Throughout, { label: string; example: string }>;

/** The mapping with something said of all its rows; nothing is kept of what was wiped out again. */
export function withThroughout({ throughout, ...mapping }: Mapping, part: keyof Throughout, said: string): Mapping {
  const { [part]: _, ...others } = throughout ?? {};
  const together = said.trim() === '' ? others : { ...others, [part]: said };
  return Object.keys(together).length === 0 ? mapping : { ...mapping, throughout: together };
}
