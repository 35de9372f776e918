/** The page's entry: the dashboard, as soon as what can be read before it is read. */
import './app/styles/base.css';

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

void Promise.resolve(window.firstSight).then(start);
