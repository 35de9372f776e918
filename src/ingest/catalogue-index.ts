/** Finds what the catalogue already knows: an indicator by id, name or place in a publisher's file. */
import type { Catalogue } from '../domain/figures.ts';
import type { Group, GroupId, Indicator } from '../domain/indicator.ts';
import { ALL } from '../domain/indicator.ts';
import { toNameKey } from '../domain/area.ts';

/** An indicator and group of the catalogue. */
export interface Placed {
  readonly indicator: Indicator;
  readonly group: GroupId;
}

const EVERYBODY = new Set(['', 'all', 'total', 'all children', 'all pupils', 'everyone']);

/** "Not free school meals" → "not-free-school-meals". */
export function toSlug(words: string): string {
  return toNameKey(words).replace(/ /g, '-');
}

export class CatalogueIndex {
  private readonly indicators = new Map<string, Indicator>();
  private readonly sources = new Map<string, Placed>();
  private readonly groups = new Map<string, Group>();

  constructor(catalogue: Catalogue) {
    for (const indicator of catalogue.indicators) {
      for (const key of [indicator.id, toNameKey(indicator.name), toNameKey(indicator.shortName)]) {
        if (!this.indicators.has(key)) this.indicators.set(key, indicator);
      }
    }
    for (const source of catalogue.sources) {
      const indicator = this.indicators.get(source.indicator);
      if (indicator) {
        this.sources.set(`${source.family}\u001f${source.sourceId}`, {
          indicator: { ...indicator, sourceId: source.sourceId },
          group: source.group,
        });
      }
    }
    for (const group of catalogue.groups) {
      this.groups.set(group.id, group);
      this.groups.set(toNameKey(group.name), group);
    }
  }

  /** The indicator with this id, name or short name. */
  findIndicator(words: string): Indicator | undefined {
    const text = words.trim();
    return this.indicators.get(text) ?? this.indicators.get(toNameKey(text));
  }

  /** What a publisher's file calls by this name. */
  findSource(family: string, sourceId: string): Placed | undefined {
    return this.sources.get(`${family}\u001f${sourceId}`);
  }

  /**
   * The group that words in a group column mean. Where nothing is said of an indicator that has
   * one group only, it is that one.
   */
  toGroup(words: string, indicator?: Indicator): Group {
    const text = words.trim();
    if (EVERYBODY.has(text.toLowerCase())) {
      const only = indicator?.groups.length === 1 ? indicator.groups[0] : undefined;
      const id = text === '' ? (only ?? ALL) : ALL;
      return this.groups.get(id) ?? { id, name: 'All children', plain: 'all children' };
    }
    const known = this.groups.get(text) ?? this.groups.get(toNameKey(text));
    return known ?? { id: toSlug(text) || text, name: text, plain: text };
  }
}
