/** A board pack among files that were dropped: opened and held against what is shown now, never stored. */
import type { FigureChanges } from '../../analysis/changes.ts';
import { findFigureChanges } from '../../analysis/changes.ts';
import type { Figures } from '../../domain/figures.ts';
import { createFigures } from '../../domain/figures.ts';
import type { Pack } from '../../export/pack.ts';

/** The figures of every authority in England take a hundredth of it. */
const LARGEST = 50_000_000;

export type DroppedPack = { readonly pack: Pack } | { readonly reason: string };

/** The first pack among the files; undefined where there is none. */
export async function findDroppedPack(files: readonly File[]): Promise<DroppedPack | undefined> {
  for (const file of files) {
    if (!/\.html?$/i.test(file.name) || file.size > LARGEST) continue;
    const [{ findPackText }, { PackError, readPack }] = await Promise.all([
      import('../../export/pack-page.ts'),
      import('../../export/pack.ts'),
    ]);
    const text = findPackText(await file.text());
    if (text === undefined)
      return { reason: `${file.name} is a page, but no board pack. Files of figures and board packs are read here.` };
    try {
      return { pack: readPack(text) };
    } catch (error) {
      if (error instanceof PackError) return { reason: error.message };
      throw error;
    }
  }
  return undefined;
}

/** What is different today in the figures that the pack holds. */
export function findChangesSince({ area, figures: before }: Pack, now: Figures): FigureChanges {
  const series = now.series.filter(({ indicator }) => before.findIndicator(indicator));
  return findFigureChanges(before, createFigures({ ...now, series }), area, before.neighbourSets[0]);
}
