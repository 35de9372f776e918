/** What the whole dashboard knows: the figures, where the reader is, and whose figures they look at. */
import type { View } from '../../address/address.ts';
import { areaOf } from '../../address/address.ts';
import type { Overview, OverviewChoice } from '../../analysis/overview.ts';
import { judgeEach, summarise } from '../../analysis/overview.ts';
import type { Peers } from '../../analysis/peers.ts';
import { describePeers, describeUnknownSet } from '../../analysis/peers.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import type { Area, AreaCode } from '../../domain/area.ts';
import type { Figures, NeighbourSet } from '../../domain/figures.ts';
import type { GroupId, Indicator, IndicatorId } from '../../domain/indicator.ts';
import { ALL } from '../../domain/indicator.ts';
import type { FigureSource } from './figure-source.ts';
import { groupByKey } from './group-by-key.ts';
import type { LastArea } from './last-area.ts';
import { Navigation } from './navigation.svelte.ts';

export interface RegionList {
  readonly region: string;
  readonly authorities: readonly Area[];
}

export interface TopicList {
  readonly topic: string;
  readonly verdicts: readonly Verdict[];
}

export class Dashboard<Source extends FigureSource = FigureSource> {
  readonly shelf: Source;
  readonly navigation: Navigation;
  private readonly kept: LastArea;

  /** @param kept the authority of pages that name none */
  constructor(shelf: Source, kept: LastArea, navigation = new Navigation()) {
    this.shelf = shelf;
    this.kept = kept;
    this.navigation = navigation;
    this.lastCode = kept.read();
  }

  readonly figures: Figures = $derived.by(() => this.shelf.figures);
  readonly authorities: readonly Area[] = $derived(this.figures.areas.authorities);

  private lastCode = $state.raw<AreaCode>();
  readonly lastArea: Area | undefined = $derived.by(() =>
    this.lastCode ? this.figures.areas.find(this.lastCode) : undefined,
  );

  private readonly asked: AreaCode | undefined = $derived.by(() => areaOf(this.navigation.view));
  /** The authority of the address; on pages that name none, the last one looked at. */
  readonly home: Area | undefined = $derived.by(() =>
    this.asked === undefined ? this.lastArea : this.figures.areas.find(this.asked),
  );
  readonly isUnknownArea: boolean = $derived.by(() => this.asked !== undefined && this.home === undefined);

  /** Does the address ask for a set that is not here? What is stored may still be on its way. */
  private readonly isUnknownSet: boolean = $derived.by(() => {
    const { set } = this.navigation.options;
    return this.shelf.isReady && set !== undefined && this.figures.neighbourSets.every(({ id }) => id !== set);
  });

  /** What the reader should know before anything else: in words, most often none. */
  readonly remarks: readonly string[] = $derived.by(() => [
    ...(this.isUnknownArea ? [`“${String(this.asked)}” is not the code of an area in England. Choose one here.`] : []),
    ...(this.home?.abolished
      ? [`${this.home.name} was abolished on ${this.home.abolished}; its figures are history.`]
      : []),
    ...(this.isUnknownSet ? [describeUnknownSet(this.peers)] : []),
    ...(this.shelf.problem ? [this.shelf.problem.message] : []),
  ]);

  /** The chosen set of statistical neighbours, the newest where none is chosen. */
  readonly neighbourSet: NeighbourSet | undefined = $derived.by(() => {
    const chosen = this.navigation.options.set;
    return this.figures.neighbourSets.find((set) => set.id === chosen) ?? this.figures.neighbourSets[0];
  });

  /** What its members are called on every page. */
  readonly peers: Peers = $derived.by(() => describePeers(this.neighbourSet, this.figures.neighbourSets));

  /** With what verdicts are made, as the reader has chosen. */
  readonly judging: OverviewChoice = $derived.by(() => ({
    average: this.navigation.options.average,
    ...(this.neighbourSet ? { neighbours: this.neighbourSet } : {}),
  }));

  /** Every verdict on the home authority that stands under an outcome, by outcome and aim. */
  readonly overview: Overview | undefined = $derived.by(() =>
    this.home ? summarise(this.figures, this.home.code, this.judging) : undefined,
  );

  /** Verdicts on indicators that stand under no outcome; worked out for the page that lists them alone. */
  readonly unplacedByTopic: readonly TopicList[] = $derived.by(() =>
    groupByKey(
      this.overview ? judgeEach(this.overview.unplaced, this.figures, this.overview.home.code, this.judging) : [],
      (verdict) => verdict.indicator.topic ?? 'From loaded files',
    ).map(([topic, verdicts]) => ({ topic, verdicts })),
  );

  /** Authorities under the nine regions, both by name. */
  readonly authoritiesByRegion: readonly RegionList[] = $derived.by(() =>
    groupByKey(this.authorities, (area) => this.figures.areas.regionOf(area.code)?.name ?? 'Elsewhere')
      .map(([region, authorities]) => ({ region, authorities }))
      .sort((a, b) => a.region.localeCompare(b.region, 'en-GB')),
  );

  /** The title of the browser's tab. */
  readonly title: string = $derived.by(() => {
    const place = this.home && this.asked ? `${this.home.name}: ` : '';
    return `${place}Every Child Matters outcomes`;
  });

  /** Keeps the authority that is looked at, for pages and visits that name none. */
  remember(area: Area): void {
    this.lastCode = area.code;
    this.kept.write(area.code);
  }

  toOutcome(outcome: string): string {
    return this.toPage((area) => ({ page: 'outcome', area, outcome }));
  }

  toIndicator({ indicator, group }: Pick<Verdict, 'indicator' | 'group'>): string {
    return this.toIndicatorPage(indicator, group.id);
  }

  /** The page of an indicator; its first group stands in no address. */
  toIndicatorPage(indicator: Pick<Indicator, 'id' | 'groups'>, group: GroupId, home?: AreaCode): string {
    const named = group === ALL || group === indicator.groups[0] ? {} : { group };
    return this.toPage((area) => ({ page: 'indicator', area: home ?? area, indicator: indicator.id, ...named }));
  }

  private toPage(view: (area: AreaCode) => View): string {
    return this.navigation.to(this.home ? view(this.home.code) : { page: 'start' });
  }

  /** When and from what an indicator's figures came. */
  provenanceOf(indicator: Indicator): string {
    const files = this.shelf.filesOf(indicator.id);
    if (files.length === 0) return 'Figures that came with this dashboard, put together on 22 November 2026.';
    return `Updated from ${files.map((file) => file.name).join(', ')}.`;
  }

  findIndicator(id: IndicatorId): Indicator | undefined {
    return this.figures.findIndicator(id);
  }
}
