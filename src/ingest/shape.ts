/** What makes two files alike, so that what was said of the one holds for the other. */
import type { Mapping, MappingRecipe, Recipe } from '../domain/recipe.ts';
import { toHeaderKey } from './columns.ts';
import { readPeriod } from './period.ts';

/** No heading has this key: punctuation is left out of them. */
const A_PERIOD = '#';

/** The columns whatever their order; next year's column counts as this year's. */
function toShape(header: readonly string[]): string {
  const keys = header.map((name) => ('period' in readPeriod(name) ? A_PERIOD : toHeaderKey(name)));
  return [...new Set(keys.filter((key) => key !== ''))].sort().join('|');
}

/** The id of the recipe that says what the columns of such a table are. */
export function toMappingId(header: readonly string[]): string {
  return `mapping:${toShape(header)}`;
}

/** The id of the recipe that says which indicators of such a file are wanted. */
export function toChoiceId(family: string, header: readonly string[], filters: readonly string[]): string {
  return `choice:${family}:${toShape(header)}:${filters.map(toHeaderKey).join('|')}`;
}

/** What was said of the columns of such tables, and of which file it was said. */
export function findMappingRecipe(recipes: readonly Recipe[], header: readonly string[]): MappingRecipe | undefined {
  const id = toMappingId(header);
  return recipes.find((recipe): recipe is MappingRecipe => recipe.kind === 'mapping' && recipe.id === id);
}

/** The mapping that was made for tables with these columns. */
export function findMapping(recipes: readonly Recipe[], header: readonly string[]): Mapping | undefined {
  return findMappingRecipe(recipes, header)?.mapping;
}
