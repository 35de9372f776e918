/** Which family a table belongs to, and why. */
import type { Family, Recognition, TableSample } from './family.ts';
import { FAMILIES } from './registry.ts';

export interface Recognised {
  readonly family: Family;
  readonly recognition: Recognition;
}

/** The families that this table may belong to, the most certain first. */
export function recognise(sample: TableSample): readonly Recognised[] {
  return FAMILIES.flatMap((family) => {
    const recognition = family.recognise(sample);
    return recognition ? [{ family, recognition }] : [];
  }).sort((a, b) => b.recognition.confidence - a.recognition.confidence);
}
