/** Everything the page of one indicator shows, derived from the address and the figures. */
import { OPTION_CHOICES } from '../../address/options.ts';
import type { ComparisonRow } from '../../analysis/table.ts';
import { compareByPeriod } from '../../analysis/table.ts';
import type { Comparison } from '../../analysis/comparison.ts';
import { formatFigure, formatValue } from '../../analysis/format.ts';
import { describeRests } from '../../analysis/neighbour-average.ts';
import { describeVerdict } from '../../analysis/sentence.ts';
import { describeFinding } from '../../analysis/title.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import { judge } from '../../analysis/verdict.ts';
import { drawChart, toPageSize } from '../../chart/chart.ts';
import type { Scene } from '../../chart/scene.ts';
import type { Area, AreaCode } from '../../domain/area.ts';
import type { Aim, Group, GroupId, Indicator, Outcome } from '../../domain/indicator.ts';
import { ALL } from '../../domain/indicator.ts';
import type { Value } from '../../domain/value.ts';
import { explainMissing, isMeasured } from '../../domain/value.ts';
import type { Commentary } from '../../domain/written.ts';
import { findShownCommentary } from '../../domain/written.ts';
import type { OutgoingChart } from '../../export/outgoing.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { FurtherChart } from './further-charts.ts';
import { buildFurtherChart, FURTHER_FORMS, toFurtherOutgoing } from './further-charts.ts';
import type { IndicatorCharts, IndicatorForm } from './indicator-charts.ts';
import { buildIndicatorChart, describeMeasured, toOutgoing } from './indicator-charts.ts';
import { describeSource } from './source-line.ts';

export interface ComparisonCell {
  readonly text: string;
  readonly missing: boolean;
  /** Why there is no number, or how many an average rests on. */
  readonly explanation: string | undefined;
  /** "10 of 10", under an average; "9 of 10 †" where the step to it is affected. */
  readonly restsOn?: string;
  /** Unrounded, to sort by. */
  readonly number: number | undefined;
  /** As published; not of an average. */
  readonly value?: Value | undefined;
}

/** One period of the table "Comparison". */
export interface ComparisonLine {
  readonly key: string;
  readonly period: string;
  readonly cells: readonly ComparisonCell[];
  /** Does the average rest on other neighbours than in the period before? */
  readonly isStepAffected: boolean;
}

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
    const unit = this.indicator.unit === '' ? '' : `, ${this.indicator.unit}`;
    return `${describeMeasured(this.verdict)}${unit}`;
  }

  /** What stands on the page of what officers wrote. */
  readonly commentary: Commentary | undefined = $derived.by(() => {
    const { indicator, home, group, dashboard } = this;
    if (!indicator || !home) return undefined;
    const about = { kind: 'indicator', indicator: indicator.id, group } as const;
    return findShownCommentary(dashboard.shelf.written.commentary, about, home.code);
  });

  private readonly charts: IndicatorCharts | undefined = $derived.by(() => {
    const { verdict, dashboard } = this;
    return (
      verdict && {
        figures: dashboard.figures,
        verdict,
        options: dashboard.navigation.options,
        neighbours: dashboard.neighbourSet,
        caption: describeSource(verdict.indicator, dashboard.shelf.filesOf(verdict.indicator.id), dashboard.shelf.made),
        commentary: this.commentary,
      }
    );
  });

  /** A chart of the page at a width in pixels. */
  draw(form: IndicatorForm, width: number): Scene | undefined {
    const chart = this.charts && buildIndicatorChart(form, this.charts);
    return chart && drawChart(chart, toPageSize(chart, width));
  }

  /** The charts that no embed draws, each where there is something to show. */
  readonly further: readonly FurtherChart[] = $derived.by(() => {
    const { charts } = this;
    return charts ? FURTHER_FORMS.flatMap((form) => buildFurtherChart(form, charts) ?? []) : [];
  });

  /** One of them on its way out. */
  outgoingFurther({ form }: FurtherChart): OutgoingChart | undefined {
    return this.charts && toFurtherOutgoing(form, this.charts);
  }

  /** The same chart on its way out. */
  outgoing(form: IndicatorForm): OutgoingChart | undefined {
    const { navigation } = this.dashboard;
    return this.charts && toOutgoing(form, this.charts, navigation.to(navigation.view, { chart: form }));
  }

  /** Every chart of the page, in its order. */
  get allOutgoing(): readonly OutgoingChart[] {
    return [
      ...OPTION_CHOICES.chart.values.map((form) => this.outgoing(form)),
      ...this.further.map((chart) => this.outgoingFurther(chart)),
    ].filter((chart) => chart !== undefined);
  }

  get comparisonColumns(): readonly string[] {
    const region = this.verdict?.regionName;
    return ['Period', this.home?.name ?? '', 'England', ...(region ? [region] : []), this.dashboard.peers.title];
  }

  /** The latest period first. */
  get comparisonRows(): readonly ComparisonLine[] {
    const { verdict, dashboard } = this;
    if (!verdict) return [];
    const { home, indicator, group } = verdict;
    const neighbours = dashboard.neighbourSet ? { neighbours: dashboard.neighbourSet } : {};
    return compareByPeriod(dashboard.figures, { home, indicator, group: group.id, ...neighbours })
      .toReversed()
      .map((row) => ({
        key: row.period.end,
        period: row.period.label,
        cells: this.toCells(row),
        isStepAffected: row.isStepAffected,
      }));
  }

  private toCells(row: ComparisonRow): ComparisonCell[] {
    return [
      this.toCell(row.home),
      this.toCell(row.england),
      ...(this.verdict?.regionName ? [this.toCell(row.region)] : []),
      row.supplied === undefined ? this.toAverageCell(row) : this.toSuppliedCell(row.supplied),
    ];
  }

  /** An average that a file gave: said to be so, because it was not worked out here. */
  private toSuppliedCell(number: number): ComparisonCell {
    return {
      text: this.indicator ? formatFigure(number, this.indicator) : '',
      missing: false,
      number,
      explanation: 'the average as the file gives it, not worked out here',
      restsOn: 'as supplied',
    };
  }

  private toAverageCell({ neighbours, isStepAffected }: ComparisonRow): ComparisonCell {
    const number = neighbours[this.dashboard.navigation.options.average];
    const restsOn = `${String(neighbours.n)} of ${String(neighbours.of)}`;
    return {
      text: number === undefined || !this.indicator ? 'no figure' : formatFigure(number, this.indicator),
      missing: number === undefined,
      number,
      explanation: `rests on ${describeRests(neighbours)}${isStepAffected ? '; not the same ones as in the period before' : ''}`,
      restsOn: isStepAffected ? `${restsOn} †` : restsOn,
    };
  }

  private toCell(value: Value | undefined): ComparisonCell {
    const text = this.indicator ? formatValue(value, this.indicator) : '';
    if (isMeasured(value)) {
      const said = [value.status, value.note].filter((words) => words !== undefined).join('; ');
      return { text, missing: false, explanation: said || undefined, number: value.number, value };
    }
    const explanation = value ? (value.note ?? explainMissing(value.missing)) : 'not in the file';
    return { text, missing: true, explanation, number: undefined, value };
  }

  /** The same indicator of another authority. */
  toOther(area: AreaCode): string {
    return this.indicator ? this.dashboard.toIndicatorPage(this.indicator, this.group, area) : '#/';
  }
}
