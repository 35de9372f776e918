/** Which page stands for which kind of address. The pages of a meeting are there at once; the others come when asked for. */
import type { Component } from 'svelte';
import type { View } from '../../address/address.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import type { Shelf } from '../state/shelf.svelte.ts';
import IndicatorPage from './IndicatorPage.svelte';
import OutcomePage from './OutcomePage.svelte';
import OverviewPage from './OverviewPage.svelte';

export type Page = Component<{ dashboard: Dashboard<Shelf> }>;
export type LoadPage = () => Promise<{ readonly default: Page }>;

type PageName = Exclude<View['page'], 'start'>;

export const PAGES = {
  overview: { page: OverviewPage },
  outcome: { page: OutcomePage },
  indicator: { page: IndicatorPage },
  neighbours: { load: () => import('./NeighboursPage.svelte') },
  gaps: { load: () => import('./GapsPage.svelte') },
  compare: { load: () => import('./ComparePage.svelte') },
  changes: { load: () => import('./ChangesPage.svelte') },
  unplaced: { load: () => import('./UnplacedPage.svelte') },
  load: { load: () => import('./LoadPage.svelte') },
  data: { load: () => import('./DataPage.svelte') },
  pack: { load: () => import('./PackPage.svelte') },
  slides: { load: () => import('./SlidesPage.svelte') },
  help: { load: () => import('./HelpPage.svelte') },
} satisfies Record<PageName, { readonly page: Page } | { readonly load: LoadPage }>;
