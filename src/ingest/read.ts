/**
 * Files in, readings out: opens what they are packed in, sets aside those that explain others,
 * recognises each table's family and reads it. The one way in for the page, the worker and `ecm`.
 */
import type { AreaList } from '../domain/area.ts';
import type { Catalogue } from '../domain/figures.ts';
import type { Problem } from '../domain/problem.ts';
import type { Recipe } from '../domain/recipe.ts';
import type { FileInput } from './bytes.ts';
import type { StoredSeries } from './checks/check.ts';
import { runChecks } from './checks/registry.ts';
import type { Member } from './container.ts';
import { openFile } from './container.ts';
import type { Encoding } from './encoding.ts';
import type { Companion, CompanionKind, Family, FamilyReader, Reading, Recognition, TableSample } from './family.ts';
import { hashFile } from './hash.ts';
import { LARGEST_COMPANION } from './limits.ts';
import { recognise } from './recognise.ts';
import { FAMILIES } from './registry.ts';
import { readTable } from './table.ts';

/** How far reading has come. */
export interface ReadProgress {
  /** Name of the file that is being read. */
  readonly file: string;
  readonly bytesRead: number;
  readonly bytes: number;
  readonly rows: number;
}

export interface ReadFilesContext {
  readonly areas: AreaList;
  readonly catalogue: Catalogue;
  /** What is stored already, for the checks that compare with it. */
  readonly stored?: StoredSeries;
  /** What was said of files of these shapes before. */
  readonly recipes?: readonly Recipe[];
  /** Cancels the reading; `readFiles` then throws the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** What became of a file, or of one of several files inside a zip. */
export interface FileReading {
  readonly file: {
    /** As the officer chose it; for one of several in a zip "archive.zip/table.csv". */
    readonly name: string;
    /** Of the file as it was chosen, in bytes. */
    readonly size: number;
    readonly lastModified?: number;
    /** When it was written, as it says itself. */
    readonly writtenAt?: number;
    /** Of the file as it was chosen, counted once and when it is asked for; undefined where it cannot be read to its end. */
    readonly sha256: () => Promise<string | undefined>;
  };
  /** Undefined where no text was found. */
  readonly encoding: Encoding | undefined;
  readonly recognition: Recognition | undefined;
  /** The beginning of the table; undefined where there is none, and for a file that only explains others. */
  readonly sample?: TableSample;
  /** Names of the files that explained this one. */
  readonly explainedBy?: readonly string[];
  /** Undefined where nothing may be kept of the file, and for one that only explains others. */
  readonly reading?: Reading;
  readonly problems: readonly Problem[];
  /** Can it be stored, with whatever problems it has? */
  readonly accepted: boolean;
}

interface Entry {
  readonly name: string;
  readonly input: FileInput;
  readonly member: Member;
}

/** A file that explains others. */
interface FoundCompanion extends Companion {
  readonly encoding: Encoding;
  readonly entry: Entry;
  readonly kind: CompanionKind;
  readonly family: Family;
}

const NAMES_TOLD = 12;
/** Characters of a name. */
const LONGEST_TOLD = 80;

const CAN_ALWAYS_BE_READ = 'A table with the columns indicator, group, area, period and value can always be read';

function describeUnknown(sample: TableSample): Problem {
  if (sample.headerLine === 0) {
    return {
      severity: 'error',
      code: 'unknown-layout',
      message: `No line names the ${String(sample.header.length)} columns, so that nothing tells what they hold. ${CAN_ALWAYS_BE_READ}: write their names into a first line and load it again.`,
    };
  }
  if (sample.header.length === 1) {
    return {
      severity: 'error',
      code: 'unknown-layout',
      message: `The table has one column, “${(sample.header[0] ?? '').slice(0, LONGEST_TOLD)}”, and no layout that is known here has so few. If another sign than a comma, a semicolon, a tab, a bar or a space stands between its columns, save it with commas and load it again.`,
      line: sample.headerLine,
    };
  }
  const names = sample.header.filter((name) => name.trim() !== '');
  const more = names.length > NAMES_TOLD ? ` and ${String(names.length - NAMES_TOLD)} more` : '';
  return {
    severity: 'error',
    code: 'unknown-layout',
    message: `The columns ${names.slice(0, NAMES_TOLD).join(', ')}${more} are of no layout that is known here. Say on the page Load data which of them is the area, the period and the figure. ${CAN_ALWAYS_BE_READ}, so that you can as well rename its columns and load it again.`,
    line: sample.headerLine,
  };
}

const NOTHING_READ: Problem = {
  severity: 'error',
  code: 'nothing-read',
  message: 'The layout was recognised, but no row could be read. See the other messages for what to correct.',
};

function holdsSomething(reading: Reading): boolean {
  const { observations, targets, judgements, neighbourSets, words, recipes = [] } = reading;
  const isWritten = words !== undefined || recipes.length > 0;
  return (
    isWritten || observations + targets.length + judgements.length > 0 || neighbourSets.some(({ of }) => of.size > 0)
  );
}

/** Reads a table to the end where it explains others; anything else is left after its first rows. */
async function findCompanion(entry: Entry): Promise<FoundCompanion | undefined> {
  const rows: (readonly string[])[] = [];
  let found: Omit<FoundCompanion, 'rows'> | undefined;
  await readTable(entry.member, ({ header, fileName }, { encoding }) => {
    for (const family of FAMILIES as readonly Family[]) {
      const kind = family.companion;
      if (kind?.isCompanion(header) !== true) continue;
      found = { entry, kind, family, fileName, header, encoding };
      return { push: (cells) => rows.push([...cells]) };
    }
    return undefined;
  });
  return found && { ...found, rows };
}

class FilesReader {
  private readonly context: ReadFilesContext;
  private readonly companions: readonly FoundCompanion[];
  private readonly used = new Set<FoundCompanion>();

  constructor(context: ReadFilesContext, companions: readonly FoundCompanion[]) {
    this.context = context;
    this.companions = companions;
  }

  /** Reads a table that holds figures. */
  async read(entry: Entry, sha256: AskHash): Promise<FileReading> {
    const { signal, onProgress, recipes } = this.context;
    let reader: FamilyReader | undefined;
    let recognition: Recognition | undefined;
    let found: TableSample | undefined;
    let explaining: readonly FoundCompanion[] = [];
    const problems: Problem[] = [];
    const result = await readTable(
      entry.member,
      (sample) => {
        found = sample;
        const [best] = recognise(sample, recipes);
        if (!best) {
          problems.push(describeUnknown(sample));
          return undefined;
        }
        recognition = best.recognition;
        explaining = this.companionsOf(best.family.id, sample);
        reader = best.family.reader(sample, {
          fileName: sample.fileName,
          areas: this.context.areas,
          catalogue: this.context.catalogue,
          companions: explaining,
        });
        return reader;
      },
      {
        ...(signal ? { signal } : {}),
        ...(onProgress
          ? {
              onProgress: (bytesRead, rows) => {
                onProgress({ file: entry.name, bytesRead, bytes: entry.member.size, rows });
              },
            }
          : {}),
      },
    );
    problems.unshift(...result.problems);
    const isWhole = !result.problems.some(({ severity }) => severity === 'error');
    const reading = isWhole ? reader?.finish() : undefined;
    if (reading) {
      problems.push(...reading.problems, ...runChecks(reading, this.context));
      if (!holdsSomething(reading)) problems.push(NOTHING_READ);
    }
    const accepted = reading !== undefined && holdsSomething(reading);
    return {
      file: toFile(entry, sha256),
      encoding: result.shape?.encoding,
      recognition,
      ...(found ? { sample: found } : {}),
      explainedBy: explaining.map(({ entry: { name } }) => name),
      ...(accepted ? { reading } : {}),
      problems: problems.map((problem) => ({ ...problem, file: entry.name })),
      accepted,
    };
  }

  private companionsOf(family: string, sample: TableSample): readonly FoundCompanion[] {
    const found = this.companions.filter((one) => one.family.id === family && one.kind.belongsTo(one, sample));
    for (const one of found) this.used.add(one);
    return found;
  }

  /** What is said of a file that explains others, once those were read. */
  describeCompanion(companion: FoundCompanion, sha256: AskHash): FileReading {
    const { entry, encoding, family, kind, rows } = companion;
    const isUsed = this.used.has(companion);
    return {
      file: toFile(entry, sha256),
      encoding,
      recognition: {
        family: family.id,
        confidence: 1,
        because: `${family.name}: ${kind.name} with ${String(rows.length)} entries`,
      },
      problems: [
        {
          severity: 'note',
          code: 'companion',
          message: isUsed
            ? `This ${kind.name} explains the other files loaded with it; it holds no figures of its own.`
            : `This ${kind.name} holds no figures of its own. Load it together with the file that it explains.`,
          file: entry.name,
        },
      ],
      accepted: true,
    };
  }
}

/** The SHA-256 of a file: counting it takes as long as reading it, and not everybody wants it. */
type AskHash = FileReading['file']['sha256'];

function rememberHash(input: FileInput, signal: AbortSignal | undefined): AskHash {
  let counted: Promise<string | undefined> | undefined;
  return () => (counted ??= hashFile(input, signal).catch(() => undefined));
}

function toFile({ name, input, member }: Entry, sha256: AskHash): FileReading['file'] {
  const { size, lastModified } = input;
  const { writtenAt } = member;
  return {
    name,
    size,
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(writtenAt === undefined ? {} : { writtenAt }),
    sha256,
  };
}

interface OpenedInput {
  readonly input: FileInput;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

async function openInput(input: FileInput): Promise<OpenedInput> {
  const { members, problems } = await openFile(input);
  const entries = members.map((member) => ({
    name: members.length === 1 ? input.name : `${input.name}/${member.name}`,
    input,
    member,
  }));
  return { input, entries, problems };
}

/** What is said of a file that could not be opened, or of the parts of a zip that could not. */
function describeUnopened({ input, problems }: OpenedInput, sha256: AskHash): FileReading {
  return {
    file: toFile({ name: input.name, input, member: input }, sha256),
    encoding: undefined,
    recognition: undefined,
    problems,
    accepted: !problems.some(({ severity }) => severity === 'error'),
  };
}

/** Files that were opened, and those among them that explain others. */
export interface OpenedFiles {
  readonly opened: readonly OpenedInput[];
  readonly companions: readonly FoundCompanion[];
}

/**
 * Reads files, each whole. Files that explain others may come in any order among them.
 * @returns one reading for each file and for each file inside a zip, in the order given
 * @throws only the signal's reason, where reading was cancelled
 */
export async function readFiles(
  inputs: readonly FileInput[],
  context: ReadFilesContext,
): Promise<readonly FileReading[]> {
  return readOpened(await openFiles(inputs, context.signal), context);
}

/** The first part of `readFiles`, for which nothing has to be known but the files. */
export async function openFiles(inputs: readonly FileInput[], signal?: AbortSignal): Promise<OpenedFiles> {
  const opened: OpenedInput[] = [];
  const companions: FoundCompanion[] = [];
  for (const input of inputs) {
    signal?.throwIfAborted();
    const one = await openInput(input);
    opened.push(one);
    for (const entry of one.entries) {
      signal?.throwIfAborted();
      const companion = entry.member.size > LARGEST_COMPANION ? undefined : await findCompanion(entry);
      if (companion) companions.push(companion);
    }
  }
  return { opened, companions };
}

/** The second part of `readFiles`. */
export async function readOpened(
  { opened, companions }: OpenedFiles,
  context: ReadFilesContext,
): Promise<readonly FileReading[]> {
  const { signal } = context;
  const reader = new FilesReader(context, companions);
  const readings: (FileReading | (() => FileReading))[] = [];
  for (const one of opened) {
    signal?.throwIfAborted();
    const sha256 = rememberHash(one.input, signal);
    if (one.problems.length > 0 || one.entries.length === 0) readings.push(describeUnopened(one, sha256));
    for (const entry of one.entries) {
      const companion = companions.find((found) => found.entry === entry);
      readings.push(companion ? () => reader.describeCompanion(companion, sha256) : await reader.read(entry, sha256));
    }
  }
  // Whether a file that explains others was of use is known once all of them were read.
  return readings.map((reading) => (typeof reading === 'function' ? reading() : reading));
}
