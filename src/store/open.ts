/** Opens the browser's database: makes it, upgrades it, or says why neither can be. */
import type { Problem } from '../domain/problem.ts';
import { Database, findInstalledVersion, SCHEMA_VERSION } from './database.ts';
import { toStorageProblem } from './failure.ts';
import { STORE_NAME } from './name.ts';
import { Store } from './store.ts';

export type OpenOutcome =
  { readonly kind: 'open'; readonly store: Store } | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * @param options.name a database of its own for pages opened from a disk: Chromium shares one among all local files
 * @param options.onBlocked called where another tab holds an older version open and the upgrade waits for it
 */
export async function openStore({
  name = STORE_NAME,
  onBlocked,
}: { readonly name?: string; readonly onBlocked?: (problem: Problem) => void } = {}): Promise<OpenOutcome> {
  try {
    const installed = await findInstalledVersion(name);
    if (installed > SCHEMA_VERSION) return { kind: 'refused', problem: toNewerProblem(installed) };
    const database = new Database(name);
    database.on('blocked', () => onBlocked?.(BLOCKED));
    await database.open();
    return { kind: 'open', store: new Store(database) };
  } catch (error) {
    return { kind: 'refused', problem: toStorageProblem(error) };
  }
}

const BLOCKED: Problem = {
  severity: 'warning',
  code: 'storage-blocked',
  message: 'The store is waiting for another tab with an older version of the dashboard. Close that tab to go on.',
};

function toNewerProblem(installed: number): Problem {
  return {
    severity: 'error',
    code: 'storage-newer',
    message: `What this browser has stored was written by a newer version of the dashboard (storage version ${String(installed)}; this one knows ${String(SCHEMA_VERSION)}). It was left as it is. Reload the page to get the newer version, or open the newer file.`,
  };
}
