/** Recipes ↔ a JSON file, to give to a colleague or keep beside the figures. What comes back is checked part by part. */
import * as v from 'valibot';
import type { Problem } from '../domain/problem.ts';
import type { Recipe } from '../domain/recipe.ts';
import { COLUMN_ROLES, MAPPED_PERIODS, TABLE_LAYOUTS } from '../domain/recipe.ts';

const strings = v.array(v.string());

export const PlacementSchema = v.object({
  indicator: v.string(),
  under: v.exactOptional(v.nullable(v.object({ outcome: v.string(), aim: v.exactOptional(v.string()) }))),
  name: v.exactOptional(v.string()),
  polarity: v.exactOptional(v.picklist(['higher', 'lower', 'none'])),
  decimals: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10))),
});

const head = { id: v.string(), header: strings, madeWith: v.string() };

const MappingRecipeSchema = v.object({
  ...head,
  kind: v.literal('mapping'),
  mapping: v.object({
    layout: v.picklist(TABLE_LAYOUTS),
    columns: v.array(v.object({ name: v.string(), role: v.picklist(COLUMN_ROLES) })),
    periods: v.exactOptional(v.picklist(MAPPED_PERIODS)),
    throughout: v.exactOptional(v.object({ period: v.exactOptional(v.string()), area: v.exactOptional(v.string()) })),
  }),
});

const ChoiceRecipeSchema = v.object({
  ...head,
  kind: v.literal('choice'),
  family: v.string(),
  chosen: v.union([v.literal('all'), strings]),
  placements: v.array(PlacementSchema),
});

const RecipeSchema = v.variant('kind', [MappingRecipeSchema, ChoiceRecipeSchema]);

const at = v.pipe(v.string(), v.isoTimestamp());

/** As recipes lie in the database, with the time at which they were said. */
export const RecipeRecordSchema = v.variant('kind', [
  v.object({ ...MappingRecipeSchema.entries, at }),
  v.object({ ...ChoiceRecipeSchema.entries, at }),
]);

/** A recipe out of its JSON; undefined where it is none. */
export function findRecipe(text: string): Recipe | undefined {
  try {
    const read = v.safeParse(RecipeSchema, JSON.parse(text));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

const FORMAT = 'every-child-matters-recipes';
const FileSchema = v.object({ format: v.literal(FORMAT), version: v.literal(1), recipes: v.array(RecipeSchema) });

export type ReadRecipes = { readonly recipes: readonly Recipe[] } | { readonly problem: Problem };

export function writeRecipes(recipes: readonly Recipe[]): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, recipes }, undefined, 2)}\n`;
}

function toProblem(code: string, message: string, file: string): ReadRecipes {
  return { problem: { severity: 'error', code, message, file } };
}

/** @param file its name, for messages */
export function readRecipes(text: string, file: string): ReadRecipes {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return toProblem(
      'recipes-not-json',
      `${file} is not a file of recipes: it is no JSON. Choose the .json file that "Save recipes" made.`,
      file,
    );
  }
  const read = v.safeParse(FileSchema, json);
  if (read.success) return { recipes: read.output.recipes };
  const [issue] = read.issues;
  return toProblem(
    'recipes-malformed',
    `${file} is not a file of recipes that can be used: at ${v.getDotPath(issue) ?? 'its beginning'}, ${issue.message}. Nothing was changed. Save the recipes again where they came from.`,
    file,
  );
}
