/**
 * What the page of the site runs before anything else, carried inside it (scripts/first-sight.ts): the overview that the
 * address asks for, to be read until the dashboard has started.
 */
import { OVERVIEWS } from 'virtual:overviews';
import { fetchOverview, showOverview } from './app/first-sight.ts';

/** Milliseconds: an overview that takes longer is not waited for, and is shown when it comes. */
const PATIENCE = 300;
/** Milliseconds until what the dashboard is made of is fetched beside an overview that is still on its way. */
const HEAD_START = 100;

const overview = fetchOverview(location.hash, OVERVIEWS);
const shown = overview.then(async (found) => {
  await waitUntilRead();
  const target = document.getElementById('app');
  if (target && found) await showOverview(target, found);
});

/** Waits for the end of the page, ahead of which this script runs. */
async function waitUntilRead(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => {
    document.addEventListener('readystatechange', resolve, { once: true });
  });
}

/** Waits for the overview to be read, once it has come in time. */
async function waitAtMost(milliseconds: number): Promise<void> {
  const late = new Promise<false>((resolve) => {
    setTimeout(resolve, milliseconds, false);
  });
  const isInTime = await Promise.race([overview.then(() => true), late]);
  if (isInTime) await shown;
}

/** The links to what the dashboard is made of, which the page keeps until then. */
function fetchAhead(): void {
  const later = document.querySelector<HTMLTemplateElement>('head > template');
  if (later) document.head.append(later.content);
}

void waitAtMost(HEAD_START).then(waitUntilRead).then(fetchAhead);
window.firstSight = waitAtMost(PATIENCE);
