/** The dashboard: the bundled figures first, then whatever this browser has stored. */
import { mount } from 'svelte';
import { loadBundledFigures } from 'virtual:bundled-figures';
import App from './app/App.svelte';
import { Dashboard } from './app/state/dashboard.svelte.ts';
import { deckLook } from './app/state/deck-look.svelte.ts';
import { lastAreaSetting } from './app/state/last-area.ts';
import { Shelf } from './app/state/shelf.svelte.ts';
import { readBundle } from './bundle/bundle.ts';
import { toDatabaseName } from './offline/circumstances.ts';
import { STORE_NAME } from './store/name.ts';

/** @param target where the page stands; what is there until now gives way */
export async function startDashboard(target: HTMLElement): Promise<void> {
  const storeName = toDatabaseName(STORE_NAME, location.href);
  const shelf = new Shelf(readBundle(await loadBundledFigures()), storeName, async () => {
    const { openStore } = await import('./store/open.ts');
    return openStore({ name: storeName });
  });
  deckLook.keepIn(shelf);
  target.replaceChildren();
  delete target.dataset['sight'];
  mount(App, { target, props: { dashboard: new Dashboard(shelf, lastAreaSetting) } });
  await shelf.open();
}
