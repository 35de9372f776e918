/** Asks the browser what `readCircumstances` judges by. */
import type { Signs } from './circumstances.ts';

/** Opened to see whether it opens, and removed again. */
const PROBE = 'every-child-matters-probe';

function opensDatabase(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(PROBE);
      request.onsuccess = () => {
        request.result.close();
        indexedDB.deleteDatabase(PROBE);
        resolve(true);
      };
      request.onerror = (event) => {
        // Answered here: without this Firefox reports it as an error nobody caught.
        event.preventDefault();
        resolve(false);
      };
    } catch {
      // An embedded page that is forbidden all storage is not even let ask.
      resolve(false);
    }
  });
}

async function findPrivateFiles(): Promise<Signs['privateFiles']> {
  if (!('storage' in navigator && 'getDirectory' in navigator.storage)) return 'absent';
  try {
    await navigator.storage.getDirectory();
    return 'there';
  } catch {
    return 'refused';
  }
}

export async function findSigns(): Promise<Signs> {
  const [database, privateFiles] = await Promise.all([opensDatabase(), findPrivateFiles()]);
  return {
    protocol: location.protocol,
    serviceWorkers: 'serviceWorker' in navigator,
    database,
    privateFiles,
    vendor: navigator.vendor,
    isInstalled: matchMedia('(display-mode: standalone)').matches,
  };
}
