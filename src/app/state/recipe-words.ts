/** What a recipe does, in a sentence. */
import type { Figures } from '../../domain/figures.ts';
import type { IndicatorId } from '../../domain/indicator.ts';
import type { ChoiceRecipe, ColumnRole, MappingRecipe, Recipe } from '../../domain/recipe.ts';
import { findUnsaid } from '../../domain/recipe.ts';
import { nameFamily } from '../../ingest/registry.ts';

const TOLD = 8;

const AREA_ROLES: readonly ColumnRole[] = ['area-number', 'area-code', 'area-name'];

function describeMapping({ mapping }: MappingRecipe): string {
  const { columns, layout, throughout = {} } = mapping;
  const unsaid = findUnsaid(mapping);
  const named = (...roles: readonly ColumnRole[]): string =>
    columns
      .filter(({ role }) => roles.includes(role))
      .map(({ name }) => name)
      .join(', ');
  const parts = [
    unsaid.includes('area') ? `whole file for ${throughout.area ?? ''}` : `area in ${named(...AREA_ROLES)}`,
    layout === 'wide'
      ? 'a column for each period'
      : `${unsaid.includes('period') ? `period ${throughout.period ?? ''} throughout` : `period in ${named('period')}`}, figures in ${named('value')}`,
    ...(named('indicator') === '' ? [] : [`indicator in ${named('indicator')}`]),
    ...(named('group') === '' ? [] : [`group in ${named('group')}`]),
  ];
  return `Reads the ${parts.join('; ')}.`;
}

function describeChoice({ chosen, family, placements }: ChoiceRecipe): string {
  const kept = chosen === 'all' ? 'every indicator' : `${String(chosen.length)} chosen indicators`;
  const said = placements.length === 0 ? '' : `, ${String(placements.length)} of them named or placed`;
  return `Keeps ${kept} of a file in the layout “${nameFamily(family)}”${said}.`;
}

export function describeRecipe(recipe: Recipe): string {
  return recipe.kind === 'mapping' ? describeMapping(recipe) : describeChoice(recipe);
}

/** "Place, Quarter ending, Team and 4 more". */
export function describeHeader(header: readonly string[]): string {
  const more = header.length > TOLD ? ` and ${String(header.length - TOLD)} more` : '';
  return `${header.slice(0, TOLD).join(', ')}${more}`;
}

/** What an indicator of a recipe is called: here, by the recipe, or by its file. */
export function nameChosen(id: IndicatorId, { placements }: ChoiceRecipe, figures: Figures): string {
  const given = placements.find(({ indicator }) => indicator === id)?.name;
  return figures.findIndicator(id)?.name ?? given ?? id.slice(id.indexOf(':') + 1);
}
