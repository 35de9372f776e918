/** What a mapping still lacks before a figure can be read with it. */
import type { AreaList } from '../domain/area.ts';
import type { Mapping } from '../domain/recipe.ts';
import { findUnsaid } from '../domain/recipe.ts';
import { readPeriod, toPeriodHint } from './period.ts';

function findPeriodGap({ periods, throughout: { period = '' } = {} }: Mapping): string | undefined {
  if (period.trim() === '') return 'Say which column names the period, or which period all of it is for.';
  const read = readPeriod(period, periods && toPeriodHint(periods));
  return 'period' in read ? undefined : `${read.reason}.`;
}

function findAreaGap({ throughout: { area = '' } = {} }: Mapping, areas: AreaList): string | undefined {
  if (area.trim() === '') return 'Say which column names the area, or which area all of it is for.';
  if (areas.match({ laNumber: area, code: area, name: area })) return undefined;
  return `"${area}" is none of the areas in the list; expected a name such as Derby, a DfE number such as 831 or an ONS code such as E06000015.`;
}

/** One sentence for each thing that is still to be said, for the officer; empty where nothing is. */
export function findMappingGaps(mapping: Mapping, areas: AreaList): readonly string[] {
  const unsaid = findUnsaid(mapping);
  return [
    unsaid.includes('area') ? findAreaGap(mapping, areas) : undefined,
    unsaid.includes('period') ? findPeriodGap(mapping) : undefined,
    mapping.columns.some(({ role }) => role === 'value') ? undefined : 'Say which columns hold the figures.',
  ].filter((gap) => gap !== undefined);
}
