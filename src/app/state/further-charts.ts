/** The charts of one indicator that no embed draws: the change, the run and the map. */
import { buildChange } from '../../chart/build/change.ts';
import { buildTileMap } from '../../chart/build/tile-map.ts';
import { buildXmr } from '../../chart/build/xmr.ts';
import type { FormChart } from '../../chart/forms.ts';
import type { OutgoingChart } from '../../export/outgoing.ts';
import type { IndicatorCharts } from './indicator-charts.ts';
import { choose, toIndicatorOutgoing, toLeavingCaption } from './indicator-charts.ts';

/** In the order of the page. */
export const FURTHER_FORMS = ['change', 'xmr', 'tile-map'] as const;
export type FurtherForm = (typeof FURTHER_FORMS)[number];
export type FurtherChart = FormChart<FurtherForm>;

/** @param toTitle what stands above the chart, from what it shows */
function build(
  form: FurtherForm,
  charts: IndicatorCharts,
  toTitle: (shows: string) => string,
): FurtherChart | undefined {
  const { figures, verdict } = charts;
  const { period } = verdict;
  switch (form) {
    case 'change': {
      const input = buildChange(figures, { ...choose(charts, toTitle('Change')), period });
      return input && { form, input };
    }
    case 'xmr': {
      const input = buildXmr(figures, choose(charts, toTitle('Ordinary variation, or a signal?')));
      return input && { form, input };
    }
    case 'tile-map': {
      const input = buildTileMap(figures, {
        ...choose(charts, toTitle(`England by quarter, ${period.label}`)),
        period,
      });
      return input && { form, input };
    }
  }
}

/** The chart as it stands on the page; undefined where there is nothing to show. */
export function buildFurtherChart(form: FurtherForm, charts: IndicatorCharts): FurtherChart | undefined {
  return build(form, charts, (shows) => shows);
}

/** The same on its way out: its title names what the page around it did. */
export function toFurtherOutgoing(form: FurtherForm, charts: IndicatorCharts): OutgoingChart | undefined {
  const { homeName, indicator } = charts.verdict;
  const leaving = { ...charts, caption: toLeavingCaption(charts) };
  const chart = build(form, leaving, (shows) => `${homeName}, ${indicator.shortName}: ${shows}`);
  return chart && toIndicatorOutgoing(chart, charts);
}
