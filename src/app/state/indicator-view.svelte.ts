/** Everything the page of one indicator shows, derived from the address and the figures. */
import type { ComparisonRow } from '../../analysis/table.ts';
import { compareByPeriod } from '../../analysis/table.ts';
import type { Comparison } from '../../analysis/comparison.ts';
import { formatFigure, formatValue } from '../../analysis/format.ts';
import { describeVerdict } from '../../analysis/sentence.ts';
import { describeFinding } from '../../analysis/title.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import { judge } from '../../analysis/verdict.ts';
import { drawDistribution } from '../../chart/forms/distribution.ts';
import { drawNeighbours } from '../../chart/forms/neighbours.ts';
import { drawTrend } from '../../chart/forms/trend.ts';
import type { ChartChoice } from '../../chart/from-figures.ts';
import { buildDistribution, buildNeighbours, buildTrend } from '../../chart/from-figures.ts';
import type { ChartSize, Scene } from '../../chart/scene.ts';
import type { Area, AreaCode } from '../../domain/area.ts';
import type { Aim, Group, GroupId, Indicator, Outcome } from '../../domain/indicator.ts';
import { ALL } from '../../domain/indicator.ts';
import type { Value } from '../../domain/value.ts';
import { explainMissing, isMeasured } from '../../domain/value.ts';
import { toFileName } from '../../export/file-name.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { describeSource } from './source-line.ts';

export interface ComparisonCell {
  readonly text: string;
  readonly missing: boolean;
  /** Why there is no number, or how many an average rests on. */
  readonly explanation: string | undefined;
  /** "10 of 10", under an average. */
  readonly restsOn?: string;
}

const TREND_SHAPE = { wide: 0.56, narrow: 1.05 } as const;
const NARROW = 520;

export class IndicatorView {
  private readonly dashboard: Dashboard;
  readonly home: Area | undefined;
  readonly indicator: Indicator | undefined;
  readonly group: GroupId;
  readonly verdict: Verdict | undefined;
  /** What the address asked for and could not be found, in words. */
  readonly missing: string;

  constructor(dashboard: Dashboard) {
    this.dashboard = dashboard;
    const { view, options } = dashboard.navigation;
    const asked = view.page === 'indicator' ? view : undefined;
    this.home = dashboard.home;
    this.indicator = asked && dashboard.findIndicator(asked.indicator);
    this.group = asked?.group ?? (this.indicator?.groups.includes(ALL) ? ALL : (this.indicator?.groups[0] ?? ALL));
    this.verdict =
      this.indicator && this.home
        ? judge(dashboard.figures, {
            home: this.home.code,
            indicator: this.indicator,
            group: this.group,
            average: options.average,
            ...(dashboard.neighbourSet ? { neighbours: dashboard.neighbourSet } : {}),
          })
        : undefined;
    this.missing = this.indicator
      ? `No figures are stored for “${this.indicator.name}”, group “${this.group}”.`
      : `There is no indicator “${asked?.indicator ?? ''}” here. It may come from a file that was loaded in another browser, or that has been undone.`;
  }

  get comparison(): Comparison | undefined {
    return this.verdict?.comparison;
  }

  get outcome(): Outcome | undefined {
    return this.dashboard.figures.catalogue.outcomes.find((one) => one.id === this.indicator?.outcome);
  }

  get aim(): Aim | undefined {
    return this.outcome?.aims.find((one) => one.id === this.indicator?.aim);
  }

  get groups(): readonly Group[] {
    return (this.indicator?.groups ?? []).map(
      (id) => this.dashboard.figures.catalogue.groups.find((group) => group.id === id) ?? { id, name: id, plain: id },
    );
  }

  get finding(): string {
    return this.verdict ? describeFinding(this.verdict) : '';
  }

  get sentence(): string {
    return this.verdict ? describeVerdict(this.verdict) : '';
  }

  get subtitle(): string {
    if (!this.verdict || !this.indicator) return '';
    const group = this.indicator.groups.length > 1 ? `, ${this.verdict.group.name.toLowerCase()}` : '';
    const unit = this.indicator.unit === '' ? '' : `, ${this.indicator.unit}`;
    return `${this.indicator.name}${group}${unit}`;
  }

  private choose(title: string): ChartChoice | undefined {
    const { verdict, indicator, home, group, dashboard } = this;
    if (!verdict || !indicator || !home) return undefined;
    return {
      home: home.code,
      indicator,
      group,
      title,
      caption: describeSource(indicator, dashboard.shelf.filesOf(indicator.id)),
      start: dashboard.navigation.options.axis,
      average: dashboard.navigation.options.average,
      ...(dashboard.neighbourSet ? { neighbours: dashboard.neighbourSet } : {}),
    };
  }

  /** One of the charts of the page, before it is drawn. */
  chartOf(form: IndicatorForm): Chart | undefined {
    const { figures } = this.dashboard;
    switch (form) {
      case 'trend': {
        const choice = this.choose(`${this.indicator?.shortName ?? ''} over time`);
        const input = choice && buildTrend(figures, choice);
        return input && { form, input };
      }
      case 'neighbours': {
        const choice = this.chooseLatest((period) => `${this.home?.name ?? ''} and its statistical neighbours, ${period}`);
        const input = choice && buildNeighbours(figures, { ...choice, start: 'zero' });
        return input && { form, input };
      }
      case 'authorities': {
        const choice = this.chooseLatest((period) => `All authorities, ${period}`);
        const input = choice && buildDistribution(figures, choice);
        return input && { form, input };
      }
    }
  }

  draw(form: IndicatorForm, width: number): Scene | undefined {
    const chart = this.chartOf(form);
    return chart && drawChart(chart, toPageSize(form, width));
  }

  /** A chart with what its receiver needs, who does not see the page around it. */
  outgoing(form: IndicatorForm): OutgoingChart | undefined {
    const { home, verdict, indicator, group } = this;
    const chart = this.chartOf(form);
    if (!chart || chart.form === 'drawn' || !home || !verdict || !indicator) return undefined;
    return toOutgoing({ chart, verdict, home, subject: this.subject, address: this.dashboard.toEmbed(indicator, group, form) });
  }

  private chooseLatest(toTitle: (period: string) => string): ChartChoice | undefined {
    const period = this.verdict?.period;
    const choice = period && this.choose(toTitle(period.label));
    return choice && { ...choice, period };
  }

  get comparisonColumns(): readonly string[] {
    const region = this.verdict?.regionName;
    return ['Period', this.home?.name ?? '', 'England', ...(region ? [region] : []), 'Statistical neighbours'];
  }

  /** The latest period first. */
  get comparisonRows(): readonly { key: string; period: string; cells: readonly ComparisonCell[] }[] {
    const choice = this.choose('');
    if (!choice) return [];
    return compareByPeriod(this.dashboard.figures, choice)
      .toReversed()
      .map((row) => ({ key: row.period.end, period: row.period.label, cells: this.toCells(row) }));
  }

  private toCells({ home, england, region, neighbours }: ComparisonRow): ComparisonCell[] {
    const number = neighbours[this.dashboard.navigation.options.average];
    const restsOn = `${String(neighbours.n)} of ${String(neighbours.of)}`;
    return [
      this.toCell(home),
      this.toCell(england),
      ...(this.verdict?.regionName ? [this.toCell(region)] : []),
      {
        text: number === undefined || !this.indicator ? 'no figure' : formatFigure(number, this.indicator),
        missing: number === undefined,
        explanation: `rests on ${restsOn} neighbours`,
        restsOn,
      },
    ];
  }

  private toCell(value: Value | undefined): ComparisonCell {
    const text = this.indicator ? formatValue(value, this.indicator) : '';
    if (isMeasured(value)) return { text, missing: false, explanation: value.status };
    return { text, missing: true, explanation: value ? explainMissing(value.missing) : 'not in the file' };
  }

  /** The same indicator of another authority. */
  toOther(area: AreaCode): string {
    return this.indicator ? this.dashboard.toIndicatorPage(this.indicator, this.group, area) : '#/';
  }
}
