/** Search over everything a reader may look for: indicators, authorities, outcomes, words, pages. */
import type { View } from '../../address/address.ts';
import { toNameKey } from '../../domain/area.ts';
import type { Area } from '../../domain/area.ts';
import type { Figures } from '../../domain/figures.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { GLOSSARY } from '../help/glossary.ts';
import { toSectionId } from '../help/section-id.ts';
import { findAuthorities } from './authority-search.ts';
import { filterIndicators } from './indicator-search.ts';

export interface Found {
  readonly kind: 'Indicator' | 'Authority' | 'Outcome' | 'Aim' | 'Word' | 'Page';
  readonly name: string;
  readonly view: View;
}

const MOST_OF_A_KIND = 8;

const PAGES: readonly { readonly name: string; readonly view: View }[] = [
  { name: 'Load data', view: { page: 'load' } },
  { name: 'What is stored', view: { page: 'data' } },
  { name: 'Help', view: { page: 'help' } },
  { name: 'Glossary', view: { page: 'help', chapter: 'glossary' } },
  { name: 'Method', view: { page: 'help', chapter: 'method' } },
];

/** Names that several indicators have, counted in different units. */
function findNamesakes(indicators: readonly Indicator[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(
    indicators.flatMap(({ name }) => {
      if (seen.has(name)) return [name];
      seen.add(name);
      return [];
    }),
  );
}

/** Names that begin with what was typed first, then those that hold it in one piece, then the rest. */
function byCloseness(indicators: readonly Indicator[], key: string): readonly Indicator[] {
  const rank = ({ name }: Indicator): number => {
    const at = toNameKey(name).indexOf(key);
    return at === 0 ? 0 : at > 0 ? 1 : 2;
  };
  return [...indicators].sort((a, b) => rank(a) - rank(b));
}

/** What a typed text may mean, kind by kind; nothing for an empty one. */
export function search(figures: Figures, home: Area | undefined, typed: string): readonly Found[] {
  const key = toNameKey(typed);
  if (key === '') return [];
  const holds = (text: string): boolean => toNameKey(text).includes(key);
  const first = <T>(items: Iterable<T>): T[] => [...items].slice(0, MOST_OF_A_KIND);
  const { outcomes, indicators } = figures.catalogue;
  const namesakes = findNamesakes(indicators);

  const underHome = (area: Area): Found[] => [
    ...first(byCloseness(filterIndicators(indicators, typed), key)).map(({ id, name, unit }): Found => ({
      kind: 'Indicator',
      name: namesakes.has(name) && unit !== '' ? `${name} (${unit})` : name,
      view: { page: 'indicator', area: area.code, indicator: id },
    })),
    ...first(outcomes.filter((outcome) => holds(outcome.name))).map(({ id, name }): Found => ({
      kind: 'Outcome',
      name,
      view: { page: 'outcome', area: area.code, outcome: id },
    })),
    ...first(
      outcomes.flatMap((outcome) => outcome.aims.filter((aim) => holds(aim.name)).map((aim) => ({ outcome, aim }))),
    ).map(({ outcome, aim }): Found => ({
      kind: 'Aim',
      name: aim.name,
      view: { page: 'outcome', area: area.code, outcome: outcome.id },
    })),
  ];
  return [
    ...(home ? underHome(home) : []),
    ...first(findAuthorities(figures.areas.authorities, typed)).map(({ code, name }): Found => ({
      kind: 'Authority',
      name,
      view: { page: 'overview', area: code },
    })),
    ...first(GLOSSARY.filter((term) => holds(term.word))).map(({ word }): Found => ({
      kind: 'Word',
      name: word,
      view: { page: 'help', chapter: 'glossary', section: toSectionId(word) },
    })),
    ...PAGES.filter((page) => holds(page.name)).map((page): Found => ({ kind: 'Page', ...page })),
  ];
}
