/** The ways in which an outcome's indicators can be shown besides the table. */
import type { Options } from '../../address/options.ts';
import { findNeighbours } from '../../analysis/compare.ts';
import type { OutcomeSummary } from '../../analysis/overview.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import { buildMultiples } from '../../chart/build/multiples.ts';
import { buildProfile } from '../../chart/build/profile.ts';
import { buildRug } from '../../chart/build/rug.ts';
import { drawOnPage } from '../../chart/forms.ts';
import type { RugInput } from '../../chart/forms/rug.ts';
import type { Scene } from '../../chart/scene.ts';
import type { AreaCode } from '../../domain/area.ts';
import { toSeriesKey } from '../../domain/series.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { describeSources } from './source-line.ts';

export const SHOWN_AS = {
  table: 'Table',
  rug: 'Rug',
  profile: 'Profile',
  multiples: 'Small multiples',
} as const satisfies Record<Options['show'], string>;

const verdictsOf = (summary: OutcomeSummary): readonly Verdict[] => summary.aims.flatMap(({ verdicts }) => verdicts);

/** Any indicators of home and its neighbours, side by side. */
export function buildHomeRug(
  dashboard: Dashboard,
  home: AreaCode,
  verdicts: readonly Verdict[],
  title: string,
): RugInput {
  return buildRug(dashboard.figures, {
    home,
    areas: [home, ...findNeighbours(dashboard.neighbourSet, home)],
    subjects: verdicts.map(({ indicator, group, period }) => ({ indicator, group: group.id, period })),
    title,
    caption: describeSources(verdicts.map(({ indicator }) => indicator)),
  });
}

export function buildOutcomeRug(dashboard: Dashboard, home: AreaCode, summary: OutcomeSummary): RugInput {
  const title = `${summary.outcome.name}: latest figures of ${dashboard.figures.areas.nameOf(home)} and ${dashboard.peers.company}`;
  return buildHomeRug(dashboard, home, verdictsOf(summary), title);
}

export function drawOutcome(
  dashboard: Dashboard,
  summary: OutcomeSummary,
  form: 'profile' | 'multiples',
  width: number,
): Scene {
  const { figures, neighbourSet } = dashboard;
  const verdicts = verdictsOf(summary);
  const caption = describeSources(verdicts.map(({ indicator }) => indicator));
  switch (form) {
    case 'profile': {
      const title = `${summary.outcome.name}: where each figure lies between the worst and the best authority, worst first`;
      return drawOnPage('profile', buildProfile(figures, verdicts, { title, caption }), width);
    }
    case 'multiples': {
      const title = `${summary.outcome.name}: every indicator over time, each on its own scale`;
      const set = neighbourSet ? { neighbours: neighbourSet } : {};
      return drawOnPage('multiples', buildMultiples(figures, { verdicts, title, caption, ...set }), width);
    }
  }
}

/** From the id of a row or panel to the page of its indicator. */
export function toPagesByKey(dashboard: Dashboard, verdicts: readonly Verdict[]): ReadonlyMap<string, string> {
  return new Map(
    verdicts.map((verdict) => [toSeriesKey(verdict.indicator.id, verdict.group.id), dashboard.toIndicator(verdict)]),
  );
}
