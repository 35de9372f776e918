/** What was said of all rows of an earlier file is asked about again: the next file is usually for the next period. */
import type { Problem } from '../domain/problem.ts';
import type { MappingRecipe } from '../domain/recipe.ts';
import { findUnsaid } from '../domain/recipe.ts';

/** The page opens the columns of a file with this warning, so that they can be corrected at once. */
export const SAID_BEFORE = 'said-before';

/**
 * @param recipe by which a file is read that was not there when it was said
 * @param file its name
 */
export function checkSaidBefore({ mapping, madeWith }: MappingRecipe, file: string): readonly Problem[] {
  const unsaid = findUnsaid(mapping);
  const said = unsaid.map((part) => mapping.throughout?.[part] ?? '');
  if (unsaid.length === 0) return [];
  return [
    {
      severity: 'warning',
      code: SAID_BEFORE,
      message: `No column of this file names its ${unsaid.join(' or its ')}: all of it is read as for ${said.join(', ')}, because that was said of ${madeWith}. If this file is for another ${unsaid.join(' or ')}, say so below before you store it.`,
      file,
    },
  ];
}
