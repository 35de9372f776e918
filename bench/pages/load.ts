/** A load as the page does it, all of it kept: read, parsed, checked, built, stored and ready to chart. */
import { createWorker, prepareWorker } from '../../src/app/state/load-worker.ts';
import type { Figures } from '../../src/domain/figures.ts';
import { mergeFigures } from '../../src/domain/layers.ts';
import { startLoad } from '../../src/load/session.ts';
import { openStore } from '../../src/store/open.ts';

const STORE = 'bench';

export interface LoadTimes {
  /** Milliseconds until what the file holds could be shown. */
  readonly preview: number;
  /** From there until it was stored. */
  readonly store: number;
  /** From there until it could be charted. */
  readonly figures: number;
  readonly longestTask: number;
  /** Bytes that the browser's store grew by. */
  readonly stored: number;
  readonly numbers: number;
}

/** The longest that nothing else could happen in the page, in milliseconds; tasks below 50 are not told of. */
function watchLongTasks(): () => number {
  let longest = 0;
  const note = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => {
    note(list.getEntries());
  });
  observer.observe({ type: 'longtask' });
  return () => {
    note(observer.takeRecords());
    observer.disconnect();
    return longest;
  };
}

const readUsed = async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0;

// As the page of loads does when it opens.
prepareWorker();

export async function loadFile(file: File, bundled: Figures): Promise<LoadTimes> {
  // The dashboard has it open from its start.
  const opened = await openStore({ name: STORE });
  if (opened.kind === 'refused') throw new Error(opened.problem.message);
  const usedBefore = await readUsed();
  const stopWatching = watchLongTasks();
  const started = performance.now();
  const session = startLoad([file], { createWorker, bundled, storeName: STORE });
  const outcome = await session.preview();
  if (outcome.kind !== 'read') throw new Error(`The load was not read: ${JSON.stringify(outcome)}`);
  const previewed = performance.now();

  const committed = await session.store([], ['all']);
  if (committed.kind !== 'stored') throw new Error(`The load was not stored: ${JSON.stringify(committed)}`);
  const stored = performance.now();

  const figures = mergeFigures(bundled, await opened.store.readAll());
  const [first] = outcome.preview.files[0]?.indicators ?? [];
  const [group] = first?.indicator.groups ?? [];
  if (!first || group === undefined || !figures.findSeries(first.indicator.id, group))
    throw new Error('Nothing can be charted.');
  const ready = performance.now();

  return {
    preview: previewed - started,
    store: stored - previewed,
    figures: ready - stored,
    longestTask: stopWatching(),
    stored: (await readUsed()) - usedBefore,
    numbers: committed.load.files.reduce((sum, { numbers }) => sum + numbers, 0),
  };
}
