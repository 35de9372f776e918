/** The ways in which an outcome's indicators can be shown besides the table. */
import type { Options } from '../../address/options.ts';
import { findNeighbours } from '../../analysis/compare.ts';
import type { OutcomeSummary } from '../../analysis/overview.ts';
import { listVerdicts } from '../../analysis/overview.ts';
import { describeFinding } from '../../analysis/title.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import { buildMultiples } from '../../chart/build/multiples.ts';
import { buildProfile } from '../../chart/build/profile.ts';
import { buildRug } from '../../chart/build/rug.ts';
import type { FormChart } from '../../chart/forms.ts';
import { drawPageChart, toPageChartSize } from '../../chart/forms.ts';
import type { RugInput } from '../../chart/forms/rug.ts';
import type { Scene } from '../../chart/scene.ts';
import type { AreaCode } from '../../domain/area.ts';
import { comparePeriods } from '../../domain/period.ts';
import { toSeriesKey } from '../../domain/series.ts';
import { toFileName } from '../../export/file-name.ts';
import type { OutgoingChart } from '../../export/outgoing.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { describeSources, describeUnits } from './source-line.ts';
import { describeMovement, describeStanding } from './standing.ts';

export const SHOWN_AS = {
  table: 'Table',
  rug: 'Rug',
  profile: 'Profile',
  multiples: 'Small multiples',
} as const satisfies Record<Options['show'], string>;

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
  return buildHomeRug(dashboard, home, listVerdicts(summary), title);
}

type OutcomeForm = 'profile' | 'multiples';

const SHOWS = {
  profile: 'where each figure lies between the worst and the best authority, worst first',
  multiples: 'every indicator over time, each on its own scale',
} as const satisfies Record<OutcomeForm, string>;

/** "Latest figures: 2021 the oldest, 2024/25 the newest": each indicator has a latest period of its own. */
function describePeriods(verdicts: readonly Verdict[]): string {
  const periods = verdicts.map(({ period }) => period).sort(comparePeriods);
  const [oldest = '', newest = ''] = [periods[0]?.label, periods.at(-1)?.label];
  return `Latest figures: ${oldest === newest ? newest : `${oldest} the oldest, ${newest} the newest`}`;
}

/** @param name of the outcome, and of the area where the page around it does not say it */
function buildOutcome(
  { figures, neighbourSet }: Dashboard,
  summary: OutcomeSummary,
  form: OutcomeForm,
  name: string,
): FormChart<OutcomeForm> {
  const verdicts = listVerdicts(summary);
  const indicators = verdicts.map(({ indicator }) => indicator);
  const words = {
    title: `${name}: ${SHOWS[form]}`,
    caption: `${describePeriods(verdicts)}. ${describeUnits(indicators)}${describeSources(indicators)}`,
  };
  const neighbours = neighbourSet ? { neighbours: neighbourSet } : {};
  switch (form) {
    case 'profile':
      return { form, input: buildProfile(figures, verdicts, words) };
    case 'multiples':
      return { form, input: buildMultiples(figures, { verdicts, ...words, ...neighbours }) };
  }
}

export function drawOutcome(dashboard: Dashboard, summary: OutcomeSummary, form: OutcomeForm, width: number): Scene {
  const chart = buildOutcome(dashboard, summary, form, summary.outcome.name);
  return drawPageChart(chart, toPageChartSize(chart, width));
}

/** "better than England on 5 indicators, similar on 3, worse on 4". */
function describeAgainstEngland(verdicts: readonly Verdict[]): string {
  const count = (answer: Verdict['england']['answer']): string =>
    String(verdicts.filter(({ england }) => england.answer === answer).length);
  return `better than England on ${count('better')}, similar on ${count('similar')}, worse on ${count('worse')} of ${String(verdicts.length)} indicators`;
}

/** The same on its way out, for somebody who does not see the page. */
export function toOutgoingOutcome(
  dashboard: Dashboard,
  home: AreaCode,
  summary: OutcomeSummary,
  form: OutcomeForm,
): OutgoingChart {
  const verdicts = listVerdicts(summary);
  const homeName = dashboard.figures.areas.nameOf(home);
  const name = `${homeName}, ${summary.outcome.name}`;
  const chart = buildOutcome(dashboard, summary, form, name);
  const ends = verdicts.map(({ period }) => period.end.slice(0, 4)).sort();
  const findings = {
    profile: describeAgainstEngland(verdicts),
    multiples: `${describeMovement(summary.movement)} on the period before`,
  } as const satisfies Record<OutcomeForm, string>;
  return {
    chart,
    finding: `${name}: ${findings[form]}`,
    sentence: describeStanding(summary.counts, dashboard.peers, dashboard.navigation.options.average),
    notes: [...verdicts.map((verdict) => `${describeFinding(verdict)}.`), chart.input.caption],
    fileName: toFileName(homeName, summary.outcome.name, [...new Set([ends[0], ends.at(-1)])].join(' '), form),
  };
}

/** From the id of a row or panel to the page of its indicator. */
export function toPagesByKey(dashboard: Dashboard, verdicts: readonly Verdict[]): ReadonlyMap<string, string> {
  return new Map(
    verdicts.map((verdict) => [toSeriesKey(verdict.indicator.id, verdict.group.id), dashboard.toIndicator(verdict)]),
  );
}
