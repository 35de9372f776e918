/** Which page stands for which kind of address. */
import type { Component } from 'svelte';
import type { View } from '../../address/address.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import DataPage from './DataPage.svelte';
import HelpPage from './HelpPage.svelte';
import IndicatorPage from './IndicatorPage.svelte';
import LoadPage from './LoadPage.svelte';
import NeighboursPage from './NeighboursPage.svelte';
import OutcomePage from './OutcomePage.svelte';
import OverviewPage from './OverviewPage.svelte';
import UnplacedPage from './UnplacedPage.svelte';

export const PAGES: Partial<Record<View['page'], Component<{ dashboard: Dashboard }>>> = {
  overview: OverviewPage,
  outcome: OutcomePage,
  indicator: IndicatorPage,
  neighbours: NeighboursPage,
  unplaced: UnplacedPage,
  load: LoadPage,
  data: DataPage,
  help: HelpPage,
};
