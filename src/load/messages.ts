/** What the page and the load's worker say to each other; everything in it survives a structured clone. */
import type { AreaCode, AreaRow } from '../domain/area.ts';
import { AreaList } from '../domain/area.ts';
import type { FigureParts, Figures } from '../domain/figures.ts';
import { createFigures } from '../domain/figures.ts';
import type { Placement } from '../domain/layers.ts';
import type { Problem } from '../domain/problem.ts';
import type { Chosen, MappingRecipe } from '../domain/recipe.ts';
import type { CommitOutcome } from '../store/draft.ts';
import type { ChoicePreview, LoadPreview } from './preview.ts';

/** Figures as they travel: the area list as the rows it is made from, no functions. */
export interface SentFigures extends Omit<FigureParts, 'areas' | 'series'> {
  readonly series: Figures['series'];
  readonly rows: readonly AreaRow[];
  readonly aliases: readonly (readonly [string, string])[];
}

export function toSentFigures(figures: Figures): SentFigures {
  const { catalogue, areas, neighbourSets, series, targets, judgements } = figures;
  return { catalogue, neighbourSets, series, targets, judgements, rows: areas.rows, aliases: areas.aliases };
}

export function readSentFigures({ rows, aliases, ...parts }: SentFigures): Figures {
  return createFigures({ ...parts, areas: new AreaList(rows, aliases) });
}

export interface ReadRequest {
  readonly kind: 'read';
  readonly files: readonly File[];
  /** The bundled figures, without what is stored: a file reads the same whatever was loaded before it. */
  readonly bundled: SentFigures;
  /** The authority whose changes come first. */
  readonly home?: AreaCode;
  readonly storeName: string;
  /** Do the files lie in the order of the dates that they were given, as those of a published set? */
  readonly isOrdered: boolean;
}

/** Reads the files again, now that somebody said what the columns of some of them are. */
export interface MapRequest {
  readonly kind: 'map';
  readonly said: readonly MappingRecipe[];
}

/** Asks what would change if other indicators were kept; one entry for each file. */
export interface ChooseRequest {
  readonly kind: 'choose';
  readonly chosen: readonly Chosen[];
}

export interface StoreRequest {
  readonly kind: 'store';
  readonly placements: readonly Placement[];
  readonly chosen: readonly Chosen[];
}

export type ToWorker = ReadRequest | MapRequest | ChooseRequest | StoreRequest;

/** How far reading has come. */
export interface LoadProgress {
  /** Name of the file that is being read. */
  readonly file: string;
  readonly bytesRead: number;
  readonly bytes: number;
  /** Rows read so far, of all files. */
  readonly rows: number;
  readonly rowsPerSecond: number;
}

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: LoadProgress }
  | { readonly kind: 'preview'; readonly preview: LoadPreview }
  | { readonly kind: 'chosen'; readonly preview: ChoicePreview }
  | { readonly kind: 'committed'; readonly outcome: CommitOutcome }
  | { readonly kind: 'failed'; readonly problem: Problem };
