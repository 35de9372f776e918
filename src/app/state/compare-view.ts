/** What the compare page shows: the areas and indicators of the address, or a proposal where it names none. */
import type { CompareView } from '../../address/address.ts';
import { findNeighbours } from '../../analysis/compare.ts';
import { latestPeriodOf } from '../../analysis/field.ts';
import { findLatestFor } from '../../analysis/latest.ts';
import { primaryGroupOf } from '../../analysis/primary-group.ts';
import type { RugSubject } from '../../chart/build/rug.ts';
import type { Area, AreaCode } from '../../domain/area.ts';
import { ENGLAND } from '../../domain/area.ts';
import type { Figures } from '../../domain/figures.ts';
import type { IndicatorId } from '../../domain/indicator.ts';
import type { Dashboard } from './dashboard.svelte.ts';

const PROPOSED_NEIGHBOURS = 4;
const PROPOSED_INDICATORS = 4;

export interface Compared {
  /** All that are shown, in full: what an address of this very page names. */
  readonly view: CompareView;
  readonly areas: readonly Area[];
  readonly subjects: readonly RugSubject[];
  /** Ids that mean nothing here, in words. */
  readonly remarks: readonly string[];
}

function proposeAreas(dashboard: Dashboard, home: AreaCode): readonly AreaCode[] {
  return [home, ENGLAND, ...findNeighbours(dashboard.neighbourSet, home).slice(0, PROPOSED_NEIGHBOURS)];
}

/** What stands out about the authority; without anything, the first of the catalogue. */
function proposeIndicators({ overview, figures }: Dashboard): readonly IndicatorId[] {
  const attention = (overview?.attention ?? []).map(({ verdict }) => verdict.indicator.id);
  const all = attention.length > 0 ? attention : figures.catalogue.indicators.map(({ id }) => id);
  return [...new Set(all)].slice(0, PROPOSED_INDICATORS);
}

/** An indicator by its primary group, at home's latest period with a figure, else the latest of all. */
function findSubject(figures: Figures, home: AreaCode, id: IndicatorId): RugSubject | undefined {
  const indicator = figures.findIndicator(id);
  const group = indicator && primaryGroupOf(indicator);
  const series = indicator && group !== undefined ? figures.findSeries(id, group) : undefined;
  const period = series && (findLatestFor(series, home) ?? latestPeriodOf(series, figures.areas));
  return indicator && group !== undefined && period ? { indicator, group, period } : undefined;
}

export function readCompared(dashboard: Dashboard, asked: CompareView): Compared {
  const { figures } = dashboard;
  const codes = asked.areas.length > 0 ? asked.areas : proposeAreas(dashboard, asked.area);
  const ids = asked.indicators.length > 0 ? asked.indicators : proposeIndicators(dashboard);
  const areas = codes.flatMap((code) => figures.areas.find(code) ?? []);
  const subjects = ids.flatMap((id) => findSubject(figures, asked.area, id) ?? []);
  const known = new Set(subjects.map(({ indicator }) => indicator.id));
  return {
    view: { ...asked, areas: areas.map(({ code }) => code), indicators: subjects.map(({ indicator }) => indicator.id) },
    areas,
    subjects,
    remarks: [
      ...codes
        .filter((code) => !figures.areas.find(code))
        .map((code) => `“${code}” is not the code of an area in England, so it is left out.`),
      ...ids.filter((id) => !known.has(id)).map((id) => `There are no figures for “${id}” here, so it is left out.`),
    ],
  };
}
