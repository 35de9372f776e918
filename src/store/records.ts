/** What lies in the browser's database: the records of each table. */
import type { AreaCode } from '../domain/area.ts';
import type { GroupId, IndicatorId } from '../domain/indicator.ts';
import type { Layer, Placement } from '../domain/layers.ts';
import type { Period } from '../domain/period.ts';
import type { SideColumn } from '../domain/series.ts';
import type { Recipe } from '../domain/recipe.ts';
import type { CommentaryText, ComparisonGroup, SettingName, TargetWord } from '../domain/written.ts';
import type { PackedNumbers } from './numbers.ts';

/** By what a file is known again. */
export type FileMark = Pick<StoredFile, 'name' | 'size' | 'sha256'>;

/** A file as the history names it. */
export interface StoredFile {
  /** As the officer chose it; for one of several in a zip "archive.zip/table.csv". */
  readonly name: string;
  /** Of the file as it was chosen, in bytes. */
  readonly size: number;
  /** Of the file as it was chosen; absent where the browser has no means to work it out. */
  readonly sha256?: string;
  /** When the file was last changed, ISO date and time: later files lie above earlier ones. */
  readonly dated: string;
  readonly family: string;
  /** The dictionary or metadata files that explained it. */
  readonly companions: readonly FileMark[];
  /** How it was read, where somebody said what its columns are or chose among its indicators. */
  readonly how?: {
    /** "12 of 96 indicators". */
    readonly words: string;
    /** The same for the same recipe. */
    readonly mark: string;
  };
  readonly rows: number;
  readonly numbers: number;
  readonly markers: number;
  readonly indicators: number;
  readonly series: number;
}

/** The same bytes, whatever the file is called; the members of a zip are told apart by their path in it. */
function toMark({ name, size, sha256 }: FileMark): string {
  const member = name.slice(name.indexOf('/') + 1);
  if (sha256 === undefined) return `${name}:${String(size)}`;
  return name.includes('/') ? `${sha256}:${member}` : sha256;
}

/** The same figures with the same explanation, read in the same way, have the same identity. */
export function toIdentity(file: Pick<StoredFile, keyof FileMark | 'companions' | 'how'>): string {
  const bytes = [toMark(file), ...file.companions.map(toMark).sort()].join('+');
  return file.how ? `${bytes}#${file.how.mark}` : bytes;
}

/** Table `loads`: the history. A load that was undone stays in it, without its figures. */
export interface LoadRecord {
  readonly id: number;
  /** When it was stored, ISO date and time. */
  readonly at: string;
  readonly files: readonly StoredFile[];
  /** When it was undone. */
  readonly undone?: string;
}

/** Table `contents`, one record per file: what its series share, and what it says besides figures. */
export interface ContentRecord extends Pick<
  Layer,
  'indicators' | 'groups' | 'neighbourSets' | 'targets' | 'judgements' | 'words'
> {
  readonly load: number;
  /** Position in the load's files. */
  readonly file: number;
  readonly areaLists: readonly (readonly AreaCode[])[];
  readonly periodLists: readonly (readonly Period[])[];
}

/** Table `series`, one record per file, indicator and group: areas × periods of cells. */
export interface SeriesRecord extends Partial<Record<SideColumn, PackedNumbers>> {
  readonly load: number;
  readonly file: number;
  readonly indicator: IndicatorId;
  readonly group: GroupId;
  /** Position in the `areaLists` of the file's content. */
  readonly areas: number;
  readonly periods: number;
  readonly numbers: PackedNumbers;
  /** Absent where the series has no marker. */
  readonly marks?: Uint8Array;
  readonly markers: readonly string[];
}

/** Table `placements`: what was said of indicators, in order. One said while loading goes when the load is undone. */
export interface PlacementRecord {
  readonly id: number;
  /** ISO date and time. */
  readonly at: string;
  readonly load?: number;
  readonly placement: Placement;
}

/** Tables `targets`, `commentary` and `comparisonGroups`: every word there was, by its time. The last one counts. */
interface Word {
  readonly id: number;
  /** ISO date and time. */
  readonly at: string;
}

export interface TargetRecord extends Word {
  readonly target: TargetWord;
}

export interface CommentaryRecord extends Word {
  readonly commentary: CommentaryText;
}

export interface ComparisonGroupRecord extends Word {
  readonly group: ComparisonGroup;
}

/** Table `settings`: what this browser's officer chose for all pages. */
export interface SettingRecord {
  readonly name: SettingName;
  readonly value: string;
  readonly at: string;
}

/** Table `recipes`: how files of a shape are read, the last word on each. */
export type RecipeRecord = Recipe & {
  /** ISO date and time. */
  readonly at: string;
};
