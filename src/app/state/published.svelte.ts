/** The set of files that the host of this site publishes beside it: what it holds, and what of it is not here yet. */
import type { Problem } from '../../domain/problem.ts';
import { findFresh } from '../../load/fresh.ts';
import type { FetchedFiles, PublishedFile, PublishedIndex } from '../../load/published.ts';
import { PUBLISHED } from '../../offline/parts.ts';
import type { LoadRecord } from '../../store/records.ts';

/** The single file has no folder beside it and may ask nobody. */
const HAS_FOLDER = import.meta.env.MODE !== 'single';
const KEY = 'ecm-published-declined';

function readDeclined(): readonly string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(' ');
  } catch {
    return [];
  }
}

const load = () => import('../../load/published.ts');
const findFolder = (): URL => new URL(PUBLISHED, document.baseURI);

export class Published {
  index = $state.raw<PublishedIndex>();
  /** Why the index that is there cannot be read, if so. */
  problem = $state.raw<Problem>();
  /** SHA-256 of what the reader does not want to be offered again. */
  private declined = $state.raw<readonly string[]>([]);

  /** Asks the host; without a network, or a set, nothing is there and nothing is said. */
  async look(): Promise<void> {
    if (!HAS_FOLDER || !navigator.onLine) return;
    const { findPublished } = await load();
    const found = await findPublished(findFolder());
    this.declined = readDeclined();
    if (found.kind === 'found') this.index = found.index;
    if (found.kind === 'damaged') this.problem = found.problem;
  }

  /** What no load has brought yet. */
  freshIn(history: readonly LoadRecord[]): readonly PublishedFile[] {
    return findFresh(this.index?.files ?? [], history);
  }

  /** The same, but for what the reader did not want. */
  offeredTo(history: readonly LoadRecord[]): readonly PublishedFile[] {
    return this.freshIn(history).filter(({ sha256 }) => !this.declined.includes(sha256));
  }

  /** What is there now is not offered again, until the host publishes something else. */
  decline(): void {
    this.declined = (this.index?.files ?? []).map(({ sha256 }) => sha256);
    try {
      localStorage.setItem(KEY, this.declined.join(' '));
    } catch {
      // A window without storage: it is offered again at the next visit.
    }
  }

  /** The files of the set, to be read like any others. */
  async fetch(signal: AbortSignal): Promise<FetchedFiles> {
    const { fetchPublished } = await load();
    return this.index ? fetchPublished(this.index, findFolder(), signal) : { kind: 'fetched', files: [] };
  }
}

export const published = new Published();
