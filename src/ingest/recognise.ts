/** Which family a table belongs to, and why. */
import type { Recipe } from '../domain/recipe.ts';
import type { Family, Recognition, TableSample } from './family.ts';
import { toMappedFamily } from './formats/mapped.ts';
import { FAMILIES } from './registry.ts';
import { findMapping } from './shape.ts';

export interface Recognised {
  readonly family: Pick<Family, 'id' | 'reader'>;
  readonly recognition: Recognition;
}

/** Below this a person should look at what was made of the columns. */
const SURE = 0.7;

export function isSure({ confidence }: Recognition): boolean {
  return confidence >= SURE;
}

/** The families that this table may belong to, the most certain first: what an officer said of its columns, before all. */
export function recognise(sample: TableSample, recipes: readonly Recipe[] = []): readonly Recognised[] {
  const mapping = findMapping(recipes, sample.header);
  const families = mapping ? [toMappedFamily(mapping)] : FAMILIES;
  return families
    .flatMap((family: Pick<Family, 'id' | 'recognise' | 'reader'>) => {
      const recognition = family.recognise(sample);
      return recognition ? [{ family, recognition }] : [];
    })
    .sort((a, b) => b.recognition.confidence - a.recognition.confidence);
}
