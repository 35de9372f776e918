/** A board pack in the making: what is in it, in which order, and what it becomes. */
import { formatAddress } from '../../address/address.ts';
import { primaryGroupOf } from '../../analysis/primary-group.ts';
import { judge } from '../../analysis/verdict.ts';
import type { Area } from '../../domain/area.ts';
import type { Indicator, IndicatorId, Outcome } from '../../domain/indicator.ts';
import { findShownCommentary } from '../../domain/written.ts';
import type { OutgoingChart } from '../../export/outgoing.ts';
import type { PackChoice } from '../../export/pack-figures.ts';
import type { StepOptions } from '../../export/steps.ts';
import { takeSteps } from '../../export/steps.ts';
import { choosePackCommentary, findPackIndicators } from '../../export/pack-figures.ts';
import type { Pack } from '../../export/pack.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { toOutgoing } from './indicator-charts.ts';
import type { Shelf } from './shelf.svelte.ts';
import { describeSource } from './source-line.ts';

export interface PackOutcome {
  readonly outcome: Outcome;
  readonly indicators: readonly Indicator[];
  /** How many of them are in the pack. */
  readonly chosen: number;
}

/** The forms in which an indicator stands on slides of its own. */
const SLIDE_FORMS = ['trend', 'neighbours'] as const;

/** The list with one of its items a place earlier (-1) or later (1) among those that `belongs` names. */
export function moveAmong<T>(list: readonly T[], item: T, by: -1 | 1, belongs: (one: T) => boolean): readonly T[] {
  const own = list.filter(belongs);
  const at = own.indexOf(item);
  const other = own[at + by];
  if (at < 0 || other === undefined) return list;
  return list.map((one) => (one === item ? other : one === other ? item : one));
}

export class PackDesk {
  private readonly dashboard: Dashboard<Shelf>;
  readonly home: Area;
  private outcomeOrder = $state.raw<readonly string[]>([]);
  private indicatorOrder = $state.raw<readonly IndicatorId[]>([]);
  private leftOut = $state.raw<ReadonlySet<IndicatorId>>(new Set());
  title = $state('');
  madeBy = $state('');
  withCommentary = $state(true);

  constructor(dashboard: Dashboard<Shelf>, home: Area) {
    this.dashboard = dashboard;
    this.home = home;
    this.outcomeOrder = dashboard.figures.catalogue.outcomes.map(({ id }) => id);
    this.indicatorOrder = findPackIndicators(dashboard.figures).map(({ id }) => id);
    this.title = `${home.name}: Every Child Matters outcomes`;
    this.madeBy = dashboard.shelf.written.settings.get('author') ?? '';
  }

  /** Every outcome with its indicators, in the order of the pack. */
  readonly outcomes: readonly PackOutcome[] = $derived.by(() => {
    const { figures } = this.dashboard;
    const available = new Map(findPackIndicators(figures).map((indicator) => [indicator.id, indicator]));
    const ordered = [...new Set([...this.indicatorOrder, ...available.keys()])].flatMap(
      (id) => available.get(id) ?? [],
    );
    return this.outcomeOrder.flatMap((id) => {
      const outcome = figures.catalogue.outcomes.find((one) => one.id === id);
      const indicators = ordered.filter((indicator) => indicator.outcome === id);
      const chosen = indicators.filter((indicator) => !this.leftOut.has(indicator.id)).length;
      return outcome ? [{ outcome, indicators, chosen }] : [];
    });
  });

  readonly choice: PackChoice = $derived.by(() => {
    const { neighbourSet } = this.dashboard;
    return {
      home: this.home.code,
      outcomes: this.outcomes.filter(({ chosen }) => chosen > 0).map(({ outcome }) => outcome.id),
      indicators: this.outcomes
        .flatMap(({ indicators }) => indicators)
        .filter(({ id }) => this.has(id))
        .map(({ id }) => id),
      ...(neighbourSet ? { neighbours: neighbourSet.id } : {}),
    };
  });

  /** How many subjects of the pack somebody has written about. */
  readonly commentaries: number = $derived.by(
    () => choosePackCommentary(this.dashboard.shelf.written.commentary, this.choice).length,
  );

  has(indicator: IndicatorId): boolean {
    return !this.leftOut.has(indicator);
  }

  /** Takes indicators in, or leaves them out. */
  choose(indicators: readonly Indicator[], isIn: boolean): void {
    const leftOut = new Set(this.leftOut);
    for (const { id } of indicators) {
      if (isIn) leftOut.delete(id);
      else leftOut.add(id);
    }
    this.leftOut = leftOut;
  }

  moveOutcome(outcome: string, by: -1 | 1): void {
    this.outcomeOrder = moveAmong(this.outcomeOrder, outcome, by, () => true);
  }

  /** Within its aim, which is how the pages list indicators. */
  moveIndicator(indicator: Indicator, by: -1 | 1): void {
    const { figures } = this.dashboard;
    const all = this.outcomes.flatMap(({ indicators }) => indicators.map(({ id }) => id));
    this.indicatorOrder = moveAmong(all, indicator.id, by, (id) => {
      const one = figures.findIndicator(id);
      return one?.outcome === indicator.outcome && one?.aim === indicator.aim;
    });
  }

  async make(): Promise<Pack> {
    const { makePack } = await import('../../export/make-pack.ts');
    const { shelf, figures, navigation } = this.dashboard;
    const { set: _, ...options } = navigation.options;
    const madeBy = this.madeBy.trim();
    return makePack({
      choice: this.choice,
      figures,
      bundled: shelf.bundled,
      filesOf: (indicator) => shelf.filesOf(indicator),
      commentary: this.withCommentary ? shelf.written.commentary : [],
      title: this.title.trim() || this.home.name,
      ...(madeBy === '' ? {} : { madeBy }),
      made: new Date().toISOString(),
      opensAt: formatAddress({ view: { page: 'start' }, options }),
    });
  }

  /** Slides for each indicator of the pack: over time, then among its neighbours where it has any. */
  async toSlides(steps: StepOptions): Promise<readonly OutgoingChart[]> {
    const slides: OutgoingChart[] = [];
    await takeSteps(this.choice.indicators, steps, (id) => {
      slides.push(...this.toSlidesOf(id));
    });
    return slides;
  }

  private toSlidesOf(id: IndicatorId): readonly OutgoingChart[] {
    const { figures, navigation, neighbourSet, shelf } = this.dashboard;
    const { options } = navigation;
    const indicator = figures.findIndicator(id);
    const verdict =
      indicator &&
      judge(figures, {
        home: this.home.code,
        indicator,
        group: primaryGroupOf(indicator),
        average: options.average,
        ...(neighbourSet ? { neighbours: neighbourSet } : {}),
      });
    if (!verdict) return [];
    const caption = describeSource(indicator, shelf.filesOf(id), shelf.made);
    const about = { kind: 'indicator', indicator: id, group: verdict.group.id } as const;
    const commentary = findShownCommentary(shelf.written.commentary, about, this.home.code);
    const charts = { figures, verdict, options, neighbours: neighbourSet, caption, commentary };
    return SLIDE_FORMS.flatMap((form) => toOutgoing(form, charts, this.dashboard.toIndicator(verdict)) ?? []);
  }
}
