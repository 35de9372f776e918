/** What the browser's storage refuses, in words: what happened, what it left and what to do next. */
import type { Problem } from '../domain/problem.ts';

/** The names of an error and of those inside it: Dexie wraps the browser's own, one or several. */
function namesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const inner: unknown = 'inner' in error ? error.inner : undefined;
  const failures: unknown = 'failures' in error ? error.failures : undefined;
  return [error.name, ...namesOf(inner), ...(Array.isArray(failures) ? failures.flatMap(namesOf) : [])];
}

const FAILURES: readonly { readonly names: readonly string[]; readonly code: string; readonly message: string }[] = [
  {
    names: ['QuotaExceededError'],
    code: 'storage-full',
    message:
      'The browser has no room left on this computer. Nothing was changed and everything stored before is still there. Free some disk space or undo a load that is no longer needed, then try again.',
  },
  {
    names: ['VersionError', 'DatabaseClosedError', 'InvalidStateError'],
    code: 'storage-closed',
    message:
      'The store was closed, most likely because a newer version of the dashboard was opened in another tab. Nothing was changed. Reload this page, then try again.',
  },
  {
    names: ['SecurityError', 'MissingAPIError', 'InvalidAccessError', 'NotAllowedError'],
    code: 'storage-forbidden',
    message:
      'This browser does not let the dashboard store anything, as in some private windows and embedded pages. The bundled figures can be read; to load files, open the dashboard in an ordinary window.',
  },
];

/** A failure of the storage as a problem to show; anything unforeseen keeps its own words. */
export function toStorageProblem(error: unknown): Problem {
  const names = namesOf(error);
  const known = FAILURES.find((failure) => failure.names.some((name) => names.includes(name)));
  if (known) return { severity: 'error', code: known.code, message: known.message };
  const words = error instanceof Error ? error.message : String(error);
  return {
    severity: 'error',
    code: 'storage-failed',
    message: `The browser could not do this with its storage and changed nothing. Reload the page and try again; it said: ${words}`,
  };
}
