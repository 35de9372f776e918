/** The dashboard's entry: the bundled figures first, then whatever this browser has stored. */
import { mount } from 'svelte';
import { loadBundledFigures } from 'virtual:bundled-figures';
import App from './app/App.svelte';
import { Dashboard } from './app/state/dashboard.svelte.ts';
import { lastAreaSetting } from './app/state/last-area.ts';
import { Shelf } from './app/state/shelf.svelte.ts';
import './app/styles/base.css';
import { readBundle } from './bundle/bundle.ts';
import { toDatabaseName } from './offline/circumstances.ts';
import { STORE_NAME } from './store/name.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app"');

const storeName = toDatabaseName(STORE_NAME, location.href);
const shelf = new Shelf(readBundle(await loadBundledFigures()), storeName, async () => {
  const { openStore } = await import('./store/open.ts');
  return openStore({ name: storeName });
});
mount(App, { target, props: { dashboard: new Dashboard(shelf, lastAreaSetting) } });
void shelf.open();
