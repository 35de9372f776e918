/** Every authority's overview as it is where nothing is stored: what a first visit shows before the dashboard has started. */
import { render } from 'svelte/server';
import FirstSight from './app/FirstSight.svelte';
import { Dashboard } from './app/state/dashboard.svelte.ts';
import { Navigation } from './app/state/navigation.svelte.ts';
import { Shelf } from './app/state/shelf.svelte.ts';
import { readBundle } from './bundle/bundle.ts';
import { STORE_NAME } from './store/name.ts';

/** Marks by which a page that is already there would be taken over: this one is replaced. */
const HYDRATION_MARKS = /<!--[^]*?-->/g;

/**
 * @param json the bundled figures, as the site fetches them
 * @returns the HTML of the page's body by the code of the authority
 */
export function renderOverviews(json: unknown): ReadonlyMap<string, string> {
  const shelf = new Shelf(readBundle(json), STORE_NAME, () => Promise.reject(new Error('there is no store yet')));
  const kept = { read: () => undefined, write: () => undefined };
  return new Map(
    shelf.bundled.areas.authorities.map(({ code }) => {
      const dashboard = new Dashboard(shelf, kept, new Navigation(`#/${code}`));
      const { body } = render(FirstSight, { props: { dashboard } });
      return [code, body.replace(HYDRATION_MARKS, '')];
    }),
  );
}
