/**
 * The work of a load, wherever it is done: reads the files, keeps what they hold, says what it would
 * change, and stores it. `load.worker.ts` does it off the page's thread.
 */
import { checkLabels } from '../analysis/label-check.ts';
import type { AreaCode } from '../domain/area.ts';
import type { Figures } from '../domain/figures.ts';
import type { Layer, Placement, Stored } from '../domain/layers.ts';
import { mergeFigures } from '../domain/layers.ts';
import type { Problem } from '../domain/problem.ts';
import type { FileInput } from '../ingest/bytes.ts';
import type { FileReading, ReadProgress } from '../ingest/read.ts';
import { readFiles } from '../ingest/read.ts';
import type { CommitOutcome, DraftFile } from '../store/draft.ts';
import type { OpenOutcome } from '../store/open.ts';
import { openStore } from '../store/open.ts';
import type { FileMark } from '../store/records.ts';
import { toIdentity } from '../store/records.ts';
import type { LoadProgress } from './messages.ts';
import type { LoadPreview } from './preview.ts';
import { previewChanges, previewFile } from './preview.ts';

export interface DeskRequest {
  readonly files: readonly FileInput[];
  readonly bundled: Figures;
  readonly home?: AreaCode;
  readonly storeName: string;
  readonly onProgress: (progress: LoadProgress) => void;
}

const NOTHING: Stored = { layers: [], placements: [] };
const NOTHING_TO_STORE: Problem = {
  severity: 'error',
  code: 'nothing-to-store',
  message: 'None of the files holds anything that can be stored. What is wrong with each is said beside it.',
};
/** Progress is told this often, in milliseconds: more would only keep the page busy. */
const BETWEEN_PROGRESS = 100;

export class Desk {
  private readonly opening: Promise<OpenOutcome>;
  private readonly request: DeskRequest;
  private drafts: readonly DraftFile[] = [];

  constructor(request: DeskRequest) {
    this.request = request;
    this.opening = openStore({ name: request.storeName });
  }

  /** Reads every file and holds it against what is shown now. Nothing is stored yet. */
  async read(): Promise<LoadPreview> {
    const { files, bundled, home } = this.request;
    const stored = await this.readStored();
    const before = mergeFigures(bundled, stored);
    const readings = await readFiles(files, {
      areas: bundled.areas,
      catalogue: bundled.catalogue,
      stored: (indicator, group) => before.findSeries(indicator, group),
      onProgress: this.followProgress(),
    });
    const known = new Set(stored.layers.map((layer) => layer.identity));
    const drafted = readings.map((read) => ({ read, draft: toDraftFile(read, readings) }));
    const isKnown = (draft: DraftFile | undefined): boolean => draft !== undefined && known.has(toIdentity(draft.file));
    this.drafts = drafted.flatMap(({ draft }) => draft ?? []);
    const fresh = this.drafts.filter((draft) => !isKnown(draft)).map(toLayer);
    const after = mergeFigures(bundled, { ...stored, layers: [...stored.layers, ...fresh] });
    return {
      files: drafted.map(({ read, draft }) =>
        previewFile(withLabelProblems(read, bundled, home), before, isKnown(draft)),
      ),
      changes: previewChanges(
        fresh.flatMap((layer) => layer.series),
        before,
        after,
        home,
      ),
    };
  }

  /** Stores what was read, in one transaction. */
  async store(placements: readonly Placement[]): Promise<CommitOutcome> {
    if (this.drafts.length === 0) return { kind: 'failed', problem: NOTHING_TO_STORE };
    const opened = await this.opening;
    if (opened.kind === 'refused') return { kind: 'failed', problem: opened.problem };
    return opened.store.commit({ at: new Date().toISOString(), files: this.drafts, placements });
  }

  async close(): Promise<void> {
    const opened = await this.opening;
    if (opened.kind === 'open') opened.store.close();
  }

  /** Without a store the files can still be looked at; storing them then says why it cannot be. */
  private async readStored(): Promise<Stored> {
    const opened = await this.opening;
    return opened.kind === 'open' ? opened.store.readAll() : NOTHING;
  }

  private followProgress(): (progress: ReadProgress) => void {
    const started = performance.now();
    let told = started;
    let current: ReadProgress | undefined;
    let rowsBefore = 0;
    return (progress) => {
      if (current && current.file !== progress.file) rowsBefore += current.rows;
      current = progress;
      const now = performance.now();
      if (now - told < BETWEEN_PROGRESS) return;
      told = now;
      const rows = rowsBefore + progress.rows;
      this.request.onProgress({ ...progress, rows, rowsPerSecond: rows / ((now - started) / 1000) });
    };
  }
}

/** With what the file's own labels say otherwise than its figures. */
function withLabelProblems(read: FileReading, { areas }: Figures, home: AreaCode | undefined): FileReading {
  const found = read.reading ? checkLabels(read.reading, areas, home) : [];
  const file = read.file.name;
  return { ...read, problems: [...read.problems, ...found.map((problem) => ({ ...problem, file }))] };
}

function toFileMark({ name, size, sha256 }: FileReading['file']): FileMark {
  return { name, size, ...(sha256 === undefined ? {} : { sha256 }) };
}

/** A file that was accepted, as it would be stored; undefined for one that holds nothing to store. */
function toDraftFile({ file, reading }: FileReading, all: readonly FileReading[]): DraftFile | undefined {
  if (!reading) return undefined;
  const { family, indicators, groups, series, neighbourSets, targets, judgements, rows, numbers, markers } = reading;
  const companions = all.filter(
    (other) => other.accepted && !other.reading && other.recognition?.family === reading.family,
  );
  return {
    file: {
      ...toFileMark(file),
      dated: new Date(file.lastModified ?? Date.now()).toISOString(),
      family,
      companions: companions.map((companion) => toFileMark(companion.file)),
      rows,
      numbers,
      markers: Object.values(markers).reduce((sum, count) => sum + count, 0),
    },
    indicators,
    groups,
    series,
    neighbourSets,
    targets,
    judgements,
  };
}

function toLayer({ file, ...brought }: DraftFile): Layer {
  return {
    dated: file.dated,
    identity: toIdentity(file),
    explained: file.companions.length > 0,
    ...brought,
  };
}
