/** A board pack out of what was chosen for it: the same from the page and from a pipeline. */
import { strToU8 } from 'fflate';
import { toBundle } from '../bundle/bundle.ts';
import type { Figures } from '../domain/figures.ts';
import type { IndicatorId } from '../domain/indicator.ts';
import { toSha256 } from '../domain/sha256.ts';
import type { Commentary } from '../domain/written.ts';
import type { PackChoice } from './pack-figures.ts';
import { choosePackCommentary, choosePackFigures, findPackIndicators } from './pack-figures.ts';
import type { PackFile } from './pack-schema.ts';
import type { Pack } from './pack.ts';

export interface PackRequest extends Pick<Pack, 'title' | 'made' | 'madeBy' | 'opensAt'> {
  readonly choice: PackChoice;
  /** Everything that is shown now. */
  readonly figures: Figures;
  /** What came with the dashboard, without any file. */
  readonly bundled: Figures;
  readonly filesOf: (indicator: IndicatorId) => readonly Pick<PackFile, 'name' | 'sha256'>[];
  /** Everything that was written; empty to leave it out. */
  readonly commentary: readonly Commentary[];
}

/** The figures that came with the dashboard as a file of their own: the same figures have the same hash. */
function toBundledFile(bundled: Figures): PackFile {
  const json = JSON.stringify(toBundle(bundled, ''));
  return { name: 'Figures that came with the dashboard', sha256: toSha256(strToU8(json)) };
}

/** Files that brought figures of the chosen indicators, each with those that it brought. */
function listFiles(indicators: readonly IndicatorId[], { bundled, filesOf }: PackRequest): readonly PackFile[] {
  const found = new Map<
    string,
    { readonly name: string; readonly sha256?: string; readonly indicators: IndicatorId[] }
  >();
  for (const indicator of indicators) {
    for (const { name, sha256: hash } of filesOf(indicator)) {
      const key = `${name}\u001f${hash ?? ''}`;
      const file = found.get(key) ?? { name, ...(hash ? { sha256: hash } : {}), indicators: [] };
      file.indicators.push(indicator);
      found.set(key, file);
    }
  }
  const usesBundled = bundled.series.some(({ indicator }) => indicators.includes(indicator));
  return [...(usesBundled ? [toBundledFile(bundled)] : []), ...found.values()];
}

export function makePack(request: PackRequest): Pack {
  const { choice, figures, commentary, title, made, madeBy, opensAt } = request;
  const chosen = choosePackFigures(figures, choice);
  return {
    title,
    area: choice.home,
    made,
    ...(madeBy ? { madeBy } : {}),
    chosenFrom: findPackIndicators(figures).length,
    opensAt,
    files: listFiles(
      chosen.catalogue.indicators.map(({ id }) => id),
      request,
    ),
    commentary: choosePackCommentary(commentary, choice),
    figures: chosen,
  };
}
