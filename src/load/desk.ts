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
import type { ChoiceRecipe, Chosen, Mapping, MappingRecipe, Recipe } from '../domain/recipe.ts';
import type { FileInput } from '../ingest/bytes.ts';
import type { FileReading, ReadProgress } from '../ingest/read.ts';
import { openFiles, readOpened } from '../ingest/read.ts';
import { findMappingRecipe, toChoiceId } from '../ingest/shape.ts';
import type { CommitOutcome, DraftFile } from '../store/draft.ts';
import { findRecipe } from '../store/recipe-file.ts';
import type { OpenOutcome } from '../store/open.ts';
import { openStore } from '../store/open.ts';
import type { LoadRecord } from '../store/records.ts';
import { toIdentity } from '../store/records.ts';
import { chooseAgain, chooseAtFirst, narrow } from './choice.ts';
import { describeHow, toDraftFile, withHashes } from './draft-file.ts';
import { checkLiesUnder } from './lies-under.ts';
import type { LoadProgress } from './messages.ts';
import type { ChoicePreview, LoadPreview } from './preview.ts';
import { previewChanges, previewFile } from './preview.ts';
import { previewBesides } from './preview-besides.ts';
import { checkSaidBefore } from './said-before.ts';

export interface DeskRequest {
  readonly files: readonly FileInput[];
  readonly bundled: Figures;
  readonly home?: AreaCode;
  readonly storeName: string;
  /** Do the files lie in the order of the dates that they were given, whatever they say of themselves? */
  readonly isOrdered?: boolean;
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

/** A file as it was read, and what may be kept of it. */
interface DeskFile {
  readonly read: FileReading;
  /** Those that explained it. */
  readonly companions: readonly FileReading[];
  /** The whole file as it would be stored, without its hash; undefined for one that holds nothing to store. */
  readonly draft: DraftFile | undefined;
  /** By which mapping it was read. */
  readonly mapping: Mapping | undefined;
  /** What was chosen of the last such file. */
  readonly recipe: ChoiceRecipe | undefined;
  /** What is kept of it unless somebody says otherwise. */
  readonly chosen: Chosen;
}

export class Desk {
  private readonly opening: Promise<OpenOutcome>;
  private readonly request: DeskRequest;
  private stored = NOTHING;
  private history: readonly LoadRecord[] = [];
  private before: Figures;
  private files: readonly DeskFile[] = [];
  /** Ids of the recipes that there are. */
  private recipes: ReadonlySet<string> = new Set();
  /** What columns are, as it was said since the load began. */
  private said: readonly MappingRecipe[] = [];

  constructor(request: DeskRequest) {
    this.request = request;
    this.before = request.bundled;
    this.opening = openStore({ name: request.storeName });
  }

  /**
   * Reads every file and holds it against what is shown now. Nothing is stored yet.
   * @param said what the columns of some of the files are; kept as recipes once the load is stored
   */
  async read(said: readonly MappingRecipe[] = []): Promise<LoadPreview> {
    const { files, bundled, home } = this.request;
    this.said = said;
    const [opened, kept] = await Promise.all([openFiles(files), this.readStore()]);
    const recipes = [...said, ...kept];
    this.recipes = new Set(recipes.map(({ id }) => id));
    this.before = mergeFigures(bundled, this.stored);
    const readings = await readOpened(opened, {
      areas: bundled.areas,
      catalogue: bundled.catalogue,
      stored: (indicator, group) => this.before.findSeries(indicator, group),
      recipes,
      onProgress: this.followProgress(),
    });
    this.files = readings.map((read) => this.toFile(withLabelProblems(read, bundled, home), readings, recipes));
    // Not waited for, but counted now: a file that is saved anew while it is looked at can be read no more.
    for (const { file } of readings) void file.sha256();
    const { changes, besides, alreadyStored } = await this.choose(this.files.map(({ chosen }) => chosen));
    return {
      files: this.files.map(({ read, chosen, recipe }, index) =>
        previewFile(read, {
          before: this.before,
          recipes,
          alreadyStored: alreadyStored[index] ?? false,
          chosen,
          placements: recipe?.placements,
        }),
      ),
      changes,
      besides,
    };
  }

  /**
   * Looks at what is stored. Without a store the files can still be looked at; storing them then says why it cannot be.
   * @returns how files are read
   */
  private async readStore(): Promise<readonly Recipe[]> {
    const opened = await this.opening;
    if (opened.kind === 'refused') return [];
    this.stored = await opened.store.readAll();
    this.history = await opened.store.history();
    return opened.store.recipes();
  }

  /** What would change if these indicators of each file were kept. */
  async choose(chosen: readonly Chosen[]): Promise<ChoicePreview> {
    const { bundled, home } = this.request;
    const known = new Set(this.stored.layers.map((layer) => layer.identity));
    const kept = await this.withHashesThatTell(await this.keep(chosen));
    const isKnown = kept.map((draft) => draft !== undefined && known.has(toIdentity(draft.file)));
    const fresh = kept.flatMap((draft, index) => (draft && isKnown[index] !== true ? [toLayer(draft)] : []));
    const after = mergeFigures(bundled, { ...this.stored, layers: [...this.stored.layers, ...fresh] });
    const series = fresh.flatMap((layer) => layer.series);
    return {
      changes: previewChanges(series, this.before, after, home),
      besides: previewBesides(fresh, this.before, after, home),
      alreadyStored: isKnown,
    };
  }

  /** Stores what was read and chosen, in one transaction, with how to read the next files like these. */
  async store(placements: readonly Placement[], chosen: readonly Chosen[] = []): Promise<CommitOutcome> {
    const kept = await this.keep(chosen);
    const drafts = kept.flatMap((draft, index) => (draft ? { ...draft, file: this.withHash(draft, index) } : []));
    if (drafts.length === 0) return { kind: 'failed', problem: NOTHING_TO_STORE };
    const opened = await this.opening;
    if (opened.kind === 'refused') return { kind: 'failed', problem: opened.problem };
    const recipes = [
      ...this.findBroughtRecipes(kept),
      ...this.said,
      ...this.files.flatMap((file, index) =>
        kept[index] ? toChoiceRecipe(file, chosen[index] ?? file.chosen, placements) : [],
      ),
    ];
    // What a data package says of an indicator comes first: a word that was given here lies above it.
    const brought = this.files.flatMap(({ read }, index) => (kept[index] ? (read.reading?.placements ?? []) : []));
    return opened.store.commit({
      at: new Date().toISOString(),
      files: drafts,
      placements: [...brought, ...placements],
      recipes,
    });
  }

  /** Of the files that are kept; a recipe of this browser for files of the same shape counts over one from elsewhere. */
  private findBroughtRecipes(kept: readonly (DraftFile | undefined)[]): readonly Recipe[] {
    const brought = this.files.flatMap(({ read }, index) => (kept[index] ? (read.reading?.recipes ?? []) : []));
    return brought.flatMap((text) => findRecipe(text) ?? []).filter(({ id }) => !this.recipes.has(id));
  }

  private toFile(read: FileReading, all: readonly FileReading[], recipes: readonly Recipe[]): DeskFile {
    const { reading, sample } = read;
    const id = reading && sample && toChoiceId(reading.family, sample.header, reading.filters);
    const recipe = recipes.find((one): one is ChoiceRecipe => one.kind === 'choice' && one.id === id);
    const again = recipe && reading && chooseAgain(recipe.chosen, reading);
    const first = reading && chooseAtFirst(reading, (one) => this.before.findIndicator(one) !== undefined);
    const companions = all.filter(({ file }) => read.explainedBy?.includes(file.name));
    const draft = toDraftFile(read, companions, this.request.isOrdered ?? false);
    const older = draft ? checkLiesUnder(draft, this.stored.layers, this.history) : [];
    const mapped = sample && findMappingRecipe(recipes, sample.header);
    const before = mapped && !this.said.includes(mapped) ? checkSaidBefore(mapped, read.file.name) : [];
    return {
      read: { ...read, problems: [...read.problems, ...before, ...older] },
      companions,
      draft,
      mapping: mapped?.mapping,
      recipe: again ? recipe : undefined,
      chosen: again ?? first ?? 'all',
    };
  }

  /** With the hash of each file that only its hash tells from another: one as long as it, or of the same moment. */
  private async withHashesThatTell(
    kept: readonly (DraftFile | undefined)[],
  ): Promise<readonly (DraftFile | undefined)[]> {
    const stored = this.history.filter(({ undone }) => undone === undefined).flatMap(({ files }) => files);
    const all = [...stored, ...kept.flatMap((draft) => draft?.file ?? [])];
    return Promise.all(
      kept.map(async (draft, index) => {
        if (!draft) return undefined;
        const { file } = draft;
        const isAlone = all.every((one) => one === file || (one.size !== file.size && one.dated !== file.dated));
        return isAlone ? draft : { ...draft, file: await this.withHash(draft, index) };
      }),
    );
  }

  private async withHash({ file }: DraftFile, index: number): Promise<DraftFile['file']> {
    const { read, companions } = this.files[index] ?? {};
    return read && companions ? withHashes(file, read, companions) : file;
  }

  /** Each file with what is kept of it; undefined where that is nothing. */
  private keep(chosen: readonly Chosen[]): Promise<readonly (DraftFile | undefined)[]> {
    return Promise.all(
      this.files.map(async ({ draft, mapping, chosen: first }, index) => {
        const wanted = chosen[index] ?? first;
        if (!draft || wanted.length === 0) return undefined;
        const how = await describeHow(mapping, wanted, draft);
        const narrowed = narrow(draft, wanted);
        return how ? { ...narrowed, file: { ...narrowed.file, how } } : narrowed;
      }),
    );
  }

  async close(): Promise<void> {
    const opened = await this.opening;
    if (opened.kind === 'open') opened.store.close();
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

/** What to do with the next file like this one; nothing where nobody said anything of it. */
function toChoiceRecipe(
  { read: { file, reading, sample }, recipe }: DeskFile,
  chosen: Chosen,
  placements: readonly Placement[],
): readonly ChoiceRecipe[] {
  if (!reading || !sample) return [];
  const held = new Set(reading.indicators.map(({ id }) => id));
  const said = placements.filter(({ indicator }) => held.has(indicator));
  if (chosen === 'all' && said.length === 0 && !recipe) return [];
  return [
    {
      kind: 'choice',
      id: toChoiceId(reading.family, sample.header, reading.filters),
      header: sample.header,
      madeWith: file.name,
      family: reading.family,
      chosen,
      placements: said,
    },
  ];
}

function toLayer({ file, ...brought }: DraftFile): Layer {
  return {
    dated: file.dated,
    identity: toIdentity(file),
    explained: file.companions.length > 0,
    ...brought,
  };
}
