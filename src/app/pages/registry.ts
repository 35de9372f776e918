/** Which page stands for which kind of address. */
import type { Component } from 'svelte';
import type { View } from '../../address/address.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import type { Shelf } from '../state/shelf.svelte.ts';
import ChangesPage from './ChangesPage.svelte';
import DataPage from './DataPage.svelte';
import GapsPage from './GapsPage.svelte';
import HelpPage from './HelpPage.svelte';
import IndicatorPage from './IndicatorPage.svelte';
import LoadPage from './LoadPage.svelte';
import NeighboursPage from './NeighboursPage.svelte';
import OutcomePage from './OutcomePage.svelte';
import OverviewPage from './OverviewPage.svelte';
import SlidesPage from './SlidesPage.svelte';
import UnplacedPage from './UnplacedPage.svelte';

export const PAGES: Record<Exclude<View['page'], 'start'>, Component<{ dashboard: Dashboard<Shelf> }>> = {
  overview: OverviewPage,
  outcome: OutcomePage,
  indicator: IndicatorPage,
  neighbours: NeighboursPage,
  gaps: GapsPage,
  changes: ChangesPage,
  unplaced: UnplacedPage,
  load: LoadPage,
  data: DataPage,
  slides: SlidesPage,
  help: HelpPage,
};
