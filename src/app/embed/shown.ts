/** What an embed's address asks for: a chart of the figures that come with the dashboard, or one frozen into the link. */
import { readAddress } from '../../address/address.ts';
import { describeUnknownSet } from '../../analysis/peers.ts';
import { judge } from '../../analysis/verdict.ts';
import type { Chart } from '../../chart/chart.ts';
import type { Figures } from '../../domain/figures.ts';
import { ALL } from '../../domain/indicator.ts';
import { findFrozen, isFrozen } from '../../export/frozen-link.ts';
import { titleOf } from '../../export/outgoing.ts';
import { buildLeavingChart } from '../state/indicator-charts.ts';
import { describeSource } from '../state/source-line.ts';

export interface Shown {
  readonly chart: Chart | undefined;
  readonly title: string;
  /** Verdicts in red, amber and green. */
  readonly isRag: boolean;
  /** What could not be shown as asked, in words for the reader. */
  readonly remarks: readonly string[];
}

const nothing = (remarks: readonly string[]): Shown => ({ chart: undefined, title: '', isRag: false, remarks });

const DAMAGED =
  'The figures in this link cannot be read: it was cut or changed on its way, or made by another version. Copy the embed code again.';

function showAddress(hash: string, figures: Figures): Shown {
  const { view, options, remarks } = readAddress(hash);
  if (view.page !== 'indicator') {
    return nothing([...remarks, 'The address names no indicator, so there is no chart to show.']);
  }
  const home = figures.areas.find(view.area);
  const indicator = figures.findIndicator(view.indicator);
  if (!home) return nothing([...remarks, `“${view.area}” is not the code of an area in England.`]);
  if (!indicator) return nothing([...remarks, `There is no indicator “${view.indicator}” here.`]);
  const group = view.group ?? (indicator.groups.includes(ALL) ? ALL : (indicator.groups[0] ?? ALL));
  const asked = figures.neighbourSets.find(({ id }) => id === options.set);
  const set = asked ?? figures.neighbourSets[0];
  const verdict = judge(figures, {
    home: home.code,
    indicator,
    group,
    average: options.average,
    ...(set ? { neighbours: set } : {}),
  });
  if (!verdict) return nothing([...remarks, `No figures of “${indicator.name}” are here for the group “${group}”.`]);
  const charts = { figures, verdict, options, neighbours: set, caption: describeSource(indicator, []) };
  const chart = buildLeavingChart(options.chart, charts);
  const elsewhere = options.set !== undefined && !asked ? [describeUnknownSet(verdict.comparison.peers)] : [];
  return {
    chart,
    title: chart ? titleOf(chart) : '',
    isRag: options.colours === 'rag',
    remarks: [...remarks, ...elsewhere],
  };
}

/** @param loadFigures asked only where the link does not carry its own */
export async function readShown(hash: string, loadFigures: () => Promise<Figures>): Promise<Shown> {
  if (!isFrozen(hash)) return showAddress(hash, await loadFigures());
  const chart = (await findFrozen(hash))?.chart;
  return chart ? { chart, title: titleOf(chart), isRag: false, remarks: [] } : nothing([DAMAGED]);
}
