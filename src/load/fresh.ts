/** What of a published set is not in this browser yet. */
import type { LoadRecord } from '../store/records.ts';
import type { PublishedFile } from './published.ts';

/** The files that no load has brought: those that explained a file that was loaded are here with it. */
export function findFresh(files: readonly PublishedFile[], history: readonly LoadRecord[]): readonly PublishedFile[] {
  const here = new Set(
    history
      .filter((load) => load.undone === undefined)
      .flatMap((load) => load.files.flatMap((file) => [file.sha256, ...file.companions.map(({ sha256 }) => sha256)])),
  );
  return files.filter(({ sha256 }) => !here.has(sha256));
}
