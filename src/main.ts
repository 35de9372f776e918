/** The page's entry: what can be read at once, and then the dashboard itself. */
import { OVERVIEWS } from 'virtual:overviews';
import { showOverview } from './app/first-sight.ts';
import './app/styles/base.css';

/** Milliseconds: an overview that takes longer is not waited for, and is shown when it comes. */
const PATIENCE = 300;

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app"');

const start = async (): Promise<void> => {
  try {
    const { startDashboard } = await import('./dashboard.ts');
    await startDashboard(target);
  } catch (error) {
    const words = document.createElement('p');
    words.role = 'alert';
    words.textContent =
      'The dashboard could not be fetched: the connection was lost, or it is being renewed. Load this page again in the browser; nothing that is stored is lost.';
    target.replaceChildren(words);
    throw error;
  }
};

const shown = OVERVIEWS ? showOverview(target, location.hash, OVERVIEWS) : undefined;
const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
void Promise.race([shown, patience]).then(start);
